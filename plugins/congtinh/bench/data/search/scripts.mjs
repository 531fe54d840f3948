// A hook of Node's module loader for the site's scripts: they are ES modules, as a page takes them, and
// what they load later is announced first, as `loaded(url)`, each time it is asked for.

const LATER = /\bimport\(\s*(["'][^"']+["'])\s*\)/g;

export async function load(url, context, next) {
  if (!url.startsWith("file:") || !url.endsWith(".js")) return next(url, context);
  const found = await next(url, { ...context, format: "module" });
  const announced = "(await globalThis.loaded(new URL($1, import.meta.url).href), import($1))";
  return { ...found, source: String(found.source).replace(LATER, announced) };
}

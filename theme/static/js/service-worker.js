// Keeps the pages that a visitor has seen, and the parts of search and theme that they needed, for
// times without a connection. The build writes the theme's folder below: a new theme begins anew.

const THEME = "{theme}/";
const ROOT = new URL("./", location).pathname;
const OURS = `congtinh ${ROOT} `; // other sites of the same host have caches of their own
const MOST = { pages: 60, theme: 60, search: 400, media: 60 };
const NOT_KEPT = { vi: "offline.html", en: "en/offline.html" };
const FIRST = ["css/site.css", "js/preferences.js", "js/main.js"].map((name) => THEME + name);

const open = (kind) => caches.open(`${OURS}${THEME} ${kind}`);

/** Keeps an answer; the oldest go where there are too many, and a full disk costs nothing else. */
async function keep(kind, address, answer) {
  try {
    const cache = await open(kind);
    await cache.put(address, answer);
    const kept = await cache.keys();
    const tooMany = kept.slice(0, Math.max(0, kept.length - MOST[kind]));
    await Promise.all(tooMany.map((request) => cache.delete(request)));
  } catch (fault) {
    console.warn(fault);
  }
}

/** What never changes under its name: as it was kept, else fetched and kept. */
async function keptFirst(event, kind) {
  const found = await (await open(kind)).match(event.request.url);
  if (found) return found;
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(keep(kind, event.request.url, answer.clone()));
  return answer;
}

/** What may change: fetched and kept, and as it was kept where there is no connection. */
async function fetchedFirst(event, kind, address, isWanted, instead) {
  try {
    const answer = await fetch(event.request);
    if (answer.ok && isWanted(answer)) event.waitUntil(keep(kind, address, answer.clone()));
    return answer;
  } catch (fault) {
    const found = await (await open(kind)).match(address);
    if (found) return found;
    if (!instead) throw fault;
    return (await open("theme")).match(instead);
  }
}

const isPage = (answer) => answer.headers.get("Content-Type")?.startsWith("text/html");

self.addEventListener("install", (event) => {
  const needed = [...Object.values(NOT_KEPT), ...FIRST];
  const kept = open("theme").then((cache) => cache.addAll(needed));
  event.waitUntil(kept.then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([leaveOld(), self.clients.claim().then(keepOpenPages)]));
});

async function leaveOld() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && !name.startsWith(OURS + THEME));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The page that brought this worker has been visited too. */
async function keepOpenPages() {
  for (const { url } of await self.clients.matchAll({ type: "window" })) {
    const answer = await fetch(url);
    if (answer.ok && isPage(answer)) await keep("pages", new URL(url).pathname, answer);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === location.origin && pathname.startsWith(ROOT);
  if (!isOurs || request.method !== "GET" || request.headers.has("Range")) return;
  const path = pathname.slice(ROOT.length);
  const instead = NOT_KEPT[path.startsWith("en/") ? "en" : "vi"];
  const kinds = { [THEME]: "theme", "media/": "media", "search/": "search" };
  const kind = kinds[Object.keys(kinds).find((folder) => path.startsWith(folder))];
  if (request.mode === "navigate") {
    event.respondWith(fetchedFirst(event, "pages", pathname, isPage, instead));
  } else if (path === "search/manifest.json") {
    event.respondWith(fetchedFirst(event, "search", pathname, () => true));
  } else if (kind) {
    event.respondWith(keptFirst(event, kind));
  }
});

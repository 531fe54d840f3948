// Asks Pagefind's own script for queries over an index that Pagefind made, and counts what it fetches.
//
//   node pagefind.mjs '{"index": FOLDER, "queries": FILE, "answers": FILE, "limit": 10, "language": "vi"}'
//
// Each query is asked of an instance that was just started, since what Pagefind finds depends on the
// chunks that earlier queries left in its memory.  Its files are packed already and weigh what they are;
// its scripts weigh what gzip -9 makes of them.

import { copyFileSync, openSync, readFileSync, writeSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const SITE = "http://pagefind.example";
const asked = JSON.parse(process.argv[2]);
const kept = new Map();
let requests = [];

function file(name) {
  if (!kept.has(name)) {
    const data = readFileSync(`${asked.index}/${name}`);
    const packed = data[0] === 0x1f && data[1] === 0x8b;
    kept.set(name, { data, weight: packed ? data.length : gzipSync(data, { level: 9 }).length });
  }
  return kept.get(name);
}

globalThis.window = globalThis;
globalThis.location = new URL(SITE);
globalThis.document = {
  currentScript: null,
  querySelector: () => ({ getAttribute: () => asked.language }),
  documentElement: { lang: asked.language },
};
globalThis.fetch = async (input) => {
  const name = new URL(input.url ?? input, SITE).pathname.slice(1);
  const { data, weight } = file(name);
  requests.push([name, weight]);
  return new Response(data, {
    headers: { "content-type": name.endsWith(".json") ? "application/json" : "application/octet-stream" },
  });
};

/** What was asked for since the last call, each file once, by the folder it lies in. */
function taken() {
  const files = [...new Map(requests.map((one) => [one[0], one])).values()];
  requests = [];
  const of = (folder) => files.filter(([name]) => name.startsWith(folder));
  return { list: of("index/"), excerpts: of("fragment/"), start: files.filter(([name]) => !name.includes("/")) };
}

copyFileSync(`${asked.index}/pagefind.js`, `${asked.index}/pagefind.mjs`);
const pagefind = await import(pathToFileURL(`${asked.index}/pagefind.mjs`).href);
const out = openSync(asked.answers, "w");
const write = (line) => writeSync(out, JSON.stringify(line) + "\n");
const started = new Map([["pagefind.js", file("pagefind.js").weight]]);

for (const line of readFileSync(asked.queries, "utf8").split("\n").filter(Boolean)) {
  const { qid, query } = JSON.parse(line);
  await pagefind.options({ basePath: `${SITE}/`, baseUrl: "/" });
  await pagefind.init();
  const began = performance.now();
  const found = await pagefind.search(query);
  const milliseconds = performance.now() - began;
  const { list, start } = taken();
  for (const [name, weight] of start) started.set(name, weight);
  const shown = await Promise.all(found.results.slice(0, asked.limit).map((one) => one.data()));
  const hits = shown.map(({ url }, at) => [url, found.results[at].score]);
  write({ qid, hits, milliseconds, list, excerpts: taken().excerpts });
  await pagefind.destroy();
}
write({ start: [...started] });

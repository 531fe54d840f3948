// Answers lines of [name, ...arguments] with what the search engine makes of them, for pytest.
//
// The engine is given a `fetch` that reads a folder; there is no other one. What was asked for is
// noted, and the next requests fail when told so.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { open } from "../../theme/static/js/search/searcher.js";

const BASE = "https://site.example/vi/search/";
let folder = "";
let searcher = null;
let asked = [];
let failing = 0;
delete globalThis.fetch;

async function fetchFile(address) {
  if (!String(address).startsWith(BASE)) throw new Error(`not below the index: ${address}`);
  const path = String(address).slice(BASE.length);
  asked.push(path);
  if (failing) {
    failing -= 1;
    if (failing % 2) throw new TypeError("fetch failed");
    return new Response("", { status: 503 });
  }
  return readFile(`${folder}/${path}`).then(
    (bytes) => new Response(bytes),
    () => new Response("", { status: 404 }),
  );
}

const answers = {
  async open(path) {
    folder = path;
    searcher = await open(BASE, { fetch: fetchFile });
  },
  search: (query, options) => searcher.search(query, options),
  together: (queries, options) => Promise.all(queries.map((query) => searcher.search(query, options))),
  asked: () => asked.splice(0),
  fail(requests) {
    failing = requests;
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line);
  const told = await Promise.resolve()
    .then(() => answers[name](...given))
    .then((answer = null) => ({ answer }))
    .catch(({ name, message, remedy }) => ({ error: { name, message, remedy } }));
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

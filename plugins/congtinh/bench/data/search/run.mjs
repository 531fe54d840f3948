// Runs the site's search engine over queries as a browser would, and counts what it fetches.
//
//   node run.mjs '{"searcher": FILE, "index": FOLDER, "queries": FILE, "answers": FILE, "limit": 10}'
//
// `queries` and `answers` are JSON Lines; the first line of `answers` is the start.  Each query is asked
// of a searcher that was opened anew, so that nothing but the start is in its memory.  A file weighs
// what gzip -9 makes of it; a part of a file (a Range) is sent as it lies there.  A round is what is
// under way at the same time.

import { createReadStream, openSync, readFileSync, writeSync } from "node:fs";
import { register } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const TURNS = 4; // of the event loop without a new request, until those under way are answered
const STATIC = /^(?:import|export)\s[^"';]*["'](\.[^"']+)["']/gm;
const asked = JSON.parse(process.argv[2]);
const base = pathToFileURL(asked.index).href.replace(/\/?$/, "/");
const kept = new Map();

/** The bytes of a file and their weight; null where there is none. */
function file(url) {
  const path = fileURLToPath(url);
  if (!kept.has(path)) {
    let data = null;
    try {
      data = readFileSync(path);
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
    kept.set(path, { data, weight: data ? gzipSync(data, { level: 9 }).length : 0 });
  }
  return kept.get(path);
}

/** A script and all that it imports, by their addresses. */
function scriptsOf(url, found = new Set()) {
  if (found.has(url)) return found;
  found.add(url);
  const source = String(file(url).data);
  for (const [, name] of source.matchAll(STATIC)) scriptsOf(new URL(name, url).href, found);
  return found;
}

/** What a page loads over a slow link where every round takes equally long. */
class Link {
  requests = [];
  rounds = 0;
  #scripts;
  #waiting = [];

  constructor(scripts) {
    this.#scripts = new Set(scripts);
  }

  fetch = async (input, options = {}) => {
    const url = new URL(input.url ?? input, base);
    const range = new Headers(options.headers ?? input.headers).get("range");
    const { data, weight } = file(url);
    const part = data && range ? slice(data, range) : data;
    await this.#sent([[url.href.slice(base.length), range && part ? part.length : weight]]);
    return new Response(part, { status: data ? (range ? 206 : 200) : 404 });
  };

  /** A script that is loaded later, with what it imports, unless the page has it. */
  script = async (url) => {
    const missing = [...scriptsOf(url)].filter((one) => !this.#scripts.has(one));
    for (const one of missing) this.#scripts.add(one);
    if (missing.length) await this.#sent(missing.map(weighed));
  };

  /** Resolves when what was asked for at the same time is answered. */
  #sent(requests) {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) {
        this.rounds += 1;
        this.#settle(TURNS, 1);
      }
      this.requests.push(...requests.map(([name, weight]) => [name, weight, this.rounds]));
    });
  }

  #settle(turns, known) {
    setImmediate(() => {
      const now = this.#waiting.length;
      if (turns > 1 || now > known) return this.#settle(now > known ? TURNS : turns - 1, now);
      const answered = this.#waiting;
      this.#waiting = [];
      for (const resolve of answered) resolve();
    });
  }

  /** What was asked for since the last call: [name, weight, round]. */
  taken() {
    const { requests } = this;
    this.requests = [];
    this.rounds = 0;
    return requests;
  }
}

const weighed = (url) => [url.slice(url.lastIndexOf("/") + 1), file(url).weight];

function slice(data, range) {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range);
  return data.subarray(Number(from), to ? Number(to) + 1 : data.length);
}

async function answer(query) {
  const searcher = await open(base, { fetch: link.fetch });
  link.taken();
  const began = process.cpuUsage();
  const { hits, total, showing } = await searcher.search(query.query, {
    language: query.lang,
    limit: asked.limit,
    facets: false,
    prefix: false,
  });
  const used = process.cpuUsage(began);
  write({
    qid: query.qid,
    hits: hits.map((hit) => [hit.id, hit.score]),
    total,
    showing: showing?.text ?? null,
    milliseconds: (used.user + used.system) / 1000,
    requests: link.taken(),
  });
}

const searcher = pathToFileURL(asked.searcher).href;
const scripts = scriptsOf(searcher);
let link = new Link(scripts);
globalThis.loaded = (url) => link.script(url);
register("./scripts.mjs", import.meta.url);

const out = openSync(asked.answers, "w");
const write = (line) => writeSync(out, JSON.stringify(line) + "\n");
const { open } = await import(searcher);
await open(base, { fetch: link.fetch });
write({ requests: [...[...scripts].map((url) => [...weighed(url), 0]), ...link.taken()] });
for await (const line of createInterface({ input: createReadStream(asked.queries) })) {
  link = new Link(scripts);
  await answer(JSON.parse(line));
}

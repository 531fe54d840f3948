// Runs a search library over the same records and queries: how long it indexes, what it finds.
//
//   node rivals.mjs '{"engine": NAME, "modules": FOLDER, "docs": FILE, "queries": FILE,
//                     "answers": FILE, "index": FILE, "limit": 10}'
//
// `docs`, `queries` and `answers` are JSON Lines; `index` is written as the library would ship it, and
// the first line of `answers` says what that cost.  All of these libraries need the whole index first.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

const asked = JSON.parse(process.argv[2]);
const require = createRequire(`${asked.modules}/package.json`);
const lines = (file) => readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const gzipped = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

const FIELDS = ["title", "law_title", "number", "text"];
const WEIGHTS = { title: 4, law_title: 4, number: 4 };

/** Without marks, as a site's author would add it by hand. */
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** Words and pairs of neighbours. */
function wordsAndPairs(text) {
  const words = folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)];
}

function miniSearch(options) {
  const MiniSearch = require("minisearch");
  const engine = new MiniSearch({ fields: FIELDS, storeFields: ["id"], searchOptions: { boost: WEIGHTS }, ...options });
  return {
    scripts: ["minisearch/dist/umd/index.js"],
    index: (docs) => engine.addAll(docs),
    shipped: () => JSON.stringify(engine),
    search: (query) => engine.search(query).map(({ id, score }) => [id, score]),
  };
}

function lunrVietnamese() {
  const lunr = require("lunr");
  require("lunr-languages/lunr.stemmer.support")(lunr);
  require("lunr-languages/lunr.vi")(lunr);
  let engine;
  return {
    scripts: ["lunr/lunr.min.js", "lunr-languages/min/lunr.stemmer.support.min.js", "lunr-languages/min/lunr.vi.min.js"],
    index: (docs) => {
      engine = lunr(function () {
        this.use(lunr.vi);
        this.ref("id");
        for (const name of FIELDS) this.field(name, { boost: WEIGHTS[name] ?? 1 });
        for (const one of docs) this.add(one);
      });
    },
    shipped: () => JSON.stringify(engine),
    search: (query) =>
      engine.query((q) => q.term(lunr.tokenizer(query))).map(({ ref, score }) => [ref, score]),
  };
}

function flexSearch(options, found) {
  const { Document } = require("flexsearch");
  const engine = new Document({ document: { id: "id", index: FIELDS }, ...options });
  return {
    scripts: ["flexsearch/dist/flexsearch.bundle.min.js"],
    index: (docs) => docs.forEach((one) => engine.add(one)),
    shipped: () => {
      const parts = [];
      engine.export((key, data) => parts.push(data ?? ""));
      return parts.join("\n");
    },
    search: (query) =>
      engine.search(query, { limit: asked.limit, merge: true, ...found }).map(({ id }, at) => [id, 1 / (at + 1)]),
  };
}

const ENGINES = {
  minisearch: () => miniSearch(),
  "minisearch-folded": () => miniSearch({ processTerm: folded }),
  "minisearch-pairs": () => miniSearch({ tokenize: wordsAndPairs, processTerm: (term) => term }),
  lunr: lunrVietnamese,
  flexsearch: () => flexSearch({}, {}),
  "flexsearch-context": () => flexSearch({ context: true }, { suggest: true }),
};

const engine = ENGINES[asked.engine]();
const docs = lines(asked.docs);
const before = performance.now();
engine.index(docs);
const shipped = engine.shipped();
const seconds = (performance.now() - before) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1000;
writeFileSync(asked.index, shipped);

const answers = [
  {
    seconds,
    megabytes,
    index: gzipped(asked.index),
    scripts: engine.scripts.map((name) => gzipped(`${asked.modules}/node_modules/${name}`)),
  },
];
for (const { qid, query } of lines(asked.queries)) {
  const began = performance.now();
  const hits = engine.search(query).slice(0, asked.limit);
  answers.push({ qid, hits, milliseconds: performance.now() - began });
}
writeFileSync(asked.answers, answers.map((one) => JSON.stringify(one)).join("\n") + "\n");

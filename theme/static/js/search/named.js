// Documents by their number: those that bear it first, then those that cite it.

import { END } from "./lookup.js";
import { lookUp } from "./ranking.js";
import { eachPosting } from "./segment.js";
import { names } from "./numbers.js";

/** By number: the units of documents that bear it, by segment, and what was found of its citations. */
export async function lookUpNumbers(segments, numbers) {
  return Promise.all(
    numbers.map(async (number) => {
      const key = `#${number.no} `;
      const located = await Promise.all(segments.map((segment) => segment.locate([{ from: key, to: key + END }], 8)));
      const own = await Promise.all(
        segments.map(async (segment, place) => {
          const shards = await Promise.all(located[place][0].map(([name]) => segment.shard(name)));
          return shards.flat().filter(({ term }) => term.startsWith(key) && names(number, partsOf(term)));
        }),
      );
      return { own, cited: await cited(segments, number) };
    }),
  );
}

function partsOf(term) {
  const [no, year, typeCode, symbol] = term.slice(1).split(" ").map((part) => (part === "-" ? null : part));
  return { no, year: year && Number(year), typeCode, symbol };
}

/** The number as it stands in texts. */
async function cited(segments, { no, year, symbol }) {
  const key = [no, year, symbol].filter(Boolean).join("/");
  if (!year && !symbol) return [];
  const range = { from: key, to: symbol ? key : `${key}/${END}` };
  const term = { name: key, key, words: [{ key, marked: false }], begins: !symbol, weight: 1, needed: true, range };
  return lookUp(segments, [term]);
}

/** Puts the documents that bear a number before all others. */
export function raiseOwn(documents, { own }, place, segment) {
  for (const unit of own[place]) {
    eachPosting(unit, (id) => {
      const first = segment.firstOf(id);
      const document = documents.get(first) ?? { first, score: 0, best: id, more: 0, share: 0 };
      document.own = 1;
      documents.set(first, document);
    });
  }
}

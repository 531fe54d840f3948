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
      return { own, asked: number.typeCode, cited: await cited(segments, number) };
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

/** Adds the passages that bear a number, before phrases and words ruled out narrow them. */
export function addOwn(passages, { own }, place) {
  for (const unit of own[place]) eachPosting(unit, (id) => passages.has(id) || passages.set(id, [0, 0]));
}

/** Above every score that words can have. */
const FIRST = 1000;
/** Above every year: a joint circular is a circular too, and comes after those that are nothing else. */
const OF_TYPE = 5;

/** Puts the documents that bear a number before all others, those in force and the newest first. */
export function raiseOwn(documents, { own, asked }, place, segment) {
  for (const unit of own[place]) {
    const { year, typeCode } = partsOf(unit.term);
    const fits = asked && asked === typeCode ? OF_TYPE : 0;
    eachPosting(unit, (id) => {
      const document = documents.get(segment.firstOf(id));
      if (!document || document.own) return;
      document.score += FIRST + fits + (year ?? 0) / FIRST;
      Object.assign(document, { own: true, best: id });
    });
  }
}

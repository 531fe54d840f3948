// What a query insists on: phrases in quotes, and words that may not be there.

import { termsOf } from "./lookup.js";
import { analyse, sameForm } from "./terms.js";
import { lookUp } from "./ranking.js";
import { rawTokens } from "./tokens.js";

const NONE = new Set();

/** Filters for the passages of each segment; those of phrases also `hold` or do not for a text. */
export async function strictOf(segments, phrases, excluded) {
  const required = await Promise.all(phrases.map((run) => found(segments, run)));
  const ruledOut = await Promise.all(excluded.map((run) => found(segments, run)));
  return [
    ...required.map((lists, at) => ({
      narrow(passages, place) {
        if (!passages.size) for (const id of lists[0]?.lists[place].keys() ?? []) passages.set(id, [0, 0]);
        for (const id of passages.keys()) {
          if (!lists.length || !lists.every((one) => one.lists[place].has(id))) passages.delete(id);
        }
      },
      holds: phrases[at].length > 2 && ((file, language) => holds(file, phrases[at], language)),
    })),
    ...ruledOut.map((lists) => ({
      narrow(passages, place) {
        const [one, ...more] = lists.map((list) => list.lists[place]);
        const ids = [...(one?.keys() ?? [])].filter((id) => more.every((list) => list.has(id)));
        const { [place]: segment } = segments;
        const out = new Set(ids.map((id) => segment.firstOf(id)));
        for (const id of passages.keys()) if (out.has(segment.firstOf(id))) passages.delete(id);
      },
    })),
  ];
}

/** The postings of every pair of a phrase, or of its one word; none where the marks are others. */
async function found(segments, run) {
  const terms = termsOf([run], NONE, false).filter(({ words }) => words.length === Math.min(2, run.length));
  const lists = await lookUp(segments, terms.map((term) => ({ ...term, needed: true })));
  return lists.map((one) => (one.astray ? { ...one, lists: segments.map(() => new Map()) } : one));
}

/**
 * Whether the words of a phrase stand side by side in the title or the text of a passage. Where a pair
 * of them stands in neither, the phrase was found in the catalogue, which is not at hand.
 */
function holds(file, run, language) {
  const texts = [file.d[2], file.t].map((text) => rawTokens(text).map((raw) => raw && analyse(raw, language)));
  const stands = (words) =>
    texts.some((found) => found.some((_, at) => words.every((word, step) => matches(word, found[at + step]))));
  return stands(run) || !run.slice(1).every((word, at) => stands([run[at], word]));
}

const matches = (word, found) =>
  found && found.key === word.key && (!word.marked || sameForm(word.form, found.form));

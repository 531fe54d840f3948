// What a query insists on: phrases in quotes, and words that may not be there.

import { fits, termsOf } from "./lookup.js";
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
      holds: (file, language) => holds(file, phrases[at], language),
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

/** The postings of every pair of a phrase, or of its one word. */
function found(segments, run) {
  const terms = termsOf([run], NONE, false).filter(({ words }) => words.length === Math.min(2, run.length));
  return lookUp(segments, terms.map((term) => ({ ...term, needed: true })));
}

/** Whether the words of a phrase stand side by side in the title or the text of a passage. */
function holds(file, run, language) {
  return [file.d[2], file.t].some((text) => {
    const words = rawTokens(text).map((raw) => raw && analyse(raw, language));
    return words.some((_, at) => run.every((word, step) => matches(word, words[at + step])));
  });
}

const matches = (word, found) =>
  found && found.key === word.key && (!word.marked || sameForm(word.form, found.form));

// A query as typed, read into what is looked up.

import { analyse } from "./terms.js";
import { rawTokens } from "./tokens.js";

const QUOTED = /(-?)["“”]([^"“”]*)["“”]?/g;
const EXCLUDED = /(^|\s)-([^\s-]\S*)/g;
const DIGIT = /\d/;

/**
 * The parts of a query: `runs` of words that stand side by side, `phrases` that must stand so,
 * `excluded` words, and document `numbers`. A word is { raw, key, form, marked }.
 */
export async function readQuery(query, language) {
  const phrases = [];
  const excluded = [];
  const numbers = [];
  let rest = query.normalize("NFC").replace(QUOTED, (_, minus, words) => {
    (minus ? excluded : phrases).push(...runsOf(words, language));
    return " . ";
  });
  rest = rest.replace(EXCLUDED, (_, before, word) => {
    excluded.push(...runsOf(word, language));
    return `${before}. `;
  });
  if (DIGIT.test(rest)) {
    const { readNumbers, tidy } = await import("./numbers.js");
    rest = tidy(rest);
    for (const number of readNumbers(rest).reverse()) {
      numbers.unshift({ ...number, words: runsOf(rest.slice(number.start, number.end), language) });
      rest = `${rest.slice(0, number.start)} . ${rest.slice(number.end)}`;
    }
  }
  return { runs: runsOf(rest, language), phrases, excluded, numbers };
}

/** The words of a text, in runs between breaks. */
export function runsOf(text, language) {
  const runs = [[]];
  for (const raw of rawTokens(text)) {
    const word = raw && wordOf(raw, language);
    if (word?.key) runs.at(-1).push(word);
    else if (runs.at(-1).length) runs.push([]);
  }
  return runs.filter((run) => run.length);
}

/** A raw token as it is looked up; typed marks have to match, bare letters match all. */
export function wordOf(raw, language) {
  const { key, form } = analyse(raw, language);
  return { raw, key, form, marked: /[^\0-\x7f]/.test(form) };
}

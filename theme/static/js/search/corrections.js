// What was meant where words of a query were not found: raw Telex or VNI, slips, words that stand apart.

import { spans } from "./tokens.js";

/** Words of a query up to which slips are looked for in it, and how many. */
const FEW = 8;
const SLIPS = 3;
/** A word that one in so many passages holds is not looked up by itself. */
const COMMON = 8;
const RAW = /[fjwz0-9]|dd|aa|ee|oo|[rsx]$/i;

/**
 * The answer to what was meant, as `searcher.answer` gives it; null where nothing is better than the one
 * there is. Where nothing is found at all it has `suggestions`.
 */
export async function corrected(searcher, query, asked, answer) {
  let best = answer;
  const typed = await decodedOf(query, missing(answer));
  if (typed) best = better(await searcher.answer(typed, asked), best);
  if (missing(best).length && best.parts.runs.flat().length <= FEW) best = await respelt(searcher, asked, best);
  return best === answer ? null : best;
}

/** The answer with slips made good, and words looked up by themselves that stand beside others nowhere. */
async function respelt(searcher, asked, answer) {
  const { Lexicon } = await import("./lexicon.js");
  const lexicon = await Lexicon.of(searcher.segments[asked.language] ?? [], asked.language);
  let best = answer;
  let last = answer;
  for (let slips = 0; slips < SLIPS && missing(last).length; slips++) {
    const meant = await lexicon.meant(last.parts.runs, missing(last));
    if (!meant) break;
    last = await searcher.answer(rewritten(last.query, meant), asked);
    best = better(last, best);
  }
  const isAside = (word) => lexicon.df(word) && lexicon.df(word) < lexicon.all / COMMON;
  const aside = new Set(missing(best).filter(isAside).map(({ raw }) => raw));
  if (aside.size) {
    const apart = await searcher.answer(rewritten(best.query, (raw) => aside.has(raw) && `. ${raw} .`), asked);
    best = better({ ...apart, query: best.query }, best);
  }
  if (best.documents.length) return best;
  return { ...best, suggestions: await lexicon.nearest(missing(best)) };
}

/** The one that holds more of what it asks for. */
const better = (one, other) => (shareOf(one) > shareOf(other) * 1.01 ? one : other);
const shareOf = ({ documents }) => documents.reduce((most, { share }) => Math.max(most, share), 0);

/** The words that were not found. */
function missing({ unknown, found }) {
  const known = new Set(found.filter(({ df, astray }) => df && !astray).flatMap(({ term }) => term.words.map(nameOf)));
  return unknown.filter((word) => !known.has(nameOf(word)));
}
const nameOf = ({ marked, form, key }) => (marked ? form : key);

/** The query with other words in the place of some. */
function rewritten(query, others) {
  const text = query.normalize("NFC");
  let made = "";
  let at = 0;
  for (const [start, end] of spans(text)) {
    const raw = text.slice(start, end);
    made += text.slice(at, start) + (others(raw) || raw);
    at = end;
  }
  return made + text.slice(at);
}

/** The query in Vietnamese where words that were not found are raw Telex or VNI; "" where none is. */
async function decodedOf(query, words) {
  if (!words.some(({ raw }) => RAW.test(raw))) return "";
  const { decoded } = await import("./typing.js");
  return words.some(({ raw }) => decoded(raw)) ? rewritten(query, decoded) : "";
}

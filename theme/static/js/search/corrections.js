// What was meant where words of a query were not found: raw Telex or VNI, slips, words that stand apart.

import { spans } from "./tokens.js";

/** Words of a query up to which slips are looked for in it, and how many. */
const FEW = 8;
const SLIPS = 3;
/** A word is not looked up by itself that one in so many passages holds. */
const COMMON = 3;
/** What a reading has to add that is not sure by itself. */
const MORE = 1.01;
/** What may be typed raw: words with keys where Vietnamese has no such letters, numbers with NĐ or QĐ. */
const NUMBER = /^\d.*[/-].*d[d9]/i;
const RAW = /[fjwz0-9]|dd|aa|ee|oo|[rsx]$/i;

/**
 * The answer to what was meant, as `searcher.answer` gives it, or null where nothing is better than the
 * one there is. Where nothing is found in the end it has `suggestions`, words of the index.
 */
export async function corrected(searcher, query, asked, answer) {
  let best = answer;
  const typed = await decodedOf(query, missing(answer));
  if (typed) {
    const decoded = await searcher.answer(typed.text, asked);
    const isPart = asked.prefix && asked.language === "vi"; // the tone of a word that is being typed comes last
    best = isPart && shareOf(decoded) > shareOf(best) ? decoded : better(decoded, best, typed.many ? 1 : MORE);
  }
  const few = best.parts.runs.flat().length <= FEW;
  if (few && missing(best).length) best = await respelt(searcher, asked, best);
  return best === answer ? null : best;
}

/** The answer with slips made good, and words looked up by themselves that stand beside their neighbours nowhere. */
async function respelt(searcher, asked, answer) {
  const names = ["lexicon", "meant", "evidence", "slips"]; // all at once, and not one after the other
  const [{ Lexicon }, { meant, nearest }] = await Promise.all(names.map((name) => import(`./${name}.js`)));
  const lexicon = await Lexicon.of(searcher.segments[asked.language] ?? [], asked.language);
  let best = answer;
  let last = answer;
  for (let slips = 0; slips < SLIPS && missing(last).length; slips++) {
    const others = await meant(lexicon, last.parts.runs, missing(last));
    if (!others) break;
    last = await searcher.answer(rewritten(last.query, others), asked);
    best = better(last, best);
  }
  const strange = missing(best).filter((word) => !lexicon.df(word));
  const alone = strange.length && (await meant(lexicon, strange.map((word) => [word]), strange));
  best = await apart(searcher, asked, best, lexicon, alone || (() => null));
  if (best.documents.length) return best;
  return { ...best, suggestions: await nearest(lexicon, missing(best)) };
}

/** The answer with the words looked up by themselves that were not found, and `others` in the place of some. */
async function apart(searcher, asked, answer, lexicon, others) {
  const isKnown = (word) => lexicon.df(word) && lexicon.df(word) < lexicon.all / COMMON;
  const known = new Set(missing(answer).filter(isKnown).map(({ raw }) => raw));
  const meant = (raw) => others(raw) || (known.has(raw) && raw);
  const text = rewritten(answer.query, (raw) => meant(raw) && `. ${meant(raw)} .`);
  if (text === answer.query) return answer;
  const found = await searcher.answer(text, asked);
  return better({ ...found, query: rewritten(answer.query, others) }, answer, MORE);
}

/** The first where fewer of its words are missing and a document holds as much of them, or `more`, else the other. */
const better = (one, other, more = 1) =>
  missing(one).length < missing(other).length && shareOf(one) >= shareOf(other) * more ? one : other;
const shareOf = ({ documents }) => documents.reduce((most, { share }) => Math.max(most, share), 0);

/** The words that were not found, nor was another one that is the same. */
function missing({ unknown, found }) {
  const known = new Set(found.filter(({ df, astray }) => df && !astray).flatMap(({ term }) => term.words.map(nameOf)));
  return unknown.filter((word) => !known.has(nameOf(word)));
}
const nameOf = ({ marked, form, key }) => (marked ? form : key);

/** The query with other words in the place of some; `others` leads from a raw token to what stands for it. */
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

/** The query in Vietnamese where words that were not found are raw Telex or VNI, and whether many are; or null. */
async function decodedOf(query, words) {
  if (!words.some(({ raw }) => RAW.test(raw))) return null;
  const { decoded } = await import("./typing.js");
  const meant = (raw) => (NUMBER.test(raw) ? raw.replace(/d[d9]/gi, "Đ") : decoded(raw));
  const typed = words.filter(({ raw }) => meant(raw));
  return typed.length ? { text: rewritten(query, meant), many: typed.length > 1 } : null;
}

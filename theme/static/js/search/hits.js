// The hits that are shown: what is told of each document, and an excerpt with the words marked.

import { analyse, sameForm } from "./terms.js";
import { rawTokens, spans } from "./tokens.js";

const LENGTH = 260;
/** Texts that are looked at together where only they tell whether a document answers. */
const AT_ONCE = 30;

/**
 * The hits from `offset` on, and how many documents there are in all; where texts have to be looked at,
 * those that were not yet are taken to answer.
 */
export async function hitsOf(documents, { parts, strict }, { language, offset, limit, day }) {
  const words = [...parts.runs, ...parts.phrases, ...parts.numbers.flatMap((number) => number.words)].flat();
  const read = (document) => document.segment.passage(document.best);
  const checks = strict.filter((one) => one.holds);
  const answering = checks.length ? [] : documents;
  let total = documents.length;
  for (let at = 0; checks.length && at < documents.length && answering.length < offset + limit; at += AT_ONCE) {
    const looked = documents.slice(at, at + AT_ONCE);
    const files = await Promise.all(looked.map(read));
    const held = looked.filter((_, number) => checks.every((one) => one.holds(files[number], language)));
    answering.push(...held);
    total += held.length - looked.length;
  }
  const shown = answering.slice(offset, offset + limit);
  const files = await Promise.all(shown.map(read));
  const hits = shown.map((document, at) => hitOf(document, files[at], words, language, day));
  return { hits, total };
}

function hitOf({ score, own, more }, file, words, language, day) {
  const [id, url, title, number, type, date, section, states] = file.d;
  return {
    id,
    url: file.a && !own ? `${url}#${file.a}` : url,
    title,
    number,
    type,
    date: date === null ? null : new Date(date * 86400000).toISOString().slice(0, 10),
    status: stateOn(states, day),
    language,
    section,
    score,
    exact: Boolean(own),
    excerpt: excerptOf(file.t, words, language),
    more,
  };
}

/** The code of the state on a day, from the states and the days they begin. */
export const stateOn = (states, day) =>
  states.filter(([from]) => from === null || from <= day).at(-1)?.[1] ?? "";

/** The part of a text that holds the most of the words: [{ text, mark }]. */
export function excerptOf(text, words, language) {
  const marked = spansOf(text, words, language);
  const from = startOf(text, marked);
  const to = endOf(text, from);
  const parts = [];
  let at = from;
  const push = (end, mark) => end > at && parts.push({ text: text.slice(at, end), mark }) && (at = end);
  for (const [start, end] of marked.filter(([start, end]) => start >= from && end <= to)) {
    push(start, false);
    push(end, true);
  }
  push(to, false);
  if (from && parts.length) parts[0] = parts[0].mark ? parts[0] : { ...parts[0], text: `…${parts[0].text}` };
  if (to < text.length) parts.push({ text: "…", mark: false });
  return parts;
}

/**
 * Where the words of a query stand in a text: [start, end, keys]; neighbours are one.
 * Where some stand side by side, those that stand alone say nothing.
 */
function spansOf(text, words, language) {
  const wanted = grouped(words);
  const found = [];
  const raws = rawTokens(text);
  spans(text).forEach(([start, end], at) => {
    if (!raws[at]) return;
    const { key, form } = analyse(raws[at], language);
    const fits = wanted.get(key)?.some((word) => !word.marked || sameForm(word.form, form));
    if (!fits) return;
    const last = found.at(-1);
    if (last && /^[ -]$/.test(text.slice(last[1], start))) {
      last[1] = end;
      last[2].add(key);
    } else found.push([start, end, new Set([key])]);
  });
  const most = Math.max(0, ...found.map(([, , keys]) => keys.size));
  return found.filter(([, , keys]) => keys.size >= Math.min(most, 2) && (most > 1 || words.length < 3));
}

function grouped(words) {
  const groups = new Map();
  for (const word of words) groups.set(word.key, [...(groups.get(word.key) ?? []), word]);
  return groups;
}

/** Where the excerpt begins: at a word or sentence, so that most of what was asked for follows. */
function startOf(text, marked) {
  let best = 0;
  let most = 0;
  marked.forEach(([start], at) => {
    let worth = 0;
    const seen = new Set();
    for (const [begin, end, keys] of marked.slice(at)) {
      if (end > start + LENGTH) break;
      worth += (keys.size - 1) * 2;
      for (const key of keys) if (!seen.has(key)) worth += Boolean(seen.add(key)) * 1;
      if (begin < start) break;
    }
    if (worth > most) [best, most] = [start, worth];
  });
  if (best < 60) return 0;
  const before = text.slice(best - 60, best);
  const sentence = Math.max(...[". ", "; ", "\n"].map((sign) => before.lastIndexOf(sign)));
  if (sentence >= 0) return best - 60 + sentence + (before[sentence] === "\n" ? 1 : 2);
  return best - 60 + before.indexOf(" ") + 1;
}

function endOf(text, from) {
  if (text.length - from <= LENGTH + 40) return text.length;
  const space = text.lastIndexOf(" ", from + LENGTH);
  return space > from ? space : from + LENGTH;
}

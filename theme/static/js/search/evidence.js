// How many passages hold words side by side, read from as few shards as will do.

import { fits } from "./lookup.js";
import { eachPosting } from "./segment.js";
import { costOf } from "./slips.js";
import { analyse } from "./terms.js";
import { rawTokens } from "./tokens.js";

/** Bytes of shards, before compression, that are read to tell words apart that may be meant. */
const BYTES = 18000;
/** A shard of so many bytes holds one term alone, and is not read until sure, if its words are so common. */
const LARGE = 3100;
const LARGE_DF = 500;
const PER_POSTING = 2;
/** What a form counts for each mark it lacks of those typed; and for each of them where it is not known. */
const UNMARKED = 0.2;
const UNREAD = 0.3;

/** A word that is meant, with the marks that were typed for it. */
export const wordMeant = (key, typed = "") => ({ key, form: key, marked: false, typed, marks: marksOf(typed) });
const marksOf = (form) => [...form.normalize("NFD")].filter((sign) => sign > "\x7f");

/** One word or two to be looked up, the lowest rank first; `df` passages hold it, and `guess` more. */
export function termOf(words, rank) {
  const key = words.map((word) => word.key).join(" ");
  return { key, words, rank, range: { from: key, to: key }, df: 0, guess: 0, unread: [], forms: [] };
}

/** Finds how many passages hold each term, as far as that does not cost too much. */
export async function look(lexicon, terms) {
  terms.sort((one, other) => one.rank - other.rank);
  let bytes = 0;
  const looking = lexicon.segments.map(async (segment) => {
    const located = await segment.locate(terms.map(({ range }) => range), 2);
    const chosen = new Map();
    terms.forEach((term, number) => {
      for (const [name, size] of located[number]) {
        if (size > LARGE) guess(lexicon, term, size, [segment, name]);
        else if (chosen.has(name) || (bytes += size) < BYTES) chosen.set(name, [...(chosen.get(name) ?? []), term]);
      }
    });
    await Promise.all([...chosen].map(([name, own]) => count(own, segment, name)));
  });
  await Promise.all(looking);
}

/** Takes from the size of a shard how many passages hold a term, if it is of words that are common enough. */
function guess(lexicon, term, size, place) {
  if (term.words.some((word) => lexicon.df(word) < LARGE_DF)) return;
  term.unread.push(place);
  term.guess += (size / PER_POSTING) * UNREAD ** term.words.flatMap(({ marks = [] }) => marks).length;
}

/** Reads what was only guessed of some terms; whether there was any. */
export async function read(terms) {
  const guessed = terms.filter(({ unread }) => unread.length);
  for (const term of guessed) {
    const places = term.unread.splice(0);
    term.guess = 0;
    await Promise.all(places.map(([segment, name]) => count([term], segment, name)));
  }
  return guessed.length > 0;
}

/** Counts what a shard has of some terms; a form that lacks marks which were typed counts less. */
async function count(terms, segment, name) {
  for (const unit of await segment.shard(name)) {
    for (const term of terms.filter((one) => fits(one, unit) === 1)) {
      const forms = unit.term.split(" ");
      let df = unit.postings.length / PER_POSTING;
      term.words.forEach(({ marks = [] }, at) => {
        const parts = forms[at].normalize("NFD");
        df *= UNMARKED ** marks.filter((mark) => !parts.includes(mark)).length;
      });
      term.df += df;
      term.forms.push(...term.words.map((word, at) => ({ word, form: forms[at], df, segment, unit })));
    }
  }
}

/** Words that are meant, as they are mostly written in the terms where they were found. */
export async function written(lexicon, { terms, words }) {
  const made = words.map(async (word) => {
    const isOwn = (one) => one.word === word;
    let forms = terms.flatMap((term) => term.forms).filter(isOwn);
    if (!forms.length) {
      const alone = termOf([word], 0);
      await look(lexicon, [alone]);
      await read([alone]);
      ({ forms } = alone);
    }
    const [best] = forms.sort((one, other) => other.df - one.df);
    if (!best) return word.key;
    return lexicon.language === "en" ? inText(best) : best.form;
  });
  return (await Promise.all(made)).join(" ");
}

/** An English word, of which the index has the stem, as it is written in a passage, most like what was typed. */
async function inText({ word, form, segment, unit }) {
  let [best, most] = [0, -1];
  eachPosting(unit, (id, impact) => {
    if (impact > most) [best, most] = [id, impact];
  });
  const { d, t } = await segment.passage(best);
  const raws = rawTokens(`${d[2]}\n${t}`).filter((raw) => raw && analyse(raw, "en").key === form);
  const [[raw] = [form]] = raws
    .map((raw) => [raw.toLowerCase(), costOf(word.typed, raw.toLowerCase(), Infinity)])
    .sort((one, other) => one[1] - other[1]);
  return raw;
}

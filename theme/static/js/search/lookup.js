// What a query looks up in the index: words, pairs of words, beginnings, and how much each weighs.

import { sameForm } from "./terms.js";

const LIGHT = 0.5;
const SINGLE = 0.5;
const SINGLES_AFTER = 1.5;

/** The end of a range of keys that begin alike. */
export const END = "\uffff";

/**
 * The terms of a query, the most telling first: { key, words, weight, range, singles }.
 * A pair weighs half for each function word in it; `needed` are looked up whatever they cost.
 */
export function termsOf(runs, light, prefix) {
  const pairs = [];
  const singles = [];
  runs.forEach((run, number) => {
    const open = prefix && number === runs.length - 1;
    run.forEach((word, at) => {
      const begins = open && at === run.length - 1;
      const before = run[at - 1];
      if (before) pairs.push(termOf([before, word], light, begins));
      const alone = run.length === 1;
      if (alone || !light.has(word.key)) singles.push({ ...termOf([word], light, begins), needed: alone });
    });
  });
  const many = pairs.length > 6;
  for (const pair of pairs) pair.needed = !many;
  const terms = [...pairs, ...(many ? singles : singles.filter((term) => term.needed))];
  return unique(terms).sort((one, other) => other.needed - one.needed || one.order - other.order);
}

const unique = (terms) => [...new Map(terms.map((term) => [term.name, term])).values()];

function termOf(words, light, begins) {
  const key = words.map((word) => word.key).join(" ");
  const lights = words.length > 1 ? words.filter((word) => light.has(word.key)).length : 0;
  return {
    name: words.map((word) => (word.marked ? word.form : word.key)).join(" "),
    key,
    words,
    begins,
    order: words.length > 1 ? lights : SINGLES_AFTER,
    weight: words.length > 1 ? LIGHT ** lights : SINGLE,
    range: { from: key, to: begins ? key + END : key },
  };
}

/** How well a unit of the index answers a term: 1, less where only the letters do, or 0. */
export function fits(term, unit) {
  if (term.begins ? !unit.key.startsWith(term.key) : unit.key !== term.key) return 0;
  const forms = unit.term.split(" ");
  if (forms.length !== term.words.length) return 0;
  const same = term.words.every(
    ({ marked, form }, at) =>
      !marked ||
      sameForm(form, forms[at]) ||
      (term.begins && at === forms.length - 1 && forms[at].startsWith(form)),
  );
  return same ? 1 : ASTRAY;
}

/** What a form counts that has the letters but not the marks that were typed. */
export const ASTRAY = 0.12;

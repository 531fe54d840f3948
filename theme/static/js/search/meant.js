// What is meant by words that were not found: a noisy channel (Kernighan, Church & Gale 1990) with the
// pairs of words of the index for a model of the language.

import { look, read, termOf, wordMeant, written } from "./evidence.js";

/** Words that may be meant of which the pairs with the word before are looked up; so many with that after. */
const [MOST_AFTER, MOST_BEFORE] = [32, 8];
const SUGGESTED = 3;
/** Natural logarithms: how much likelier a known word is right than mistyped, and what makes sure. */
const KEPT = 3;
const SURE = 1.5;
/** What makes sure of a word that stands alone: nothing else is found, so less will do, but not of initials. */
const ALONE = -2;
const INITIALS = 3;
/** How much rarer two words stand side by side than in one passage, if they have nothing to do with each other. */
const ASIDE = 300;
const MOST_CHANCE = 0.5;

/**
 * The likeliest slip among the words of `runs` that are `missing`: from a raw token to what it is meant for;
 * null where none is likely.
 */
export async function meant(lexicon, runs, missing) {
  const slots = slotsOf(lexicon, runs, new Set(missing));
  if (lexicon.language === "vi" && slots.some(isAlone)) await keepSyllables(slots.filter(isAlone));
  await look(lexicon, slots.flatMap(({ own, options }) => [own, ...options.flatMap(({ terms }) => terms)]));
  let best;
  do best = likeliest(lexicon, slots);
  while (best && (await read(best.terms)));
  if (!best) return null;
  const text = await written(lexicon, best);
  return (raw) => raw === best.word.raw && text;
}

/** Words of the index that are near to words not found. */
export async function nearest(lexicon, missing) {
  const options = missing.flatMap((word) => lexicon.like(word).slice(0, SUGGESTED));
  options.sort((one, other) => other.worth - one.worth);
  const texts = options.slice(0, SUGGESTED).map(({ keys }) => {
    return written(lexicon, { terms: [], words: keys.map((key) => wordMeant(key)) });
  });
  return [...new Set(await Promise.all(texts))];
}

/** The words not found with what each may be meant for; only those that are new where there are any. */
function slotsOf(lexicon, runs, missing) {
  const slots = runs.flatMap((run) =>
    run.flatMap((word, at) => (missing.has(word) ? [{ word, before: run[at - 1], after: run[at + 1] }] : [])),
  );
  const strange = slots.filter(({ word }) => !lexicon.df(word));
  return (strange.length ? strange : slots).map(({ word, before, after }) => ({
    word,
    chain: [before, word, after].filter(Boolean),
    own: termOf([word], -1),
    options: optionsOf(lexicon, word, before, after),
  }));
}

/** What a word may be meant for between its neighbours: { words, chain, cost, terms }, the likeliest first. */
function optionsOf(lexicon, word, before, after) {
  const like = lexicon.like(word).slice(0, before ? MOST_AFTER : MOST_BEFORE);
  return like.map(({ keys, cost }, rank) => {
    const starts = [0, keys[1] ? keys[0].length : Infinity];
    const words = keys.map((key, at) => wordMeant(key, word.form.slice(starts[at], starts[at + 1])));
    const chain = [before, ...words, after].filter(Boolean);
    const pairs = chain.length > 1 ? chain.slice(1).map((one, at) => [chain[at], one]) : [chain];
    const terms = pairs.slice(0, rank < MOST_BEFORE ? pairs.length : 1).map((pair) => termOf(pair, rank));
    return { words, chain, cost, terms };
  });
}

const isAlone = ({ chain }) => chain.length < 2;

/** Leaves syllables that stand alone as they are but for their marks: they are no slips, the index lacks them. */
async function keepSyllables(slots) {
  const { isSyllable } = await import("./typing.js");
  for (const slot of slots) {
    const { word } = slot;
    if (isSyllable(word.form)) slot.options = slot.options.filter(({ words: [{ key }] }) => key === word.key);
  }
}

/** The slip that is likeliest, with what is meant; null where the words are likelier as they stand. */
function likeliest(lexicon, slots) {
  let best = null;
  for (const slot of slots) {
    const { word, chain, own, options } = slot;
    const alone = isAlone(slot);
    if (!word.marked && word.key.length <= (alone ? INITIALS : lexicon.language === "en")) continue;
    const df = Math.max(own.df + own.guess, word.marked ? 0 : lexicon.df(word));
    const right = likely(lexicon, chain, alone ? [{ df, guess: 0 }] : [], (one) => (one === word ? df : lexicon.df(one)));
    const kept = right + (df ? KEPT : 0) + (alone ? ALONE : SURE);
    const isBlind = chain.every((other) => other === word || !lexicon.df(other));
    for (const { words, chain, cost, terms } of options) {
      if (!isBlind && !terms.some(({ df, guess }) => df + guess)) continue;
      const gain = likely(lexicon, chain, terms) - cost - kept;
      if (gain > (best?.gain ?? 0)) best = { gain, word, words, terms };
    }
  }
  return best;
}

/** How likely words are in a row, as a logarithm; of one word the square root of how often it stands there. */
function likely(lexicon, chain, terms, dfOf = (word) => lexicon.df(word)) {
  const found = ({ df, guess } = { df: 0, guess: 0 }) => df + guess;
  if (chain.length < 2) return Math.log(found(terms[0]) + 0.5) / 2;
  const dfs = chain.map((word) => dfOf(word) + 0.5);
  return chain.slice(1).reduce((sum, _, at) => {
    const chance = Math.min(MOST_CHANCE, (dfs[at] * dfs[at + 1]) / lexicon.all / ASIDE);
    return sum + Math.log(found(terms[at]) + chance) - (at ? Math.log(dfs[at]) : 0);
  }, 0);
}

// The commonest words of the index, and which of them a word that was not found may be meant for.

import { costOf, soundingLike } from "./slips.js";

/** Costs up to which a word may be meant, of short and of long ones; of what sounds alike, and a missing space. */
const [SHORT, LONG] = [4, 6];
const MANY_LETTERS = 7;
/** Letters in a row that may differ, of short and of long words. */
const [SLIP, SLIPS] = [2, 4];
const [SOUND, SPACE] = [2.5, 2];
/** Keys that are mostly written with y. */
const OPEN_I = /^(?:[hklmstv]|qu)i$/;

export class Lexicon {
  /** The words of the segments of a language. */
  static async of(segments, language) {
    const lists = await Promise.all(segments.map(({ files, told }) => files.json(`w/${told.lexicon}.json`)));
    return new Lexicon(segments, language, lists);
  }

  constructor(segments, language, lists) {
    Object.assign(this, { segments, language, words: new Map() });
    this.all = segments.reduce((sum, { told }) => sum + told.passages, 0);
    for (const list of lists) {
      list.forEach((words, power) => {
        if (words) for (const key of words.split(" ")) this.words.set(key, this.df({ key }) + 1.5 * 2 ** power);
      });
    }
  }

  /** How many passages hold a word, roughly; 0 where it is no common one. */
  df({ key }) {
    return this.words.get(key) ?? 0;
  }

  /** What a word may be meant for, the likeliest first: { keys, cost, worth }, of one key or two. */
  like(word) {
    const isLong = word.key.length >= MANY_LETTERS;
    const options = this.parted(word);
    const isStem = ({ length }, form) => this.language === "en" && length > 4 && form.length - length < 4;
    const alike = new Set(this.language === "vi" ? soundingLike(word.key) : []);
    for (const [key, df] of this.words) {
      if (key === word.key && !word.marked) continue;
      const written = OPEN_I.test(key) ? [key, key.replace("i", "y")] : [key];
      const costs = written.map((one) => costOf(word.key, one, isLong ? SLIPS : SLIP));
      if (alike.has(key)) costs.push(SOUND);
      if (isStem(key, word.form)) costs.push(costOf(word.form.slice(0, key.length), key, SLIP));
      const cost = Math.min(...costs);
      if (cost <= (isLong ? LONG : SHORT)) options.push({ keys: [key], cost, worth: Math.log(df) - cost });
    }
    return options.sort((one, other) => other.worth - one.worth);
  }

  /** The pairs of words that a word is without a space. */
  parted({ key }) {
    return [...key].flatMap((_, at) => {
      const keys = [key.slice(0, at), key.slice(at)];
      const [df, more] = keys.map((one) => this.df({ key: one }));
      return df && more ? [{ keys, cost: SPACE, worth: Math.log(Math.min(df, more)) - SPACE }] : [];
    });
  }
}

// The commonest words of the index, and which of them a word that was not found is meant for: a noisy
// channel (Kernighan, Church & Gale 1990) with the pairs of words of the index as its language model.

import { fits } from "./lookup.js";
import { eachPosting } from "./segment.js";
import { costOf, soundOf } from "./slips.js";
import { analyse, keyOf } from "./terms.js";
import { rawTokens } from "./tokens.js";

/** Bytes of shards, before compression, that are read to tell words apart that may be meant. */
const BYTES = 18000;
/** A shard of so many bytes holds one common term alone and need not be read, if it is of words so common. */
const LARGE = 3100;
const LARGE_DF = 500;
const PER_POSTING = 2;
const [MOST_AFTER, MOST_BEFORE, SUGGESTED] = [32, 8, 3];
/** Costs up to which a word may be meant, of short and of long ones; of what sounds alike, and a missing space. */
const [SHORT, LONG] = [4, 6];
const [SOUND, SPACE] = [2.5, 2];
const MANY_LETTERS = 7;
/** Natural logarithms: how much likelier a known word is right than mistyped, and what makes sure. */
const KEPT = 2;
const SURE = 1.5;
/** The same of a word that stands alone, where there are no pairs to go by and how common it is tells less. */
const ALONE = 0.5;
/** How much rarer two words stand side by side than in one passage, if they have nothing to do with each other. */
const ASIDE = 300;
const MOST_CHANCE = 0.5;
/** What a form counts for each mark it lacks of those typed, and a pair whose forms are not known. */
const UNMARKED = 0.2;
const UNREAD = 0.3;

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
        if (words) for (const word of words.split(" ")) this.words.set(word, this.df({ key: word }) + 1.5 * 2 ** power);
      });
    }
  }

  /** How many passages hold a word, roughly; none where it is no common one. */
  df({ key }) {
    return this.words.get(key) ?? 0;
  }

  /** From the likeliest slip among words not found to what is meant, as a function; null where none is likely. */
  async meant(runs, missing) {
    const slots = this.slotsOf(runs, missing);
    await this.look(slots.flatMap(({ alone, options }) => [alone, ...options.flatMap(({ terms }) => terms)]));
    let best;
    do best = this.likeliest(slots);
    while (best && (await this.read(best.terms)));
    globalThis.DEBUG?.(slots, best);
    if (!best) return null;
    const text = await this.written(best);
    return (raw) => raw === best.word.raw && text;
  }

  /** The slip that is likeliest, with what is meant; none that is not likelier than the words as they stand. */
  likeliest(slots) {
    let best = null;
    for (const { word, beside, alone, options } of slots) {
      const own = word.marked ? heldBy(alone) : Math.max(heldBy(alone), this.df(word));
      const kept = (own ? KEPT : 0) + this.likely(chainOf(word, beside), [], own);
      const isBlind = beside.every((other) => !other || !this.df(other));
      for (const { cost, terms, chain, words } of options) {
        if (!isBlind && !terms.some(heldBy)) continue;
        const gain = this.likely(chain, terms, heldBy(terms[0])) - cost - kept - (chain.length > 1 ? SURE : ALONE);
        if (gain > (best?.gain ?? 0)) best = { gain, word, terms, words };
      }
    }
    return best;
  }

  /** The words not found, each with its neighbours and what may be meant; only new words where there are any. */
  slotsOf(runs, missing) {
    const suspects = new Set(missing);
    const slots = runs.flatMap((run) =>
      run.flatMap((word, at) => (suspects.has(word) ? [{ word, beside: [run[at - 1], run[at + 1]] }] : [])),
    );
    const strange = slots.filter(({ word }) => !this.df(word));
    return (strange.length ? strange : slots).map(({ word, beside }) => {
      const like = this.like(word, word.key.length < MANY_LETTERS ? SHORT : LONG).slice(0, beside[0] ? MOST_AFTER : MOST_BEFORE);
      const single = like.map(({ key, cost }) => ({ cost, words: [meantBy(key, word)] }));
      const options = [...single, ...this.parted(word)].map(({ cost, words }, rank) => {
        const chain = chainOf(words, beside);
        const pairs = chain.length > 1 ? chain.slice(1).map((one, at) => [chain[at], one]) : [chain];
        const terms = pairs.slice(0, rank < MOST_BEFORE ? pairs.length : 1).map((pair) => termOf(pair, rank));
        return { cost, words, chain, terms };
      });
      return { word, beside, alone: termOf([word], -1), options };
    });
  }

  /** The words that one may be meant for, the likeliest first. */
  like({ key, marked }, most) {
    const options = [];
    const sound = this.language === "vi" && soundOf(key);
    for (const [word, df] of this.words) {
      if (word === key ? !marked : Math.abs(word.length - key.length) > 2) continue;
      const alike = sound && soundOf(word) === sound ? SOUND : Infinity;
      const cost = word === key ? 0 : Math.min(alike, costOf(key, word));
      if (cost <= most) options.push({ key: word, cost, worth: Math.log(df) - cost });
    }
    return options.sort((one, other) => other.worth - one.worth);
  }

  /** The pairs of words that one is without a space. */
  parted({ key }) {
    return [...key].flatMap((_, at) => {
      const words = [key.slice(0, at), key.slice(at)].map((one) => meantBy(one));
      return words.every((one) => this.df(one)) ? [{ cost: SPACE, words }] : [];
    });
  }

  /** Finds how many passages hold each term, roughly, the likeliest first and not those that cost too much. */
  async look(terms) {
    terms.sort((one, other) => one.rank - other.rank);
    let bytes = 0;
    const looking = this.segments.map(async (segment) => {
      const located = await segment.locate(terms.map(({ range }) => range), 2);
      const chosen = new Map();
      terms.forEach((term, number) => {
        for (const [name, size] of located[number]) {
          if (size > LARGE) this.guess(term, segment, name, size);
          else if (chosen.has(name) || (bytes += size) < BYTES) chosen.set(name, [...(chosen.get(name) ?? []), term]);
        }
      });
      const reading = [...chosen].map(async ([name, own]) => {
        for (const unit of await segment.shard(name)) for (const term of own) count(term, unit, segment);
      });
      await Promise.all(reading);
    });
    await Promise.all(looking);
  }

  /** Takes from the size of its shard how many passages hold a term of words that are common enough. */
  guess(term, segment, name, size) {
    if (term.words.some((word) => this.df(word) < LARGE_DF)) return;
    term.unread.push([segment, name]);
    term.guess += (size / PER_POSTING) * UNREAD ** term.words.reduce((sum, { marks }) => sum + (marks?.length ?? 0), 0);
  }

  /** Reads what was only guessed of some terms; whether there was any. */
  async read(terms) {
    const guessed = terms.filter(({ unread }) => unread.length);
    for (const term of guessed) {
      for (const [segment, name] of term.unread) for (const unit of await segment.shard(name)) count(term, unit, segment);
      Object.assign(term, { guess: 0, unread: [] });
    }
    return guessed.length;
  }

  /** How likely words are in a row, as a logarithm; one word alone by the passages that hold it. */
  likely(chain, terms, own) {
    if (chain.length < 2) return Math.log(own + 0.5) / 2;
    const dfs = chain.map((word) => this.df(word) + 0.5);
    return chain.slice(1).reduce((sum, _, at) => {
      const chance = (dfs[at] * dfs[at + 1]) / this.all / ASIDE;
      const pair = Math.log((terms[at] ? heldBy(terms[at]) : 0) + Math.min(chance, MOST_CHANCE));
      return sum + pair - (at ? Math.log(dfs[at]) : 0);
    }, 0);
  }

  /** Words as they are mostly written where they were found. */
  async written({ terms, words }) {
    const made = words.map(async (word) => {
      let forms = terms.flatMap((term) => term.forms).filter((one) => one.word === word);
      if (!forms.length) {
        const term = termOf([word], 0);
        await this.look([term]);
        await this.read([term]);
        forms = term.forms;
      }
      const [best] = forms.sort((one, other) => other.df - one.df);
      return !best ? word.key : this.language === "en" ? inText(best) : best.form;
    });
    return (await Promise.all(made)).join(" ");
  }

  /** Known words that are near to words not found. */
  async nearest(missing) {
    const like = missing.flatMap((word) => this.like(word, word.key.length).slice(0, SUGGESTED));
    const options = like.sort((one, other) => other.worth - one.worth).slice(0, SUGGESTED);
    const texts = await Promise.all(options.map(({ key }) => this.written({ terms: [], words: [meantBy(key)] })));
    return [...new Set(texts)];
  }
}

/** An English word, of which the index has the stem, as it is written in a passage. */
async function inText({ form, segment, unit }) {
  let [best, most] = [0, -1];
  eachPosting(unit, (id, impact) => {
    if (impact > most) [best, most] = [id, impact];
  });
  const { d, t } = await segment.passage(best);
  const key = keyOf(form, "vi");
  const raw = rawTokens(`${d[2]}\n${t}`).find((raw) => keyOf(analyse(raw, "en").key, "vi") === key);
  return raw?.toLowerCase() ?? form;
}

/** Counts a unit that a term is found by; one that lacks the marks typed for what is meant counts less. */
function count(term, unit, segment) {
  if (fits(term, unit) < 1) return;
  const forms = unit.term.split(" ");
  let df = unit.postings.length / PER_POSTING;
  term.words.forEach((word, at) => {
    if (!word.marks) return;
    const parts = forms[at].normalize("NFD");
    df *= UNMARKED ** word.marks.filter((mark) => !parts.includes(mark)).length;
    term.forms.push({ word, form: forms[at], df, segment, unit });
  });
  term.df += df;
}

const heldBy = ({ df, guess }) => df + guess;
const chainOf = (words, [before, after = null]) => [before, words, after].flat().filter(Boolean);

const termOf = (words, rank) => {
  const key = words.map((word) => word.key).join(" ");
  return { key, words, rank, range: { from: key, to: key }, df: 0, guess: 0, unread: [], forms: [] };
};

/** A word that is meant, with the marks that were typed for it. */
const meantBy = (key, typed) => ({ key, form: key, marked: false, marks: marksOf(typed?.form ?? "") });
const marksOf = (form) => [...form.normalize("NFD")].filter((sign) => sign > "\x7f");

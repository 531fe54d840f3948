// What was meant where words of a query were not found: raw Telex or VNI, slips, words that stand apart.

import { fits } from "./lookup.js";
import { spans } from "./tokens.js";

/** Words of a query up to which slips are looked for in it, and how many. */
const FEW = 8;
const SLIPS = 3;
/** Bytes of shards, before compression, that are read to tell words apart that may be meant. */
const BYTES = 20000;
/** A shard of so many bytes holds one pair alone, which is a common one and need not be read. */
const LARGE = 3100;
const PER_POSTING = 2;
const MOST_MEANT = 24;
/** Natural logarithms: how much likelier a word is right than mistyped, and what makes sure. */
const KEPT = 4;
const SURE = 1.5;
/** How much rarer two words stand side by side than in one passage, if they have nothing to do with each other. */
const ASIDE = 300;
const UNMARKED = 0.05;
const RAW = /[fjwz0-9]|dd|aa|ee|oo|[rsx]$/i;
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const SHIFTS = [0, 0.25, 0.75];

/** The answer to what was meant; the one that there is, with suggestions, or null where nothing is better. */
export async function corrected(searcher, query, asked, answer) {
  let best = answer;
  const typed = await decodedOf(query, missing(answer));
  if (typed) best = better(await searcher.answer(typed, asked), best);
  if (best.parts.runs.flat().length <= FEW) {
    const lexicon = await Lexicon.of(searcher, asked.language);
    let last = best;
    for (let slips = 0; slips < SLIPS && missing(last).length; slips++) {
      const meant = await lexicon.meant(last);
      if (!meant) break;
      last = await searcher.answer(meant, asked);
      best = better(last, best);
    }
  }
  return best === answer ? null : best;
}

/** The one that holds more of what it asks for. */
const better = (one, other) => (shareOf(one) > shareOf(other) * 1.01 ? one : other);
const shareOf = ({ documents }) => documents.reduce((most, { share }) => Math.max(most, share), 0);

/** The words that were not found, each once. */
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
    made += text.slice(at, start) + (others(raw) ?? raw);
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

/** The words of the index with the passages that hold each, roughly. */
class Lexicon {
  static async of(searcher, language) {
    const segments = searcher.segments[language] ?? [];
    const lists = await Promise.all(segments.map(({ files, told }) => files.json(`w/${told.lexicon}.json`)));
    return new Lexicon(segments, lists);
  }

  constructor(segments, lists) {
    Object.assign(this, { segments, words: new Map() });
    this.all = segments.reduce((sum, { told }) => sum + told.passages, 0);
    for (const list of lists) {
      list.forEach((words, power) => {
        if (words) for (const word of words.split(" ")) this.words.set(word, this.df(word) + 1.5 * 2 ** power);
      });
    }
  }

  df(key) {
    return this.words.get(key) ?? 0;
  }

  /** The query with its likeliest slip made good, "" where none is likely. */
  async meant(answer) {
    const slots = this.slotsOf(answer);
    await this.look(slots.flatMap(({ alone, options }) => [alone, ...options.flatMap(({ terms }) => terms)]));
    let best = null;
    for (const { word, beside, alone, options } of slots) {
      const own = word.marked ? alone.df : Math.max(alone.df, this.df(word.key));
      const kept = (own ? KEPT : 0) + this.likely(own, beside, []);
      const isBlind = beside.every(({ key }) => !this.df(key));
      for (const { cost, terms, meant } of options) {
        if (!isBlind && terms.every(({ df }) => !df)) continue;
        const gain = this.likely(beside.length ? this.df(meant.key) : terms[0].df, beside, terms) - cost - kept;
        if (gain > (best?.gain ?? SURE)) best = { gain, word, terms, meant };
      }
    }
    globalThis.DEBUG?.(slots, best);
    if (!best) return "";
    const form = await this.formOf(best);
    return rewritten(answer.query, (raw) => (raw === best.word.raw ? form : null));
  }

  /** The words not found, each with its neighbours and what may be meant; only new words where there are any. */
  slotsOf(answer) {
    const suspects = new Set(missing(answer));
    const slots = answer.parts.runs.flatMap((run) =>
      run.flatMap((word, at) => (suspects.has(word) ? [{ word, before: run[at - 1], after: run[at + 1] }] : [])),
    );
    const strange = slots.filter(({ word }) => !this.df(word.key));
    return (strange.length ? strange : slots).map(({ word, before, after }) => {
      const options = this.like(word).slice(0, before && !after ? MOST_MEANT : MOST_MEANT / 2);
      options.forEach((option, rank) => {
        const meant = { key: option.key, form: option.key, marked: false, marks: marksOf(word) };
        const pairs = [before && [before, meant], after && [meant, after]].filter(Boolean);
        Object.assign(option, { meant, terms: (pairs[0] ? pairs : [[meant]]).map((words) => termOf(words, rank)) });
      });
      return { word, alone: termOf([word], -1), beside: [before, after].filter(Boolean), options };
    });
  }

  /** The words that one may be meant for, the likeliest first. */
  like({ key, marked }) {
    const options = [];
    const typed = key.replaceAll("y", "i");
    for (const [word, df] of this.words) {
      if (word === key ? !marked : Math.abs(word.length - key.length) > 2) continue;
      const cost = word === key ? 1 : costOf(typed, word.replaceAll("y", "i"));
      if (cost <= (key.length < 7 ? 4 : 6)) options.push({ key: word, cost, worth: Math.log(df) - cost });
    }
    return options.sort((one, other) => other.worth - one.worth);
  }

  /** Finds how many passages hold each term, roughly, the likeliest first and not those that cost too much. */
  async look(terms) {
    terms.sort((one, other) => one.rank - other.rank);
    const ranges = terms.map(({ range }) => range);
    let bytes = 0;
    await Promise.all(
      this.segments.map(async (segment) => {
        const located = await segment.locate(ranges, 2);
        const chosen = new Map();
        terms.forEach((term, number) => {
          for (const [name, size] of located[number]) {
            if (size > LARGE) term.df += (size / PER_POSTING) * (term.words.some(({ marks }) => marks?.length) ? 0.3 : 1);
            else if (chosen.has(name) || (bytes += size) < BYTES) {
              if (!chosen.has(name)) chosen.set(name, []);
              chosen.get(name).push(term);
            }
          }
        });
        await Promise.all(
          [...chosen].map(async ([name, own]) => {
            for (const unit of await segment.shard(name)) for (const term of own) count(term, unit);
          }),
        );
      }),
    );
  }

  /** How likely a word that `own` passages hold is beside its neighbours, as a logarithm. */
  likely(own, beside, terms) {
    const alone = Math.log(own + 0.5);
    if (!beside.length) return alone;
    const pairs = beside.map(({ key }, at) => {
      const chance = ((own + 0.5) * (this.df(key) + 0.5)) / this.all / ASIDE;
      return Math.log((terms[at]?.df ?? 0) + Math.min(chance, 0.5));
    });
    return pairs.reduce((sum, one) => sum + one) - alone * (pairs.length - 1);
  }

  /** The commonest form of a word where it was found. */
  async formOf({ terms, meant }) {
    for (const term of terms) {
      for (const segment of this.segments) {
        const [shards] = await segment.locate([term.range], 1);
        for (const [name, size] of shards) {
          if (size > LARGE) for (const unit of await segment.shard(name)) count(term, unit);
        }
      }
    }
    const forms = new Map();
    for (const term of terms) for (const [form, df] of term.forms) forms.set(form, (forms.get(form) ?? 0) + df);
    return [...forms].sort((one, other) => other[1] - one[1])[0]?.[0] ?? meant.key;
  }
}

/** Counts a unit that a term is found by; one that lacks the marks typed for what is meant counts little. */
function count(term, unit) {
  if (fits(term, unit) < 1) return;
  const forms = unit.term.split(" ");
  let df = unit.postings.length / PER_POSTING;
  term.words.forEach(({ marks }, at) => {
    if (!marks) return;
    if (!marks.every((mark) => forms[at].includes(mark))) df *= UNMARKED;
    term.forms.set(forms[at], df);
  });
  term.df += df;
}

function termOf(words, rank) {
  const key = words.map((word) => word.key).join(" ");
  return { key, words, rank, range: { from: key, to: key }, df: 0, forms: new Map() };
}

const marksOf = ({ form }) => [...form].filter((sign) => sign > "\x7f");

const near = (one, other) => {
  const [[x, y], [x2, y2]] = [one, other].map((sign) => {
    const row = ROWS.findIndex((keys) => keys.includes(sign));
    return [ROWS[row]?.indexOf(sign) + SHIFTS[row], row];
  });
  return Math.abs(x - x2) <= 1 && Math.abs(y - y2) <= 1;
};

/** What it costs to mistype a word as it was typed: Damerau's distance, less for what happens often. */
export function costOf(typed, word) {
  let [before, last] = [[], []];
  for (let at = 0; at <= typed.length; at++) {
    const row = [];
    for (let to = 0; to <= word.length; to++) {
      const [one, other] = [typed[at - 1], word[to - 1]];
      let cost = at || to ? Infinity : 0;
      if (at) cost = Math.min(cost, last[to] + (one === typed[at - 2] ? 1.5 : 3));
      if (to) cost = Math.min(cost, row[to - 1] + (other === word[to - 2] ? 2 : 2.5));
      if (at && to) cost = Math.min(cost, last[to - 1] + (one === other ? 0 : near(one, other) ? 2 : 4));
      if (at > 1 && to > 1 && one === word[to - 2] && other === typed[at - 2]) cost = Math.min(cost, before[to - 2] + 2);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last.at(-1);
}

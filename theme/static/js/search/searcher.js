// Search in the files of an index: open(baseUrl, { fetch }), then search(query, options).

import { FORMAT, Files, VersionMismatch } from "./files.js";
import { termsOf } from "./lookup.js";
import { readQuery } from "./query.js";
import { documentsOf, lookUp, lowerEnded, score } from "./ranking.js";
import { Segment } from "./segment.js";

export { VersionMismatch };

const DAY = 86400000;
/** A document is a result when it holds this share of what the best one holds of the query. */
const SHARE = 0.5;
const SHARE_OF_FEW = 0.66;
const FEW_TERMS = 6;

/**
 * The index below `base` (ends in "/").
 * Throws VersionMismatch where its files are of another version.
 */
export async function open(base, { fetch = globalThis.fetch.bind(globalThis) } = {}) {
  const files = new Files(base, fetch);
  const manifest = await files.json("manifest.json", { cache: "no-cache" });
  if (manifest.format !== FORMAT) throw new VersionMismatch(manifest.format);
  return new Searcher(files, manifest);
}

class Searcher {
  constructor(files, manifest) {
    this.light = new Set(manifest.light.split(" "));
    this.segments = Object.fromEntries(
      Object.entries(manifest.languages).map(([code, told]) => [code, [new Segment(files, told)]]),
    );
    this.languages = Object.keys(this.segments).sort().reverse(); // Vietnamese first
  }

  /**
   * What answers a query, best first; see docs/search-format.md for the options and the answer.
   */
  async search(query, options = {}) {
    const asked = { language: this.languages[0], filters: {}, sort: "relevance", limit: 10, offset: 0, day: today() };
    Object.assign(asked, options);
    const [only] = asked.filters.language ?? [];
    if (only) asked.language = only;
    const columns = this.columns(asked);
    columns.catch(() => {}); // told when it is awaited
    let answer = await this.answer(query, asked);
    if (!asked.literal && answer.unknown.length) {
      const { corrected } = await import("./corrections.js");
      const better = await corrected(this, query, asked, answer);
      if (better) answer = better;
    }
    return this.told(query, asked, answer, await columns);
  }

  /** The ranked documents for a query as it stands, with the words that were not found. */
  async answer(query, { language, prefix, day }) {
    const segments = this.segments[language] ?? [];
    const parts = await readQuery(query, language);
    const named = parts.numbers.length ? await import("./named.js") : null;
    const terms = termsOf([...parts.phrases, ...parts.runs], this.light, prefix);
    const [found, strict, numbers] = await Promise.all([
      lookUp(segments, terms),
      this.strict(segments, parts),
      named ? named.lookUpNumbers(segments, parts.numbers) : [],
    ]);
    const all = segments.reduce((sum, segment) => sum + segment.told.passages, 0);
    const documents = await Promise.all(
      segments.map(async (segment, place) => {
        const passages = score([...found, ...numbers.flatMap((number) => number.cited)], place, all);
        for (const number of numbers) named.addOwn(passages, number, place);
        for (const one of strict) one.narrow(passages, place);
        const ranked = documentsOf(passages, segment);
        for (const number of numbers) named.raiseOwn(ranked, number, place, segment);
        await lowerEnded(ranked, segment, day);
        return [...ranked.values()].map((document) => Object.assign(document, { segment, place }));
      }),
    );
    const ranked = matching(documents.flat(), terms.length).sort(byScore);
    return { query, documents: ranked, found, parts, unknown: unknownOf(found, parts), strict };
  }

  /** What phrases in quotes ask for, and words after a minus sign rule out. */
  async strict(segments, { phrases, excluded }) {
    if (!phrases.length && !excluded.length) return [];
    const { strictOf } = await import("./strict.js");
    return strictOf(segments, phrases, excluded);
  }

  /** What filters, counts and the order by date are told from, where something of it is asked for. */
  async columns({ language, filters, facets, sort, day }) {
    const filtered = Object.keys(filters).some((name) => name !== "language");
    if (!filtered && !facets && sort !== "date") return null;
    const { Columns } = await import("./facets.js");
    return Columns.of(this.segments[language] ?? [], day);
  }

  /** The answer as the caller sees it. */
  async told(query, asked, answer, columns) {
    const { hitsOf } = await import("./hits.js");
    let { documents } = answer;
    let facets = {};
    if (columns) {
      if (asked.facets) facets = columns.counts(documents, asked.filters);
      documents = documents.filter((document) => columns.passes(document, asked.filters));
      if (asked.sort === "date") documents = columns.byDate(documents);
    }
    const { hits, total } = await hitsOf(documents, answer, asked);
    const other = asked.other ? await this.other(query, asked) : null;
    return {
      query,
      asked: answer.query,
      showing: answer.query === query ? null : { text: answer.query, instead: query },
      total,
      hits,
      facets,
      other,
      suggestions: answer.suggestions ?? [],
    };
  }

  /** The best of the other language, apart. */
  async other(query, asked) {
    const language = this.languages.find((code) => code !== asked.language);
    if (!language || asked.filters.language) return null;
    const options = { ...asked, language, other: false, facets: false, limit: 3, offset: 0, filters: {} };
    const { total, hits } = await this.search(query, { ...options, literal: true });
    return total ? { language, total, hits } : null;
  }
}

/** The visitor's day, in days since 1970-01-01. */
function today() {
  const now = new Date();
  return Math.floor((now - now.getTimezoneOffset() * 60000) / DAY);
}

const byScore = (one, other) => other.score - one.score || one.first - other.first;

/** The documents that hold enough of the query. */
function matching(documents, terms) {
  const best = documents.reduce((most, { share }) => Math.max(most, share), 0);
  const least = best * (terms > FEW_TERMS ? SHARE : SHARE_OF_FEW);
  return documents.filter(({ share, own }) => own || share >= least);
}

/** The words of which no pair was found, nor they themselves where they stand alone. */
function unknownOf(found, { runs }) {
  const told = found.filter(({ df, astray, skipped }) => skipped || (df && !astray));
  const known = new Set(told.flatMap(({ term }) => term.words.map(nameOf)));
  return runs.flat().filter((word) => !known.has(nameOf(word)));
}

const nameOf = ({ marked, form, key }) => (marked ? form : key);

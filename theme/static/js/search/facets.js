// Filters, counts and the order by date, from the columns of the index.

import { stateOn } from "./hits.js";

const STATUS = "status";
const YEAR = "year";

export class Columns {
  /** The columns of all segments, for a day. */
  static async of(segments, day) {
    const files = await Promise.all(segments.map((segment) => segment.files.json(`f/${segment.told.facets}.json`)));
    return new Columns(files, day);
  }

  constructor(files, day) {
    this.files = files.map((file) => ({ ...file, codes: codesOf(file.states, day) }));
    this.names = [...new Set([...files.flatMap((file) => Object.keys(file.facets)), YEAR, STATUS])];
  }

  /** The values that a document has of a facet: [[code, label], …]. */
  valuesOf(document, name) {
    const file = this.files[document.place];
    const row = (document.row ??= document.segment.rowOf(document.first));
    if (name === STATUS) {
      const code = file.codes.get(row);
      return code ? [[code, file.labels[code]]] : [];
    }
    if (name === YEAR && !file.facets[YEAR]) {
      const day = file.dates[row];
      const year = day === null ? "" : String(new Date(day * 86400000).getUTCFullYear());
      return year ? [[year, year]] : [];
    }
    const { values, of } = file.facets[name] ?? { of: [] };
    return [of[row] ?? -1].flat().filter((number) => number >= 0).map((number) => values[number]);
  }

  /** Whether a document has one of the values chosen of each facet, leaving out one facet. */
  passes(document, filters, but = "") {
    return Object.entries(filters).every(
      ([name, chosen]) =>
        name === "language" ||
        name === but ||
        !chosen.length ||
        this.valuesOf(document, name).some(([code]) => chosen.includes(code)),
    );
  }

  /** Each facet with its values among the documents that pass the other facets, the commonest first. */
  counts(documents, filters) {
    const facets = {};
    for (const name of this.names) {
      const found = new Map();
      for (const document of documents) {
        if (!this.passes(document, filters, name)) continue;
        for (const [value, label] of this.valuesOf(document, name)) {
          const one = found.get(value) ?? { value, label, count: 0 };
          one.count += 1;
          found.set(value, one);
        }
      }
      facets[name] = [...found.values()].sort(name === YEAR ? byValue : byCount);
    }
    return facets;
  }

  /** The newest first; those without a day last. */
  byDate(documents) {
    const day = ({ place, first, segment }) => this.files[place].dates[segment.rowOf(first)] ?? -Infinity;
    return [...documents].sort((one, other) => day(other) - day(one) || other.score - one.score);
  }
}

const byCount = (one, other) => other.count - one.count || (one.label < other.label ? -1 : 1);
const byValue = (one, other) => (one.value < other.value ? 1 : -1);

const codesOf = (states, day) => new Map(states.map(([row, own]) => [row, stateOn(own, day)]));

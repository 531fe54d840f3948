// Passages ranked for a query: BM25F of the terms found, grouped by document.

import { ASTRAY, fits } from "./lookup.js";
import { eachPosting } from "./segment.js";

const LEVELS = 8;
/** Bytes of shards, before compression, up to which terms are looked up that are not needed. */
const BYTES = 48000;
const MOST_SHARDS = 3;
/** What a document counts that is no longer in force. */
const ENDED = 0.6;

/** How rare a term is that stands in `df` of `all` passages. */
const idf = (df, all) => Math.log(1 + (all - df + 0.5) / (df + 0.5));

/** What was found of a term: its units by segment; { term, found: [[segment, [[unit, fit]]]], df }. */
export async function lookUp(segments, terms, budget = BYTES) {
  const found = terms.map((term) => ({ term, found: [], df: 0 }));
  const places = await Promise.all(
    segments.map((segment) => segment.locate(terms.map((term) => term.range), MOST_SHARDS)),
  );
  const chosen = new Map();
  let bytes = 0;
  terms.forEach((term, number) => {
    const shards = places.flatMap((located, place) => located[number].map((shard) => [place, ...shard]));
    const cost = shards.reduce((sum, [, name, size]) => sum + (chosen.has(name) ? 0 : size), 0);
    found[number].skipped = !term.needed && bytes + cost > budget;
    if (found[number].skipped) return;
    bytes += cost;
    for (const [place, name] of shards) {
      if (!chosen.has(name)) chosen.set(name, segments[place].shard(name));
      found[number].found.push([place, name]);
    }
  });
  await Promise.all(chosen.values());
  for (const one of found) await fill(one, segments, chosen);
  return found;
}

async function fill(one, segments, chosen) {
  const bySegment = segments.map(() => []);
  for (const [place, name] of one.found) {
    for (const unit of await chosen.get(name)) {
      const fit = fits(one.term, unit);
      if (fit) bySegment[place].push([unit, fit]);
    }
  }
  const exact = bySegment.some((units) => units.some(([, fit]) => fit > ASTRAY));
  one.found = bySegment.map((units) => units.filter(([, fit]) => !exact || fit > ASTRAY));
  one.astray = !exact;
  one.lists = one.found.map(postingsOf);
  one.df = one.lists.reduce((sum, list) => sum + list.size, 0);
}

/** Passage to impact, the highest where several forms stand in one. */
function postingsOf(units) {
  const list = new Map();
  for (const [unit] of units) {
    eachPosting(unit, (id, impact) => {
      if (!(list.get(id) >= impact)) list.set(id, impact);
    });
  }
  return list;
}

/** The passages of a segment that hold any of the terms: id to [score, weight of the terms in it]. */
export function score(found, place, all) {
  const passages = new Map();
  for (const { term, lists, df, astray } of found) {
    if (!df) continue;
    const worth = term.weight * idf(df, all) * (astray ? ASTRAY : 1);
    const share = term.words.length > 1 || term.needed ? worth : 0;
    for (const [id, impact] of lists[place]) {
      const passage = passages.get(id);
      const scored = (worth * (impact + 0.5)) / LEVELS;
      if (passage) {
        passage[0] += scored;
        passage[1] += share;
      } else passages.set(id, [scored, share]);
    }
  }
  return passages;
}

/**
 * The documents of scored passages: first id to { first, score, best, more, share }.
 * `more` counts the other passages that hold more of the query than the title alone does.
 */
export function documentsOf(passages, segment) {
  const documents = new Map();
  for (const [id, [scored, share]] of passages) {
    const first = segment.firstOf(id);
    const document = documents.get(first);
    if (!document) documents.set(first, { first, score: scored, best: id, share, scores: [scored] });
    else {
      document.scores.push(scored);
      document.share = Math.max(document.share, share);
      if (scored > document.score) Object.assign(document, { score: scored, best: id });
    }
  }
  for (const document of documents.values()) {
    const least = Math.min(...document.scores);
    document.more = Math.max(0, document.scores.filter((scored) => scored > least).length - 1);
    delete document.scores;
  }
  return documents;
}

/** Lowers what is over on a day (days since 1970-01-01). */
export async function lowerEnded(documents, segment, day) {
  if (!segment.told.ended) return;
  const { ends } = await segment.documents();
  const over = new Set(ends.filter(([, from]) => from <= day).map(([row]) => row));
  for (const document of documents.values()) {
    if (over.has(segment.rowOf(document.first))) Object.assign(document, { score: document.score * ENDED, over: true });
  }
}

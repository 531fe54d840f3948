// One segment of the index: from terms to their postings (docs/search-format.md).

import { keyOf } from "./terms.js";

const NAME_BYTES = 5;
const SIZE_UNIT = 64;
const text = new TextDecoder();

/** How many entries of a sorted list stand at or before `key`, less one. */
function lastNotAfter(entries, key) {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle][0] <= key) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The shards of a block: [separator, name, bytes at most]. */
function readBlock(bytes) {
  const entries = [];
  let before = new Uint8Array(0);
  for (let at = 0; at < bytes.length; ) {
    const shared = bytes[at];
    const end = at + 2 + bytes[at + 1];
    const own = new Uint8Array([...before.subarray(0, shared), ...bytes.subarray(at + 2, end)]);
    const name = [...bytes.subarray(end, end + NAME_BYTES)].map((byte) => byte.toString(16).padStart(2, "0"));
    entries.push([text.decode(own), name.join(""), bytes[end + NAME_BYTES] * SIZE_UNIT]);
    before = own;
    at = end + NAME_BYTES + 1;
  }
  return entries;
}

/** The key of a term: of its one or two forms; own numbers are their own. */
export const keyOfTerm = (term) =>
  term[0] === "#" ? term : term.split(" ").map((form) => keyOf(form, "vi")).join(" ");

/** The number at `at` of seven bits a byte, and where it ends. */
function readNumber(bytes, at) {
  let value = 0;
  let scale = 1;
  for (; bytes[at] > 127; at++, scale *= 128) value += (bytes[at] & 127) * scale;
  return [value + bytes[at] * scale, at + 1];
}

/** The terms of a shard in order: { term, key, postings }. */
function readShard(bytes) {
  const units = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    const term = text.decode(bytes.subarray(at, end));
    const [size, start] = readNumber(bytes, end + 1);
    at = start + size;
    units.push({ term, key: keyOfTerm(term), postings: bytes.subarray(start, at) });
  }
  return units;
}

/** Calls `take(id, impact)` for each posting of a unit. */
export function eachPosting({ postings }, take) {
  let id = 0;
  for (let at = 0; at < postings.length; ) {
    const [value, end] = readNumber(postings, at);
    at = end;
    id += Math.floor(value / 8);
    take(id, value & 7);
  }
}

export class Segment {
  constructor(files, told) {
    this.files = files;
    this.told = told;
    this.units = new Map();
    let [base, row] = [0, 0];
    this.classes = told.extents.map((extent, number) => {
      const one = { number, base, row };
      base += extent << number;
      row += extent;
      return one;
    });
  }

  classOf(id) {
    return this.classes.findLast(({ base }) => base <= id);
  }

  /** The id of the first passage of the document that a passage belongs to. */
  firstOf(id) {
    const { number, base } = this.classOf(id);
    return id - ((id - base) & ((1 << number) - 1));
  }

  documents() {
    return this.files.json(`d/${this.told.documents}.json`);
  }

  /**
   * Where each range of keys lies: [[name, bytes], …] of its shards, `most` at most.
   * A range is { from, to }, both of them in it; for one key they are the same.
   */
  async locate(ranges, most) {
    const { blocks } = this.told;
    const found = ranges.map(async ({ from, to }) => {
      const shards = [];
      if (!blocks.length) return shards;
      const last = lastNotAfter(blocks, to);
      for (let number = lastNotAfter(blocks, from); number <= last; number++) {
        const entries = await this.block(blocks[number][1]);
        const end = lastNotAfter(entries, to);
        for (let at = lastNotAfter(entries, from); at <= end; at++) {
          shards.push(entries[at].slice(1));
          if (shards.length === most) return shards;
        }
      }
      return shards;
    });
    return Promise.all(found);
  }

  async block(name) {
    const path = `b/${name}.txt`;
    if (!this.units.has(path)) this.units.set(path, readBlock(await this.files.bytes(path)));
    return this.units.get(path);
  }

  /** The units of a shard. */
  async shard(name) {
    const path = `t/${name}.txt`;
    if (!this.units.has(path)) this.units.set(path, readShard(await this.files.bytes(path)));
    return this.units.get(path);
  }

  /** The text of a passage with what is told of its document. */
  async passage(id) {
    const { groups } = await this.documents();
    const group = groups[Math.floor(id / 64).toString(36)];
    return this.files.json(`x/${group}/${id.toString(36)}.json`);
  }

  /** The row of a document in the columns of the facets. */
  rowOf(first) {
    const { number, base, row } = this.classOf(first);
    return row + ((first - base) >> number);
  }
}

// What a slip costs, and which syllables sound alike.
import assert from "node:assert/strict";
import { test } from "node:test";
import { costOf, soundingLike } from "../../theme/static/js/search/slips.js";

const WORDS = "nghi dinh truong khoa hoc thu tuc hanh chinh o ban goods services development a ee".split(" ");
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const SLIP = 3; // the dearest slip of the hand that people make often
const cost = (typed, word) => costOf(typed, word, Infinity);

/** Every way to drop, double or swap letters of a word. */
function slipsOf(word) {
  return [...word].flatMap((letter, at) => [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + (word[at + 1] ?? "") + letter + word.slice(at + 2),
  ]);
}

/** The number of letters added, dropped, put for another, or swapped (optimal string alignment), plainly. */
function distance(one, other) {
  const rows = Array.from({ length: one.length + 1 }, (_, at) => [at]);
  for (let to = 0; to <= other.length; to++) rows[0][to] = to;
  for (let at = 1; at <= one.length; at++) {
    for (let to = 1; to <= other.length; to++) {
      const isSame = one[at - 1] === other[to - 1];
      rows[at][to] = Math.min(rows[at - 1][to] + 1, rows[at][to - 1] + 1, rows[at - 1][to - 1] + !isSame);
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1])
        rows[at][to] = Math.min(rows[at][to], rows[at - 2][to - 2] + 1);
    }
  }
  return rows[one.length][other.length];
}

test("a word as it is costs nothing, any other something", () => {
  for (const word of WORDS) for (const other of WORDS) assert.equal(cost(word, other) === 0, word === other);
});

test("one slip of the hand costs little, whichever letter it hits", () => {
  for (const word of WORDS) {
    for (const typed of slipsOf(word)) assert.ok(cost(typed, word) <= SLIP, `${typed} for ${word}`);
    for (const letter of LETTERS) assert.ok(cost(word + letter, word) <= SLIP);
  }
});

test("each slip counts: the cost lies between what the cheapest and the dearest come to", () => {
  const typed = WORDS.flatMap((word) => [word, ...slipsOf(word), ...slipsOf(word).flatMap(slipsOf)]);
  for (const one of new Set(typed)) {
    for (const word of WORDS) {
      const steps = distance(one, word);
      assert.ok(cost(one, word) >= Math.min(steps, 1) && cost(one, word) <= steps * 5, `${one} for ${word}`);
    }
  }
});

test("what happens often costs less than what does not", () => {
  assert.ok(cost("hom", "hon") < cost("hop", "hon")); // m is beside n
  assert.ok(cost("hhon", "hon") < cost("xhon", "hon")); // a key that was held too long
  assert.ok(cost("hno", "hon") < cost("hmi", "hon")); // swapped
  assert.ok(cost("hen", "hin") < cost("hbn", "hin")); // vowels for each other
});

test("words that differ in too many letters in a row are not compared", () => {
  assert.equal(costOf("dinh", "chinh", 2), cost("dinh", "chinh"));
  assert.equal(costOf("dinh", "truong", 2), Infinity);
});

test("syllables sound alike as regions say them, themselves among them", () => {
  for (const [one, other] of [["suat", "xuat"], ["chuong", "truong"], ["day", "giay"], ["lam", "nam"], ["san", "sang"], ["mat", "mac"]]) {
    assert.ok(soundingLike(one).includes(other), `${one} ${other}`);
    assert.ok(soundingLike(other).includes(one), `${other} ${one}`);
    assert.ok(soundingLike(one).includes(one));
  }
  assert.ok(!soundingLike("ban").includes("van"));
  assert.deepEqual(soundingLike("hcm"), []);
});

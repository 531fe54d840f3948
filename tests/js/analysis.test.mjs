// The table of cases that the analysis in Python and in JavaScript both keep.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { stem } from "../../theme/static/js/search/english.js";
import { names, readNumbers } from "../../theme/static/js/search/numbers.js";
import { analyse, formOf, isNumber, keyOf, sameForm } from "../../theme/static/js/search/terms.js";
import { rawTokens, spans } from "../../theme/static/js/search/tokens.js";
import { decoded, isSyllable } from "../../theme/static/js/search/typing.js";

const cases = JSON.parse(readFileSync(new URL("../search/cases.json", import.meta.url), "utf8"));

test("a text is cut into words, numbers and breaks", () => {
  for (const [text, tokens] of cases.tokens) assert.deepEqual(rawTokens(text), tokens, text);
});

test("the places of tokens hold what the tokens are", () => {
  for (const [text, tokens] of cases.tokens) {
    const composed = text.normalize("NFC");
    assert.deepEqual(spans(text).map(([start, end]) => composed.slice(start, end)), tokens);
  }
});

test("a token has its kind, key and form", () => {
  for (const [raw, language, kind, key, form] of cases.terms) {
    assert.deepEqual(analyse(raw, language), { key, form }, raw);
    assert.equal(isNumber(form) ? "number" : isSyllable(form) ? "syllable" : "word", kind, raw);
    assert.equal(formOf(form), form);
    assert.equal(keyOf(form, language), key);
  }
});

test("y and i are one where both are written", () => {
  for (const [one, other, same] of cases.same_forms) assert.equal(sameForm(one, other), same, one);
});

test("inflected English words have one stem", () => {
  for (const [word, root] of cases.stems) assert.equal(stem(word), root);
});

test("numbers are read in every spelling", () => {
  for (const [query, expected] of cases.numbers) {
    const found = readNumbers(query).map(({ start, end, no, year, typeCode, symbol }) => [
      start, end, no, year, typeCode, symbol,
    ]); // prettier-ignore
    assert.deepEqual(found, expected, query);
  }
});

test("a number that is asked for names the records that may bear it", () => {
  for (const [query, [no, year, typeCode, symbol], does] of cases.names) {
    const [asked] = readNumbers(query);
    assert.equal(names(asked, { no, year, typeCode, symbol }), does, query);
  }
});

test("Telex and VNI typed raw are decoded", () => {
  for (const [raw, syllable] of cases.typing) assert.equal(decoded(raw), syllable, raw);
});

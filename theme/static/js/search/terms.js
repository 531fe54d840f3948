// What a raw token counts as; twin of congtinh/search/terms.py, which gives the rules.

import { stem } from "./english.js";
import { HYPHENS, UNSEEN } from "./tokens.js";

const HYPHEN = new RegExp(`[${HYPHENS}]`, "g");
const NOT_WRITTEN = new RegExp(`['’]s$|[${UNSEEN}'’& ]`, "g");
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SYLLABLE = /^(qu|gi(?=[aeiouyăâêôơư])|[^aeiouyăâêôơư]*)([aeiouyăâêôơư]+)([^aeiouyăâêôơư]*)$/;
const OPEN_Y = /^([hklmstv]|qu)?y(?=[\u0300-\u036f]*$)/;

/** Whether a form is one of a document number, date or code, rather than of a word. */
export const isNumber = (form) => /^\d.*[/.-]/.test(form);

/** The key and the exact form of a raw token in a text of a language, "vi" or "en". */
export function analyse(raw, language) {
  const form = formOf(raw);
  return { key: keyOf(form, language), form };
}

/** The exact form: NFC, small letters, one spelling. */
export function formOf(raw) {
  const text = raw.normalize("NFKC").replace(/[Ðð]/g, "đ").toLowerCase().replace(NOT_WRITTEN, "");
  return /^\d/.test(text) ? figures(text.replace(HYPHEN, "-")) : toned(text.replaceAll(".", ""));
}

const figures = (text) =>
  text
    .replaceAll(",", ".")
    .replace(/(^|[/-])0+(?=\d)/g, "$1")
    .replace(/^[1-9]\d{0,2}(?:\.\d{3})+(?![\d./-])/, (found) => found.replaceAll(".", ""));

/** The word with its tone where the older order writes it: hòa, thủy, hoàn. */
function toned(word) {
  const parts = word.normalize("NFD");
  const tones = parts.match(TONE);
  const bare = parts.replace(TONE, "").normalize("NFC");
  const [, onset, vowels, coda] = (tones?.length === 1 && bare.match(SYLLABLE)) || [];
  if (!vowels) return word;
  const headed = vowels.search(/[ăâêôơư][^ăâêôơư]*$/);
  const last = vowels.length - 1;
  const place = onset.length + (headed >= 0 ? headed : coda ? last : last >> 1) + 1;
  return (bare.slice(0, place) + tones[0] + bare.slice(place)).normalize("NFC");
}

/** The key under which all forms are found: without marks, y as i, English words stemmed. */
export function keyOf(form, language) {
  const bare = form.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  const key = bare.replaceAll("đ", "d").replace(OPEN_Y, "$1i");
  return language === "en" && /^[a-z]+$/.test(form) ? stem(key) : key;
}

const withI = (form) => form.normalize("NFD").replace(OPEN_Y, "$1i").normalize("NFC");

/** Whether two forms are the same but for y and i: ký and kí. */
export const sameForm = (one, other) => one === other || withI(one) === withI(other);

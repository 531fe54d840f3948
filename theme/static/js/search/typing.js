// Words typed in Telex or VNI while the keyboard program was off, and the shape of a Vietnamese
// syllable; twin of congtinh/search/typing.py and congtinh/text/syllables.py.

import { formOf } from "./terms.js";

const SYLLABLE = new RegExp(
  "^(?:(?:n(?:gh?|h)?|gh?|gi|kh?|ch?|ph?|t[hr]?|qu|[đdbhlmrsvx])?(?:" +
    "o?a(?:ch?|m|n[gh]?|p|t)?|(?:[ăâ]|iê|ươ)(?:c|m|ng?|p|t)|[eoôu](?:c|m|ng?|p|t)?|" +
    "[êi](?:ch|m|nh?|p|t)?|(?:oă|uô)(?:c|m|ng?|t)|oe[nt]?|oo(?:c|ng)|ơ[mnpt]?|uâ(?:ng?|t)|" +
    "uê(?:ch|nh?|t)?|uy(?:ch|nh|t)?|uyê[nt]|ư(?:c|m|ng|t)?|y(?:nh|t)?|yê(?:m|ng?|t)|" +
    "o?a[iy]|o?ao|au|â[uy]|o?eo|êu|i[au]|[iy]êu|[oôơuư]i|uây|u[aơ]|uôi|uy[au]|ư[au]|ươ[iu])|" +
    "gi(?:ng?|m)?)$",
);
const SIGNS = "\u0301\u0300\u0309\u0303\u0323";
const TONE = new RegExp(`[${SIGNS}]`, "g");
const ONSET = "(dd|qu|gi(?=[aeiouyw])|[bcdghklmnpqrstvx]*)";
const TELEX = new RegExp(`^${ONSET}([aeiouyw][a-z]*)$`);
const VNI = new RegExp(`^${ONSET}([aeiouy][a-z]*)$`);
const RIME = /^([aeiouy]+)(c|ch|m|n|ng|nh|p|t|k)?([aeo]?)$/;
const HATS = { a: "â", e: "ê", o: "ô" };
const HORNS = { uo: "ươ", u: "ư", o: "ơ" };
const SHAPES = { w: { ...HORNS, a: "ă" }, 6: HATS, 7: HORNS, 8: { a: "ă" } };
const STOPPED = /(?:[ptck]|ch)$/;
const MISSPELT = /^(?:(?:c|ng)[eêiy]|g[eêy]|n?gh[^eêi]|k[âoôơuư])/;

const toneOf = (keys) => keys.map((key) => SIGNS["sfrxj".indexOf(key)] ?? SIGNS[key - 1]).join("");
const isStop = (letters, tone) => STOPPED.test(letters) && !/[\u0301\u0323]/.test(tone);

/** Whether a word has the letters and the tone of one Vietnamese syllable. */
export function isSyllable(word) {
  const parts = word.toLowerCase().normalize("NFD");
  const tones = parts.match(TONE) ?? [];
  const letters = parts.replace(TONE, "").normalize("NFC");
  return SYLLABLE.test(letters) && (!tones.length || (tones.length < 2 && !isStop(letters, tones[0])));
}

/** The syllable with its marks that a raw token stands for in Telex or VNI; null if none. */
export function decoded(raw) {
  const word = raw.toLowerCase();
  if (!/^[a-z0-9]+$/.test(word) || (isSyllable(word) && !word.includes("oo"))) return null;
  for (const [letters, tone] of readings(word)) {
    const isLegal = isSyllable(letters.replace("ăk", "ăc")) && !isStop(letters, tone);
    if (!isLegal || MISSPELT.test(letters)) continue;
    const form = formOf(letters.replace(/.*[aeiouyăâêôơư]/, `$&${tone}`));
    return /[^a-z]/.test(form) ? form : null;
  }
  return null;
}

function* readings(word) {
  const typed = /\d/.test(word) ? vni(word) : telex(word);
  if (!typed) return;
  const [onset, rime, tone, marks] = typed;
  for (const [vowels, coda] of parted(rime))
    for (const each of shaped(vowels, marks)) yield [onset + each + coda, tone];
}

function telex(word) {
  const [, onset, rime] = word.match(TELEX) ?? [];
  const tones = rime?.match(/[sfrxj]/g) ?? [];
  if (!rime || tones.length > 1 || rime.split("w").length > 3) return null;
  const plain = rime.replace(/^w/, "u").replace(/[sfrxjw]/g, "");
  return [onset.replace("dd", "đ"), plain, toneOf(tones), rime.includes("w") ? "w" : ""];
}

function vni(word) {
  const [, onset, rime] = word.replace(/\d/g, "").match(VNI) ?? [];
  const tones = word.match(/[1-5]/g) ?? [];
  const hasStroke = word.includes("9");
  if (!rime || /^\d|0/.test(word) || tones.length > 1 || (hasStroke && onset !== "d")) return null;
  const marks = [..."678"].filter((key) => word.includes(key)).join("");
  return [hasStroke ? "đ" : onset, rime, toneOf(tones), marks];
}

/** Vowels, with hats where they are doubled, and coda; the second a of â may come last. */
function* parted(rime) {
  let [, vowels, coda = "", late] = rime.match(RIME) ?? [];
  if (!vowels) return;
  if (!late) {
    yield [hatted(vowels), coda];
    [vowels, late] = [vowels.slice(0, -1), vowels.at(-1)];
  }
  if (HATS[late] && vowels.includes(late)) yield [hatted(vowels.replace(late, late + late)), coda];
}

const hatted = (vowels) => vowels.replace(/aa|ee|oo/g, ([letter]) => HATS[letter]);

function* shaped(vowels, [mark, ...rest]) {
  if (!mark) yield vowels;
  else
    for (const [base, shape] of Object.entries(SHAPES[mark]))
      if (vowels.includes(base)) yield* shaped(vowels.replace(base, shape), rest);
}

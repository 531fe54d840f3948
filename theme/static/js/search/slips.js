// How near a word is to another that may be meant: slips of the hand, and sounds that are one to many.

const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const SHIFTS = [0, 0.25, 0.75];
const [BESIDE, SWAPPED, VOWELS, OTHER] = [2, 2, 3, 5];
const [DOUBLED, ADDED] = [1.5, 3];
const [SINGLED, DROPPED] = [2, 2.5];

const ONSETS = [["tr", "ch"], ["gi", "d", "r", "v"], ["s", "x"], ["l", "n"]];
const CODAS = [["n", "ng", "nh"], ["t", "c", "ch"]];
const SYLLABLE = /^(gi(?=[aeouy])|[^aeiouy]*)([aeiouy]+)([^aeiouy]*)$/;

/** The Vietnamese syllables, without marks, that speakers of one region or another do not tell from one. */
export function soundingLike(key) {
  const [, onset, vowels, coda] = key.match(SYLLABLE) ?? [];
  if (!vowels) return [];
  return oneOf(ONSETS, onset).flatMap((first) => oneOf(CODAS, coda).map((last) => first + vowels + last));
}

const oneOf = (groups, part) => groups.find((group) => group.includes(part)) ?? [part];

/**
 * What it costs to mistype a word as it was typed: Damerau's distance, less for what happens often;
 * Infinity where more than `most` letters differ in a row.
 */
export function costOf(typed, word, most) {
  let start = 0;
  while (start < typed.length && typed[start] === word[start]) start++;
  let [end, ending] = [typed.length, word.length];
  while (end > start && ending > start && typed[end - 1] === word[ending - 1]) [end, ending] = [end - 1, ending - 1];
  if (Math.max(end, ending) - start > most) return Infinity;
  let before;
  let last;
  for (let at = start; at <= end; at++) {
    const row = new Array(ending + 1).fill(Infinity);
    if (at === start) row[start] = 0;
    for (let to = start; to <= ending; to++) {
      const [one, other] = [typed[at - 1], word[to - 1]];
      if (at > start) row[to] = Math.min(row[to], last[to] + (one === typed[at - 2] ? DOUBLED : ADDED));
      if (to > start) row[to] = Math.min(row[to], row[to - 1] + (other === word[to - 2] ? SINGLED : DROPPED));
      if (at === start || to === start) continue;
      row[to] = Math.min(row[to], last[to - 1] + insteadOf(one, other));
      const isSwapped = at > start + 1 && to > start + 1 && one === word[to - 2] && other === typed[at - 2];
      if (isSwapped) row[to] = Math.min(row[to], before[to - 2] + SWAPPED);
    }
    [before, last] = [last, row];
  }
  return last[ending];
}

/** What it costs to type one letter instead of another. */
function insteadOf(one, other) {
  if (one === other) return 0;
  if (isBeside(one, other)) return BESIDE;
  return /^[aeiouy]{2}$/.test(one + other) ? VOWELS : OTHER;
}

/** Whether two letters are beside each other on a keyboard. */
function isBeside(one, other) {
  const [[x, y], [x2, y2]] = [placeOf(one), placeOf(other)];
  return Math.abs(x - x2) <= 1 && Math.abs(y - y2) <= 1;
}

function placeOf(letter) {
  const row = ROWS.findIndex((keys) => keys.includes(letter));
  return [ROWS[row]?.indexOf(letter) + SHIFTS[row], row];
}

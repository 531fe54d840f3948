// How near a word is to another that may be meant: slips of the hand, and sounds that are one to many.

const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const SHIFTS = [0, 0.25, 0.75];
const [BESIDE, SWAPPED, VOWELS, OTHER] = [2, 2, 3, 5];
const ALIKE = 1;
const [DOUBLED, ADDED] = [1.5, 3];
const [SINGLED, DROPPED] = [2, 2.5];

/** The Vietnamese syllable without what speakers of one region or another do not tell apart. */
export const soundOf = (key) =>
  key
    .replace(/^(?:tr|ch)/, "C")
    .replace(/^(?:gi|[drv])(?=[aeiou])/, "D")
    .replace(/^[sx]/, "S")
    .replace(/^[ln](?=[aeiou])/, "L")
    .replace(/n[gh]?$/, "N")
    .replace(/(?:ch|[ct])$/, "T");

/** What it costs to mistype a word as it was typed: Damerau's distance, less for what happens often. */
export function costOf(typed, word) {
  let [before, last] = [[], []];
  for (let at = 0; at <= typed.length; at++) {
    const row = [];
    for (let to = 0; to <= word.length; to++) {
      const [one, other] = [typed[at - 1], word[to - 1]];
      const isSwapped = one && other && one === word[to - 2] && other === typed[at - 2];
      row.push(
        Math.min(
          at || to ? Infinity : 0,
          at ? last[to] + (one === typed[at - 2] ? DOUBLED : ADDED) : Infinity,
          to ? row[to - 1] + (other === word[to - 2] ? SINGLED : DROPPED) : Infinity,
          at && to ? last[to - 1] + insteadOf(one, other) : Infinity,
          isSwapped ? before[to - 2] + SWAPPED : Infinity,
        ),
      );
    }
    [before, last] = [last, row];
  }
  return last.at(-1);
}

/** What it costs to type one letter instead of another. */
function insteadOf(one, other) {
  if (one === other) return 0;
  if (/^(?:yi|iy)$/.test(one + other)) return ALIKE;
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

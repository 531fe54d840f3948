// Light stemming of English; twin of congtinh/search/english.py.

const KEPT = /^(?:news|during|(?:some|any|every|no)?thing)$/;
const ENDING = /^(?:(.*[aeiouy].*[^e]|.*[aiouy])ed|(.*[aeiouy].*)ing)$/;
const SHORT = /^[^aeiou]*[aeiouy][^aeiouywx]$/;

/** The stem of an English word in small letters: a key, no word. */
export function stem(word) {
  if (!/^[a-z]{4,}$/.test(word) || KEPT.test(word)) return word;
  if (word.length > 4) word = word.replace(/ie[sd]$/, "y");
  word = word.replace(/(ss|sh|ch|x)es$|([^ius])s$/, "$1$2");
  const [, ed, ing] = word.match(ENDING) ?? [];
  const bare = ed ?? ing ?? "";
  const single = bare.replace(/([bdgmnprt])\1$/, "$1");
  if (bare.length > 2 && single !== bare) return single;
  if (bare.length > 1 && SHORT.test(bare)) return `${bare}e`;
  if (bare.length > 2) word = bare;
  return word.length > 4 && word.endsWith("e") && !SHORT.test(word.slice(0, -1)) ? word.slice(0, -1) : word;
}

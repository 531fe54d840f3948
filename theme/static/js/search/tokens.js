// Text cut into raw tokens; twin of congtinh/search/tokens.py, which says what a token is.

/** Stands among raw tokens where a piece of a sentence ends. */
export const BREAK = "";
/** Classes of characters: zero-width signs, and signs that stand for a hyphen. */
export const UNSEEN = "\\xad\\u200b-\\u200d\\u2060\\ufeff";
export const HYPHENS = "\\-‐‑–−";

const MARKS = "\\u0300-\\u036f";
const LETTERS =
  "A-Za-zª²³µ¹ºÀ-ÖØ-öø-\\u02ff\\u0370-\\u1fff\\u2070-\\u2079\\u2080-\\u2089" +
  "\\u2c00-\\u2dff\\u3040-\\ud7ff０-９Ａ-Ｚａ-ｚ\\u{10000}-\\u{1efff}";
const PASSED = ` \\t\\xa0\\u2000-\\u200a\\u202f\\u205f\\u3000${HYPHENS}_*&'’/@%+#$°~\\\\${MARKS}${UNSEEN}`;
const ANY = `[${LETTERS}0-9${MARKS}${UNSEEN}]`;
const LETTER = `[${LETTERS}]`;
const WORD = `${LETTER}(?:(?:\\.${LETTER}(?!${ANY}))+|${ANY}*(?:['’&]${LETTER}${ANY}*)*)`;
const CODE = "[A-Za-zĐđÐ][A-Za-zĐđÐ0-9&]*";
const MORE = `(?:[/${HYPHENS}](?:${CODE}|\\d+))`;
const SYMBOL = `/\\d{4}/${CODE}${MORE}*|/${CODE}${MORE}+|(?:/\\d{4})?[/${HYPHENS}](?=[A-ZĐÐ])${CODE}${MORE}*`;
const NUMBER = `\\d+(?:[.,]\\d+)*${ANY}*(?:(?:${SYMBOL}|(?:/\\d+[a-z]?)+)(?!${ANY}))?`;
const TOKEN = new RegExp(
  ` ?(${WORD}|${NUMBER})(?:\\.(?=[${LETTERS}0-9]))?|(?:[^${LETTERS}0-9${PASSED}]|--)[^${LETTERS}0-9]*`,
  "gu",
);

const matches = (text) => [...text.normalize("NFC").matchAll(TOKEN)];

/** The words and numbers of a text as they are written, with BREAK between its pieces. */
export const rawTokens = (text) => matches(text).map((match) => match[1] ?? BREAK);

/** [start, end] of each raw token of the text in NFC; the same twice at a break. */
export const spans = (text) =>
  matches(text).map(({ 0: all, 1: token = BREAK, index }) => {
    const start = index + (token && all[0] === " " ? 1 : 0);
    return [start, start + token.length];
  });

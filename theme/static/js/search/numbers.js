// Document numbers in what people type; twin of congtinh/search/numbers.py, which gives the rules.

import { HYPHENS, UNSEEN } from "./tokens.js";

const STRONG =
  "nghi dinh,decree,nd=nd;thong tu lien tich,joint circular,ttlt=ttlt;thong tu,circular,tt=tt;" +
  "nghi quyet,resolution,nq=nq;quyet dinh,decision,qd=qd;chi thi,directive,ct=ct;" +
  "cong van,official letter,dispatch,cv=cv;van ban hop nhat,vbhn=vbhn;phap lenh,ordinance=pl;" +
  "bo luat,luat,law=luat";
const WEAK =
  "nghi quyet lien tich=nqlt;cong dien,cd=cd;thong bao,notice,tb=tb;ke hoach,plan,kh=kh;" +
  "to trinh,ttr=ttr;bao cao,report,bc=bc;huong dan,hd=hd;ket luan,kl=kl;quy che,qc=qc;" +
  "chuong trinh,ctr=ctr;sac lenh,sl=sl;lenh,order,l=l;van ban,document=";
const TYPES = "ND|TT(?:LT|LB|R)?|QD|NQ(?:LT)?|CTR?|CV|VBHN|PL|CD|TB|KH|BC|HD|KL|QC|QYD|S?L|LCT|DA|DC";
const AGENCIES = "CP|TTG|CTN|UBND|HDND|TW|(?:UBTV)?QH\\d*|HDBT|HDCP";
const YEAR = "(?:19|20)\\d\\d";
const GROUP = "(?:L-\\d+|[A-Z][A-Z0-9&]*)(?![A-Za-z0-9])";
const GROUPS = `${GROUP}(?:[/-]${GROUP})*`;
const BARE = `(\\d+(?:\\.\\d+)?(?:BIS|[A-Z])?)(?: *([/-]) *(${YEAR}|[4-9]\\d(?=/[A-Z])))?`;
const SYMBOL =
  `(?: *[/-] *((?:(?:${TYPES}) *[/.-] *)?${GROUPS})` +
  `| *((?:${TYPES})(?: *[/.-] *${GROUPS}| +(?:${AGENCIES})(?![A-Za-z0-9]))))`;
const NOT_AFTER = "(?![A-Za-z0-9]| ?%|[/.,:-]\\d)";
const FULL = new RegExp(BARE + SYMBOL, "y");
const PLAIN = new RegExp(BARE + NOT_AFTER, "y");
const PROCEDURE = new RegExp(`(\\d\\.\\d{6})(?:\\.\\d{3}\\.\\d\\d\\.\\d\\d\\.[A-Z]\\d\\d)?${NOT_AFTER}`, "y");
const IS_YEAR = new RegExp(`^${YEAR}$`);
const IS_TYPE = new RegExp(`^(?:${TYPES})$`, "i");
const IS_KNOWN = new RegExp(`^(?:${TYPES}|${AGENCIES}|[b-df-hj-np-tv-z]{3,})$|-`, "i");
const DATED = new RegExp(
  "(?:,? (?:nam |of |year |ngay \\d\\d?(?: thang |[/.-])\\d\\d?(?: nam |[/.-]))?| ?[/-] ?)" +
    `(${YEAR})(?!\\d|[/.-]\\d)`,
  "y",
);
const NO_NUMBER_AFTER = /(?:thang|quy|nam|ngay|ky|ti le|ty le|month|\d[/.,:-])[ -]*$/;
const SAID = /(?:^|[^a-z0-9])((?:so|no\.?|number|#)[ :.]*)$/;
const JOINED = /^(nd|nq|qd|ct|kh|tb|bc|ttr|cd|hd|l)(?=(?:cp|ttg|ctn|ubnd|ubt|ub|hdnd|hdbt)(?:-|$))/;
const UNSEEN_SIGNS = new RegExp(`[${UNSEEN}]`, "g");
const HYPHEN = new RegExp(`[${HYPHENS}_]`);

const entriesOf = (table) =>
  table.split(";").flatMap((entry) => {
    const [words, code] = entry.split("=");
    return words.split(",").map((word) => [word, code]);
  });
const STRONG_WORDS = Object.fromEntries(entriesOf(STRONG));
const CODES = { ...STRONG_WORDS, ...Object.fromEntries(entriesOf(WEAK)) };
const WORDS = Object.keys(CODES).sort((one, other) => other.length - one.length);
const LEAD = new RegExp(
  `(?:^|[^a-z0-9])(${WORDS.join("|").replaceAll(" ", "[ -]+")})(?:[ -](cp|ttg|ctn|ubnd|hdnd))?` +
    "(?:(?: (?:cua|by|of) [a-z ]{2,40}?)?[ :(-]+(so|no\\.?|number|#)(?: (?:ky |ki )?hieu)?)?[ :.(-]*$",
);

const matchAt = (expression, text, at) => {
  expression.lastIndex = at;
  return expression.exec(text);
};
const beforeAt = (lower, at) => lower.slice(Math.max(0, at - 80), at);
const spaced = (word) => word.replace(/[ -]+/g, " ");

/** The query in NFC and without zero-width signs, as readNumbers counts its characters. */
export const tidy = (query) => query.normalize("NFC").replace(UNSEEN_SIGNS, "");

/** [{ start, end, no, year, typeCode, symbol }] of the document numbers in a query; null: not said. */
export function readNumbers(query) {
  const text = tidy(query);
  const folded = text.replace(/[^]/g, foldedSign);
  const lower = folded.toLowerCase();
  const found = [];
  for (let at = 0; at < text.length; at++) {
    const number = /\d/.test(folded[at]) && numberAt(text, folded, lower, at);
    if (!number) continue;
    found.push(number);
    at = number.end - 1;
  }
  return found.length ? found : oneNumber(lower);
}

/** A letter that symbols have becomes a capital, another a small letter, both without marks. */
function foldedSign(sign) {
  if (/[ĐđÐð]/.test(sign)) return "D";
  const base = sign.normalize("NFD")[0];
  if (/[A-Za-zĂÂÊÔƠƯ]/.test(sign)) return base.toUpperCase();
  if (/[\t-\r \xa0\u2000-\u200a\u2028\u2029\u202f\u3000]/.test(sign)) return " ";
  if (HYPHEN.test(sign)) return "-";
  return /[⁄∕／\\]/.test(sign) ? "/" : base.toLowerCase();
}

function numberAt(text, folded, lower, at) {
  const before = beforeAt(lower, at);
  const lead = before.match(LEAD);
  if (!lead && /[a-z0-9]$|\d[/.,:-]$/.test(before)) return null;
  const procedure = matchAt(PROCEDURE, folded, at);
  if (procedure) return numberOf(at, PROCEDURE.lastIndex, procedure[1]);
  let core = matchAt(FULL, folded, at);
  let symbol = core?.[4] ?? core?.[5] ?? "";
  let end = FULL.lastIndex;
  if (!symbol || !isSymbol(symbol, text.slice(end - symbol.length, end))) {
    core = matchAt(PLAIN, folded, at);
    symbol = "";
    end = PLAIN.lastIndex;
  }
  if (!core || !(symbol || isTold(core, lead, before))) return null;
  return composed(core, symbol, lead, lower, end);
}

const isSymbol = (symbol, written) =>
  IS_KNOWN.test(symbolKey(symbol)) || (symbol.length > 1 && written === written.toUpperCase());

/** Whether a number without a symbol is told by its year, or by the words before it. */
function isTold([, no, sign, year], lead, before) {
  if (year && !lead) return sign === "/" && !NO_NUMBER_AFTER.test(before);
  if (!lead || year || lead[3]) return lead;
  const code = STRONG_WORDS[spaced(lead[1])];
  return code && !(/^(?:nd|tt|ttlt|luat|pl)$/.test(code) && IS_YEAR.test(no));
}

function composed({ index, 1: no, 3: written }, symbol, lead, lower, end) {
  const before = beforeAt(lower, index);
  const said = before.match(SAID)?.[1].length ?? 0;
  const words = lead ? before.length - lead.index - lead[0].search(/[a-z]/) : said;
  let typeCode = lead ? CODES[spaced(lead[1])] : "";
  let letters = symbolKey(symbol || (lead?.[2] ? `${typeCode}-${lead[2]}` : ""));
  let year = written && Number(written);
  const dated = (lead || symbol) && matchAt(DATED, lower, end);
  if (dated && (!year || dated[0].includes("ngay"))) [year, end] = [year || +dated[1], DATED.lastIndex];
  const [first] = letters.split("-");
  if (IS_TYPE.test(first)) {
    typeCode = first.replace("lb", "lt");
    if (letters === first) letters = "";
  }
  if (year < 100) year += 1900;
  return numberOf(index - words, end, noOf(no, written), year, typeCode, letters);
}

const numberOf = (start, end, no, year, typeCode, symbol) => ({
  start, end, no, year: year || null, typeCode: typeCode || null, symbol: symbol || null,
}); // prettier-ignore

/** A query that is a figure and nothing else; a year only where "số" stands before it. */
function oneNumber(lower) {
  const [, said, no] = lower.match(/^ *(so|no\.?|#)?[ :]*(\d+[a-z]?) *$/) ?? [];
  return no && (said || !IS_YEAR.test(no)) ? [numberOf(0, lower.length, noOf(no))] : [];
}

const noOf = (written, dated) =>
  (dated ? written : written.replace(/^(\d)\.(\d{3})$/, "$1$2")).toLowerCase().replace(/^0+(?=\d)/, "");

const symbolKey = (symbol) =>
  symbol.toLowerCase().replaceAll("&", "").replace(/[/. -]+/g, "-").replace(JOINED, "$1-");

/** Whether a number that was asked for may be a record's own { no, year, typeCode, symbol }. */
export function names(asked, own) {
  if (asked.no !== own.no || (asked.year && own.year && asked.year !== own.year)) return false;
  const { symbol, typeCode } = asked;
  const starts = (letters) => own.symbol?.startsWith(letters) ?? false;
  if (symbol) return starts(symbol) || starts(`${typeCode}-${symbol}`);
  return !typeCode || !own.typeCode || [typeCode, `${typeCode}lt`].includes(own.typeCode);
}

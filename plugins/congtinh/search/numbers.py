"""Document numbers in what people type, in every spelling, and the parts a record's own number is found by."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from congtinh.numbering import parse
from congtinh.numbering.abbreviations import FORMS_OF
from congtinh.search.tokens import HYPHENS, UNSEEN
from congtinh.text.fold import fold
from congtinh.text.normal import nfc


class OwnNumber(NamedTuple):
    """The parts of a number: ``43/2011/NĐ-CP`` is ``("43", 2011, "nd", "nd-cp")``.

    ``no`` has no zeros in front and may end in a letter; ``type_code`` is the abbreviation of the
    type without marks, ``cv`` for công văn and ``luat`` for laws (in queries alone, since ``QH12``
    stands on resolutions too); ``symbol`` is folded, with hyphens between its groups. What is not
    said is ``None``.
    """

    no: str
    year: int | None
    type_code: str | None
    symbol: str | None


class NumberQuery(NamedTuple):
    """A number that stands at ``query[start:end]``, with the words of its type, and its parts."""

    start: int
    end: int
    no: str
    year: int | None
    type_code: str | None
    symbol: str | None


_STRONG = (
    "nghi dinh,decree,nd=nd;thong tu lien tich,joint circular,ttlt=ttlt;thong tu,circular,tt=tt;"
    "nghi quyet,resolution,nq=nq;quyet dinh,decision,qd=qd;chi thi,directive,ct=ct;"
    "cong van,official letter,dispatch,cv=cv;van ban hop nhat,vbhn=vbhn;phap lenh,ordinance=pl;"
    "bo luat,luat,law=luat"
)
"""Words after which a figure alone is a number: ``nghị định 43``."""
_WEAK = (
    "nghi quyet lien tich=nqlt;cong dien,cd=cd;thong bao,notice,tb=tb;ke hoach,plan,kh=kh;"
    "to trinh,ttr=ttr;bao cao,report,bc=bc;huong dan,hd=hd;ket luan,kl=kl;quy che,qc=qc;"
    "chuong trinh,ctr=ctr;sac lenh,sl=sl;lenh,order,l=l;van ban,document="
)
"""Words after which ``số`` or a sign has to tell that it is one: ``kế hoạch 5 năm`` is none."""
_TYPES = "ND|TT(?:LT|LB|R)?|QD|NQ(?:LT)?|CTR?|CV|VBHN|PL|CD|TB|KH|BC|HD|KL|QC|QYD|S?L|LCT|DA|DC"
_AGENCIES = "CP|TTG|CTN|UBND|HDND|TW|(?:UBTV)?QH[0-9]*|HDBT|HDCP"

_YEAR = "(?:19|20)[0-9]{2}"
_GROUP = "(?:L-[0-9]+|[A-Z][A-Z0-9&]*)(?![A-Za-z0-9])"
_BARE = f"([0-9]+(?:\\.[0-9]+)?(?:BIS|[A-Z])?)(?: *([/-]) *({_YEAR}|[4-9][0-9](?=/[A-Z])))?"
_SYMBOL = (
    f"(?: *[/-] *((?:(?:{_TYPES}) *[/.-] *)?{_GROUP}(?:[/-]{_GROUP})*)"
    f"| *((?:{_TYPES})(?: *[/.-] *{_GROUP}(?:[/-]{_GROUP})*| +(?:{_AGENCIES})(?![A-Za-z0-9]))))"
)
_KNOWN = re.compile(f"{_TYPES}|{_AGENCIES}|[B-DF-HJ-NP-TV-Z]{{3,}}")
"""Symbols of one group that are one in any case: types, agencies, and letters that no word is of."""
_NUMBERED_BY_YEAR = frozenset({"nd", "tt", "ttlt", "luat", "pl"})
"""Types whose numbers begin anew each year and stay small, so that ``nghị định 2011`` tells a year."""
_NOT_AFTER = "(?![A-Za-z0-9]| ?%|[/.,:-][0-9])"
_FULL = re.compile(_BARE + _SYMBOL)
_PLAIN = re.compile(_BARE + _NOT_AFTER)
_PROCEDURE = re.compile(
    f"([0-9]\\.[0-9]{{6}})(?:\\.[0-9]{{3}}\\.[0-9]{{2}}\\.[0-9]{{2}}\\.[A-Z][0-9]{{2}})?{_NOT_AFTER}"
)
_FIGURE = re.compile("[0-9]")
_GOES_ON = re.compile("[a-z0-9]$|[0-9][/.,:-]$")
"""Before a figure that is the later part of a word, date or larger figure."""
_REACH = 80
"""Characters before a figure that may hold the words of its type."""
_ONE_NUMBER = re.compile(" *(so|no\\.?|#)?[ :]*([0-9]+[a-z]?) *")
_DATED = re.compile(
    "(?:,? (?:nam |of |year |ngay [0-9]{1,2}(?: thang |[/.-])[0-9]{1,2}(?: nam |[/.-]))?| ?[/-] ?)"
    f"({_YEAR})(?![0-9]|[/.-][0-9])"
)
_NO_NUMBER_AFTER = re.compile("(?:thang|quy|nam|ngay|ky|ti le|ty le|month|[0-9][/.,:-])[ -]*$")
_SAID = re.compile("(?:^|[^a-z0-9])((?:so|no\\.?|number|#)[ :.]*)$")


def _words(table: str) -> dict[str, str]:
    entries = (entry.split("=") for entry in table.split(";"))
    return {word: code for words, code in entries for word in words.split(",")}


_STRONG_WORDS = _words(_STRONG)
_CODES = _STRONG_WORDS | _words(_WEAK)
_ANY_WORD = "|".join(sorted(_CODES, key=len, reverse=True)).replace(" ", "[ -]+")
_LEAD = re.compile(
    f"(?:^|[^a-z0-9])({_ANY_WORD})(?:[ -](cp|ttg|ctn|ubnd|hdnd))?"
    "(?:(?: (?:cua|by|of) [a-z ]{2,40}?)?[ :(-]+(so|no\\.?|number|#)(?: (?:ky |ki )?hieu)?)?[ :.(-]*$"
)
_JOINED = re.compile(
    "^(nd|nq|qd|ct|kh|tb|bc|ttr|cd|hd|l)(?=(?:cp|ttg|ctn|ubnd|ubt|ub|hdnd|hdbt)(?:-|$))"
)
_IN_SYMBOLS = re.compile("[A-Za-zĐđÐðĂÂÊÔƠƯ]")
_SIGNS = {**dict.fromkeys(HYPHENS[1:] + "_", "-"), **dict.fromkeys("⁄∕／\\", "/")}
_SPACE = re.compile("[\t-\r \u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]")
_UNSEEN = re.compile(f"[{UNSEEN}]")


def tidy(query: str) -> str:
    """The query in NFC and without zero-width signs, as ``read_numbers`` counts its characters."""
    return _UNSEEN.sub("", nfc(query))


def read_numbers(query: str) -> list[NumberQuery]:
    """The document numbers that a query names, in order; places are those of ``tidy(query)``.

    Read are a number with its symbol or year however signs, marks, case and spaces are typed
    (``43/2011/NĐ-CP``, ``43-2011-nd-cp``, ``43 / 2011 / ND - CP``, ``155 nq cp``, ``43/2011``); with
    the word or abbreviation of its type, then a year or none (``nghị định số 43 năm 2011``,
    ``nđ43``, ``decree 43 of 2011``); codes of procedures (``1.013126``); and a figure that is all the
    query. No numbers are dates, months, scales, figures with a unit, and a year after a type.
    """
    text = tidy(query)
    folded = "".join(_folded(sign) for sign in text)
    found: list[NumberQuery] = []
    for figure in _FIGURE.finditer(folded):
        at = figure.start()
        if at >= (found[-1].end if found else 0):
            number = _number_at(text, folded, at)
            found += [number] if number else []
    return found or _one_number(folded.lower())


def _folded(sign: str) -> str:
    """A letter that symbols have becomes a capital, another a small letter, both without marks."""
    if _IN_SYMBOLS.match(sign):
        return "D" if sign in "ĐđÐð" else unicodedata.normalize("NFD", sign)[0].upper()
    if _SPACE.match(sign):
        return " "
    return _SIGNS.get(sign) or unicodedata.normalize("NFD", sign)[0].lower()


def _number_at(text: str, folded: str, at: int) -> NumberQuery | None:
    before = folded[max(0, at - _REACH) : at].lower()
    lead = _LEAD.search(before)
    if not lead and _GOES_ON.search(before):
        return None
    if procedure := _PROCEDURE.match(folded, at):
        return NumberQuery(at, procedure.end(), procedure[1], None, None, None)
    core = _FULL.match(folded, at)
    symbol = (core[4] or core[5]) if core else ""
    if not core or not _is_symbol(symbol, text[core.end() - len(symbol) : core.end()]):
        core, symbol = _PLAIN.match(folded, at), ""
    if not core or not (symbol or _is_told(core, lead, before)):
        return None
    return _composed(core, symbol, lead, folded.lower())


def _is_symbol(symbol: str, written: str) -> bool:
    groups = symbol_key(symbol).upper().split("-")
    known = len(groups) > 1 or _KNOWN.fullmatch(groups[0])
    return bool(known) or (len(symbol) > 1 and written == written.upper())


def _is_told(core: re.Match[str], lead: re.Match[str] | None, before: str) -> bool:
    """Whether a number without a symbol is told by its year, or by the words before it."""
    if core[3] and not lead:
        return core[2] == "/" and not _NO_NUMBER_AFTER.search(before)
    if not lead or core[3] or lead[3]:
        return lead is not None
    code = _STRONG_WORDS.get(_spaced(lead[1]), "")
    return code != "" and not (code in _NUMBERED_BY_YEAR and re.fullmatch(_YEAR, core[1]))


def _composed(
    core: re.Match[str], symbol: str, lead: re.Match[str] | None, lower: str
) -> NumberQuery:
    start, end = core.span()
    before = lower[max(0, start - _REACH) : start]
    type_code = _CODES[_spaced(lead[1])] if lead else ""
    if said := lead or _SAID.search(before):
        start -= len(before) - said.start(1)
    letters = symbol_key(symbol or (f"{type_code}-{lead[2]}" if lead and lead[2] else ""))
    year = int(core[3]) if core[3] else None
    dated = _DATED.match(lower, end) if lead or symbol else None
    if dated and (not year or "ngay" in dated[0]):
        year, end = year or int(dated[1]), dated.end()
    if year and year < 100:
        year += 1900
    first = letters.partition("-")[0]
    if re.fullmatch(_TYPES, first.upper()):
        type_code, letters = first.replace("lb", "lt"), "" if letters == first else letters
    return NumberQuery(start, end, _no(core[1], core[3]), year, type_code or None, letters or None)


def _spaced(word: str) -> str:
    return re.sub("[ -]+", " ", word)


def _one_number(lower: str) -> list[NumberQuery]:
    """A query that is a figure and nothing else; a year only where ``số`` stands before it."""
    alone = _ONE_NUMBER.fullmatch(lower)
    if not alone or not (alone[1] or not re.fullmatch(_YEAR, alone[2])):
        return []
    return [NumberQuery(0, len(lower), _no(alone[2]), None, None, None)]


def _no(written: str, year: object = None) -> str:
    """The number without zeros in front, and without the point of thousands where no year follows."""
    no = written.lower()
    if not year:
        no = re.sub("^([0-9])\\.([0-9]{3})$", r"\1\2", no)
    return re.sub("^0+(?=[0-9])", "", no)


def symbol_key(symbol: str) -> str:
    """A symbol as it is compared: ``NĐ-CP``, ``nđ/cp``, ``ND - CP`` and ``NĐCP`` are ``nd-cp``."""
    key = re.sub("[/. -]+", "-", fold(symbol).replace("&", ""))
    return _JOINED.sub(r"\1-", key)


def number_keys(number: str, issued_year: int | None) -> OwnNumber | None:
    """The parts of a record's own number; ``None`` where it is none.

    The year is the one that the number names, else that of its issue. The type is left open where
    the symbol does: for the National Assembly (``QH12``), the orders that promulgated laws, and
    the forms of old (``27/CP``).
    """
    read = parse(number)
    if read.number is None:
        procedure = _PROCEDURE.fullmatch(number.strip())
        return OwnNumber(procedure[1], issued_year, None, None) if procedure else None
    symbol = read.canonical.removeprefix(read.number)
    if read.names_year:
        symbol = re.sub("^[/-][0-9]+", "", symbol)
    code = fold(FORMS_OF.get(read.type_code or "", read.type_code or ""))
    if read.is_official_letter:
        code = "cv"
    type_code = None if code in ("", "l") else code
    no = _no(read.number, read.year)
    return OwnNumber(
        no, read.year or issued_year, type_code, symbol_key(symbol.lstrip("/-")) or None
    )


def type_code_of(words: str) -> str | None:
    """The code of a type that is named in words, in either language: ``Nghị quyết`` is ``nq``."""
    return _CODES.get(fold(words))


def names(query: NumberQuery, own: OwnNumber) -> bool:
    """Whether a number that was asked for may be a record's own; what is not said decides nothing.

    A symbol may break off (``TT-BKH``) or leave out its type (``QĐ 15/UBND``). A joint circular is
    a circular too, and so with resolutions.
    """
    if query.no != own.no or (query.year and own.year and query.year != own.year):
        return False
    if query.symbol:
        return (own.symbol or "").startswith((query.symbol, f"{query.type_code}-{query.symbol}"))
    asked, borne = query.type_code, own.type_code
    return not asked or not borne or borne in (asked, f"{asked}lt")

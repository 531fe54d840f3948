"""Terms, fees and languages of a procedure in the words of a page."""

from __future__ import annotations

from typing import NamedTuple

from congtinh.messages import number
from congtinh.pages.procedure_parts import ToldLine
from congtinh.pages.site import Site
from congtinh.records.procedure import Procedure
from congtinh.records.procedure_parts import Way, is_told, says_none

_POINTS = {"-": 1, "–": 1, "•": 1, "*": 1, "+": 2}


class Told(NamedTuple):
    """Words with their language, empty where it is that of the page."""

    text: str
    lang: str = ""


def working_days(site: Site, days: int) -> str:
    """“20 working days”."""
    said = site.say("1 working day") if days == 1 else site.say("{n} working days")
    return said.format(n=number(days, site.language))


def in_language(site: Site, own: str | None, english: str | None) -> Told:
    """Words that an English page has in English where they are written."""
    if site.language == "en":
        return Told(english) if english else Told(own or "", "vi" if own else "")
    return Told(own or "")


def fee_words(site: Site, fee: Told) -> Told:
    """An amount in đồng with its points, “no fee” for none, other words as they are."""
    plain = fee.text.strip()
    if plain.isascii() and plain.isdigit() and int(plain):
        return Told(site.say("{amount} đồng").format(amount=number(int(plain), site.language)))
    return Told(site.say("No fee")) if says_none(plain) else fee


def time_of(site: Site, way: Way) -> Told:
    """How long one way takes."""
    words = in_language(site, way.term, way.term_en)
    return words if words.text or way.days is None else Told(working_days(site, way.days))


def term_of(site: Site, record: Procedure, lang: str) -> Told:
    """How long the procedure takes: its words, else its working days, else those of its ways where all agree."""
    if is_told(record.time_limit):
        return Told(record.time_limit or "", lang)
    if record.time_limit_days is not None:
        return Told(working_days(site, record.time_limit_days))
    told = {time_of(site, way) for way in record.ways or ()} - {Told("")}
    if len(told) > 1 and all(way.days is not None and not way.term for way in record.ways or ()):
        return Told(site.say("at most {n} working days").format(n=number(record.limit_days or 0, site.language)))
    return next(iter(told)) if len(told) == 1 else Told("")


def fee_of(site: Site, record: Procedure, lang: str) -> Told:
    """What the procedure costs, in the same way."""
    if is_told(record.fee):
        return fee_words(site, Told(record.fee or "", lang))
    told = {fee_words(site, in_language(site, w.fee, w.fee_en)) for w in record.ways or () if is_told(w.fee)}
    return next(iter(told)) if len(told) == 1 else Told("")


def lines_of(words: tuple[str, ...] | None) -> tuple[ToldLine, ...]:
    """Paragraphs and the points in them: ``-`` begins a point, ``+`` one below it."""
    found = []
    for words_of_line in words or ():
        depth = _POINTS.get(words_of_line[:1], 0)
        text = words_of_line.lstrip("-–•*+ \t") if depth else words_of_line
        if text:
            found.append(ToldLine(text, depth))
    return tuple(found)

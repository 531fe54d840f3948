"""Every way to write the number of a document, and which records each of them names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from congtinh.bench.search_files import Document
from congtinh.numbering import parse
from congtinh.text.fold import fold, strip_marks


class Name(NamedTuple):
    """What a spelling says of a document; ``None`` where it is silent.

    ``no`` without leading zeros; ``year`` as part of the number; ``when`` the same in words, which
    may be the year of issue where the number has none; ``type`` the folded word for the type;
    ``symbol`` the folded rest: ``nd-cp``.
    """

    no: str
    year: str | None = None
    when: str | None = None
    type: str | None = None
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """The number of a record in its parts: ``no`` as written, ``code`` the abbreviation of the type.

    ``year`` is part of the number; ``issued`` is the year of issue, empty where it is not known.
    ``facts`` is all that a name can say of it.
    """

    no: str
    year: str
    code: str
    symbol: str
    type: str
    issued: str
    facts: Name

    @property
    def whole(self) -> str:
        return "/".join(part for part in (self.no, self.year, self.symbol) if part)

    def is_named(self, name: Name) -> bool:
        """Whether everything that ``name`` says is true of it."""
        pairs = zip(name, self.facts, strict=True)
        return all(said is None or said == true for said, true in pairs)


def bare(no: str) -> str:
    """``07a`` → ``7a``."""
    return fold(no).lstrip("0") or "0"


def symbol(written: str) -> str:
    """``NĐ-CP`` → ``nd-cp``; the signs between its groups do not count."""
    return re.sub(r"[/\-]+", "-", fold(written))


_NUMBER = re.compile(r"(\d+(?:\.\d+)?[a-zđ]?)/(?:((?:19|20)\d{2})/)?([^\W\d_]\S*)", re.IGNORECASE)


def own_number(document: Document) -> OwnNumber | None:
    """The parts of a record's number; ``None`` where it is not of the form ``43/2011/NĐ-CP``."""
    read = parse(document.number)
    written = _NUMBER.fullmatch(read.canonical)
    if not written:
        return None
    no, year, rest = written.groups(default="")
    code = read.type_code or ""
    issued = document.date[:4]
    facts = Name(bare(no), year, year or issued, fold(document.type), symbol(rest))
    return OwnNumber(no, year, code, rest, document.type, issued, facts)


Spelling = tuple[str, str, Name]
"""The name of the way of writing, what is written, what it says."""


def spellings(own: OwnNumber) -> Iterator[Spelling]:
    """The number as people write it; a way that says nothing else than another is left out."""
    no, kind = bare(own.no), fold(own.type)
    whole = Name(no, own.year, symbol=symbol(own.symbol))
    yield "full", own.whole, whole
    yield "lower", own.whole.lower(), whole
    yield "ascii", strip_marks(own.whole), whole
    yield "ascii-lower", fold(own.whole), whole
    yield "hyphens", strip_marks(own.whole).replace("/", "-"), whole
    if own.no.startswith("0") and own.no.strip("0"):
        yield "unpadded", own.whole.lstrip("0"), whole
    if kind:
        typed = whole._replace(type=kind)
        yield "type-full", f"{own.type} số {own.whole}", typed
        yield "type-full-bare", fold(f"{own.type} so {own.whole}"), typed
    if own.year:
        yield from _short(own, Name(no, own.year), kind)
    if kind and (own.year or own.issued):
        said = Name(no, when=own.year or own.issued, type=kind)
        yield "type-year", f"{own.type.lower()} số {own.no} năm {said.when}", said
        yield "type-year-bare", f"{kind} so {own.no} nam {said.when}", said


def _short(own: OwnNumber, said: Name, kind: str) -> Iterator[Spelling]:
    short = f"{own.no}/{own.year}"
    yield "short", short, said
    if not kind:
        return
    typed = said._replace(type=kind)
    if own.code:
        yield "code-short", f"{own.code.lower()} {short}", typed
        yield "code-short-bare", f"{fold(own.code)} {short}", typed
        yield "code-joined", f"{fold(own.code)}{short}", typed
    yield "type-short", f"{own.type.lower()} {short}", typed
    yield "type-short-bare", f"{kind} {short}", typed


Bearers = Callable[[Name], frozenset[str]]


def bearers(documents: Iterable[Document]) -> Bearers:
    """A function from a name to the identities of the records that it names."""
    known: dict[str, list[tuple[str, OwnNumber]]] = {}
    for document in documents:
        if own := own_number(document):
            known.setdefault(bare(own.no), []).append((document.id, own))
    return lambda name: frozenset(
        identity for identity, own in known.get(name.no, ()) if own.is_named(name)
    )

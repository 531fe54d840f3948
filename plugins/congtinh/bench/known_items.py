"""Known-item queries, made from the records themselves: titles, their beginnings, numbers, as people type them."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from congtinh.bench.number_spellings import bearers, own_number, spellings
from congtinh.bench.raw_typing import TELEX, VNI, typed
from congtinh.bench.search_files import Document, Query
from congtinh.bench.slips import with_slip
from congtinh.text.fold import fold, strip_marks

LENGTHS = {"title": None, "title-10": 10, "title-5": 5}
"""Set to the number of syllables that are typed; ``None`` for all of them."""
TYPED: dict[str, Callable[[str, str], str]] = {
    "": lambda text, _: text,
    "bare": lambda text, _: strip_marks(text),
    "typo": with_slip,
    "bare-typo": lambda text, seed: strip_marks(with_slip(text, seed)),
    "telex": lambda text, _: typed(text, TELEX),
    "telex-inner": lambda text, _: typed(text, TELEX, tone_last=False),
    "vni": lambda text, _: typed(text, VNI),
}
"""How a title is typed, to the title as typed; the second argument seeds what is drawn."""
PLAINLY = ("", "bare")
_HEAD = re.compile(r"(?:[^\W\d_]+\s+){0,8}?(?:số\s*:?\s*)?", re.IGNORECASE)
_DAY = re.compile(
    r"(?!\w)(?:\s+ngày\s+\d+(?:[/-]\d+[/-]\d+|\s+tháng\s+\d+\s+năm\s+\d+))?[\s:,.–-]*",
    re.IGNORECASE,
)
Names = Callable[[str], bool]
"""Whether a set is wanted, by its name."""
_SIGNS = " \t,;:.–-\"'“”‘’()"


def abstract(document: Document) -> str:
    """The title without what comes before its subject: type, number and day of the document.

    ``Thông tư số 03/2018/TT-BVHTTDL quy định về …`` → ``quy định về …``; empty where nothing follows.
    The whole title where it does not begin with the number.
    """
    start = document.title.casefold().find(document.number.casefold()) if document.number else -1
    if start < 0 or not _HEAD.fullmatch(document.title, 0, start):
        return document.title
    day = _DAY.match(document.title, start + len(document.number))
    return document.title[day.end() :].strip() if day else document.title


def typed_title(document: Document) -> str:
    """The title with the type but without the number: ``Thông tư quy định về …``."""
    rest = abstract(document)
    return f"{document.type} {rest}".strip() if rest and rest != document.title else rest


def title_queries(
    documents: Sequence[Document], wanted: Sequence[Document], names: Names
) -> Iterator[Query]:
    """Titles of ``wanted``, whole and by their first syllables, each way typed.

    Right is every record of ``documents`` with the same words at that place, whatever their case and
    marks.  A way of typing that changes nothing in a title gives no query, nor does a short title.
    """
    for name, length in LENGTHS.items():
        yield from _beginnings(name, length, abstract, TYPED, documents, wanted, names)
        if length is not None:
            yield from _beginnings(
                f"typed-{name}", length, typed_title, PLAINLY, documents, wanted, names
            )


def _beginnings(
    name: str,
    length: int | None,
    of: Callable[[Document], str],
    ways: Iterable[str],
    documents: Sequence[Document],
    wanted: Sequence[Document],
    names: Names,
) -> Iterator[Query]:
    kinds = {way: kind for way in ways if names(kind := f"{name}:{way}" if way else name)}
    same: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for document in documents if kinds else ():
        same[_words(of(document), length)].add(document.id)
    for document in wanted if kinds else ():
        words = of(document).split()
        if len(words) < (length or 1):
            continue
        text = " ".join(words[:length]).strip(_SIGNS)
        right = frozenset(same[_words(of(document), length)])
        for way, kind in kinds.items():
            changed = TYPED[way](text, f"{name} {document.id}")
            if not way or changed != text:
                yield Query(f"{kind}/{document.id}", changed, right, document.lang, kind)


def _words(text: str, length: int | None) -> tuple[str, ...]:
    """The words that count as the same whatever their case, marks and signs around them."""
    return tuple(fold(word.strip(_SIGNS)) for word in text.split()[:length])


def number_queries(
    documents: Sequence[Document], wanted: Sequence[Document], names: Names
) -> Iterator[Query]:
    """Each spelling of the numbers of ``wanted``, once; right is every record that the spelling names.

    A number of another form, as of a procedure, is written as it is.
    """
    named, seen = bearers(documents), set()
    same: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        same[document.number].add(document.id)
    for document in wanted:
        own = own_number(document)
        if own is None:
            given = [("plain", document.number, frozenset(same[document.number]))]
        else:
            given = [(way, text, named(name)) for way, text, name in spellings(own)]
        for way, text, right in given:
            kind = f"number:{way}"
            if text and names(kind) and (way, text) not in seen:
                seen.add((way, text))
                yield Query(f"{kind}/{document.id}", text, right, document.lang, kind)


def known_items(
    documents: Sequence[Document], sets: str = "*", sample: int = 0, seed: int = 0
) -> Iterator[Query]:
    """The queries for all records, or for ``sample`` of them drawn by ``seed``.

    ``sets`` are patterns between commas, such as ``title-10,title-10:bare,number:*``.
    """
    wanted = list(documents)
    if 0 < sample < len(wanted):
        wanted = random.Random(seed).sample(wanted, sample)
    patterns = [pattern.strip() for pattern in sets.split(",")]

    def names(name: str) -> bool:
        return any(fnmatchcase(name, pattern) for pattern in patterns)

    yield from title_queries(documents, wanted, names)
    yield from number_queries(documents, wanted, names)

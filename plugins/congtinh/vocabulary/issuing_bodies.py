"""The bodies that a written issuer names: one, or several of a joint document."""

from __future__ import annotations

import re
from functools import lru_cache

from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term, Vocabulary, lookup_key

_JOINT = re.compile(r"^(?:-|,\s*|;\s*|\s+và\s+)")
_AFTER_DATE = re.compile(r".*\bngày\s+\d{1,2}/\d{1,2}/\d{4}\s+của\s+", re.IGNORECASE | re.DOTALL)
_OFFICE = re.compile(r"^bộ trưởng(?=\s+bộ\s)\s+")


def issuers_named(text: str, vocabularies: Vocabularies) -> tuple[Term, ...]:
    """The terms of ``issuers`` that ``text`` names, in its order; empty when a part is unknown.

    Joint issuers stand apart by “-”, “,”, “;” or “và”, as gazettes and databases write them:
    “BỘ TÀI CHÍNH - BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI” is two bodies. A list heading that is a
    document type (“VĂN BẢN HỢP NHẤT - BỘ TÀI CHÍNH”) is passed over. Where a longer passage was
    caught, the body after its last “ngày d/m/yyyy của” is meant.
    """
    key = _OFFICE.sub("", lookup_key(_AFTER_DATE.sub("", text)))
    names = _names(vocabularies["issuers"])
    bodies = _split(key, names)
    if bodies is None:
        heading, _, rest = key.partition("-")
        if rest and vocabularies["document_types"].find(heading):
            bodies = _split(rest, names)
    return tuple(dict.fromkeys(bodies or ()))


def issuers_of_symbol(symbol: str, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The bodies in the symbol of a number, such as ``TTLT-BTC-BKHCN`` or ``QĐ-TTg``.

    The first group may be the type of the document; any other unknown group gives nothing.
    """
    groups = [g for g in re.split(r"\s*-\s*", symbol.strip()) if g]
    by_symbol = {lookup_key(s): t for t in reversed(list(vocabulary)) for s in t.texts("symbols")}
    found = [by_symbol.get(lookup_key(group)) for group in groups]
    known = found[1:] if found and found[0] is None else found
    return tuple(t for t in known if t) if all(known) else ()


@lru_cache(maxsize=8)
def _names(vocabulary: Vocabulary) -> dict[str, Term]:
    named = ((lookup_key(name), term) for term in vocabulary for name in term.names)
    keys: dict[str, Term] = {}
    for key, term in named:
        keys.setdefault(key, term)
    return dict(sorted(keys.items(), key=lambda name: -len(name[0])))


def _split(text: str, names: dict[str, Term]) -> list[Term] | None:
    """``text`` as a row of names; the longest fitting name first, then shorter ones."""
    for name, term in names.items():
        if text == name:
            return [term]
        if text.startswith(name) and (joint := _JOINT.match(text[len(name) :])):
            rest = _split(text[len(name) + joint.end() :], names)
            if rest is not None:
                return [term, *rest]
    return None

"""What the linter knows beside the text: whose report it is, its figures and those of the last one."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from congtinh.languages import Language
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term, Vocabulary, lookup_key

_BODY = re.compile(r"^(?:bộ|sở|ban|ủy ban|chi cục|cục|phòng|ngành)\s+")
_PLACE = re.compile(r"\s+(?:tỉnh|thành phố|tp\.?)\s.*$")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is typed wrong and what is right, as compared (``lookup_key``) and as read."""

    wrong: str
    right: str
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    starts: bool = False


@dataclass(frozen=True)
class LintFacts:
    """What a report is read against.

    ``own_names`` and ``sectors`` are lookup keys: the names of the agency and its fields, and the
    sectors that others manage. ``figures`` are the values of this report by label, ``last_totals``
    the cumulative ones of the last report, ``service_levels`` the procedures by level as prose
    says it (``"3"``, ``"toàn trình"``); a level that is known and has none stands there with 0.
    ``said_twice`` are syllables that Vietnamese repeats, ``meeting`` the compounds that stand first
    and second where two meet at one syllable (hành vi, vi phạm). ``accepted`` are words as written
    that editors have looked at and that stay.
    """

    language: Language = "vi"
    own_names: frozenset[str] = frozenset()
    sectors: tuple[str, ...] = ()
    figures: Mapping[str, int] = dataclasses.field(default_factory=dict)
    last_totals: Mapping[str, int] = dataclasses.field(default_factory=dict)
    service_levels: Mapping[str, int] = dataclasses.field(default_factory=dict)
    slips: tuple[Slip, ...] = ()
    loan_words: frozenset[str] = frozenset()
    said_twice: frozenset[str] = frozenset()
    meeting: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    accepted: frozenset[str] = frozenset()


def lint_facts(
    vocabularies: Vocabularies,
    own_names: Iterable[str],
    *,
    language: Language = "vi",
    figures: Mapping[str, int] | None = None,
    last_totals: Mapping[str, int] | None = None,
    service_levels: Mapping[str, int] | None = None,
    accepted: Iterable[str] = (),
) -> LintFacts:
    """The facts of an agency with these names and vocabularies.

    Its fields are the sectors in its names and the labels of the vocabulary ``categories``, which a
    department makes its own; ministries in ``issuers`` name sectors of others beside ``sectors``.
    """
    labels = [
        name
        for term in vocabularies["categories"]
        for name in (term.label.vi, *term.texts("aliases"))
    ]
    own = frozenset(_sector(name) for name in (*own_names, *labels))
    twice = vocabularies["said_twice"]
    return LintFacts(
        language=language,
        own_names=own,
        sectors=_foreign_sectors(vocabularies, own),
        figures=figures or {},
        last_totals=last_totals or {},
        service_levels=service_levels or {},
        slips=slips_of(vocabularies["typing_slips"]),
        loan_words=words_of(vocabularies["loan_words"]),
        said_twice=_keys(twice, "tu-lay"),
        meeting=(_keys(twice, "dung-truoc"), _keys(twice, "dung-sau")),
        accepted=frozenset(accepted),
    )


def _sector(name: str) -> str:
    """“Sở Ngoại vụ tỉnh Minh Châu” as ``ngoại vụ``."""
    return _PLACE.sub("", _BODY.sub("", lookup_key(name)))


def _foreign_sectors(vocabularies: Vocabularies, own: frozenset[str]) -> tuple[str, ...]:
    """Names of the sectors of others, the longest first; a sector one name of which is own is left out."""
    ministries = [t for t in vocabularies["issuers"] if lookup_key(t.label.vi).startswith("bộ ")]
    terms = [*vocabularies["sectors"], *ministries]
    foreign = (names for names in map(_names, terms) if not names & own)
    names = {name for names in foreign for name in names if not _is_within(name, own)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _is_within(name: str, own: frozenset[str]) -> bool:
    """Whether the name is part of an own one: “Thông tin” in “Thông tin và Truyền thông”."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", one) for one in own)


def _names(term: Term) -> frozenset[str]:
    return frozenset(_sector(name) for name in (term.label.vi, *term.texts("aliases")))


@lru_cache(maxsize=8)
def slips_of(vocabulary: Vocabulary) -> tuple[Slip, ...]:
    """The slips of the vocabulary ``typing_slips``, the longest first."""
    found = (slip for term in vocabulary for slip in _slips(term))
    return tuple(sorted(found, key=lambda slip: (-len(slip.wrong), slip.wrong)))


def _slips(term: Term) -> Iterable[Slip]:
    after, before = (tuple(map(lookup_key, term.texts(k))) for k in ("not_after", "not_before"))
    for line in term.texts("wrong"):
        wrong, _, right = line.partition("=")
        right = right.strip() or term.label.vi
        yield Slip(lookup_key(wrong), right, after, before, term.flag("starts"))


def _keys(vocabulary: Vocabulary, code: str) -> frozenset[str]:
    """The words of one group, as compared."""
    term = vocabulary.get(code)
    return frozenset(map(lookup_key, term.texts("words"))) if term else frozenset()


@lru_cache(maxsize=8)
def words_of(vocabulary: Vocabulary) -> frozenset[str]:
    """Every word of the vocabulary ``loan_words``."""
    return frozenset(word.lower() for term in vocabulary for word in term.texts("words"))

"""Bilingual parity (ideas.md, D15): what has no English, what is older than its original, what to do first."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from congtinh.languages import Bilingual
from congtinh.model import Item, SiteModel
from congtinh.records.registry import RECORD_TYPES
from congtinh.statistics.counts import Days
from congtinh.statistics.filing import Filing, changed, posted
from congtinh.statistics.marks import Mark
from congtinh.validity.states import IN_FORCE, PARTLY_EXPIRED
from congtinh.vocabulary.law import sections

MISSING, STALE, UP_TO_DATE = (
    Mark("missing", Bilingual("Chưa có tiếng Anh", "No English"), "red"),
    Mark("stale", Bilingual("Bản tiếng Anh cũ hơn bản gốc", "English older than its original"), "amber"),
    Mark("up-to-date", Bilingual("Tiếng Anh cập nhật", "English up to date"), "green"),
)
MINIMUM_OF = "43-2011"
"""The profile whose sections say what the English minimum is (Điều 13)."""
FOREIGNERS = "foreigner"
"""The audience that reads no Vietnamese (vocabulary ``audiences``)."""

VALUES: Mapping[str, Bilingual] = {
    "minimum": Bilingual("Phần tối thiểu theo Điều 13 NĐ 43/2011", "Minimum of Decree 43/2011, Article 13"),
    "foreigners": Bilingual("Dành cho người nước ngoài", "For foreigners"),
    "featured": Bilingual("Nổi bật", "Featured"),
    "in-force": Bilingual("Văn bản còn hiệu lực", "Document in force"),
}
"""What makes a translation worth most, in this order: one value outweighs all that follow it, so that
what the law wanted always comes before what is merely useful.  Of equal value the newer comes first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A Vietnamese item and its English version; ``values`` are codes of ``VALUES`` that hold for it."""

    vi: Item
    en: Item | None
    mark: Mark
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """How many Vietnamese items of one kind have English; ``key`` is a content type or section, or empty."""

    key: str
    label: Bilingual
    originals: int
    missing: int
    stale: int

    @property
    def translated(self) -> int:
        """Those with an English version, up to date or not."""
        return self.originals - self.missing

    @property
    def up_to_date(self) -> int:
        return self.translated - self.stale

    @property
    def percent(self) -> Fraction | None:
        """How many of a hundred have English that is up to date; ``None`` where there is no item."""
        return Fraction(100 * self.up_to_date, self.originals) if self.originals else None


@dataclass(frozen=True, slots=True)
class Parity:
    """The whole picture of one day.  ``english_only`` are items without a Vietnamese version."""

    day: dt.date
    pairs: tuple[Pair, ...]
    every: Share
    minimum: Share
    types: tuple[Share, ...]
    sections: tuple[Share, ...]
    english_only: tuple[Item, ...]
    to_do: tuple[Pair, ...]


def parity(filing: Filing, profile: str, days: Days | None = None) -> Parity:
    """Parity on the day of the model, by the sections of ``profile``; ``days`` takes only what was posted then."""
    model, wanted = filing.model, _minimum(filing)
    originals = (i for i in filing.of_language("vi") if _is_to_translate(i) and _is_within(i, days))
    pairs = tuple(_pair(item, model) for item in originals)
    to_do = (_valued(pair, wanted, model) for pair in pairs if pair.mark is not UP_TO_DATE)
    return Parity(
        model.today,
        pairs,
        _share("", Bilingual("Tất cả", "All"), pairs),
        _share("minimum", VALUES["minimum"], (p for p in pairs if p.vi.id in wanted)),
        tuple(_by_type(pairs)),
        tuple(_by_section(filing, profile, pairs)),
        tuple(i for i in filing.of_language("en") if (i.id, "vi") not in model.by_identity),
        tuple(sorted(to_do, key=_worth)),
    )


def share_of(filing: Filing, found: Parity, part: str) -> Share | None:
    """The share of ``all``, of the ``minimum``, of a content type or of a section of any profile."""
    if part in ("all", "minimum"):
        return found.every if part == "all" else found.minimum
    by_type = next((share for share in found.types if share.key == part), None)
    term = filing.model.vocabularies["sections"].find(part)
    if by_type or term is None:
        return by_type
    there = {item.id for item in filing.under(term.text("profile")).get((term.code, "vi"), ())}
    return _share(term.code, term.label, (p for p in found.pairs if p.vi.id in there))


def is_stale(vi: Item, en: Item) -> bool:
    """Whether the original changed on a later day than its English version.

    The English version is as new as the day on which it was updated or corrected, or as the day of
    the original that its ``translated_from_rev`` names, whichever is later.
    """
    original, translation = changed(vi), changed(en)
    told = _day(en.record.translated_from_rev)
    newest = max((day for day in (translation, told) if day), default=None)
    return original is not None and newest is not None and original > newest


def _day(text: str | None) -> dt.date | None:
    """The day at the start of a revision such as ``2026-03-05`` or ``2026-03-05T08:00``; none of others."""
    try:
        return dt.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _pair(item: Item, model: SiteModel) -> Pair:
    en = model.by_identity.get((item.id, "en"))
    if en is None or not en.record.visible(model.today):
        return Pair(item, None, MISSING)
    return Pair(item, en, STALE if is_stale(item, en) else UP_TO_DATE)


def _is_to_translate(item: Item) -> bool:
    """Figures without a page or a section of their own are the same in both languages."""
    return item.record.own_page or bool(item.sections)


def _is_within(item: Item, days: Days | None) -> bool:
    day = posted(item)
    return days is None or (day is not None and days.start <= day <= days.last)


def _share(key: str, label: Bilingual, pairs: Iterable[Pair]) -> Share:
    marks = Counter(pair.mark for pair in pairs)
    return Share(key, label, marks.total(), marks[MISSING], marks[STALE])


def _by_type(pairs: Iterable[Pair]) -> Iterable[Share]:
    found = _grouped(pairs, lambda pair: (pair.vi.type,))
    return (
        _share(name, record.list_label, found[name])
        for name, record in RECORD_TYPES.items()
        if name in found
    )


def _by_section(filing: Filing, profile: str, pairs: Iterable[Pair]) -> Iterable[Share]:
    listed: dict[str, list[str]] = {}
    for (section, language), items in filing.under(profile).items():
        for item in items if language == "vi" else ():
            listed.setdefault(item.id, []).append(section)
    found = _grouped(pairs, lambda pair: listed.get(pair.vi.id, ()))
    every = sections(filing.model.vocabularies, profile)
    return (_share(s.code, s.label, found.get(s.code, ())) for s in every)


def _grouped(
    pairs: Iterable[Pair], keys: Callable[[Pair], Iterable[str]]
) -> Mapping[str, list[Pair]]:
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        for key in keys(pair):
            found.setdefault(key, []).append(pair)
    return found


def _minimum(filing: Filing) -> frozenset[str]:
    """The items that the English minimum is made of."""
    terms = filing.model.vocabularies["sections"]
    wanted = {t.code for t in terms if t.flag("english_minimum") and t.text("profile") == MINIMUM_OF}
    filed = filing.under(MINIMUM_OF).items()
    return frozenset(item.id for (code, _), items in filed if code in wanted for item in items)


def _valued(pair: Pair, wanted: frozenset[str], model: SiteModel) -> Pair:
    record = pair.vi.record
    holds = {
        "minimum": pair.vi.id in wanted,
        "foreigners": FOREIGNERS in (record.audience or ()),
        "featured": bool(record.featured),
        "in-force": model.validity(pair.vi) in (IN_FORCE, PARTLY_EXPIRED),
    }
    return Pair(pair.vi, pair.en, pair.mark, tuple(value for value in VALUES if holds[value]))


def _worth(pair: Pair) -> tuple[object, ...]:
    day = posted(pair.vi) or dt.date.min
    lacks = tuple(value not in pair.values for value in VALUES)
    return (*lacks, pair.mark is STALE, -day.toordinal(), pair.vi.path)

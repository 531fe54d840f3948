"""Which items stand under which section of the law, for every profile, from one pass over the content."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property

from congtinh.languages import LANGUAGES, Language
from congtinh.model import Item, SiteModel
from congtinh.records.registry import RECORD_TYPES
from congtinh.vocabulary.law import filed_under, groups_of

_Codes = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
Filed = Mapping[tuple[str, Language], tuple[Item, ...]]
"""Code of a section and language to the items that stand there."""


class Filing:
    """The visible items of a site by the sections that their records name.

    Items are filed as in the list of public information (``vocabulary.law.groups_of``), so that
    coverage and list never tell two things of one item.
    """

    def __init__(self, model: SiteModel) -> None:
        self.model = model
        self._profiles: dict[str, Filed] = {}

    @cached_property
    def visible(self) -> tuple[Item, ...]:
        """What visitors see on the day of the model, oldest first."""
        today = self.model.today
        return tuple(sorted((i for i in self.model.items if i.record.visible(today)), key=_by_day))

    @cached_property
    def _by_codes(self) -> Mapping[_Codes, tuple[Item, ...]]:
        """The few combinations of sections there are, each with its items."""
        found: dict[_Codes, list[Item]] = {}
        for item in self.visible:
            record = item.record
            codes = (item.sections, record.default_section, record.used_for)
            found.setdefault(codes, []).append(item)
        return {codes: tuple(items) for codes, items in found.items()}

    def under(self, profile: str) -> Filed:
        """The items under each section of a law profile, oldest first."""
        if profile not in self._profiles:
            self._profiles[profile] = self._filed(profile)
        return self._profiles[profile]

    def _filed(self, profile: str) -> Filed:
        filed = filed_under(self.model.vocabularies, profile)
        found: dict[tuple[str, Language], list[Item]] = {}
        for (own, of_type, of_use), items in self._by_codes.items():
            groups = groups_of(filed, own, of_type, of_use)
            for item in items if groups else ():
                for group in groups:
                    found.setdefault((group, item.lang), []).append(item)
        places = self._places
        return {
            place: tuple(sorted(items, key=lambda item: places[item.path]))
            for place, items in found.items()
        }

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {item.path: place for place, item in enumerate(self.visible)}

    def last_change(self, items: Iterable[Item]) -> dt.date | None:
        """The latest day on which one of these items was posted, updated or corrected."""
        known = self._changes
        return max((day for item in items if (day := known[item.path])), default=None)

    @cached_property
    def _changes(self) -> Mapping[str, dt.date | None]:
        return {item.path: changed(item) for item in self.visible}

    def of_language(self, language: Language) -> tuple[Item, ...]:
        """Every item in one language, oldest first."""
        return self._by_language[language]

    @cached_property
    def _by_language(self) -> Mapping[Language, tuple[Item, ...]]:
        return {code: tuple(i for i in self.visible if i.lang == code) for code in LANGUAGES}


def posted(item: Item) -> dt.date | None:
    """The day on which an item was posted."""
    date = item.record.date
    return date.date() if date else None


def changed(item: Item) -> dt.date | None:
    """The day of the last change that an item tells of: posted, updated or corrected."""
    record = item.record
    told = [moment.date() for moment in (record.date, record.updated) if moment]
    told += [one.date for one in record.corrections or ()]
    return max(told, default=None)


def shown(model: SiteModel, written: str) -> Item | None:
    """The visible item that an editor names by its id, or by the name of its file; in Vietnamese if it can be."""
    types = (model.find(name, written, "vi") for name in RECORD_TYPES) if written else ()
    item = model.by_identity.get((written, "vi")) or model.by_identity.get((written, "en"))
    item = item or next(filter(None, types), None)
    return item if item and item.record.visible(model.today) else None


def _by_day(item: Item) -> tuple[dt.date, str]:
    return posted(item) or dt.date.min, item.path

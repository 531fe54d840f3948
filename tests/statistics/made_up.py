"""Sites of made-up records, counted without a build: as many items of a kind as a test asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from congtinh.languages import Bilingual, Language
from congtinh.media import Picture
from congtinh.model import Item, SiteModel
from congtinh.records.base import Record
from congtinh.records.counting import Count
from congtinh.records.fields import HANOI
from congtinh.records.legal_document import LegalDocument
from congtinh.records.news import News
from congtinh.records.packing import unpacked
from congtinh.records.unit import Unit
from congtinh.records.usage import Usage
from congtinh.statistics.counting import Counting
from congtinh.statistics.site_counts import SiteCounts
from congtinh.text.markup import render
from congtinh.vocabulary.registry import Vocabularies


class Served(Record):
    """A type that joined later: it says in its own module what it counts."""

    type_label: ClassVar[Bilingual] = Bilingual("Thử", "Trial")
    list_label: ClassVar[Bilingual] = Bilingual("Thử", "Trials")
    path: ClassVar[Bilingual] = Bilingual("thu", "trials")
    counted: tuple[str, str, int] | None = None

    def counts(self) -> Iterator[Count]:
        assert self.counted
        measure, kind, value = self.counted
        yield Count(measure, kind, value)


@dataclass
class MadeUp:
    """Collects items; ``site`` counts them as of ``today``."""

    today: dt.date
    vocabularies: Vocabularies = field(default_factory=lambda: Vocabularies.load()[0])
    items: list[Item] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)

    def add(self, record: type[Record], n: int, day: dt.date, language: Language = "vi", **facts: Any) -> list[Item]:
        """``n`` published items with these facts, posted on ``day``."""
        return [self._one(record, day, language, facts) for _ in range(n)]

    def _one(self, record: type[Record], day: dt.date, language: Language, facts: Mapping[str, Any]) -> Item:
        name = record.__name__.lower()
        identity = facts.get("id") or f"{name}/{len(self.items)}"
        given = {"id": identity, "type": facts.get("type", name), "lang": language, "title": f"Mục {identity}",
                 "status": "published", "date": dt.datetime(day.year, day.month, day.day, tzinfo=HANOI), **facts}
        made = unpacked(record, {k: v for k, v in given.items() if k in record.model_fields}, None)
        sections = made.sections(self.vocabularies)
        path, files = f"{identity}.{language}.md", {p: p for p in facts.get("shows", ())}
        for picture in files:
            self.pictures.setdefault(picture, Picture(picture, picture, 1, 1, ()))
        item = Item(path, identity, given["type"], language, made, render(""), f"{identity}/{language}/", files,
                    digest=path.encode(), counts=tuple(made.counts()), sections=sections)
        self.items.append(item)
        return item

    def show(self, n: int, day: dt.date, language: Language = "vi", **facts: Any) -> None:
        """``n`` pictures, in one item that no formula counts."""
        stem = f"images/{len(self.pictures)}-"
        shows = [f"{stem}{k}.jpg" for k in range(n)]
        self._one(Served, day, language, {"counted": ("nothing", "", 0), "shows": shows, **facts})

    def site(self, counting: Counting | None = None) -> SiteCounts:
        model = SiteModel(tuple(self.items), (), self.vocabularies, self.today, self.pictures, {})
        return SiteCounts(model, counting or Counting())


def news(site: MadeUp, n: int, day: dt.date, language: Language = "vi", genre: str = "tin", **facts: Any) -> list[Item]:
    return site.add(News, n, day, language, type="news", genre=genre, contributor_kind="staff", **facts)


def documents(site: MadeUp, n: int, day: dt.date, doc_class: str) -> list[Item]:
    return site.add(LegalDocument, n, day, type="legal_document", doc_class=doc_class)


def served(site: MadeUp, n: int, day: dt.date, measure: str, kind: str = "", **facts: Any) -> list[Item]:
    return site.add(Served, n, day, type="served", counted=(measure, kind, 1), **facts)


def units(site: MadeUp, names: Iterable[str]) -> None:
    add = partial(site.add, Unit, 1, dt.date(2010, 1, 1), type="unit", parent="tinh", valid_from=dt.date(2010, 1, 1))
    for name in names:
        add(id=f"unit/{name}", name=name, kind="so", code=name)


def visits(site: MadeUp, month: str, vi: int, en: int = 0) -> None:
    year, number = map(int, month.split("-"))
    site.add(Usage, 1, dt.date(year, number, 1), type="usage", period=month, visits_vi=vi, visits_en=en, visits_source="log")


def extended(folder: Path, figures: str) -> Vocabularies:
    """The vocabularies of a department with figures of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "figures.toml").write_text(figures, encoding="utf-8")
    made, problems = Vocabularies.load(folder)
    assert problems == []
    return made

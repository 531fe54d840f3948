"""Names of imported files: from the natural address, kept from import to import, never taken twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from congtinh.addresses import of_item
from congtinh.records.base import Record
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.records.reading import read_record
from congtinh.text.slug import slugify
from congtinh.vocabulary.registry import Vocabularies

_LIMIT = 80
_UNNAMED = "noi-dung"
# names that Windows keeps for devices, whatever the ending
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
)

Reread = Callable[[str, str | None], Record | None]
"""A row's record with the file name (stem) and the slug that it would have."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item lies: its path below the output folder and the slug to write, if any."""

    path: str
    stem: str
    slug: str | None


@dataclass
class Names:
    """Stems and addresses of one content type, those of files already in the output folder too.

    ``owners`` leads from an address or stem to the identity (source, id) that has it; the two
    languages of one item share a stem.
    """

    type_name: str
    vocabularies: Vocabularies
    owners: dict[str, tuple[str, str]] = field(default_factory=dict)
    known: dict[tuple[str, str], Place] = field(default_factory=dict)

    def place(self, identity: tuple[str, str], lang: str, reread: Reread) -> Place:
        """The place of an item: that of the last import, or the first free one."""
        had = self.known.get(identity)
        base = had.stem if had else ""
        record = reread(base or _UNNAMED, had.slug if had else None)
        assert record is not None
        if not had:
            record = reread(slugify(record.heading) or _UNNAMED, None)
            assert record is not None
            base = _last(of_item(record, self.vocabularies))
            record = reread(base, None)
            assert record is not None
        stem, slug, turn = base, had.slug if had else None, 1
        while not self._is_free(identity, stem, record):
            turn += 1
            stem = suffixed(base, turn)
            slug = None
            record = reread(stem, None)
            assert record is not None
            if _last(of_item(record, self.vocabularies)) != stem:
                slug = stem
                record = reread(stem, slug)
                assert record is not None
        address = of_item(record, self.vocabularies)
        self.owners[f"stem {stem}"] = self.owners[address] = identity
        folder = had.path.rpartition("/")[0] if had else f"{self.type_name}/{_year(record)}"
        place = Place(f"{folder}/{stem}.{lang}.md", stem, slug)
        self.known[identity] = place
        return place

    def _is_free(self, identity: tuple[str, str], stem: str, record: Record) -> bool:
        address = of_item(record, self.vocabularies)
        return stem not in _RESERVED and all(
            self.owners.get(key, identity) == identity for key in (f"stem {stem}", address)
        )

    def learn(self, output: Path, record_type: type[Record], today: dt.date) -> None:
        """Take in the files of the type that already lie in the output folder."""
        for path in sorted((output / self.type_name).rglob("*.md")):
            relative = path.relative_to(output).as_posix()
            stem, _, lang = path.stem.rpartition(".")
            front = read_front_matter(relative, path.read_text("utf-8", errors="replace"))
            if not stem or not isinstance(front, FrontMatter):
                continue
            derived = {
                "id": str(front.values.get("id") or relative[: -len(".vi.md")]),
                "type": self.type_name,
                "lang": lang,
            }
            record, _faults = read_record(record_type, front, derived, self.vocabularies, today)
            identity = identity_of(front.values) or ("", relative[: -len(".vi.md")])
            self.owners.setdefault(f"stem {stem}", identity)
            if record is not None:
                self.owners.setdefault(of_item(record, self.vocabularies), identity)
            if identity[0]:
                self.known.setdefault(identity, Place(relative, stem, _slug(front.values)))


def identity_of(values: Mapping[str, Any]) -> tuple[str, str] | None:
    """Source and old id of an imported item; ``None`` for an item that nobody imported."""
    legacy = values.get("legacy")
    if not isinstance(legacy, Mapping) or not legacy.get("id") or not legacy.get("source"):
        return None
    return str(legacy["source"]), str(legacy["id"])


def suffixed(base: str, turn: int) -> str:
    """``base-2``, cut between words so that it stays within the length of a slug."""
    end = f"-{turn}"
    room = _LIMIT - len(end)
    if len(base) > room:
        base = base[: room + 1].rpartition("-")[0] or base[:room]
    return base + end


def _slug(values: Mapping[str, Any]) -> str | None:
    return str(values["slug"]) if values.get("slug") else None


def _last(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _year(record: Record) -> str:
    return f"{record.year:04d}" if record.year else "undated"

"""The references of one item, as written: the files its fields name, and the links and pictures of its body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from congtinh.model import Body
from congtinh.records.base import Record, facts_of_model
from congtinh.records.parts import Part

EXTERNAL = ("http:", "https:", "mailto:", "tel:", "//", "#", "?", "data:")
"""How an address begins that leads out of the content folder."""


@dataclass(frozen=True, slots=True)
class Use:
    """One reference of an item, as written, with the field and line that it stands in."""

    written: str
    kind: str
    field: str = ""
    line: int | None = None


def uses(record: Record, body: Body) -> Iterator[Use]:
    """Every reference of an item to a file or another item."""
    yield from _named_files(record)
    for picture in body.images:
        if picture.src:
            kind = "elsewhere" if picture.src.lower().startswith(EXTERNAL) else "picture"
            yield Use(picture.src, kind, "", picture.line)
    for link in body.links:
        if link.target and not link.target.lower().startswith(EXTERNAL):
            yield Use(link.target.partition("#")[0].partition("?")[0], "link", "", link.line)


def _named_files(part: BaseModel, within: str = "") -> Iterator[Use]:
    """The files that the fields of a record name, and those of the parts inside it."""
    facts = facts_of_model(type(part))
    for name, value in part.__dict__.items():
        if value is None or not (facts[name].file or isinstance(value, Part | tuple)):
            continue
        fact = facts[name]
        several = isinstance(value, tuple)
        for place, one in enumerate(value if several else (value,), 1):
            if isinstance(one, Part):
                yield from _named_files(one, f"{name}[{place}]." if several else f"{name}.")
            elif one and fact.file:
                kind = fact.file if fact.file in ("picture", "table") else "file"
                yield Use(one, kind, within + name)

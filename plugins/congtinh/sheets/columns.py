"""Headings of columns: a field's name or its label in either language, of which group, in which language."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from congtinh.languages import Bilingual, Language
from congtinh.sheets.shapes import Shape, shapes_of
from congtinh.vocabulary.terms import lookup_key

BODY = "body"
FILE = "tep"
"""The column that names the file which a row stands for."""
TEXT_LABEL = Bilingual("Nội dung (Markdown)", "Body (Markdown)")
FILE_LABEL = Bilingual("Tên tệp (không đuôi)", "File name (no ending)")
_SHORT = lookup_key("tệp")
"""Names the file of a row too, unless a field of the type is called so."""
IGNORED = frozenset({"stt", "tt", "no", "#", "so tt", "số tt"})

_IN_ENGLISH = re.compile(r"\s*[(\[]\s*(?:en|english|tiếng anh)\s*[)\]]\s*\Z", re.IGNORECASE)
_PLACE = re.compile(r"(.*?)\s*\[\s*([0-9]{1,3})\s*\]\Z")
_MARKS = " *\u00a0"

Keys = tuple[str | int, ...]


class Column(NamedTuple):
    """What a column holds: ``("images", 0, "alt")`` in one language, under the words of its heading."""

    keys: Keys
    language: Language
    words: str


def column_of(model: type[BaseModel], heading: str, whole: bool) -> Column | None:
    """The column under a heading; ``None`` where no field is named so.  ``whole``: of an item, not a part."""
    words = " ".join(heading.split()).strip(_MARKS)
    english = _IN_ENGLISH.search(words)
    plain = words[: english.start()].strip(_MARKS) if english else words
    language: Language = "en" if english else "vi"
    for written in (plain, *plain.split(" / ")):
        keys = _keys(model, written, whole)
        if keys:
            return Column(keys, language, words)
    return None


def is_ignored(heading: str) -> bool:
    """Whether a column is for those alone who write in the sheet: running numbers, or a heading with #."""
    words = lookup_key(heading)
    return words in IGNORED or heading.strip().startswith("#")


def _keys(model: type[BaseModel], written: str, whole: bool) -> Keys:
    name = _names(model).get(lookup_key(written))
    if whole and not (name and lookup_key(written) == _SHORT):
        own = _own_words().get(lookup_key(written)) or _piece(written)
        if own:
            return own
    if name:
        return (name,)
    return tuple(_path(model, written))


def _piece(written: str) -> Keys:
    """``body[2]``: a long text in several cells."""
    match = _PLACE.fullmatch(written)
    return (BODY, int(match[2]) - 1) if match and _own_words().get(lookup_key(match[1])) == (BODY,) else ()


@cache
def _own_words() -> dict[str, Keys]:
    words = {BODY: (BODY,), FILE: (FILE,), _SHORT: (FILE,)}
    for label, name in ((TEXT_LABEL, BODY), (FILE_LABEL, FILE)):
        words |= {lookup_key(text): (name,) for text in label}
    return {lookup_key(text): keys for text, keys in words.items()}


@cache
def _names(model: type[BaseModel]) -> dict[str, str]:
    """Names and labels to the names of fields; a label that two fields bear means neither."""
    bearers: dict[str, set[str]] = {}
    shapes = shapes_of(model)
    for name, shape in shapes.items():
        for text in (shape.facts.vi, shape.facts.en):
            bearers.setdefault(lookup_key(text), set()).add(name)
            bearers.setdefault(lookup_key(f"{text} [{name}]"), set()).add(name)
    found = {text: next(iter(names)) for text, names in bearers.items() if len(names) == 1}
    return found | {lookup_key(name): name for name in shapes}


def _path(model: type[BaseModel], written: str) -> Iterator[str | int]:
    """The keys of ``images[1].alt`` or ``Ảnh[1]: Chữ thay thế``; nothing where a part of it is unknown."""
    keys: list[str | int] = []
    at: type[BaseModel] | None = model
    for step in re.split(r"\s*:\s+|\.(?=\S)", written):
        match = _PLACE.fullmatch(step)
        name = _names(at).get(lookup_key(match[1] if match else step)) if at else None
        shape = shapes_of(at)[name] if at and name else None
        if name is None and at and at.model_config.get("extra") == "allow" and keys:
            name = step
        if name is None or (match and not (shape and shape.several)):
            return
        keys += [name, int(match[2]) - 1] if match else [name]
        at = shape.group if shape else None
    if len(keys) > 1:
        yield from keys


def shape_at(model: type[BaseModel], keys: Keys) -> Shape | None:
    """The shape of the field that keys lead to; ``None`` for the text and for free fields."""
    shape: Shape | None = None
    at: type[BaseModel] | None = model
    for key in keys:
        if isinstance(key, str):
            shape = shapes_of(at).get(key) if at else None
            at = shape.group if shape else None
    return shape


def heading_words(model: type[BaseModel], name: str, language: Language) -> str:
    """The heading of a field's column that reads back to it: its label, with the name where two share it."""
    facts = shapes_of(model)[name].facts
    label = facts.en if language == "en" else facts.vi
    if _names(model).get(lookup_key(label)) == name and not _IN_ENGLISH.search(label):
        return label
    return f"{label} [{name}]"


def near(model: type[BaseModel], heading: str) -> list[str]:
    """Headings that an unknown one may have meant."""
    words = lookup_key(_IN_ENGLISH.sub("", heading))
    found = difflib.get_close_matches(words, _names(model), 3, 0.6)
    return list(dict.fromkeys(shapes_of(model)[_names(model)[word]].facts.vi for word in found))


def list_field(model: type[BaseModel], sheet: str) -> Column | None:
    """The list of groups that a sheet is named by; ``None`` for a sheet of items."""
    column = column_of(model, sheet, whole=False)
    shape = shape_at(model, column.keys) if column else None
    if column and shape and shape.is_listed and len(column.keys) == 1:
        return column
    for name, one in shapes_of(model).items():
        if one.is_listed and any(lookup_key(sheet) == lookup_key(label[:31]) for label in (one.facts.vi, one.facts.en)):
            return Column((name,), "vi", sheet)
    return None

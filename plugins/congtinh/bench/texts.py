"""Real text in place of made text: the rows of a file as items, again from the first where they run out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congtinh.bench.items import BenchItem, day_of, facts_of
from congtinh.errors import N_, ContentError, Problem
from congtinh.languages import LANGUAGES, Language
from congtinh.migrate.bodies import markdown_body, plain_body
from congtinh.migrate.characters import clean_text
from congtinh.migrate.sources import Row, read_rows
from congtinh.text.slug import slugify

TITLES = ("title", "heading", "name", "tieu_de", "ten")
BODIES = ("text", "body", "content", "markdown", "noi_dung")
LANGUAGE_KEYS = ("lang", "language")
_LONGEST_TITLE, _LONGEST_SUMMARY = 190, 280
_SIGNS = re.compile(r"[*_`#|<>\[\]{}]")
_MARKDOWN_SIGNS = ("](", "\n## ", "\n### ", "**")


@dataclass(frozen=True, slots=True)
class Text:
    """One row: its title and its text as found."""

    title: str
    text: str


Texts = Mapping[Language, tuple[Text, ...]]


def read_texts(source: Path) -> Texts:
    """The rows of ``source`` by language (Vietnamese where it names none); ``ContentError`` if unfit."""
    found: dict[Language, list[Text]] = {language: [] for language in LANGUAGES}
    for row in read_rows(source):
        if not isinstance(row, Row):
            raise ContentError([row])
        title, text = _value(source, row, TITLES), _value(source, row, BODIES)
        if title.strip() and text.strip():
            english = str(_first(row.values, LANGUAGE_KEYS) or "").lower().startswith("en")
            found["en" if english else "vi"].append(Text(title, text))
    if not any(found.values()):
        raise ContentError([Problem(source.name, N_("holds no rows"), N_("Give another file"))])
    return {language: tuple(texts) for language, texts in found.items() if texts}


def _value(source: Path, row: Row, names: tuple[str, ...]) -> str:
    value = _first(row.values, names)
    if value is None:
        raise ContentError(
            [
                Problem(
                    source.name,
                    N_("has none of the fields {names}; it has {found}"),
                    N_("Give a file whose rows have a title and a text"),
                    line=row.line,
                    params={"names": ", ".join(names), "found": ", ".join(row.values)},
                )
            ]
        )
    return str(value)


def _first(values: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((values[name] for name in names if values.get(name) is not None), None)


def items_of(texts: Texts, count: int, kind: str) -> Iterator[BenchItem]:
    """``count`` items of one type; pairs where the file has both languages, else that one alone."""
    languages = tuple(texts)
    made = 0
    for number in range(count):
        stem = ""
        for language in languages:
            rows = texts[language]
            again, place = divmod(number, len(rows))
            words = _words(rows[place], again, kind)
            stem = stem or f"{slugify(next(iter(words.values())), 60)}-{number}"
            if made < count:
                made += 1
                yield _item(number, stem, language, words, rows[place], kind, len(languages) == 1)


def _words(row: Text, again: int, kind: str) -> dict[str, str]:
    title = _shortened(row.title, _LONGEST_TITLE).rstrip(".")
    shown = f"{title} ({again + 1})" if again else title
    if kind == "legal_document":
        return {"abstract": shown}
    return {"title": shown, "summary": _shortened(f"{shown}: {row.text}", _LONGEST_SUMMARY)}


def _shortened(text: str, most: int) -> str:
    """The first words of a text on one line, without the signs of Markdown."""
    line = " ".join(_SIGNS.sub(" ", clean_text(text[: 2 * most], Counter())).split())
    return line if len(line) <= most else line[:most].rpartition(" ")[0] or line[:most]


def _item(
    number: int,
    stem: str,
    language: Language,
    words: dict[str, str],
    row: Text,
    kind: str,
    alone: bool,
) -> BenchItem:
    day = day_of(number)
    facts = {**facts_of(number, kind, day), "legacy": {"source": "invoke bench"}}
    body = _body(row.text, language, kind)
    return BenchItem(kind, day.year, stem, language, words, facts, body, alone)


def _body(text: str, language: Language, kind: str) -> str:
    """The text as Markdown that stands alone; braces that mean something to Hugo are set apart."""
    clean = clean_text(text, Counter())
    if any(sign in clean for sign in _MARKDOWN_SIGNS):
        body = markdown_body(clean, language, Counter())
    else:
        body = plain_body(clean, kind == "legal_document")
    return body.replace("{{", "{ {")

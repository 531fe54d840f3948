"""``invoke messages``: words out of sources, into the catalogues, compiled."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from congtinh.languages import LANGUAGES
from congtinh.messages import PACKAGE_CATALOGUES, PACKAGE_DOMAIN, THEME_DOMAIN

_KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "say": None}
_PACKAGE = Path(__file__).resolve().parents[1]


def package_words() -> Catalog:
    """The words of the package: faults, progress, reports; those of ``pages/`` belong to the theme."""
    return _extracted([(_PACKAGE, [("**.py", "python")], "pages/")])


def theme_words(theme: Path) -> Catalog:
    """The words of the theme's templates, and of the page makers that fill them."""
    return _extracted(
        [
            (theme / "templates", [("**.html", "jinja2")], ""),
            (_PACKAGE / "pages", [("**.py", "python")], ""),
        ]
    )


def _extracted(sources: list[tuple[Path, list[tuple[str, str]], str]]) -> Catalog:
    catalogue = Catalog(fuzzy=False)
    for folder, methods, without in sources:
        for name, _line, message, _comments, _context in extract_from_dir(
            folder, methods, keywords=_KEYWORDS
        ):
            if not (without and name.replace("\\", "/").startswith(without)):
                catalogue.add(message)
    return catalogue


def catalogues(theme: Path) -> list[tuple[Path, str, Catalog]]:
    """``(folder, domain, words)`` of both: the package's and the theme's."""
    return [
        (PACKAGE_CATALOGUES, PACKAGE_DOMAIN, package_words()),
        (theme / "translations", THEME_DOMAIN, theme_words(theme)),
    ]


def update(theme: Path) -> dict[str, int]:
    """Bring each catalogue to the sources and compile it; gives the number of words each still lacks."""
    lacking = {}
    for folder, domain, words in catalogues(theme):
        for language in LANGUAGES:
            path = folder / language / "LC_MESSAGES" / f"{domain}.po"
            merged = _merged(path, words, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            text = io.BytesIO()
            write_po(
                text,
                merged,
                width=0,
                no_location=True,
                omit_header=False,
                sort_output=True,
                ignore_obsolete=True,
            )
            path.write_bytes(text.getvalue())
            with path.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, merged)
            lacking[f"{language}/{domain}"] = len(missing(path, words))
    return lacking


def _merged(path: Path, words: Catalog, language: str) -> Catalog:
    """The catalogue with the sources' words; English says the ids themselves."""
    old = Catalog(locale=language)
    if path.is_file():
        with path.open("rb") as source:
            old = read_po(source, locale=language)
    merged = Catalog(
        locale=language,
        project="congtinh",
        version="1",
        copyright_holder="", header_comment="# Words of Cổng Tĩnh.",
        fuzzy=False,
        creation_date=_DAY,
        revision_date=_DAY,
        last_translator="",
        language_team="",
        charset="utf-8",
    )
    for message in words:
        if not message.id:
            continue
        known = old.get(message.id if isinstance(message.id, str) else message.id[0])
        text = known.string if known and not known.fuzzy else ""
        if language == "en" and not _filled(text):
            text = message.id
        merged.add(message.id, string=text)
    return merged


_DAY = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
"""Fixed, so that an update without new words changes nothing."""


def _filled(text: object) -> bool:
    return all(text) if isinstance(text, tuple | list) else bool(text)


def missing(path: Path, words: Catalog) -> list[str]:
    """The ids of ``words`` that the catalogue at ``path`` has not, has empty, or has marked fuzzy."""
    with path.open("rb") as source:
        have = read_po(source)
    lacking = []
    for message in words:
        if not message.id:
            continue
        key = message.id if isinstance(message.id, str) else message.id[0]
        known = have.get(key)
        if known is None or known.fuzzy or not _filled(known.string):
            lacking.append(str(key))
    return lacking

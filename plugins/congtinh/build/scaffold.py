"""``invoke new``: a valid, commented starting pair of files in the right folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from congtinh.errors import N_, ContentError, Problem
from congtinh.records.fields import FieldFacts
from congtinh.records.registry import RECORD_TYPES
from congtinh.text.slug import slugify
from congtinh.vocabulary.registry import Vocabularies

_SKIPPED = ("id", "type", "lang", "translation_of", "title", "slug", "status", "legacy")
_FIRST = ("summary", "date", "creator")


class Beginning(NamedTuple):
    """What is known of a new item before anybody writes it: comments for each file, fields as YAML."""

    notes_vi: tuple[str, ...] = ()
    notes_en: tuple[str, ...] = ()
    values: Mapping[str, str] = {}


def pair_paths(content: Path, type_name: str, title: str, today: dt.date) -> list[Path]:
    """Where the two files of a new item stand."""
    folder = content / type_name / (str(today.year) if RECORD_TYPES[type_name].in_feed else "")
    return [folder / f"{slugify(title)}.{language}.md" for language in ("vi", "en")]


def new_pair(
    content: Path,
    type_name: str,
    title: str,
    title_en: str,
    today: dt.date,
    vocabularies: Vocabularies,
    beginning: Beginning | None = None,
) -> list[Path]:
    """Write ``<slug>.vi.md`` and ``.en.md`` as drafts; ``ContentError`` where that cannot be."""
    if type_name not in RECORD_TYPES:
        raise ContentError(
            [
                Problem(
                    "",
                    N_("is not a content type"),
                    N_("Write one of: {choices}"),
                    "TYPE",
                    type_name,
                    params={"choices": ", ".join(RECORD_TYPES)},
                )
            ]
        )
    slug = slugify(title)
    if not slug:
        raise ContentError(
            [
                Problem(
                    "",
                    N_("has no letters"),
                    N_("Write the title of the new item"),
                    "--title",
                    title,
                )
            ]
        )
    paths = pair_paths(content, type_name, title, today)
    for path in paths:
        if path.exists():
            raise ContentError(
                [
                    Problem(
                        path.relative_to(content).as_posix(),
                        N_("exists already"),
                        N_("Write another title"),
                        "--title",
                        title,
                    )
                ]
            )
    known = beginning or Beginning()
    texts = (
        _vietnamese(type_name, title, slug, today, vocabularies, known),
        _english(type_name, title_en or title, slugify(title_en or title), known),
    )
    for path, text in zip(paths, texts, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return paths


def _vietnamese(
    type_name: str, title: str, slug: str, today: dt.date, vocabularies: Vocabularies, known: Beginning
) -> str:
    facts = RECORD_TYPES[type_name].facts()
    lines = [
        "---",
        f"# {RECORD_TYPES[type_name].type_label.vi}. Dòng bắt đầu bằng # là lời dặn, có thể xóa.",
        *(f"# {note}" for note in known.notes_vi),
        *_title_lines(facts, title),
        *([] if RECORD_TYPES[type_name].legal_text else [f"slug: {slug}"]),
        "status: draft  # draft → review → approved → published",
        *(f"{name}: {value}" for name, value in known.values.items()),
    ]
    told = {line.partition(":")[0] for line in lines}
    wanted = [facts[n] for n in _FIRST if n in facts]
    wanted += [f for n, f in facts.items() if f.mandatory and n not in _FIRST and n not in told]
    lines += [
        _line(fact, today, vocabularies, "vi")
        for fact in wanted
        if fact.name not in (*_SKIPPED, *known.values)
    ]
    more = [
        f.name for f in facts.values() if not f.mandatory and f.name not in (*_SKIPPED, *_FIRST, *known.values)
    ]
    lines += ["# Có thể thêm: " + ", ".join(more), "---", "", "Viết nội dung ở đây.", ""]
    return "\n".join(lines)


def _english(type_name: str, title: str, slug: str, known: Beginning) -> str:
    facts = RECORD_TYPES[type_name].facts()
    lines = [
        "---",
        f"# {RECORD_TYPES[type_name].type_label.en}. Shared facts (dates, numbers, units) are taken from the .vi.md file.",
        *(f"# {note}" for note in known.notes_en),
        *_title_lines(facts, title, "en"),
        *([] if RECORD_TYPES[type_name].legal_text else [f"slug: {slug}"]),
    ]
    told = {line.partition(":")[0] for line in lines}
    for fact in facts.values():
        if fact.mandatory and not fact.shared and fact.name not in {*_SKIPPED, *told}:
            lines.append(f"{fact.name}:  # {fact.en}")
    lines += ["---", "", "Write the text here.", ""]
    return "\n".join(lines)


def _title_lines(facts: dict[str, FieldFacts], title: str, language: str = "vi") -> list[str]:
    """The title goes where the type keeps it: ``title``, ``name`` or ``abstract``."""
    quoted = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if facts["title"].mandatory:
        return [f"title: {quoted}"]
    name = "abstract" if "abstract" in facts else "name" if "name" in facts else "title"
    if language == "en" and facts[name].shared:
        return []
    return [f"{name}: {quoted}"]


def _line(fact: FieldFacts, today: dt.date, vocabularies: Vocabularies, language: str) -> str:
    rule = fact.rule_vi if language == "vi" else fact.rule_en
    label = fact.vi if language == "vi" else fact.en
    comment = f"  # {label}{'. ' + rule if rule else ''}"
    if fact.name == "doc_class":
        return f"doc_class: du-thao{comment}"
    if (
        fact.vocabulary
        and fact.vocabulary in vocabularies
        and fact.name not in ("issuer", "signer_title", "sectors")
    ):
        codes = list(vocabularies[fact.vocabulary].codes)
        return f"{fact.name}: {codes[0]}{comment}: {', '.join(codes[:12])}"
    if fact.name in ("date", "issued", "from_date", "valid_from"):
        return f"{fact.name}: {today.isoformat()}{comment}"
    return f"{fact.name}:{comment}"

"""From a profile, the narrative of the department and the data of a report to its document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from congtinh.errors import Problem
from congtinh.languages import Language
from congtinh.report.annex_data import annex_of
from congtinh.report.document import Block, ReportDocument, Table
from congtinh.report.filling import Filling
from congtinh.report.markdown_blocks import narrative
from congtinh.report.number_style import numeric_day, written_day
from congtinh.report.profiles import Profile
from congtinh.report.report_data import Told, day_of
from congtinh.report.report_facts import fact_words, in_language

_OPEN = re.compile(r"^\{\{(?P<name>[\w-]+)\}\}\s*$")
_HEADING = re.compile(r"^(#{1,6})\s", re.MULTILINE)
_TABLE = re.compile(r"^\{bang\.(?P<number>\d+)\}\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text: where it is written, the line that it begins on, its words."""

    path: str
    line: int
    text: str


@dataclass(frozen=True)
class Composed:
    """The document, the filled pieces of its text, and what could not be filled."""

    document: ReportDocument
    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...]


def composed(profile: Profile, data: Mapping[str, Any], facts: Mapping[str, Any], folders: tuple[Path, ...]) -> Composed:
    """``folders``: where blocks of narrative are looked for, the first that has one wins."""
    language = profile.language
    own = in_language(facts, language)
    told = Told(data)
    words = _words(data, own, language)
    lists = {name: list(one[language]) for name, one in data.get("lists", {}).items()}
    problems: list[Problem] = []

    def filled(text: str, path: str, line: int) -> str:
        filling = Filling(told, language, words, lists)
        made = filling.fill(text)
        problems.extend(
            Problem(path, fault.message, fault.remedy, value=fault.words, line=line + fault.line - 1)
            for fault in filling.faults
        )
        return made

    pieces = tuple(
        replace(piece, text=filled(piece.text, piece.path, piece.line))
        for piece in _pieces(profile, folders)
    )
    front = {
        key: filled(str(value), profile.path, 1)
        for key, value in profile.facts.items()
        if isinstance(value, str)
    }
    whole = "\n\n".join(piece.text for piece in pieces)
    blocks = tuple(_blocks(whole, data, language))
    numbers = profile.facts.get("annexes") or ()
    annexes = tuple(annex_of(data, int(n), language) for n in numbers)
    document = _document(profile, front, data, own, blocks, annexes)
    return Composed(document, pieces, tuple(problems))


def _words(data: Mapping[str, Any], facts: Mapping[str, Any], language: Language) -> dict[str, str]:
    """The facts that texts may name."""
    now, before = data["period"]["now"], data["period"]["previous"]
    last = day_of(now["as_of"] or now["end"])
    assert last is not None
    day = facts.get("day")
    after = data["period"]["next"]["label"][language] if "next" in data["period"] else ""
    return {
        **fact_words(facts, language),
        "co_quan": data["agency"]["name"][language],
        "ma_co_quan": data["agency"]["code"],
        "trang": data["agency"]["site"],
        "ky": now["label"][language],
        "ky_truoc": before["label"][language],
        "ky_sau": after,
        "KY": now["label"][language].upper(),
        "KY_SAU": after.upper(),
        "tinh_den": written_day(last, language),
        "den_ngay": numeric_day(last) if language == "vi" else written_day(last, "en"),
        "chua_het_ky": "1" if now["as_of"] else "",
        "ngay_bao_cao": written_day(day, language) if day else "",
        **{f"cach_tinh.{k}": one[language] for k, one in data["definitions"].items()},
        **{k: one[language] for k, one in data.get("facts", {}).items()},
    }


def _pieces(profile: Profile, folders: tuple[Path, ...]) -> Iterator[Piece]:
    """The body of the profile, cut where the department may have a narrative of its own."""
    lines, start, at = profile.body.split("\n"), 0, 0
    while at < len(lines):
        match = _OPEN.match(lines[at])
        if match is None:
            at += 1
            continue
        if start < at:
            yield Piece(profile.path, profile.line + start, "\n".join(lines[start:at]))
        closing = f"{{{{/{match['name']}}}}}"
        end = next((n for n in range(at + 1, len(lines)) if lines[n].strip() == closing), at)
        default = Piece(profile.path, profile.line + at + 1, "\n".join(lines[at + 1 : end]))
        yield _own(match["name"], profile.language, folders) or default
        at = start = end + 1
    if start < len(lines):
        yield Piece(profile.path, profile.line + start, "\n".join(lines[start:]))


def _own(name: str, language: Language, folders: tuple[Path, ...]) -> Piece | None:
    """The narrative of the department, of this report or of all."""
    for folder in folders:
        path = folder / f"{name}.{language}.md"
        if path.is_file():
            shown = path.relative_to(folder.parent.parent)
            return Piece(shown.as_posix(), 1, path.read_text("utf-8-sig"))
    return None


def _blocks(text: str, data: Mapping[str, Any], language: Language) -> Iterator[Block]:
    """The blocks of a text; a line ``{bang.3}`` stands for the table of annex 3."""
    highest = _highest(text)
    waiting: list[str] = []
    for line in [*text.split("\n"), ""]:
        match = _TABLE.match(line)
        if match is None:
            waiting.append(line)
            continue
        yield from _told("\n".join(waiting), highest, language)
        waiting = []
        yield replace(annex_of(data, int(match["number"]), language), number="")
    yield from _told("\n".join(waiting), highest, language)


def _told(text: str, highest: int, language: Language) -> tuple[Block, ...]:
    return narrative(text, language, top=1 + _highest(text) - highest).blocks


def _highest(text: str) -> int:
    """The least number of ``#`` of any heading."""
    return min((len(found[1]) for found in _HEADING.finditer(text)), default=1)


def _document(
    profile: Profile,
    front: Mapping[str, str],
    data: Mapping[str, Any],
    facts: Mapping[str, Any],
    blocks: tuple[Block, ...],
    annexes: tuple[Table, ...],
) -> ReportDocument:
    agency, code = data["agency"]["name"][profile.language], data["agency"]["code"]
    return ReportDocument(
        profile.language,
        agency,
        front.get("title", ""),
        facts.get("place") or "",
        agency_above=facts.get("agency_above") or "",
        number=facts.get("number") or "",
        symbol=front.get("symbol") or f"BC-{code}",
        day=facts.get("day"),
        year=int(data["day"][:4]),
        type_name=front.get("type_name", ""),
        addressee=tuple(facts.get("addressee") or profile.texts("addressee")),
        basis=front.get("basis", "").strip(),
        blocks=blocks,
        annexes=annexes,
        closing=front.get("closing", ""),
        recipients=tuple(facts.get("recipients") or profile.texts("recipients")),
        capacity=facts.get("capacity") or "",
        signer_title=facts.get("signer_title") or front.get("signer_title", ""),
        signer_name=facts.get("signer_name") or "",
        note=front.get("note", ""),
        site=data["agency"]["site"],
    )

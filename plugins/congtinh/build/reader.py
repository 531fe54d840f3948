"""Content files to items: discovery, decoding, front matter, record and body of each file alone."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from congtinh.addresses import of_item
from congtinh.errors import N_, Problem, Severity
from congtinh.languages import LANGUAGES
from congtinh.model import Item
from congtinh.records.base import Record
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.records.reading import read_record
from congtinh.records.registry import RECORD_TYPES
from congtinh.text.encoding import TCVN3, VNI, decode, legacy_font
from congtinh.text.markup import render
from congtinh.text.normal import find_faults
from congtinh.vocabulary.registry import Vocabularies

OTHER_FOLDERS = ("vocabulary", "images", "files")
MAX_TEXT_BYTES = 5_000_000

_SAVE_AGAIN = N_("Save the file as UTF-8 (in VS Code: “Save with Encoding”)")
_CONVERT = N_("Convert it to Unicode and save the file as UTF-8")

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave: the items, every problem found on the way, and the line each body starts on."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...]
    files: int
    lines: Mapping[str, int]


def read_content(
    content: Path,
    vocabularies: Vocabularies,
    today: dt.date,
    progress: Progress = lambda done, total: None,
) -> Reading:
    """Every Markdown file below ``content`` as an item, in the order of their paths."""
    problems: list[Problem] = []
    fronts: dict[str, FrontMatter] = {}
    paths = sorted(_markdown_files(content, problems))
    for done, path in enumerate(paths):
        front = _front_matter(content, path, problems)
        if front is not None:
            fronts[path] = front
        progress(done + 1, 2 * len(paths))
    lines = {path: front.body_line for path, front in fronts.items()}
    items = []
    for done, path in enumerate(lines):
        try:
            item = _item(path, fronts[path], fronts, vocabularies, today, problems)
        except Exception as error:  # whatever it is, the editor must hear which file it came from
            problems.append(
                Problem(
                    path,
                    N_("cannot be understood: {reason}"),
                    N_("Show this message to whoever looks after the program"),
                    params={"reason": f"{type(error).__name__}: {error}"},
                )
            )
            item = None
        if item is not None:
            items.append(item)
        del fronts[path]  # the English file of a pair comes first, so nobody asks for it again
        progress(len(paths) + done + 1, 2 * len(paths))
    return Reading(tuple(items), tuple(problems), len(paths), lines)


def _markdown_files(content: Path, problems: list[Problem]) -> Iterator[str]:
    root = content.resolve()
    for folder, folders, names in os.walk(content):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted([*names, *folders]):
            full = Path(folder, name)
            path = full.relative_to(content).as_posix()
            if full.is_symlink() and not full.resolve().is_relative_to(root):
                problems.append(
                    Problem(
                        path,
                        N_("is a link that leads out of the content folder"),
                        N_("Copy the file into the content folder"),
                    )
                )
                if name in folders:
                    folders.remove(name)
            elif name in names and name.lower().endswith(".md") and not name.startswith("."):
                yield path


def _front_matter(content: Path, path: str, problems: list[Problem]) -> FrontMatter | None:
    parts = PurePosixPath(path).parts
    if len(parts) < 2 or parts[0] not in RECORD_TYPES:
        if parts[0] not in OTHER_FOLDERS and PurePosixPath(path).stem.upper() != "README":
            problems.append(
                Problem(
                    path,
                    N_("does not lie in the folder of a content type"),
                    N_("Move it into one of: {folders}"),
                    params={"folders": ", ".join(RECORD_TYPES)},
                )
            )
        return None
    if language_of(path) is None:
        problems.append(
            Problem(
                path,
                N_("has no language in its name"),
                N_("Name it so that it ends in .vi.md or .en.md"),
            )
        )
        return None
    try:
        size = (content / path).stat().st_size
        data = (content / path).read_bytes() if size <= MAX_TEXT_BYTES else b""
    except OSError as error:
        problems.append(
            Problem(
                path,
                N_("cannot be read: {reason}"),
                N_("Check that the file is there and may be opened"),
                params={"reason": error.strerror or type(error).__name__},
            )
        )
        return None
    if size > MAX_TEXT_BYTES:
        problems.append(
            Problem(
                path,
                N_("has {size} MB of text"),
                N_("Keep the text under {limit} MB; put large files beside it as attachments"),
                params={"size": size // 1_000_000, "limit": MAX_TEXT_BYTES // 1_000_000},
            )
        )
        return None
    text, fault = decode(data)
    if text is None or fault is not None:
        problems.append(
            Problem(
                path,
                N_("is not UTF-8 but {encoding}"),
                _CONVERT if fault and fault.encoding in (TCVN3, VNI) else _SAVE_AGAIN,
                "",
                (fault.sample if fault else "") or None,
                fault.line if fault else 1,
                rule="R2",
                params={"encoding": fault.encoding if fault else "?"},
            )
        )
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems.extend(_text_problems(path, text))
    front = read_front_matter(path, text)
    if isinstance(front, Problem):
        problems.append(front)
        return None
    return front


def _text_problems(path: str, text: str) -> Iterator[Problem]:
    words = {
        "not_nfc": (
            N_("holds letters whose marks stand apart (NFD)"),
            N_(
                "Type the text again with a Unicode precomposed (dựng sẵn) keyboard, or convert it to NFC"
            ),
        ),
        "lone_mark": (
            N_("holds a mark without its letter"),
            N_("Delete the mark and type the letter again"),
        ),
        "replacement_char": (
            N_("holds the sign of a lost letter (U+FFFD)"),
            N_("Type the lost letter again"),
        ),
        "control_char": (N_("holds a control character"), N_("Delete it")),
    }
    told: set[str] = set()
    for fault in find_faults(text):
        if fault.kind not in told:
            told.add(fault.kind)
            message, remedy = words[fault.kind]
            yield Problem(path, message, remedy, value=fault.sample, line=fault.line, rule="R2")
    if not told and (font := legacy_font(text)):
        lines = text.split("\n")
        line = next((number for number, one in enumerate(lines, 1) if legacy_font(one)), 1)
        yield Problem(
            path,
            N_("holds text typed for the font code {encoding}"),
            _CONVERT,
            value=lines[line - 1].strip() or None,
            line=line,
            rule="R2",
            params={"encoding": font},
        )


def language_of(path: str) -> str | None:
    """``vi`` or ``en`` from ``….vi.md``; ``None`` where the name has no language."""
    code = PurePosixPath(path).stem.rpartition(".")[2]
    return code if code in LANGUAGES and "." in PurePosixPath(path).stem else None


def identity_of(path: str) -> str:
    """The id that a pair shares: its path without ``.vi.md``."""
    return path[: -len(".vi.md")]


def _item(
    path: str,
    front: FrontMatter,
    fronts: dict[str, FrontMatter],
    vocabularies: Vocabularies,
    today: dt.date,
    problems: list[Problem],
) -> Item | None:
    language, identity = language_of(path) or "vi", identity_of(path)
    record_type = RECORD_TYPES[PurePosixPath(path).parts[0]]
    pair = fronts.get(identity + ".vi.md") if language == "en" else None
    written = front.values.get("id") or (pair.values.get("id") if pair else None)
    derived = {
        "id": str(written or identity),
        "type": PurePosixPath(path).parts[0],
        "lang": language,
    }
    if pair:
        derived["translation_of"] = str(written or identity)
    record, found = read_record(record_type, front, derived, vocabularies, today, pair)
    problems.extend(found)
    if record is None:
        return None
    body = render(front.body, legal=record_type.legal_text, language=language)
    problems.extend(_body_problems(front, record, body.faults))
    return Item(path, record, body, of_item(record, vocabularies))


_BODY_FAULTS = {
    "image_alt": (
        N_("a picture has no alternative text"),
        N_("Write what it shows between the brackets: ![…](file)"),
        "R16",
    ),
    "heading_order": (
        N_("a heading skips a level"),
        N_("Use one more # than the heading above it"),
        "R19",
    ),
    "moving_text": (
        N_("text that moves or blinks is not allowed (TT 32/2017, Điều 18)"),
        N_("Write it as plain text"),
        "R19",
    ),
    "table_header": (
        N_("a table has no row of headings"),
        N_("Make the first row the headings, and a line of dashes below it"),
        "R19",
    ),
    "table_caption": (N_("a table has no caption"), N_("Write a line “Bảng: …” before it"), "R19"),
    "unsafe_html": (
        N_("HTML that is not allowed was taken out"),
        N_("Write it in Markdown, or leave it out"),
        "",
    ),
}
_BODY_ERRORS = ("image_alt", "moving_text")


def _body_problems(front: FrontMatter, record: Record, faults: tuple) -> Iterator[Problem]:  # type: ignore[type-arg]
    for fault in faults:
        message, remedy, rule = _BODY_FAULTS[fault.kind]
        severity = (
            Severity.ERROR if fault.kind in _BODY_ERRORS and not record.legacy else Severity.WARNING
        )
        yield Problem(
            front.path,
            message,
            remedy,
            value=fault.sample or None,
            line=front.body_line + (fault.line or 1) - 1,
            severity=severity,
            rule=rule,
        )

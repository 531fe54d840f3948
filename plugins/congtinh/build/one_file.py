"""One content file as it is written: its bytes decoded, its front matter, and every fault of its form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from congtinh.build.files import unreadable
from congtinh.build.sheet_rows import plain_path, row_bytes
from congtinh.errors import N_, Problem
from congtinh.languages import Language, as_language
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.records.registry import RECORD_TYPES
from congtinh.text.encoding import TCVN3, VNI, decode, legacy_font
from congtinh.text.normal import find_faults

OTHER_FOLDERS = ("vocabulary", "images", "files")
MAX_TEXT_BYTES = 5_000_000

_SAVE_AGAIN = N_("Save the file as UTF-8 (in VS Code: “Save with Encoding”)")
_CONVERT = N_("Convert it to Unicode and save the file as UTF-8")


class Written(NamedTuple):
    """A content file as written; no front matter where its form is at fault."""

    front: FrontMatter | None
    problems: tuple[Problem, ...]


def fault_of_place(path: str) -> Problem | None:
    """What is wrong with where a Markdown file lies or how it is named."""
    folder, inside, _ = path.partition("/")
    if not inside or folder not in RECORD_TYPES:
        return Problem(
            path,
            N_("does not lie in the folder of a content type"),
            N_("Move it into one of: {folders}"),
            params={"folders": ", ".join(RECORD_TYPES)},
        )
    if language_of(path) is None:
        return Problem(
            path,
            N_("has no language in its name"),
            N_("Name it so that it ends in .vi.md or .en.md"),
        )
    return None


def is_content(path: str) -> bool:
    """Whether a Markdown file is meant to be an item; a README anywhere else is not."""
    folder, inside, _ = path.partition("/")
    if inside and folder in RECORD_TYPES:
        return True
    return folder not in OTHER_FOLDERS and PurePosixPath(path).stem.upper() != "README"


def bytes_of(content: Path, path: str) -> bytes | Problem:
    """The bytes of a content file, or why they cannot be had."""
    row = row_bytes(content, path)
    if row is not None:
        return row
    file = content / path
    try:
        size = file.stat().st_size
        if size <= MAX_TEXT_BYTES:
            return file.read_bytes()
    except OSError as error:
        return unreadable(path, error)
    return Problem(
        path,
        N_("has {size} MB of text"),
        N_("Keep the text under {limit} MB; put large files beside it as attachments"),
        params={"size": size // 1_000_000, "limit": MAX_TEXT_BYTES // 1_000_000},
    )


def written(path: str, data: bytes) -> Written:
    """The front matter and body in the bytes of one file."""
    text, fault = decode(data)
    if text is None or fault is not None:
        problem = Problem(
            path,
            N_("is not UTF-8 but {encoding}"),
            _CONVERT if fault and fault.encoding in (TCVN3, VNI) else _SAVE_AGAIN,
            "",
            (fault.sample if fault else "") or None,
            fault.line if fault else 1,
            rule="R2",
            params={"encoding": fault.encoding if fault else "?"},
        )
        return Written(None, (problem,))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = tuple(_text_problems(path, text))
    front = read_front_matter(path, text)
    if isinstance(front, Problem):
        return Written(None, (*problems, front))
    return Written(front, problems)


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


def language_of(path: str) -> Language | None:
    """``vi`` or ``en`` from ``….vi.md``; ``None`` where the name has no language."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    return as_language(stem.rpartition(".")[2]) if "." in stem else None


def identity_of(path: str) -> str:
    """The id that a pair shares: its path without ``.vi.md``; of a row, as if it were a file."""
    return plain_path(path)[: -len(".vi.md")]

"""Spreadsheets of content as the files that their rows stand for: read when they change, once in a process.

The row of Nguyễn Văn A in ``contact/danh-ba.xlsx`` is the content file
``contact/danh-ba.xlsx/nguyen-van-a.vi.md``, which is on no disk; its id is that of
``contact/nguyen-van-a.vi.md``.
"""

from __future__ import annotations

import dataclasses
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from congtinh.build import cache
from congtinh.build.cache import CacheState, digest
from congtinh.build.files import unreadable
from congtinh.build.stamps import MISSING, Stamp, settled, stamp
from congtinh.errors import N_, Cell, Problem
from congtinh.later import Later
from congtinh.records.reading import field_keys
from congtinh.records.registry import RECORD_TYPES

if TYPE_CHECKING:
    from congtinh.sheets.expanding import Expanded

MOST_BYTES = 50_000_000

_expanding = Later("congtinh.sheets.expanding")
_fronts = Later("congtinh.sheets.fronts")

_ENDINGS = (".xlsx", ".csv", ".xls", ".xlsm", ".xlsb", ".ods", ".tsv")
_ROW = re.compile(r"(.+\.(?:xlsx|csv))/(.+)", re.IGNORECASE)


class Kept(NamedTuple):
    """A spreadsheet as it was read, with the stamp and digest of what was read.

    ``rows``: the content paths of its rows with stamps that change with what a row says alone.
    """

    stamp: Stamp
    settled: bool
    content: bytes
    rows: dict[str, Stamp]
    found: Expanded


_read: dict[tuple[Path, str], Kept] = {}


def is_sheet(path: str) -> bool:
    """Whether a file of the content folder is a spreadsheet whose rows are items."""
    folder, inside, _ = path.partition("/")
    return bool(inside) and folder in RECORD_TYPES and path.lower().endswith(_ENDINGS)


def source_of(path: str) -> str:
    """The file on disk that a content file is written in: the spreadsheet of a row, else itself."""
    match = _ROW.fullmatch(path)
    return match[1] if match else path


def plain_path(path: str) -> str:
    """The path that the row would have as a file beside its spreadsheet."""
    match = _ROW.fullmatch(path)
    return f"{match[1].rpartition('/')[0]}/{match[2]}" if match else path


def rows_of(
    content: Path, path: str, found: Stamp, folder: Path | None = None
) -> tuple[Mapping[str, Stamp], tuple[Problem, ...]]:
    """The content paths and stamps of the rows of a spreadsheet, whose own is ``found``, and its faults.

    ``folder``: where the cache keeps what was read.
    """
    kept = _kept(content, path, found, folder)
    if isinstance(kept, Problem):
        return {}, (kept,)
    return kept.rows, kept.found.problems


def row_bytes(content: Path, path: str) -> bytes | Problem | None:
    """The content file that a row stands for; ``None`` for the path of a file on disk."""
    match = _ROW.fullmatch(path)
    if match is None:
        return None
    kept = _as_listed(content, match[1])
    if isinstance(kept, Problem):
        return kept
    data: bytes | None = kept.found.files.get(path)
    if data is None:
        return Problem(match[1], N_("no longer has the row “{name}”"), params={"name": match[2]})
    return data


def in_sheets(content: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems with what is told of a row's file told of its cell; each cell is told of once."""
    listed = list(problems)
    odd = {(p.path, p.cell) for p in listed if p.cell and p.cell.column}
    for problem in listed:
        params = {name: _row_in_words(content, value) for name, value in problem.params.items()}
        if params != problem.params:
            problem = dataclasses.replace(problem, params=params)
        match = _ROW.fullmatch(problem.path)
        kept = _read.get((content, match[1])) if match else None
        if match is None or kept is None:
            yield problem
            continue
        cell = _cell(kept, problem)
        if not (cell and cell.column and (match[1], cell) in odd):
            yield dataclasses.replace(problem, path=match[1], line=None, cell=cell)


def place_of_row(content: Path, path: str) -> Cell | None:
    """Where a row is written; ``None`` for a file on disk, or a row that has gone."""
    match = _ROW.fullmatch(path)
    kept = _as_listed(content, match[1]) if match else None
    if not isinstance(kept, Kept):
        return None
    cell: Cell | None = _expanding.cell_of(kept.found, path, ())
    return cell


def _cell(kept: Kept, problem: Problem) -> Cell | None:
    field = problem.field
    if not field and problem.line:
        data = kept.found.files.get(problem.path, b"")
        field = _fronts.key_of_line(data, problem.line)
    keys = field_keys(field) if field else ()
    cell: Cell | None = _expanding.cell_of(kept.found, problem.path, keys)
    return cell


def _row_in_words(content: Path, value: object) -> object:
    """``contact/danh-ba.xlsx, sheet Contacts, row 5`` for the path of a row."""
    match = _ROW.fullmatch(value) if isinstance(value, str) and value.endswith(".md") else None
    kept = _read.get((content, match[1])) if match else None
    cell = _expanding.cell_of(kept.found, value, ()) if kept else None
    if match is None or cell is None:
        return value
    return dataclasses.replace(cell, file=match[1])


def _as_listed(content: Path, path: str) -> Kept | Problem:
    """A spreadsheet as ``rows_of`` found it, while it bears the same stamp."""
    kept, found = _read.get((content, path)), _stamp(content / path)
    return kept if kept and kept.stamp == found else _kept(content, path, found, None)


def _kept(content: Path, path: str, found: Stamp, folder: Path | None) -> Kept | Problem:
    """What is known of a spreadsheet as it is now."""
    key = (content, path)
    kept = _read.get(key) or _from_cache(folder, path)
    if kept is None or not kept.settled or kept.stamp != found:
        now = time.time_ns()
        data = _bytes(content, path)
        if isinstance(data, Problem):
            return data
        content_digest = digest((path.encode(), data))
        if kept is None or kept.content != content_digest:
            made: Expanded = _expanding.expanded(path, data)
            rows = {name: _row_stamp(file) for name, file in made.files.items()}
            kept = Kept(found, False, content_digest, rows, made)
        kept = kept._replace(stamp=found, settled=settled(found, now))
        if folder is not None:
            cache.save(_file(folder, path), tuple(kept))
    _read[key] = kept
    return kept


def _row_stamp(data: bytes) -> Stamp:
    """Of long ago, so that it counts as settled."""
    return len(data), int.from_bytes(digest((data,), 8)), 0


def _from_cache(folder: Path | None, path: str) -> Kept | None:
    if folder is None:
        return None
    found, state = cache.load(_file(folder, path))
    return Kept(*found) if state is CacheState.USED and found is not None else None


def _file(folder: Path, path: str) -> Path:
    return folder / f"sheet-{digest((path.encode(),), 8).hex()}"


def _stamp(file: Path) -> Stamp:
    try:
        return stamp(file.stat())
    except OSError:
        return MISSING


def _bytes(content: Path, path: str) -> bytes | Problem:
    file = content / path
    try:
        if file.stat().st_size <= MOST_BYTES:
            return file.read_bytes()
    except OSError as error:
        return unreadable(path, error)
    return Problem(
        path,
        N_("is larger than {limit} MB"),
        N_("Divide it into several files"),
        params={"limit": MOST_BYTES // 1_000_000},
    )

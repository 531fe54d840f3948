"""Where a field stands: problems found between files get the line that their field is written on."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath

from congtinh.build.sheet_rows import row_bytes
from congtinh.errors import Problem
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.records.reading import field_keys
from congtinh.records.registry import RECORD_TYPES
from congtinh.text.encoding import decode

_VI, _EN = ".vi.md", ".en.md"


class Places:
    """Lines of fields below ``content``; a file is read again only when a problem names its field."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self._front = lru_cache(maxsize=64)(self._read)

    def placed(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The problems with lines; one of a field that an English file inherits is left out.

        It is told of the Vietnamese file, where the field is written and has to be mended.
        """
        for problem in problems:
            if (
                problem.line is not None
                or not problem.field
                or not problem.path.endswith((_VI, _EN))
            ):
                yield problem
                continue
            front = self._front(problem.path)
            keys = field_keys(problem.field)
            if front is None:
                yield problem
            elif not self._is_inherited(problem.path, str(keys[0]), front):
                yield dataclasses.replace(problem, line=front.line_of(*keys) or 1)

    def _is_inherited(self, path: str, field: str, front: FrontMatter) -> bool:
        if not path.endswith(_EN) or field in front.values:
            return False
        fact = RECORD_TYPES[PurePosixPath(path).parts[0]].facts().get(field)
        return bool(fact and fact.shared) and self._is_there(f"{path[: -len(_EN)]}{_VI}")

    def _is_there(self, path: str) -> bool:
        row = row_bytes(self.content, path)
        return isinstance(row, bytes) or (self.content / path).is_file()

    def _read(self, path: str) -> FrontMatter | None:
        try:
            row = row_bytes(self.content, path)
            if isinstance(row, Problem):
                return None
            text, _ = decode((self.content / path).read_bytes() if row is None else row)
        except OSError:
            return None
        lines = (text or "").replace("\r\n", "\n").replace("\r", "\n")
        front = read_front_matter(path, lines)
        return front if isinstance(front, FrontMatter) else None

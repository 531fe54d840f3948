"""Reports that are kept: their data with its hash and the commit it was made at, and what changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from congtinh.errors import N_, ContentError, Problem
from congtinh.report.report_data import FORMAT

FILE = "data.json"


def digest(data: Mapping[str, Any]) -> str:
    """SHA-256 of the data without its own hash, in one spelling."""
    told = {key: value for key, value in data.items() if key != "sha256"}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def sealed(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data with its hash."""
    return {**data, "sha256": digest(data)}


def folder_of(reports: Path, period: str, cutoff: str, profile: str) -> Path:
    """Where a report is kept: ``reports/6T-2026-bao-cao-hoat-dong``; another cut-off is named too."""
    rule = "" if cutoff == "calendar" else f"-{cutoff}"
    return reports / f"{period}{rule}-{profile}"


def read_kept(folder: Path, reports: Path) -> dict[str, Any] | None:
    """The data that was kept; ``None`` where there is none, ``ContentError`` where it is not as it was."""
    path = folder / FILE
    if not path.is_file():
        return None
    shown = path.relative_to(reports.parent).as_posix()
    return checked(path.read_bytes(), shown)


def checked(written: bytes, shown: str) -> dict[str, Any]:
    """The data of a report whose hash is right; ``ContentError`` for any other."""
    try:
        data = json.loads(written)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or not isinstance(data.get("figures"), list):
        raise ContentError([Problem(shown, N_("is not the data of a report"), _AGAIN)])
    if data.get("format") != FORMAT:
        raise ContentError([Problem(shown, N_("is of another version"), _AGAIN, "format", str(data.get("format")))])
    if data.get("sha256") != digest(data):
        raise ContentError([Problem(shown, N_("is not as the report left it"), _RESTORE, "sha256")])
    return data


def keep(folder: Path, data: Mapping[str, Any]) -> Path:
    """Write the data of a report."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    path.write_text(text_of(data), encoding="utf-8", newline="\n")
    return path


def text_of(data: Mapping[str, Any]) -> str:
    """The data as it is written: figures, items and rows each on a line, so that a change is seen in git."""
    parts = []
    for key, value in data.items():
        if isinstance(value, list) and value:
            rows = ",\n  ".join(_line(one) for one in value)
            parts.append(f" {_line(key)}: [\n  {rows}\n ]")
        else:
            parts.append(f" {_line(key)}: {_line(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


_AGAIN = N_("Make the report again with --renew")
_RESTORE = N_("Take the file back from git, or make the report again with --renew")

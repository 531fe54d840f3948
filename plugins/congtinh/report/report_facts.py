"""What a department says of its reports: ``reports/report.toml``, and one of each report over it."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from congtinh.errors import N_, ContentError, Problem
from congtinh.languages import Language
from congtinh.report.number_style import numeric_day, written_day

FILE = "report.toml"
KEYS: Mapping[str, type | tuple[type, ...]] = {
    "agency_above": str,
    "place": str,
    "number": str,
    "day": dt.date,
    "capacity": str,
    "signer_title": str,
    "signer_name": str,
    "recipients": list,
    "addressee": list,
    "request_number": str,
    "request_day": dt.date,
    "request_issuer": str,
    "request_subject": str,
    "request_due": dt.date,
}
"""What may stand in the file; a key with ``_en`` behind it holds for the English report."""
_LINE = re.compile(r"at line (\d+)")


def read_facts(reports: Path, folder: Path) -> dict[str, Any]:
    """The facts of all reports with those of one over them; every fault at once in ``ContentError``."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for path in (reports / FILE, folder / FILE):
        if path.is_file():
            shown = path.relative_to(reports.parent).as_posix()
            found |= _read(path, shown, problems)
    if problems:
        raise ContentError(problems)
    return found


def _read(path: Path, shown: str, problems: list[Problem]) -> dict[str, Any]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        written = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        at = _LINE.search(str(error))
        remedy = N_('Write each line as key = "words", and a day as 2026-05-27')
        problems.append(Problem(shown, N_("is not valid TOML: {reason}"), remedy, line=int(at[1]) if at else 1,
                                params={"reason": str(error)}))  # fmt: skip
        return {}
    for key, value in written.items():
        wanted = KEYS.get(key.removesuffix("_en"))
        if wanted is None:
            remedy = N_("Write one of: {choices}")
            message, line = N_("is not a fact of a report"), _line_of(key, text)
            params = {"choices": ", ".join(KEYS)}
            problems.append(Problem(shown, message, remedy, key, line=line, params=params))
        elif not isinstance(value, wanted):
            remedy = N_("Write a day without quotes, words in quotes, several in [ ]")
            message, line = N_("has a value of the wrong kind"), _line_of(key, text)
            problems.append(Problem(shown, message, remedy, key, str(value), line=line))
    return written


def _line_of(key: str, text: str) -> int | None:
    """The line that a key stands on."""
    opening = re.compile(rf"\s*{re.escape(key)}\s*=")
    return next((n for n, line in enumerate(text.splitlines(), 1) if opening.match(line)), None)


def in_language(facts: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """The facts for one language: those with ``_en`` behind them take the place of the others in English."""
    own = {key: value for key, value in facts.items() if not key.endswith("_en")}
    if language == "en":
        own |= {k.removesuffix("_en"): v for k, v in facts.items() if k.endswith("_en")}
    return own


def fact_words(facts: Mapping[str, Any], language: Language) -> dict[str, str]:
    """The facts as words, for the places of a text."""
    told = {}
    for key in KEYS:
        value = facts.get(key)
        if isinstance(value, dt.date):
            told[key] = numeric_day(value) if language == "vi" else written_day(value, "en")
        elif not isinstance(value, list):
            told[key] = str(value or "")
    return told

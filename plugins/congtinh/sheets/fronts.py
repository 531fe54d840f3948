"""The content file that a row stands for: front matter in plain YAML, and the text below it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from congtinh.sheets.columns import BODY, Keys

_PLAIN = re.compile(r"[^\"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")
_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_KEY = re.compile(r"([a-z][a-z0-9_]*):")


def put(values: dict[str | int, Any], keys: Keys, value: Any) -> None:
    """Set what keys lead to, in groups that are made on the way."""
    at = values
    for key in keys[:-1]:
        inner = at.setdefault(key, {})
        if not isinstance(inner, dict):
            return
        at = inner
    at[keys[-1]] = value


def listed(value: Any) -> Any:
    """Groups whose keys are numbers as lists in that order."""
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(key, int) for key in value):
        return [listed(value[key]) for key in sorted(value)]
    return {str(key): listed(inner) for key, inner in value.items()}


def content_file(values: Mapping[str, Any]) -> bytes:
    """The Markdown file with these values, each key on lines of its own."""
    body = values.get(BODY, "")
    text = "".join(body) if isinstance(body, list) else str(body)
    lines = [line for key, value in values.items() if key != BODY for line in _entry(key, value)]
    return "\n".join(("---", *lines, "---", text.rstrip("\n") + "\n" if text else "")).encode()


def _entry(key: str, value: Any) -> Iterator[str]:
    if isinstance(value, list) and value and all(_is_line(one) for one in value):
        yield f"{key}:"
        yield from (f"  - {_scalar(one)}" for one in value)
    elif isinstance(value, list) and value and all(_is_group(one) for one in value):
        yield f"{key}:"
        for one in value:
            starts = ("  - ", *("    " for _ in one))
            yield from (f"{s}{k}: {_scalar(v)}" for s, (k, v) in zip(starts, one.items(), strict=False))
    elif isinstance(value, list | dict):
        yield f"{key}: {_escaped(value)}"
    else:
        yield f"{key}: {_scalar(value)}"


def _is_line(value: Any) -> bool:
    return not isinstance(value, list | dict)


def _is_group(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(map(_is_line, value.values()))


def _scalar(value: Any) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return f'"{value}"'
    return _escaped(value)


def _escaped(value: Any) -> str:
    """JSON, which YAML reads too, but for the signs that YAML takes for the end of a line."""
    text = json.dumps(value, ensure_ascii=False)
    return _BREAKS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def key_of_line(data: bytes, line: int) -> str:
    """The key of the front matter that a line (from 1) belongs to, or ``body`` below it."""
    found, fences = "", 0
    for number, text in enumerate(data.decode().split("\n"), 1):
        fences += text == "---"
        if fences == 2:
            return BODY if line >= number else found
        match = _KEY.match(text)
        found = match[1] if match else found
        if number == line:
            return found
    return BODY

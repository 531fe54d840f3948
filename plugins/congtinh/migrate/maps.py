"""Import maps: the TOML file that says which field takes what; faults are told with line and remedy."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congtinh.errors import N_, ContentError, Problem
from congtinh.languages import LANGUAGES
from congtinh.migrate.conversions import CONVERSIONS
from congtinh.migrate.labelled import Entries, entries_fault
from congtinh.records.base import Record
from congtinh.text.encoding import decode

_KEYS = ("id", "lang", "body", "body_format", "parts_of")
_TABLES = ("parts", "rename", "entries", "constants", "defaults", "convert", "values", "legacy")
BODY_FORMATS = ("text", "markdown")


@dataclass(frozen=True, slots=True)
class ImportMap:
    """A map, checked.

    ``rename`` and ``legacy``: field to paths or templates, of which the first that gives something
    counts; ``convert``: field to steps of name and option; ``values``: field to old and new value.
    ``parts``: name of a part of the text ``parts_of`` to its labels; ``entries``: field to how its
    list is read.
    """

    id: str
    lang: str
    body: str
    body_format: str
    rename: Mapping[str, tuple[str, ...]]
    constants: Mapping[str, Any]
    defaults: Mapping[str, Any]
    convert: Mapping[str, tuple[tuple[str, str], ...]]
    values: Mapping[str, Mapping[str, Any]]
    legacy: Mapping[str, tuple[str, ...]]
    parts_of: str
    parts: Mapping[str, tuple[str, ...]]
    entries: Mapping[str, Entries]


def read_map(path: Path, record_type: type[Record]) -> ImportMap:
    """The map in ``path`` for items of ``record_type``; ``ContentError`` with every fault of it."""
    try:
        text, fault = decode(path.read_bytes())
    except OSError as error:
        raise ContentError(
            [
                Problem(
                    path.name,
                    N_("cannot be read: {reason}"),
                    N_("Check the path after --map"),
                    params={"reason": error.strerror or str(error)},
                )
            ]
        ) from None
    if text is None:
        raise ContentError(
            [
                Problem(
                    path.name,
                    N_("is not UTF-8 but {encoding}"),
                    N_("Save the file as UTF-8"),
                    params={"encoding": fault.encoding if fault else "?"},
                )
            ]
        )
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise ContentError(
            [
                Problem(
                    path.name,
                    N_("is not valid TOML: {reason}"),
                    N_('Write name = "value" on each line, and the name of a part in [brackets]'),
                    line=int(line[1]) if line else text.rstrip().count("\n") + 1,
                    params={"reason": str(error)},
                )
            ]
        ) from None
    problems = list(_Check(path.name, text, tables, record_type).problems())
    if problems:
        raise ContentError(problems)
    return _made(tables)


def _made(tables: Mapping[str, Any]) -> ImportMap:
    return ImportMap(
        id=tables.get("id", ""),
        lang=tables.get("lang", "vi"),
        body=tables.get("body", ""),
        body_format=tables.get("body_format", "text"),
        rename={field: _several(written) for field, written in tables.get("rename", {}).items()},
        constants=tables.get("constants", {}),
        defaults=tables.get("defaults", {}),
        convert={
            field: tuple(_step(step) for step in _several(written))
            for field, written in tables.get("convert", {}).items()
        },
        values=tables.get("values", {}),
        legacy={field: _several(written) for field, written in tables.get("legacy", {}).items()},
        parts_of=tables.get("parts_of", ""),
        parts={name: _several(written) for name, written in tables.get("parts", {}).items()},
        entries={
            field: Entries(written["from"], written.get("begins", "- "), _several(written["patterns"]))
            for field, written in tables.get("entries", {}).items()
        },
    )


def _several(written: Any) -> tuple[str, ...]:
    return (written,) if isinstance(written, str) else tuple(written)


def _step(written: str) -> tuple[str, str]:
    name, _, option = written.partition(":")
    return name.strip(), option


@dataclass(frozen=True)
class _Check:
    """The faults of one map."""

    name: str
    text: str
    tables: Mapping[str, Any]
    record_type: type[Record]

    def problems(self) -> Iterator[Problem]:
        yield from self._keys()
        for table in _TABLES:
            fields = self.tables.get(table, {})
            if not isinstance(fields, dict):
                yield self._fault(
                    "",
                    table,
                    N_("is not a part of its own"),
                    N_("Write [{table}] on a line of its own, and its fields below it"),
                    table=table,
                )
                continue
            for field, written in fields.items():
                if table not in ("legacy", "parts"):
                    yield from self._field(table, field)
                yield from self._value(table, field, written)

    def _keys(self) -> Iterator[Problem]:
        for key, written in self.tables.items():
            if key in _TABLES:
                continue
            if key not in _KEYS:
                near = difflib.get_close_matches(key, (*_KEYS, *_TABLES), 1) or [
                    ", ".join((*_KEYS, *_TABLES))
                ]
                yield self._fault(
                    "",
                    key,
                    N_("is not a key of an import map"),
                    N_("Write one of: {choices}"),
                    choices=near[0],
                )
            elif not isinstance(written, str):
                yield self._fault(
                    "",
                    key,
                    N_("is not text"),
                    N_('Put the name of a column between "double quotes"'),
                )
        form = self.tables.get("body_format", "text")
        if form not in BODY_FORMATS:
            yield self._fault(
                "",
                "body_format",
                N_("is not a format of bodies"),
                N_("Write one of: {choices}"),
                str(form),
                choices=", ".join(BODY_FORMATS),
            )
        if self.tables.get("lang") == "":
            yield self._fault(
                "",
                "lang",
                N_("is empty"),
                N_("Write {choices}, or the name of a column"),
                choices=", ".join(LANGUAGES),
            )

    def _field(self, table: str, field: str) -> Iterator[Problem]:
        if field in self.record_type.model_fields and field not in (
            "type",
            "lang",
            "translation_of",
            "legacy",
            "id",
        ):
            return
        near = difflib.get_close_matches(field, self.record_type.model_fields, 3)
        yield self._fault(
            table,
            field,
            N_("is not a field of {type}"),
            N_("Did you mean {near}?") if near else N_("Leave it out, or put it under [legacy]"),
            type=self.record_type.type_label.vi,
            near=", ".join(near),
        )

    def _value(self, table: str, field: str, written: Any) -> Iterator[Problem]:
        if table in ("constants", "defaults"):
            return
        if table == "entries":
            yield from self._entries(field, written)
            return
        if table == "values":
            if not isinstance(written, dict):
                yield self._fault(
                    table,
                    field,
                    N_("is not a table of values"),
                    N_('Write [values.{field}] and below it: "old value" = "new value"'),
                    field=field,
                )
            return
        if not (
            isinstance(written, str)
            or (isinstance(written, list) and written and all(isinstance(w, str) for w in written))
        ):
            yield self._fault(
                table,
                field,
                N_("is neither text nor a list of texts"),
                N_('Put each name between "double quotes"'),
                str(written),
            )
            return
        if table == "convert":
            for step in _several(written):
                name = _step(step)[0]
                if name not in CONVERSIONS:
                    near = difflib.get_close_matches(name, CONVERSIONS, 3) or list(CONVERSIONS)
                    yield self._fault(
                        table,
                        field,
                        N_("is not a conversion"),
                        N_("Write one of: {choices}"),
                        name,
                        choices=", ".join(near),
                    )

    def _entries(self, field: str, written: Any) -> Iterator[Problem]:
        message = entries_fault(written)
        if message:
            remedy = N_("Write from, a path, and patterns, expressions in 'single quotes' with (?P<field>…)")
            yield self._fault("entries", field, message, remedy, str(written))

    def _fault(
        self,
        table: str,
        key: str,
        message: str,
        remedy: str,
        value: str | None = None,
        /,
        **params: object,
    ) -> Problem:
        return Problem(
            self.name,
            message,
            remedy,
            f"{table}.{key}" if table else key,
            value,
            self._line(table, key),
            params=params,
        )

    def _line(self, table: str, key: str) -> int | None:
        """The line that a key, or the head of a table, stands on."""
        here = ""
        for line, text in enumerate(self.text.split("\n"), 1):
            head = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", text)
            if head:
                here = head[1].replace('"', "")
            if here == (f"{table}.{key}" if table else key) or (
                here == table and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""", text)
            ):
                return line
        return None

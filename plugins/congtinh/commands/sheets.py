"""``invoke template`` and ``invoke export``: workbooks for editors, empty or with the items of a type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from congtinh.build.console import Voice
from congtinh.build.files import write_bytes
from congtinh.build.one_file import bytes_of, identity_of, written
from congtinh.build.reader import read_content
from congtinh.build.vocabularies import vocabularies_of
from congtinh.commands.site import shown, site_of, telling
from congtinh.errors import N_, ContentError, Problem
from congtinh.model import Item
from congtinh.records.base import Record
from congtinh.records.registry import RECORD_TYPES
from congtinh.sheets.outgoing import Pair, line_of
from congtinh.sheets.template import exported, exported_csv
from congtinh.sheets.template import template as empty

FORMATS = ("xlsx", "csv")


@telling
def template(type_name: str, output: str, content: str, today: str) -> int:
    """``invoke template``: an empty workbook; says where it is and what to do with it."""
    settings = site_of(content, "", today).settings
    record_type = _type_of(type_name)
    vocabularies, _ = vocabularies_of(settings.content, settings.cache)
    voice = Voice(settings.editor_lang)
    file = Path(output or f"{type_name}.xlsx").resolve()
    _write(file, empty(record_type, vocabularies, settings.today))
    voice.line(N_("Written: {path}"), path=shown(file))
    voice.line(
        N_("Fill it in and save it below {folder}; “invoke check” tells what is missing."),
        folder=shown(settings.content / type_name),
    )
    return 0


@telling
def export(type_name: str, output: str, format: str, content: str, today: str) -> int:
    """``invoke export``: the items of a type as a workbook or CSV that reads back to the same items."""
    settings = site_of(content, "", today).settings
    record_type = _type_of(type_name)
    kind = format or (Path(output).suffix[1:].lower() if output else "xlsx")
    if kind not in FORMATS:
        raise _wrong("--format", kind, FORMATS)
    vocabularies, _ = vocabularies_of(settings.content, settings.cache)
    reading = read_content(settings.content, vocabularies)
    pairs = list(pairs_of((i for i in reading.items if i.type == type_name), settings.content))
    lines = [line_of(pair, vocabularies, with_parts=kind == "xlsx") for pair in pairs]
    voice = Voice(settings.editor_lang)
    if not lines:
        voice.line(N_("There is no item of the type {type}."), type=type_name)
        return 1
    file = Path(output or f"{type_name}.{kind}").resolve()
    data = exported(record_type, lines, vocabularies) if kind == "xlsx" else exported_csv(record_type, lines)
    _write(file, data)
    unread = sum(path.partition("/")[0] == type_name for path in reading.lines) - sum(
        (pair.vi is not None) + (pair.en is not None) for pair in pairs
    )
    voice.line(N_("Written: {path}, {n} items"), path=shown(file), n=len(lines))
    if unread:
        voice.line(N_("{n} files could not be read and are not in it; “invoke check” tells why."), n=unread)
    voice.line(
        N_("To keep the items in it, put it below {folder} and delete the files that it replaces."),
        folder=shown(settings.content / type_name),
    )
    return 0


def pairs_of(items: Iterable[Item], content: Path) -> Iterator[Pair]:
    """The items of one type by the names of their files, both languages together."""
    found: dict[str, dict[str, Item]] = {}
    for item in items:
        found.setdefault(identity_of(item.path).partition("/")[2], {})[item.lang] = item
    for name, both in sorted(found.items()):
        yield Pair(
            name,
            _record(both.get("vi")),
            _record(both.get("en")),
            _text(content, both.get("vi")),
            _text(content, both.get("en")),
        )


def _record(item: Item | None) -> Record | None:
    return item.record if item else None


def _text(content: Path, item: Item | None) -> str:
    """The Markdown below the front matter."""
    data = bytes_of(content, item.path) if item else b""
    front = written(item.path, data).front if item and isinstance(data, bytes) else None
    return front.body.strip("\n") if front else ""


def _type_of(name: str) -> type[Record]:
    if name not in RECORD_TYPES:
        raise _wrong("TYPE", name, tuple(RECORD_TYPES), N_("is not a content type"))
    return RECORD_TYPES[name]


def _wrong(
    field: str, value: str, choices: tuple[str, ...], message: str = N_("is not one of the choices")
) -> ContentError:
    remedy, params = N_("Write one of: {choices}"), {"choices": ", ".join(choices)}
    return ContentError([Problem("", message, remedy, field, value, params=params)])


def _write(file: Path, data: bytes) -> None:
    try:
        write_bytes(file, data)
    except OSError as error:
        raise ContentError(
            [
                Problem(
                    "",
                    N_("cannot be written: {reason}"),
                    N_("Close the file where it is open, or give another one with --output"),
                    "--output",
                    str(file),
                    params={"reason": error.strerror or type(error).__name__},
                )
            ]
        ) from None

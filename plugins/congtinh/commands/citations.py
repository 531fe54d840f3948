"""``invoke citations``: the citations in a text, one a line, told for machines."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from congtinh.build.console import Voice
from congtinh.build.one_file import bytes_of, identity_of, language_of, written
from congtinh.citations.citation import Citation
from congtinh.citations.finding import find
from congtinh.citations.names import Law, names_of, names_of_law
from congtinh.citations.settling import settled
from congtinh.citations.type_words import LAWS
from congtinh.commands.site import given_settings
from congtinh.errors import N_, ContentError, Problem
from congtinh.languages import LANGUAGES
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.records.legal_document import LegalDocument
from congtinh.records.reading import read_record
from congtinh.text.encoding import decode
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Vocabulary

_FOLDER = "legal_document"
_OF_LAW = re.compile(
    rb"^doc_type:[ \t]*[\"']?(?:hien-phap|bo-luat|luat|phap-lenh|" + "|".join(LAWS["vi"]).encode()
    + b"|" + "|".join(LAWS["en"]).encode() + rb")[\"']?[ \t]*\r?$", re.IGNORECASE | re.MULTILINE,
)  # fmt: skip
_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 20_000
_EMPHASIS = re.compile(r"\*{1,3}|~~")
_CODE = re.compile(r"(`{1,3})(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


class Given(NamedTuple):
    """A text to read: ``text`` as it is, ``start`` where its running text begins, its language and day."""

    text: str
    start: int
    language: str
    day: dt.date | None
    is_markdown: bool


def citations(source: str, language: str) -> int:
    """``invoke citations``: one JSON object for each citation in ``source``, in its order.

    ``source`` is a file in UTF-8, or ``-`` for standard input; offsets count the characters of what
    it holds. 1 when it cannot be read, which is told on standard error.
    """
    given, _ = given_settings()
    voice = Voice("en" if given.get("EDITOR_LANG") == "en" else "vi", machine=True)
    content = Path(given["PATH"])
    vocabularies, _ = Vocabularies.load(content / "vocabulary")
    try:
        text = _given(source, language)
        for one in found(text, vocabularies, content):
            print(
                json.dumps(told(text.text, one, vocabularies["document_types"]), ensure_ascii=False)
            )
        sys.stdout.flush()
    except ContentError as failure:
        voice.problems(failure.problems)
        return 1
    except BrokenPipeError:  # the reader has seen enough, as head does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def found(given: Given, vocabularies: Vocabularies, content: Path) -> Iterator[Citation]:
    """The citations of a text; names are looked up in the register below ``content`` too."""
    plain = _plain(given)
    names = names_of(vocabularies).dated(given.day)
    citations = find(plain, given.language, names)
    if any(one.open for one in citations):
        names = names_of(vocabularies, _register(content, vocabularies)).dated(given.day)
    return settled(plain, citations, names)


def told(text: str, one: Citation, types: Vocabulary) -> dict[str, Any]:
    """A citation for machines; ``None`` for what it does not say."""
    return {
        "start": one.start,
        "end": one.end,
        "text": text[one.start : one.end],
        "number": one.number or None,
        "type": types.label(one.doc_type, "vi") if one.doc_type else None,
        "name": one.name or None,
        "issued": one.issued.isoformat() if one.issued else None,
        "parts": list(one.parts),
        "self": one.is_self,
        "doc_type": one.doc_type or None,
    }


def _given(source: str, language: str) -> Given:
    if language and language not in LANGUAGES:
        message, remedy = N_("is not a language"), N_("Write vi or en")
        raise ContentError([Problem("", message, remedy, "--language", language)])
    text = _decoded(source)
    is_markdown = source.endswith(".md")
    front = read_front_matter(source, text.removeprefix("\ufeff")) if is_markdown else None
    front = front if isinstance(front, FrontMatter) else None
    start = len(text) - len(front.body) if front else 0
    language = language or language_of(Path(source).name) or _guessed(text[start:])
    return Given(text, start, language, _day(front), is_markdown)


def _decoded(source: str) -> str:
    """What ``source`` holds, with every character counted; ``ContentError`` where it is no text."""
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError:
        message, remedy = N_("cannot be read"), N_("Write the path of a text file, or - for input")
        raise ContentError([Problem("", message, remedy, "", source)]) from None
    try:
        return data.decode()
    except UnicodeDecodeError:
        _, fault = decode(data)
    message, remedy = N_("is not UTF-8 but {encoding}"), N_("Save the file as UTF-8")
    params = {"encoding": fault.encoding if fault else "?"}
    raise ContentError([Problem("", message, remedy, "", source, params=params)])


def _guessed(text: str) -> str:
    """Vietnamese, unless the letters hardly ever have its marks."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    return "en" if letters and len(_VIETNAMESE.findall(sample)) * 200 < letters else "vi"


def _day(front: FrontMatter | None) -> dt.date | None:
    """The day that the text was written for, which decides between laws of one name."""
    for field in ("issued", "date"):
        value = front.values.get(field) if front else None
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(str(value)[:10])
        except ValueError:
            continue
    return None


def _plain(given: Given) -> str:
    """The running text with every character in its place: no front matter, code or marks of bold."""
    body = given.text[given.start :]
    if given.is_markdown:
        body = _CODE.sub(lambda code: "\0" * len(code[0]), body)
        body = _EMPHASIS.sub(lambda marks: " " * len(marks[0]), body)
    return "\0" * given.start + body


def _register(content: Path, vocabularies: Vocabularies) -> Iterator[tuple[str, Law]]:
    """The laws of the site's register by their names."""
    for file in sorted((content / _FOLDER).rglob("*.md")):
        path = file.relative_to(content).as_posix()
        data = bytes_of(content, path)
        if isinstance(data, bytes) and _OF_LAW.search(data):
            yield from _law(path, data, vocabularies)


def _law(path: str, data: bytes, vocabularies: Vocabularies) -> Iterator[tuple[str, Law]]:
    front = written(path, data).front
    if front is None:
        return
    language = language_of(path) or "vi"
    derived = {"id": identity_of(path), "type": _FOLDER, "lang": language}
    record, _ = read_record(LegalDocument, front, derived, vocabularies, None, None)
    if isinstance(record, LegalDocument) and record.abstract and record.doc_type:
        number = record.document_number.canonical
        law = Law(record.abstract, number, record.doc_type, record.issued, record.effective)
        label = vocabularies["document_types"].label(record.doc_type, language)
        yield from ((name, law) for name in names_of_law(label, record.abstract, language))

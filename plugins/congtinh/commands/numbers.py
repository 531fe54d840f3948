"""``invoke numbers``: numbers and symbols of documents, one a line, told for machines."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from congtinh.commands.site import given_settings, telling
from congtinh.errors import N_, ContentError, Problem, Translate
from congtinh.messages import editors_words
from congtinh.numbering import LEGACY_FORMS, DocumentNumber, candidates, parse, type_of
from congtinh.text.encoding import decode
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Vocabulary


@telling
def numbers(source: str) -> int:
    """``invoke numbers``: one JSON object for each line of ``source`` that is not empty.

    ``source`` is a file in UTF-8, or ``-`` for standard input; 1 when it cannot be read.
    """
    given, _ = given_settings()
    say = editors_words("en" if given.get("EDITOR_LANG") == "en" else "vi").gettext
    types = Vocabularies.load(Path(given["PATH"]) / "vocabulary")[0]["document_types"]
    try:
        for line in _lines(source):
            sys.stdout.write(json.dumps(told(line, types, say), ensure_ascii=False) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough, as head does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def told(line: str, types: Vocabulary, say: Translate) -> dict[str, Any]:
    """What a line says; ``None`` for what it does not.

    ``type_code`` is the abbreviation in the symbol, ``type`` the Vietnamese label of the type that
    the symbol decides; ``candidates`` are codes of ``types``, the likeliest first, and
    ``candidate_types`` their Vietnamese labels.
    """
    number = parse(line)
    decided = type_of(number, types)
    allowed = candidates(number, types)
    return {
        "text": line,
        "canonical": number.canonical,
        "number": number.number,
        "year": number.year,
        "type_code": number.type_code,
        "type": types.label(decided, "vi") if decided else None,
        "issuer": number.issuer,
        "unit": number.unit,
        "candidates": list(allowed),
        "candidate_types": [types.label(code, "vi") for code in allowed],
        "warnings": list(_warnings(number, say)),
    }


def _warnings(number: DocumentNumber, say: Translate) -> Iterator[str]:
    """Sentences for editors: codes that are not official, with the right form (rule R4)."""
    if number.number is None and number.type_code is None and number.issuer is None:
        yield say(N_("This is not a number and symbol of a document."))
    for code in number.warnings:
        right = LEGACY_FORMS[code]
        message = (
            N_(
                "“{code}” is not an official abbreviation (NĐ 30/2020, Phụ lục III); write “{right}”."
            )
            if right
            else N_(
                "“{code}” is not an official abbreviation (NĐ 30/2020, Phụ lục III); an official "
                "letter bears its agency and its drafting unit, such as {right}."
            )
        )
        letter = f"{number.number or ''}/{number.issuer or 'UBND'}-VP"
        yield say(message).format(code=code, right=right or letter)


def _lines(source: str) -> Iterator[str]:
    """The lines that hold something, without their ends; ``ContentError`` where there is no text."""
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError:
        message, remedy = N_("cannot be read"), N_("Write the path of a text file, or - for input")
        raise ContentError([Problem("", message, remedy, "--from", source)]) from None
    text, fault = decode(data)
    if text is None:
        message, remedy = N_("is not UTF-8 but {encoding}"), N_("Save the file as UTF-8")
        params = {"encoding": fault.encoding if fault else ""}
        raise ContentError([Problem("", message, remedy, "--from", source, params=params)])
    return (line for line in re.split(r"\r\n?|\n", text) if line.strip())

"""One content file as it is known: its record, its body and its address, with every fault of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from congtinh.addresses import of_item
from congtinh.build.guarded_text import text_problems
from congtinh.build.one_file import bytes_of, identity_of, language_of, written
from congtinh.citations.cited import Cited
from congtinh.citations.marking import marked
from congtinh.citations.names import Names, names_of
from congtinh.errors import N_, Problem, Severity
from congtinh.neighbours import Telling
from congtinh.records.base import Record
from congtinh.records.front_matter import FrontMatter
from congtinh.records.reading import read_record
from congtinh.records.registry import RECORD_TYPES
from congtinh.search.telling import Common, common_words, telling
from congtinh.text.markup import Markup, MarkupFault, render
from congtinh.text.untranslated import is_untranslated_title, untranslated_blocks
from congtinh.vocabulary.registry import Vocabularies


class Known(NamedTuple):
    """What a file came to; no record where its front matter cannot be read as one.

    ``failed``: the program failed, and might not the next time.
    """

    record: Record | None
    body: Markup | None
    address: str
    problems: tuple[Problem, ...]
    failed: bool = False
    cites: tuple[Cited, ...] = ()
    telling: Telling = Telling()


def known(front: FrontMatter, pair: FrontMatter | None, vocabularies: Vocabularies) -> Known:
    """The record and body of one file; ``pair`` is the Vietnamese file of an English one."""
    try:
        return _known(front, pair, vocabularies)
    except Exception as error:  # whatever it is, the editor must hear which file it came from
        reason = f"{type(error).__name__}: {error}"
        problem = Problem(
            front.path,
            N_("cannot be understood: {reason}"),
            N_("Show this message to whoever looks after the program"),
            params={"reason": reason},
        )
        return Known(None, None, "", (problem,), failed=True)


def _known(front: FrontMatter, pair: FrontMatter | None, vocabularies: Vocabularies) -> Known:
    path = front.path
    language, identity = language_of(path) or "vi", identity_of(path)
    record_type = RECORD_TYPES[path.partition("/")[0]]
    written_id = front.values.get("id") or (pair.values.get("id") if pair else None)
    derived = {
        "id": str(written_id or identity),
        "type": path.partition("/")[0],
        "lang": language,
    }
    if pair:
        derived["translation_of"] = derived["id"]
    record, problems = read_record(record_type, front, derived, vocabularies, None, pair)
    if record is None:
        return Known(None, None, "", tuple(problems))
    body, cites = rendered(front, vocabularies)
    problems = [*problems, *_body_problems(front, record, body.faults)]
    if language == "en":
        problems += _untranslated(front, record)
    problems += text_problems(front, record, vocabularies)
    address = of_item(record, vocabularies)
    told = _telling(record, vocabularies)
    return Known(record, body, address, tuple(problems), cites=cites, telling=told)


def _untranslated(front: FrontMatter, record: Record) -> Iterator[Problem]:
    """R13: what an English file has left in Vietnamese."""
    if record.title and "title" in front.values and is_untranslated_title(record.title):
        yield Problem(
            front.path,
            N_("holds Vietnamese words in an English version"),
            N_("Translate them; names keep their marks and capitals"),
            "title",
            record.title,
            front.line_of("title"),
            Severity.WARNING,
            "R13",
        )
    for line, words in untranslated_blocks(front.body):
        yield Problem(
            front.path,
            N_("a block of the English text is in Vietnamese"),
            N_("Translate it, or leave it out"),
            value=f"{words[:80]}…" if len(words) > 80 else words,
            line=front.body_line + line - 1,
            severity=Severity.WARNING,
            rule="R13",
        )


def _telling(record: Record, vocabularies: Vocabularies) -> Telling:
    if not record.has_neighbours:
        return Telling()
    common = _common_words(vocabularies)
    return telling(record.heading, record.description, record.language, common)


_common: dict[str, Common] = {}


def _common_words(vocabularies: Vocabularies) -> Common:
    """The words that tell nothing on a site, put together once in each process."""
    found = _common.get(vocabularies.digest)
    if found is None:
        _common.clear()
        found = _common[vocabularies.digest] = common_words(vocabularies)
    return found


def rendered(front: FrontMatter, vocabularies: Vocabularies) -> tuple[Markup, tuple[Cited, ...]]:
    """The body of a file as HTML in which citations are marked, and what it cites."""
    legal = RECORD_TYPES[front.path.partition("/")[0]].legal_text
    language = language_of(front.path) or "vi"
    body = render(front.body, legal=legal, language=language)
    html, cites = marked(body.html, language, law_names(vocabularies))
    return (body if html == body.html else replace(body, html=html)), cites


_names: dict[str, Names] = {}


def law_names(vocabularies: Vocabularies) -> Names:
    """The names of laws in the vocabularies of a site, put in order once in each process."""
    found = _names.get(vocabularies.digest)
    if found is None:
        _names.clear()
        found = _names[vocabularies.digest] = names_of(vocabularies)
    return found


def read_body(content: Path, vocabularies: Vocabularies, path: str) -> Markup:
    """The body of a content file, from the file itself; an empty one where it has gone meanwhile."""
    data = bytes_of(content, path)
    front = None if isinstance(data, Problem) else written(path, data).front
    return render("") if front is None else rendered(front, vocabularies)[0]


_BODY_FAULTS = {
    "image_alt": (
        N_("a picture has no alternative text"),
        N_("Write what it shows between the brackets: ![…](file)"),
        "R16",
    ),
    "heading_order": (
        N_("a heading skips a level"),
        N_("Use one more # than the heading above it"),
        "R19",
    ),
    "moving_text": (
        N_("text that moves or blinks is not allowed (TT 32/2017, Điều 18)"),
        N_("Write it as plain text"),
        "R19",
    ),
    "table_header": (
        N_("a table has no row of headings"),
        N_("Make the first row the headings, and a line of dashes below it"),
        "R19",
    ),
    "table_caption": (N_("a table has no caption"), N_("Write a line “Bảng: …” before it"), "R19"),
    "unsafe_html": (
        N_("HTML that is not allowed was taken out"),
        N_("Write it in Markdown, or leave it out"),
        "",
    ),
}
_BODY_ERRORS = ("image_alt", "moving_text")


def _body_problems(
    front: FrontMatter, record: Record, faults: tuple[MarkupFault, ...]
) -> Iterator[Problem]:
    for fault in faults:
        message, remedy, rule = _BODY_FAULTS[fault.kind]
        severity = (
            Severity.ERROR if fault.kind in _BODY_ERRORS and not record.legacy else Severity.WARNING
        )
        yield Problem(
            front.path,
            message,
            remedy,
            value=fault.sample or None,
            line=front.body_line + (fault.line or 1) - 1,
            severity=severity,
            rule=rule,
        )

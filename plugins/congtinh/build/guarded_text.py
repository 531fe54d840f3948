"""The guard on content files: personal data and marks of secrecy in front matter, text and file name (R15, R31)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from congtinh.errors import N_, Problem, Severity
from congtinh.guards.finding import Finding
from congtinh.guards.guarding import findings, mark_findings, name_findings
from congtinh.records.base import Record
from congtinh.records.front_matter import FrontMatter
from congtinh.rules import identities
from congtinh.rules.exceptions import Exceptions, print_of
from congtinh.vocabulary.registry import Vocabularies

LOOKS_LIKE = N_("looks like {kind}, which is not published")
MASK = N_(
    "Take it out, or hide it as here; where it may be published, add to guard_exceptions:"
    " kind {code}, value {masked}, reason, by"
)
SECRET = N_("is a mark of secrecy or of limited circulation")
ASK = N_(
    "Do not publish it before whoever is in charge of secrets has agreed; if it is no such mark,"
    " add to guard_exceptions: kind secrecy, reason, by"
)
Seek = Callable[[str, Vocabularies], list[Finding]]
_KEY = re.compile(r"^([A-Za-z_][\w-]*)\s*:", re.MULTILINE)
_OWN_TELEPHONE = re.compile(r"(?:\s*-?\s*)\w*(?:phone|tel|fax|mobile|hotline)\w*\s*:")
_OWN_MAIL = re.compile(r"(?:\s*-?\s*)\w*e?mail\w*\s*:")
_FILE = re.compile(
    r"(?<![\w:/])[\w.%-]*/[\w./% -]*"
    r"\.(?:pdf|docx?|xlsx?|od[tsp]|pptx?|csv|txt|rtf|zip|rar|jpe?g|png|webp|gif|tiff?|svg|bmp)\b",
    re.IGNORECASE,
)
_OF_EXCEPTION = re.compile(r"\s*-?\s*value\s*:")


def text_problems(front: FrontMatter, record: Record, vocabularies: Vocabularies) -> Iterator[Problem]:
    """What a content file says that must not be published, and exceptions that allow nothing."""
    written = enumerate(record.guard_exceptions or (), 1)
    own = [(front.path, f"guard_exceptions[{place}]", one) for place, one in written if not one.file]
    exceptions = Exceptions(iter(own))
    seek_body = mark_findings if identities.is_of_citizens(record.type, "") else findings
    for field, line, found in _found(front, vocabularies, seek_body):
        if found.kind != "secrecy" and identities.is_of_citizens(record.type, field):
            continue  # told by R31
        if not exceptions.allow(found.kind, found.masked, print_of(found.value)):
            yield problem_of(front.path, found.kind, found.masked, vocabularies, field, line)
    for field, line, found in identities.of_file(front, record, vocabularies):
        is_file = not field and _names_file(found, front.body)
        if not is_file and not exceptions.allow(found.kind, found.masked, print_of(found.value)):
            yield identities.problem(front.path, record, found, vocabularies, field, line)
    for unused in exceptions.unused(identities.kinds_of_site(record.type)):
        place = int(unused.field.partition("[")[2].rstrip("]")) - 1
        yield replace(unused, line=front.line_of("guard_exceptions", place) or 1)


def problem_of(
    path: str,
    kind: str,
    masked: str,
    vocabularies: Vocabularies,
    field: str = "",
    line: int | None = None,
) -> Problem:
    """A finding as it is told: hidden in part, since messages and reports travel too."""
    term = vocabularies["guard_kinds"].get(kind)
    severity = Severity.WARNING if term and term.flag("warning") else Severity.ERROR
    if kind == "secrecy":
        return Problem(path, SECRET, ASK, field, masked, line, severity, "R15")
    facts = {"kind": term.label if term else kind, "code": kind, "masked": masked}
    return Problem(path, LOOKS_LIKE, MASK, field, masked, line, severity, "R15", facts)


def _found(front: FrontMatter, vocabularies: Vocabularies, seek_body: Seek) -> Iterator[tuple[str, int, Finding]]:
    """Field (empty in the text), line and finding."""
    for found in name_findings(front.path.rpartition(".")[0].rpartition(".")[0] + ".md", vocabularies):
        yield "", 1, found
    for found in findings(front.source, vocabularies):
        if not _is_declared(found, front.source) and not _names_file(found, front.source):
            keys = _KEY.findall(front.source[: found.end])
            line = front.source.count("\n", 0, found.start) + 2
            yield (keys[-1] if keys else ""), line, found
    for found in seek_body(front.body, vocabularies):
        if not _names_file(found, front.body):
            yield "", front.body.count("\n", 0, found.start) + front.body_line, found


def _names_file(found: Finding, text: str) -> bool:
    """Whether it stands in the name of a file of the site, which is looked at as such."""
    names = _FILE.finditer(text, max(0, found.start - 200), found.end + 80)
    return any(name.start() <= found.start < name.end() for name in names)


def _is_declared(found: Finding, source: str) -> bool:
    """A field that is meant for a telephone or a mailbox has rules of its own; an exception quotes."""
    line = source[source.rfind("\n", 0, found.start) + 1 : found.end]
    if _OF_EXCEPTION.match(line):
        return True
    own = {"telephone": _OWN_TELEPHONE, "mail": _OWN_MAIL}.get(found.kind)
    return own is not None and own.match(line) is not None


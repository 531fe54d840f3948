"""Files offered for download: what is known about each, and whether it may be published."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from congtinh.build import cache
from congtinh.build.digests import Digests
from congtinh.build.files import read_json
from congtinh.build.pdf_facts import DAMAGED, LOCKED, SCAN, PdfFacts, reading
from congtinh.build.table_files import LARGEST, table_problems
from congtinh.build.tree import file_inside
from congtinh.errors import N_, Problem, Severity
from congtinh.later import Later
from congtinh.media import Attachment
from congtinh.text.csv_tables import CsvTable, read_csv_table
from congtinh.text.slug import slugify
from congtinh.text.webvtt import webvtt_faults

NOT_ALLOWED = N_("files of the kind “{extension}” are not published")
NO_EXTENSION = N_("the file name has no extension that tells its kind")
TOO_LARGE = N_("the file is {size} MB; it must be smaller than {limit} MB")
SAME_ADDRESS = N_("would have the same address as “{other}”")
USE_ALLOWED = N_("Use one of: {allowed}")
SPLIT_FILE = N_("Reduce the file or split it into parts")
RECOGNISE = N_(
    "Publish the file saved from the word processor, or run text recognition on the scan"
)
UNLOCK = N_("Save it again without a password and without restrictions")
SAVE_AGAIN = N_("Open it, and save it again as PDF")
RENAME = N_("Rename one of the two files")

_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": f"{_OFFICE}wordprocessingml.document",
    "odt": f"{_OPEN}text",
    "xls": "application/vnd.ms-excel",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet",
    "ods": f"{_OPEN}spreadsheet",
    "csv": "text/csv",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": f"{_OFFICE}presentationml.presentation",
    "odp": f"{_OPEN}presentation",
    "txt": "text/plain",
    "rtf": "application/rtf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
    "zip": "application/zip",
    "rar": "application/vnd.rar",
    "webp": "image/webp",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "oga": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "vtt": "text/vtt",
    "json": "application/json",
    "geojson": "application/geo+json",
    "xml": "application/xml",
}
"""Extensions that may be published and their types: a reading of TT 39/2017/TT-BTTTT, webp, what browsers
play, captions, and forms of open data."""

MEGABYTE = 1_000_000

_pdf = Later("congtinh.build.pdf")


class AttachmentStore:
    """Attachments of the folder ``content``; what was found in a PDF is kept below ``folder``.

    ``limit`` is the size in bytes from which on a file is refused.
    """

    def __init__(self, content: Path, folder: Path, *, limit: int = 50 * MEGABYTE) -> None:
        self.content = content
        self.folder = folder / "attachments"
        self.limit = limit
        self._digests = Digests(self.folder / "digests.json")
        self._table_faults: dict[str, tuple[Problem, ...]] = {}

    def attachment(self, source: str) -> tuple[Attachment | None, list[Problem]]:
        """The attachment at ``source`` (relative to the content folder, with ``/``), its faults.

        ``None`` goes with an error. The faults (rule R17) have no path, field and line: the
        caller knows which file names the attachment.
        """
        path = file_inside(self.content, source)
        if isinstance(path, Problem):
            return None, [replace(path, rule="R17")]
        extension = PurePosixPath(source).suffix.lower().lstrip(".")
        fault = _fault_of_kind(extension) or self._fault_of_size(path)
        if fault is not None:
            return None, [replace(fault, value=source, rule="R17")]
        sha256 = self._digests.of(path)
        facts = self._facts(path, sha256) if extension == "pdf" else PdfFacts(None, None)
        attachment = Attachment(
            source=source,
            address=address_of(source),
            name=PurePosixPath(source).name,
            bytes=path.stat().st_size,
            sha256=sha256,
            media_type=MEDIA_TYPES[extension],
            extension=extension,
            pages=facts.pages,
            text_layer=facts.text_layer,
            table=self._table(path, source) if extension == "csv" else None,
        )
        faults = [_of_captions(path, source)] if extension == "vtt" else []
        return attachment, [*_warnings(facts, source), *filter(None, faults)]

    def table_faults(self, source: str) -> tuple[Problem, ...]:
        """What is wrong with a file that is shown as a table, each with its own path, line and column."""
        return self._table_faults.get(source, table_problems(source, None))

    def _table(self, path: Path, source: str) -> CsvTable | None:
        if path.stat().st_size > LARGEST:
            return None
        table, faults = read_csv_table(path.read_bytes())
        self._table_faults[source] = table_problems(source, faults)
        return table

    def file(self, attachment: Attachment) -> Path:
        """The file to be copied to the address of ``attachment``."""
        return (self.content / attachment.source).resolve()

    def text(self, attachment: Attachment) -> str:
        """The text of a PDF that has any, to be searched; of any other file nothing."""
        return self.words(attachment)[0] if attachment.text_layer else ""

    def words(self, attachment: Attachment) -> tuple[str, str]:
        """The text of a PDF, and what stands beside it (``pdf_words``)."""
        kept = self.folder / attachment.sha256[:2] / f"{attachment.sha256}-text.json"
        match read_json(kept):
            case {"reading": str(found_by), "text": str(text), "beside": str(beside)} if found_by == reading():
                return text, beside
        text, beside = _pdf.pdf_words(self.file(attachment))
        found = {"reading": reading(), "text": text, "beside": beside}
        cache.write(kept, json.dumps(found, ensure_ascii=False).encode())
        return text, beside

    def save(self) -> None:
        """Keep the digests of the files, so that the next run need not read them."""
        self._digests.save()

    def _fault_of_size(self, path: Path) -> Problem | None:
        size = path.stat().st_size
        if size < self.limit:
            return None
        facts = {"size": -(-size // MEGABYTE), "limit": self.limit // MEGABYTE}
        return Problem("", TOO_LARGE, SPLIT_FILE, params=facts)

    def _facts(self, path: Path, sha256: str) -> PdfFacts:
        kept = self.folder / sha256[:2] / f"{sha256}.json"
        facts = _kept_facts(read_json(kept))
        if facts is None:
            facts = _pdf.pdf_facts(path)
            found = {"reading": reading(), **facts._asdict()}
            cache.write(kept, json.dumps(found, ensure_ascii=False).encode())
        return facts


def address_of(source: str) -> str:
    """``tep/`` and the path with every part as a slug; the extension stays, in lower case."""
    path = PurePosixPath(source)
    parts = [slugify(part) or "_" for part in path.parent.parts]
    name = f"{slugify(path.stem) or '_'}{path.suffix.lower()}"
    return "/".join(["tep", *parts, name])


def same_addresses(attachments: Iterable[Attachment]) -> list[Problem]:
    """An error for each file whose address another has too: ``Tờ trình.pdf``, ``to-trinh.pdf``.

    ``value`` is the source; the first by name keeps the address.
    """
    first: dict[str, str] = {}
    problems = []
    for source, address in sorted({(found.source, found.address) for found in attachments}):
        other = first.setdefault(address, source)
        if other != source:
            facts = {"other": other}
            problems.append(
                Problem("", SAME_ADDRESS, RENAME, value=source, rule="R17", params=facts)
            )
    return problems


def _fault_of_kind(extension: str) -> Problem | None:
    if extension in MEDIA_TYPES:
        return None
    facts = {"extension": extension, "allowed": ", ".join(sorted(MEDIA_TYPES))}
    return Problem("", NOT_ALLOWED if extension else NO_EXTENSION, USE_ALLOWED, params=facts)


def _warnings(facts: PdfFacts, source: str) -> list[Problem]:
    if not facts.fault:
        return []
    remedy = {SCAN: RECOGNISE, LOCKED: UNLOCK}.get(facts.fault, SAVE_AGAIN)
    severity = Severity.WARNING
    return [Problem("", facts.fault, remedy, value=source, severity=severity, rule="R17")]


def _of_captions(path: Path, source: str) -> Problem | None:
    """The first fault of a file of captions: players leave out what they cannot read, and say nothing."""
    for line, message in webvtt_faults(path.read_bytes().decode("utf-8", "replace")):
        remedy = N_("Correct line {line} of that file")
        return Problem("", message, remedy, value=source, rule="R17", params={"line": line})
    return None


def _kept_facts(kept: object) -> PdfFacts | None:
    """What an earlier run wrote, where it is whole and was found by the same reading."""
    match kept:
        case {
            "reading": str(found_by),
            "pages": int() | None as pages,
            "text_layer": bool() | None as text_layer,
            "fault": str(fault),
        } if found_by == reading() and fault in ("", SCAN, LOCKED, DAMAGED):
            return PdfFacts(pages, text_layer, fault)
    return None

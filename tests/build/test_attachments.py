"""Attachments: kinds, sizes, pages, text layers, addresses, and the cache."""

from __future__ import annotations

import hashlib
import io
import json
import logging
import pickle
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from congtinh.build import attachments
from congtinh.build.attachments import (
    DAMAGED,
    LOCKED,
    MEDIA_TYPES,
    NO_EXTENSION,
    NOT_ALLOWED,
    SAME_ADDRESS,
    SCAN,
    TOO_LARGE,
    AttachmentStore,
    address_of,
    same_addresses,
)
from congtinh.build.tree import EMPTY_FILE, MISSING, OUTSIDE
from congtinh.errors import Problem
from congtinh.media import Attachment


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.fixture
def store(content: Path, tmp_path: Path) -> AttachmentStore:
    return AttachmentStore(content, tmp_path / "cache")


def pdf(*texts: str, password: str | None = None) -> bytes:
    """A PDF with one page for each text; a page with ``""`` holds only a line, as a scan would."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    for text in texts:
        page = writer.add_blank_page(300, 200)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        drawing = DecodedStreamObject()
        shown = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET" if text else "0 0 m 300 200 l S"
        drawing.set_data(shown.encode("ascii"))
        page[NameObject("/Contents")] = writer._add_object(drawing)
    if password is not None:
        writer.encrypt(password, "owner", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def known(store: AttachmentStore, source: str) -> tuple[Attachment, list[str]]:
    attachment, problems = store.attachment(source)
    assert attachment is not None, problems
    assert not any(found.is_error for found in problems)
    assert {(found.rule, found.value) for found in problems} <= {("R17", source)}
    return attachment, [found.message for found in problems]


def refused(store: AttachmentStore, source: str) -> Problem:
    attachment, problems = store.attachment(source)
    assert attachment is None and len(problems) == 1
    assert problems[0].is_error and problems[0].rule == "R17" and problems[0].value == source
    return problems[0]


def test_a_pdf_with_text(store: AttachmentStore, content: Path) -> None:
    """Pages, size, digest and type of a PDF are known, and it has no fault."""
    body = pdf("Dieu 1", "Dieu 2")
    (content / "files").mkdir()
    (content / "files" / "Quyết định 15.PDF").write_bytes(body)
    attachment, faults = known(store, "files/Quyết định 15.PDF")
    assert faults == []
    assert attachment == Attachment(
        source="files/Quyết định 15.PDF",
        address="tep/files/quyet-dinh-15.pdf",
        name="Quyết định 15.PDF",
        bytes=len(body),
        sha256=hashlib.sha256(body).hexdigest(),
        media_type="application/pdf",
        extension="pdf",
        pages=2,
        text_layer=True,
    )
    assert store.file(attachment).read_bytes() == body


def test_a_scan_is_told(store: AttachmentStore, content: Path) -> None:
    """Rule R17: a PDF whose first pages hold no text is flagged, and published all the same."""
    (content / "a.pdf").write_bytes(pdf("", ""))
    attachment, faults = known(store, "a.pdf")
    assert (attachment.pages, attachment.text_layer, faults) == (2, False, [SCAN])


def test_text_after_a_scanned_cover_counts(store: AttachmentStore, content: Path) -> None:
    """Any text on the first three pages is a text layer; text that starts later is not seen."""
    (content / "cover.pdf").write_bytes(pdf("", "", "Dieu 1"))
    (content / "late.pdf").write_bytes(pdf("", "", "", "Dieu 1"))
    assert known(store, "cover.pdf")[0].text_layer is True
    assert known(store, "late.pdf")[0].text_layer is False


def test_a_locked_pdf_is_told(store: AttachmentStore, content: Path) -> None:
    """A PDF that asks for a password is a warning; one that only restricts its use is read."""
    (content / "locked.pdf").write_bytes(pdf("Dieu 1", password="bí mật"))
    (content / "open.pdf").write_bytes(pdf("Dieu 1", password=""))
    attachment, faults = known(store, "locked.pdf")
    assert (attachment.pages, attachment.text_layer, faults) == (None, None, [LOCKED])
    assert known(store, "open.pdf")[0].pages == 1


@pytest.mark.parametrize("body", [b"<html>404</html>", b"%PDF-1.7\n", pdf("Dieu 1")[:200], b"\0"])
def test_a_damaged_pdf_is_told(
    store: AttachmentStore, content: Path, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """A file that is no whole PDF is a warning, and the reader's own remarks are not told."""
    (content / "a.pdf").write_bytes(body)
    attachment, faults = known(store, "a.pdf")
    assert (attachment.pages, attachment.text_layer, faults) == (None, None, [DAMAGED])
    assert not caplog.records
    assert logging.getLogger("pypdf").level == logging.NOTSET


def test_other_kinds_have_no_pages(store: AttachmentStore, content: Path) -> None:
    """Every allowed extension has a type; pages and text are looked for in PDF alone."""
    for extension, media_type in MEDIA_TYPES.items():
        if extension in ("pdf", "vtt"):
            continue  # these are read
        (content / f"a.{extension}").write_bytes(b"x")
        attachment, faults = known(store, f"a.{extension}")
        assert (attachment.media_type, attachment.extension) == (media_type, extension)
        assert (attachment.pages, attachment.text_layer, faults) == (None, None, [])


def test_the_kinds_are_those_of_the_circular() -> None:
    """TT 39/2017/TT-BTTTT as read in one project: 22 extensions; webp, what is played and data are ours."""
    law = "pdf doc docx odt xls xlsx ods csv ppt pptx odp txt rtf jpg jpeg png gif tif tiff bmp"
    played, data = "mp4 webm mp3 m4a ogg oga opus wav vtt", "json geojson xml"
    assert set(MEDIA_TYPES) == {*law.split(), "zip", "rar", "webp", *played.split(), *data.split()}


@pytest.mark.parametrize(("text", "line"), [("WEBVTT\n\n00:01.000 --> 00:02.000\nlời\n", 0), ("1\n", 1), ("WEBVTT\n", 2)])
def test_captions_that_players_cannot_read_are_told(store: AttachmentStore, content: Path, text: str, line: int) -> None:
    """A player leaves out what it cannot read and says nothing, so the build says it, with the line."""
    (content / "a.vtt").write_text(text, encoding="utf-8")
    attachment, faults = store.attachment("a.vtt")

    assert attachment is not None and attachment.media_type == "text/vtt"
    assert [fault.params["line"] for fault in faults] == ([line] if line else [])


@pytest.mark.parametrize("name", ["a.svg", "a.exe", "a.docm", "a.pdf.html", "a.js"])
def test_other_extensions_are_refused(store: AttachmentStore, content: Path, name: str) -> None:
    """What may run a program is not offered for download."""
    (content / name).write_bytes(b"x")
    fault = refused(store, name)
    assert fault.message == NOT_ALLOWED and "docx" in fault.told()


def test_a_file_needs_an_extension(store: AttachmentStore, content: Path) -> None:
    """A name without extension does not tell a visitor what opens it."""
    (content / "README").write_bytes(b"x")
    assert refused(store, "README").message == NO_EXTENSION


def test_a_file_at_the_limit_is_refused(store: AttachmentStore, content: Path) -> None:
    """50 MB are too many, one byte less is not."""
    for name, size in (("a.zip", 50_000_000), ("b.zip", 49_999_999)):
        with (content / name).open("wb") as file:
            file.truncate(size)
    fault = refused(store, "a.zip")
    assert fault.message == TOO_LARGE and fault.params == {"size": 50, "limit": 50}
    assert known(store, "b.zip")[0].bytes == 49_999_999


def test_files_outside_missing_and_empty_are_refused(store: AttachmentStore, content: Path) -> None:
    """An attachment is a whole file of the content folder."""
    (content.parent / "a.pdf").write_bytes(pdf("x"))
    (content / "empty.pdf").touch()
    assert refused(store, "../a.pdf").message == OUTSIDE
    assert refused(store, "a.pdf").message == MISSING
    assert refused(store, "empty.pdf").message == EMPTY_FILE


def test_a_symlink_out_of_the_tree_is_refused(store: AttachmentStore, content: Path) -> None:
    """Nothing of the machine is published through a link in the content."""
    (content.parent / "secret.txt").write_bytes(b"secret")
    try:
        (content / "a.txt").symlink_to(content.parent / "secret.txt")
    except (OSError, NotImplementedError) as fault:
        pytest.skip(f"no symlinks here: {fault}")
    assert refused(store, "a.txt").message == OUTSIDE


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("a.pdf", "tep/a.pdf"),
        ("van-ban/2024/Tờ trình số 5.DOCX", "tep/van-ban/2024/to-trinh-so-5.docx"),
        ("Đề án/báo.cáo.v2.xlsx", "tep/de-an/bao-cao-v2.xlsx"),
        ("--/!!.txt", "tep/_/_.txt"),
    ],
)
def test_addresses_are_plain(source: str, address: str) -> None:
    """Every part is a slug and the extension is in lower case, so that any server serves it."""
    assert address_of(source) == address


def test_two_files_with_one_address_are_told(store: AttachmentStore, content: Path) -> None:
    """Names that differ only in marks would overwrite each other; the fault names both."""
    for name in ("Tờ trình.txt", "to-trinh.txt", "other.txt"):
        (content / name).write_bytes(b"x")
    found = [known(store, name)[0] for name in ("Tờ trình.txt", "other.txt", "to-trinh.txt")]
    for order in (found, found[::-1], found * 2):
        [problem] = same_addresses(order)
        assert (problem.message, problem.value) == (SAME_ADDRESS, "to-trinh.txt")
        assert problem.params == {"other": "Tờ trình.txt"}


def test_a_pdf_is_read_once(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found in a PDF is known by its digest, under any name and in a new process."""
    (content / "a.pdf").write_bytes(pdf("Dieu 1"))
    first = AttachmentStore(content, tmp_path / "cache")
    before, _ = known(first, "a.pdf")
    first.save()
    [kept] = (tmp_path / "cache").rglob(f"{before.sha256}.json")
    time_before = kept.stat().st_mtime_ns
    (content / "b.pdf").write_bytes((content / "a.pdf").read_bytes())
    after, _ = known(AttachmentStore(content, tmp_path / "cache"), "b.pdf")
    assert (after.pages, after.text_layer) == (1, True)
    assert kept.stat().st_mtime_ns == time_before
    monkeypatch.setattr(attachments, "reading", lambda: "of another version")
    known(AttachmentStore(content, tmp_path / "cache"), "a.pdf")
    assert json.loads(kept.read_text())["reading"] == "of another version"


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"reading": 1}', '{"pages": "7"}'])
def test_a_damaged_cache_is_mended(
    content: Path, tmp_path: Path, store: AttachmentStore, damage: str
) -> None:
    """Whatever stands in the cache, the facts are those of the file."""
    (content / "a.pdf").write_bytes(pdf("Dieu 1"))
    before, _ = known(store, "a.pdf")
    store.save()
    for kept in (tmp_path / "cache").rglob("*.json"):
        kept.write_text(damage)
    again = AttachmentStore(content, tmp_path / "cache")
    assert known(again, "a.pdf")[0] == before


def test_stores_travel_between_processes(store: AttachmentStore, content: Path) -> None:
    """A store and what it returns can be pickled."""
    (content / "a.txt").write_bytes(b"x")
    attachment, _ = known(pickle.loads(pickle.dumps(store)), "a.txt")
    assert pickle.loads(pickle.dumps(attachment)) == attachment

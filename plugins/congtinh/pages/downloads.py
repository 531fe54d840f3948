"""Downloads of an item: its files and attachments, each with size, type and pages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from congtinh.model import Item
from congtinh.pages.parts import Download
from congtinh.pages.site import Site
from congtinh.records.base import Record
from congtinh.records.legal_document import LegalDocument
from congtinh.records.parts import AttachedFile


def downloads(site: Site, item: Item) -> tuple[Download, ...]:
    """What can be fetched; a file that two fields name stands here once."""
    found: dict[str, Download] = {}
    record = item.record
    for name, signed in _file_fields(type(record)):
        value = getattr(record, name)
        for file in value if isinstance(value, tuple) else (value,):
            if file:
                title, written = _named(site, item, name)
                _add(site, item, found, file, title, written, signed, "vi")
    _attached(site, item, found, record.attachments or ())
    return tuple(found.values())


def attached(site: Site, item: Item, files: Iterable[AttachedFile]) -> tuple[Download, ...]:
    """Files that a field of the item lists with their titles, each once."""
    found: dict[str, Download] = {}
    _attached(site, item, found, files)
    return tuple(found.values())


def file_of(site: Site, item: Item, file: str | None, title: str) -> Download | None:
    """One file that a field of the item names, under a title in the language of the page."""
    found: dict[str, Download] = {}
    if file:
        _add(site, item, found, file, title, site.language, False, "vi")
    return next(iter(found.values()), None)


def _attached(site: Site, item: Item, found: dict[str, Download], files: Iterable[AttachedFile]) -> None:
    for entry in files:
        english = item.lang == "en" and entry.title_en
        title = (entry.title_en if english else entry.title) or ""
        written = "en" if english else "vi" if site.model.counterpart(item) else item.lang
        _add(site, item, found, entry.file, title, written, bool(entry.signed), entry.lang or "")


@cache
def _file_fields(record_type: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The fields of a type that name files to fetch, and whether these are signed."""
    facts = record_type.facts().items()
    return tuple((n, f.file == "signed") for n, f in facts if f.file in ("file", "signed", "table"))


def _named(site: Site, item: Item, name: str) -> tuple[str, str]:
    """What an item's own file is called, and the language of that.

    Of a document its type and number; elsewhere the field that names it, where this says what it is.
    """
    record = item.record
    if not isinstance(record, LegalDocument):
        fact = type(record).facts()[name]
        plain = name == "file" or isinstance(getattr(record, name), tuple)
        return ("", item.lang) if plain else (fact.en if site.language == "en" else fact.vi, site.language)
    number = record.document_number
    if not number.number:
        return "", item.lang
    doc_type = site.label("document_types", record.doc_type)
    return f"{doc_type} {number.canonical}".strip(), site.language


def _add(
    site: Site,
    item: Item,
    found: dict[str, Download],
    file: str,
    title: str,
    title_lang: str,
    signed: bool,
    lang: str,
) -> None:
    attachment = site.model.attachments.get(item.files.get(file, ""))
    if attachment is None or attachment.source in found:
        return
    found[attachment.source] = Download(
        title=title or attachment.name,
        title_lang=title_lang if title else "",
        address=attachment.address,
        extension=attachment.extension.lstrip(".").upper(),
        size=attachment.bytes,
        pages=attachment.pages,
        signed=signed,
        scan=attachment.text_layer is False,
        lang=lang,
    )

"""Downloads of an item: its files and attachments, each with size, type and pages."""

from __future__ import annotations

from congtinh.model import Item
from congtinh.pages.parts import Download
from congtinh.pages.site import Site
from congtinh.records.legal_document import LegalDocument


def downloads(site: Site, item: Item) -> tuple[Download, ...]:
    """What can be fetched; a file that two fields name stands here once."""
    found: dict[str, Download] = {}
    record = item.record
    for name, fact in type(record).facts().items():
        value = getattr(record, name) if fact.file in ("file", "signed") else None
        for file in value if isinstance(value, tuple) else (value,):
            if file:
                title, written = _named(site, item)
                _add(site, item, found, file, title, written, fact.file == "signed", "vi")
    for entry in record.attachments or ():
        english = item.lang == "en" and entry.title_en
        title = (entry.title_en if english else entry.title) or ""
        written = "en" if english else "vi" if site.model.counterpart(item) else item.lang
        _add(site, item, found, entry.file, title, written, bool(entry.signed), entry.lang or "")
    return tuple(found.values())


def _named(site: Site, item: Item) -> tuple[str, str]:
    """What a document's own file is called, and the language of that: its type and number."""
    record = item.record
    if not isinstance(record, LegalDocument) or not record.document_number.number:
        return "", item.lang
    doc_type = site.label("document_types", record.doc_type)
    return f"{doc_type} {record.document_number.canonical}".strip(), site.language


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

"""What the references of an item mean: other items, pictures, files to download, addresses of the site."""

from __future__ import annotations

import dataclasses
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from congtinh.build.attachments import AttachmentStore, same_addresses
from congtinh.build.pictures import PictureStore
from congtinh.build.sheet_rows import plain_path, source_of
from congtinh.build.uses import Use
from congtinh.errors import N_, Problem, Severity
from congtinh.media import Attachment, Picture
from congtinh.model import Item, digest_of


@dataclass
class Media:
    """The pictures and attachments of a site by content path, and the problems of making them."""

    pictures: dict[str, Picture]
    attachments: dict[str, Attachment]
    problems: list[Problem]


def content_path(item_path: str, written: str) -> str:
    """A reference as a path below the content folder: from its root after ``/``, else from the file."""
    plain = unquote(written)
    start = "" if plain.startswith("/") else posixpath.dirname(plain_path(item_path))
    return posixpath.normpath(posixpath.join(start, plain.lstrip("/")))


def resolved(
    items: tuple[Item, ...],
    content: Path,
    pictures: PictureStore,
    attachments: AttachmentStore,
    lines: Mapping[str, int],
    uses: Mapping[str, tuple[Use, ...]],
) -> tuple[tuple[Item, ...], Media]:
    """The items with what their references mean, and the media they use.

    ``lines``: item path to the line that its body starts on; ``uses``: item path to its references.
    """
    by_path = {item.path: item for item in items}
    rows = {plain_path(path): path for path in by_path if source_of(path) != path}
    media = Media({}, {}, [])
    done = []
    for item in items:
        if not uses.get(item.path):
            done.append(item)
            continue
        files: dict[str, str] = {}
        for use in uses[item.path]:
            path = content_path(item.path, use.written)
            path = rows.get(path, path)
            faults = _meant(use, path, item, by_path, content, pictures, attachments, media)
            line = use.line + lines.get(item.path, 1) - 1 if use.line else None
            for fault in faults:
                media.problems.append(_placed(fault, item, use, line))
            if use.kind == "table" and path in media.attachments:
                media.problems += _lowered(attachments.table_faults(path), item)
            if path in by_path or path in media.pictures or path in media.attachments:
                files[use.written] = path
        named = [files.get(use.written) for use in uses[item.path] if use.field]
        done.append(
            dataclasses.replace(
                item,
                files=files,
                digest=digest_of(item.digest, repr(files).encode()),
                card=digest_of(item.card, repr(named).encode()) if named else item.card,
            )
        )
    media.problems += _same_addresses(done, media, uses)
    pictures.save()
    attachments.save()
    return tuple(done), media


def _same_addresses(
    items: list[Item], media: Media, uses: Mapping[str, tuple[Use, ...]]
) -> Iterator[Problem]:
    """Two files with one address, each told of the first item that offers the second file."""
    for fault in same_addresses(media.attachments.values()):
        for item in items:
            offered = uses.get(item.path, ())
            use = next((u for u in offered if item.files.get(u.written) == fault.value), None)
            if use is not None:
                yield dataclasses.replace(fault, path=item.path, field=use.field)
                break


def _lowered(faults: Iterable[Problem], item: Item) -> list[Problem]:
    """Faults of another file, as grave as the item that shows it lets them be."""
    if not item.record.legacy:
        return list(faults)
    return [dataclasses.replace(fault, severity=Severity.WARNING) for fault in faults]


def _placed(fault: Problem, item: Item, use: Use, line: int | None) -> Problem:
    lowered = fault.severity
    if item.record.legacy:
        lowered = Severity.WARNING
    return dataclasses.replace(
        fault, path=item.path, field=use.field, line=line, value=use.written, severity=lowered
    )


def _meant(
    use: Use,
    path: str,
    item: Item,
    by_path: Mapping[str, Item],
    content: Path,
    pictures: PictureStore,
    attachments: AttachmentStore,
    media: Media,
) -> list[Problem]:
    if use.kind == "elsewhere":
        message = N_("is a picture on another site, which pages do not show")
        return [Problem("", message, N_("Save it in content/images and write the path of that file"))]
    if use.kind == "link":
        if path in by_path:
            return []
        if path.endswith(".md"):
            return [
                Problem(
                    "",
                    N_("leads to a file that does not exist"),
                    N_("Correct the path, or take the link out"),
                    rule="R32",
                )
            ]
        if use.written.startswith("/") and not (content / path).is_file():
            return []  # an address of the site; checked when all pages are known
    if use.kind == "picture":
        if path not in media.pictures:
            picture, faults = pictures.picture(path)
            if picture:
                media.pictures[path] = picture
            return faults
        return []
    if path not in media.attachments:
        attachment, faults = attachments.attachment(path)
        if attachment:
            media.attachments[path] = attachment
        return faults
    return []


def broken_site_links(
    items: tuple[Item, ...], known: frozenset[str], lines: Mapping[str, int]
) -> Iterator[Problem]:
    """Links to addresses of the site that no page has, and to items that are not published."""
    for item in items:
        for link in item.body.links:
            target = link.target.partition("#")[0].partition("?")[0]
            if not target.startswith("/") or target.startswith("//") or target in item.files:
                continue
            address = unquote(target).lstrip("/")
            if address in known or f"{address}/" in known or (address + "index.html") in known:
                continue
            severity = Severity.WARNING if item.record.legacy else Severity.ERROR
            yield Problem(
                item.path,
                N_("leads to a page that does not exist"),
                N_("Correct the address, or take the link out"),
                value=link.target,
                line=link.line + lines.get(item.path, 1) - 1 if link.line else None,
                severity=severity,
                rule="R32",
            )


def hidden_targets(
    items: tuple[Item, ...], hidden: tuple[Item, ...], lines: Mapping[str, int]
) -> Iterator[Problem]:
    """Links of visible items to items that visitors do not see: the page shows the words alone."""
    unseen = {item.path for item in hidden}
    for item in items:
        for link in item.body.links:
            target = link.target.partition("#")[0].partition("?")[0]
            if item.files.get(target) in unseen:
                yield Problem(
                    item.path,
                    N_("leads to an item that is not published"),
                    N_("Publish that item, or take the link out"),
                    value=link.target,
                    line=link.line + lines.get(item.path, 1) - 1 if link.line else None,
                    severity=Severity.WARNING,
                    rule="R32",
                )

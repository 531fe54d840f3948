"""The guard on files that items offer or show: their names, their words, their metadata (R15).

A file is read once: what was found is kept by its digest, without the values themselves.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from congtinh.build import cache
from congtinh.build.attachments import AttachmentStore
from congtinh.build.file_words import FileWords, file_words
from congtinh.build.files import read_json
from congtinh.build.guarded_text import ASK
from congtinh.build.pdf_facts import reading
from congtinh.build.references import Media, content_path
from congtinh.build.uses import Use
from congtinh.errors import N_, Problem, Severity
from congtinh.guards.guarding import file_findings, masked_name, name_findings
from congtinh.media import Attachment, Picture
from congtinh.model import Item
from congtinh.records.parts import GuardException
from congtinh.rules.exceptions import Exceptions, print_of
from congtinh.vocabulary.registry import Vocabularies

MOST_BYTES = 60_000_000
HOLDS = N_("holds {kind}: {masked}")
TAKE_OUT = N_(
    "Take it out of the file and save it again; where it may be published, add to guard_exceptions:"
    " kind {code}, file, value {masked}, reason, by"
)
WITHOUT_METADATA = N_(
    "Save the picture without its metadata, or name it in “images”: pages show pictures without them"
)
FINISH_REVIEW = N_("Accept or reject all changes, delete the comments, and save the file again")
_REMEDIES = {"secrecy": ASK, "position": WITHOUT_METADATA, "owner": WITHOUT_METADATA, "review": FINISH_REVIEW}


class Held(NamedTuple):
    """One thing that a file holds: the ``print`` of its value knows it again."""

    kind: str
    masked: str
    print: str


class FileGuard:
    """Looks into files of ``content`` once; what it found is kept below ``folder``."""

    def __init__(self, content: Path, folder: Path, store: AttachmentStore, vocabularies: Vocabularies) -> None:
        self.content, self.folder, self.store = content, folder / "attachments", store
        self.vocabularies = vocabularies
        self._made_by = f"{cache.version()} {vocabularies.digest} {reading()}"

    def attachment(self, found: Attachment) -> tuple[Held, ...]:
        """What a file to download holds; nobody can take anything out of it any more."""
        return (*self._of_name(found.source), *self._kept(found, "offered"))

    def picture(self, found: Picture) -> tuple[Held, ...]:
        """What a picture holds: its metadata are not published, but they lie in the repository."""
        return (*self._of_name(found.source), *self._kept(found, "shown"))

    def _of_name(self, source: str) -> Iterator[Held]:
        for one in name_findings(source, self.vocabularies):
            yield Held(one.kind, one.masked, print_of(one.value))

    def _kept(self, found: Attachment | Picture, use: str) -> tuple[Held, ...]:
        kept = self.folder / found.sha256[:2] / f"{found.sha256}-{use}.json"
        match read_json(kept):
            case {"made_by": made_by, "held": list(known)} if made_by == self._made_by:
                return tuple(Held(*one) for one in known)
        held = self._held(found, use)
        cache.write(kept, json.dumps({"made_by": self._made_by, "held": held}).encode())
        return held

    def _held(self, found: Attachment | Picture, use: str) -> tuple[Held, ...]:
        words = self._words(found)
        every = {
            Held(one.kind, one.masked, print_of(one.value)): None
            for one in file_findings(words.text, self.vocabularies)
            if use == "offered" or one.kind != "mail"
        }
        if use == "offered":
            every |= dict.fromkeys(_of_metadata(words))
        return tuple(every)

    def _words(self, found: Attachment | Picture) -> FileWords:
        if isinstance(found, Attachment) and found.extension == "pdf":
            return FileWords("\n\n".join(self.store.words(found)))
        path = (self.content / found.source).resolve()
        try:
            return file_words(path.name, path.read_bytes()) if path.stat().st_size < MOST_BYTES else FileWords()
        except OSError:  # it went away while the site was read
            return FileWords()


def _of_metadata(words: FileWords) -> Iterator[Held]:
    if words.position:
        yield Held("position", "GPS", print_of("GPS"))
    if words.owner:
        yield Held("owner", f"{words.owner[:2]}•••", print_of(words.owner))
    if words.reviewed:
        yield Held("review", str(words.reviewed), print_of(str(words.reviewed)))


def file_problems(
    items: Sequence[Item],
    media: Media,
    guard: FileGuard,
    uses: Mapping[str, tuple[Use, ...]],
    lines: Mapping[str, int],
) -> Iterator[Problem]:
    """What the files of a site hold, each told of the first item that uses it, and idle exceptions.

    ``uses`` and ``lines`` as for ``congtinh.build.references.resolved``.
    """
    allowed = _exceptions(items)
    for source, item in sorted(_users(items).items()):
        exceptions = Exceptions(iter(allowed.pop(source, [])))
        for one in _of_source(source, media, guard):
            if not exceptions.allow(*one):
                yield _placed(_told(one, source, guard.vocabularies), item, source, uses, lines)
        yield from exceptions.unused()
    for left in allowed.values():
        yield from Exceptions(iter(left)).unused()


def _told(held: Held, source: str, vocabularies: Vocabularies) -> Problem:
    term = vocabularies["guard_kinds"].get(held.kind)
    remedy = _REMEDIES.get(held.kind, TAKE_OUT)
    severity = Severity.WARNING if term and term.flag("warning") else Severity.ERROR
    facts = {"kind": term.label if term else held.kind, "code": held.kind, "masked": held.masked}
    shown = masked_name(source, vocabularies)
    return Problem("", HOLDS, remedy, "", shown, None, severity, "R15", facts)


def _placed(
    problem: Problem, item: Item, source: str, uses: Mapping[str, tuple[Use, ...]], lines: Mapping[str, int]
) -> Problem:
    """Where the item names the file."""
    using = (use for use in uses.get(item.path, ()) if item.files.get(use.written) == source)
    use = next(using, None)
    line = use.line + lines.get(item.path, 1) - 1 if use and use.line else None
    return replace(problem, path=item.path, field=use.field if use else "", line=line)


def _of_source(source: str, media: Media, guard: FileGuard) -> tuple[Held, ...]:
    if source in media.attachments:
        return guard.attachment(media.attachments[source])
    return guard.picture(media.pictures[source]) if source in media.pictures else ()


def _users(items: Sequence[Item]) -> Mapping[str, Item]:
    """The item that is told of each file: a Vietnamese one where there is one."""
    users: dict[str, Item] = {}
    for item in sorted(items, key=lambda item: item.lang != "vi"):
        for source in item.files.values():
            users.setdefault(source, item)
    return users


def _exceptions(items: Sequence[Item]) -> dict[str, list[tuple[str, str, GuardException]]]:
    found: dict[str, list[tuple[str, str, GuardException]]] = {}
    for item in items:
        for place, one in enumerate(item.record.guard_exceptions or (), 1):
            if one.file:
                source = content_path(item.path, one.file)
                found.setdefault(source, []).append((item.path, f"guard_exceptions[{place}]", one))
    return found

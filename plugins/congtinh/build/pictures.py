"""Pictures made for the site once, and kept in the cache by the digest of their source."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from congtinh.build.cache import write
from congtinh.build.digests import Digests, stamp_of
from congtinh.build.drawings import drawing_size
from congtinh.build.files import read_json
from congtinh.build.tree import file_inside
from congtinh.errors import N_, Problem, Severity
from congtinh.later import Later
from congtinh.media import Picture, PictureFormat, Rendition

TOO_LARGE = N_("the picture is {size} MB; it must be smaller than {limit} MB")
LARGE = N_("the picture is {size} MB, which makes the repository slow")
SCALE_DOWN = N_("Scale it down to {width} pixels of width before adding it")

MEGABYTE = 1_000_000

_encoding = Later("congtinh.build.encoding")
SUFFIXES: dict[PictureFormat, str] = {"webp": "webp", "jpeg": "jpg", "png": "png", "svg": "svg"}


class PictureStore:
    """Renditions of the pictures in ``content``, kept below ``cache/pictures``.

    ``widths`` are in pixels; a picture is never enlarged. ``limit`` and ``warn_over`` are sizes of
    a source in bytes: from the first on it is refused, over the second a warning is given.
    ``most_pixels`` bounds what is decoded. A store may be copied to other processes.
    """

    def __init__(
        self,
        content: Path,
        cache: Path,
        widths: tuple[int, ...] = (320, 640, 1024, 1600),
        *,
        limit: int = 20 * MEGABYTE,
        warn_over: int = 5 * MEGABYTE,
        most_pixels: int = 60_000_000,
    ) -> None:
        if not widths or min(widths) < 1:
            raise ValueError("widths: give at least one, each at least 1 pixel")
        self.content = content
        self.folder = cache / "pictures"
        self.widths = tuple(sorted(set(widths)))
        self.limit = limit
        self.warn_over = warn_over
        self.most_pixels = most_pixels
        self._digests = Digests(self.folder / "digests.json")

    def picture(self, source: str) -> tuple[Picture | None, list[Problem]]:
        """The picture at ``source`` (relative to the content folder, with ``/``) and its faults.

        ``None`` goes with an error. The faults have no path, field and line: the caller knows
        which file names the picture.
        """
        path = file_inside(self.content, source)
        if isinstance(path, Problem):
            return None, [path]
        size = self._fault_of_size(path)
        if size is not None and size.is_error:
            return None, [replace(size, value=source)]
        sha256 = self._digests.of(path)
        made, fault = self._kept(source, sha256) or self._made(path, source, sha256)
        return made, [replace(found, value=source) for found in (size, fault) if found is not None]

    def content_of(self, picture: Picture, rendition: Rendition) -> bytes:
        """The bytes of one rendition, made again where the cache has let go of them.

        ``FileNotFoundError`` where the source has gone, or is another one by now.
        """
        try:
            content = self.file_of(picture.sha256, rendition).read_bytes()
            if len(content) == rendition.bytes:
                return content
        except OSError:
            pass
        path = file_inside(self.content, picture.source)
        found = None if isinstance(path, Problem) else self._renditions(path)[2]
        for width, _, kind, content in found or ():
            if (width, kind, len(content)) == (rendition.width, rendition.format, rendition.bytes):
                return content
        raise FileNotFoundError(picture.source)

    def save(self) -> None:
        """Keep the digests of the sources, so that the next run need not read them."""
        self._digests.save()

    @property
    def settings(self) -> str:
        """What renditions depend on besides their source."""
        return f"{_encoder()} {' '.join(map(str, self.widths))} {self.most_pixels}"

    def _fault_of_size(self, path: Path) -> Problem | None:
        size = path.stat().st_size
        facts = {
            "size": -(-size // MEGABYTE),
            "limit": self.limit // MEGABYTE,
            "width": self.widths[-1],
        }
        if size >= self.limit:
            return Problem("", TOO_LARGE, SCALE_DOWN, params=facts)
        if size > self.warn_over:
            return Problem("", LARGE, SCALE_DOWN, severity=Severity.WARNING, params=facts)
        return None

    def file_of(self, sha256: str, rendition: Rendition) -> Path:
        """Where the cache keeps one rendition of the picture with this digest."""
        return self.folder / sha256 / f"{rendition.width}.{SUFFIXES[rendition.format]}"

    def _sidecar(self, sha256: str) -> Path:
        return self.folder / sha256 / "picture.json"

    def _kept(self, source: str, sha256: str) -> tuple[Picture, Problem | None] | None:
        """The picture as an earlier run made it; ``None`` where anything about that is in doubt."""
        kept = read_json(self._sidecar(sha256))
        try:
            if kept["seal"] != _seal(kept) or kept["settings"] != self.settings:
                return None
            renditions = tuple(Rendition(**entry) for entry in kept["renditions"])
            for rendition, mark in zip(renditions, kept["marks"], strict=True):
                if not _is_whole(self.file_of(sha256, rendition), mark):
                    return None
            picture = Picture(source, sha256, kept["width"], kept["height"], renditions)
            return picture, _told_problem(kept["fault"])
        except (KeyError, TypeError, ValueError, OSError):
            return None

    def _made(self, path: Path, source: str, sha256: str) -> tuple[Picture | None, Problem | None]:
        size, fault, files = self._renditions(path)
        if size is None:
            return None, fault
        renditions, marks = [], []
        for width, height, format, content in files:
            address = f"media/{sha256[:16]}-{width}.{SUFFIXES[format]}"
            rendition = Rendition(width, height, address, format, len(content))
            file = self.file_of(sha256, rendition)
            renditions.append(rendition)
            if write(file, content):
                sha256_of = hashlib.sha256(content).hexdigest()
                marks.append({"sha256": sha256_of, "stamp": _stamp_of(file)})
        picture = Picture(source, sha256, *size, tuple(renditions))
        if len(marks) == len(renditions):
            self._keep(picture, marks, fault)
        return picture, fault

    def _renditions(self, path: Path) -> _Renditions:
        is_drawing = path.suffix.lower() == ".svg"
        return self._drawn(path) if is_drawing else self._encoded(path)

    def _drawn(self, path: Path) -> _Renditions:
        """A drawing is published as it is, once it is known to be safe."""
        content = path.read_bytes()
        size = drawing_size(content)
        if isinstance(size, Problem):
            return None, size, iter(())
        return size, None, iter([(*size, "svg", content)])

    def _encoded(self, path: Path) -> _Renditions:
        upright, fault = _encoding.opened(path, self.most_pixels, self.widths[-1])
        if upright is None:
            return None, fault, iter(())
        return (upright.width, upright.height), fault, upright.renditions(self.widths)

    def _keep(self, picture: Picture, marks: list[dict[str, Any]], fault: Problem | None) -> None:
        """Write the sidecar last: an entry without one is no entry."""
        entry: dict[str, Any] = {
            "settings": self.settings,
            "width": picture.width,
            "height": picture.height,
            "renditions": [asdict(rendition) for rendition in picture.renditions],
            "marks": marks,
            "fault": None if fault is None else asdict(fault),
        }
        sealed = json.dumps({**entry, "seal": _seal(entry)}, ensure_ascii=False)
        write(self._sidecar(picture.sha256), sealed.encode())


@cache
def _encoder() -> str:
    """Changes with the settings of the encoders and with the library they come in: old entries end."""
    return f"2 pillow {version('pillow')}"


_Renditions = tuple[
    tuple[int, int] | None, Problem | None, Iterator[tuple[int, int, PictureFormat, bytes]]
]


def _seal(entry: dict[str, Any]) -> str:
    """A digest of all else in a sidecar."""
    rest = {key: entry[key] for key in entry if key != "seal"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def _stamp_of(file: Path) -> list[int]:
    """The stamp of a file that was just written; of none where it has gone already."""
    try:
        return stamp_of(file)
    except OSError:
        return []


def _is_whole(file: Path, mark: dict[str, Any]) -> bool:
    """Whether a cached file is as it was written; it is read again only where its times differ."""
    if stamp_of(file) == mark["stamp"]:
        return True
    return bool(hashlib.sha256(file.read_bytes()).hexdigest() == mark["sha256"])


def _told_problem(kept: dict[str, Any] | None) -> Problem | None:
    return None if kept is None else Problem(**{**kept, "severity": Severity(kept["severity"])})

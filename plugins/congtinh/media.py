"""Pictures and attachments as pages show them: sizes, addresses and digests, without the files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from congtinh.text.csv_tables import CsvTable

PictureFormat = Literal["webp", "jpeg", "png", "svg"]

FALLBACK_WIDTH = 1024
"""Width in pixels that a browser without ``srcset`` or WebP is given at most."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file made from a picture; ``width`` and ``height`` in pixels, ``bytes`` its size.

    ``address`` is relative to the root of the site: ``media/0123456789abcdef-640.webp``.
    """

    width: int
    height: int
    address: str
    format: PictureFormat
    bytes: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the content folder and its renditions, by format and growing width.

    ``source`` is relative to the content folder, with ``/``. ``sha256`` is the digest of the
    source. ``width`` and ``height`` are those of the source as a viewer sees it, turned upright.
    """

    source: str
    sha256: str
    width: int
    height: int
    renditions: tuple[Rendition, ...]

    def of(self, format: PictureFormat) -> tuple[Rendition, ...]:
        """The renditions in one format, by growing width."""
        found = (rendition for rendition in self.renditions if rendition.format == format)
        return tuple(sorted(found, key=lambda rendition: rendition.width))

    def srcset(self, format: PictureFormat, root: str = "") -> str:
        """The value of a ``srcset`` attribute; empty where the format was not made.

        ``root`` leads from the page to the root of the site: ``../../``.
        """
        return ", ".join(f"{root}{found.address} {found.width}w" for found in self.of(format))

    @property
    def fallback(self) -> Rendition:
        """The rendition for ``src``: JPEG, PNG or SVG, the widest of at most 1024 pixels."""
        plain = [found for found in self.renditions if found.format != "webp"]
        small = [found for found in plain if found.width <= FALLBACK_WIDTH]
        if small:
            return max(small, key=lambda found: found.width)
        return min(plain, key=lambda found: found.width)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file offered for download.

    ``name`` is the file name as the editor gave it, ``address`` is relative to the root of the
    site, ``bytes`` the size. ``pages`` and ``text_layer`` are known for a PDF that could be read,
    and ``None`` for everything else.  ``table`` are the rows of a CSV file that can be read as one.
    """

    source: str
    address: str
    name: str
    bytes: int
    sha256: str
    media_type: str
    extension: str
    pages: int | None
    text_layer: bool | None
    table: CsvTable | None = None

"""What a picture says of itself beside its pixels: EXIF, XMP, IPTC, comments, and where it was taken."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from congtinh.build.file_words import FileWords

_OWNERS = (0xA430, 0xA431)  # CameraOwnerName, BodySerialNumber
_WINDOWS = range(0x9C9B, 0x9CA0)  # XPTitle to XPSubject, in UTF-16
_TAG = re.compile(r"<[^>]*>")
_SAID = re.compile(r'[\w:]+="([^"]*)"')


def picture_words(data: bytes) -> FileWords:
    """The words in the metadata of a picture; none of one that cannot be opened."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            exif = image.getexif()
            details, position = exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.GPSInfo)
            xmp = _text(image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or "")
            lines = [*_tags(exif), *_tags(details), *_comments(image), _of_xmp(xmp), *_iptc(image)]
    except Exception:  # metadata are damaged in any of many ways, and none matters to a reader
        return FileWords()
    owner = next((_text(details[tag]).strip() for tag in _OWNERS if details.get(tag)), "")
    has_position = (2 in position and 4 in position) or "GPSLatitude" in xmp
    return FileWords("\n".join(line for line in lines if line.strip()), has_position, owner)


def _tags(found: Any) -> Iterator[str]:
    for tag, value in found.items():
        if isinstance(value, str | bytes) or tag in _WINDOWS:
            yield _windows(value) if tag in _WINDOWS else _text(value)


def _windows(value: Any) -> str:
    raw = bytes(value) if isinstance(value, bytes | tuple) else str(value).encode()
    return raw.decode("utf-16-le", "ignore").strip("\x00 ")


def _comments(image: Image.Image) -> Iterator[str]:
    for key, value in image.info.items():
        is_words = isinstance(value, str | bytes) and key not in ("exif", "icc_profile", "xmp", "photoshop")
        if is_words and len(value) < 100_000:
            yield _text(value)


def _of_xmp(xmp: str) -> str:
    return "\n".join((*_SAID.findall(xmp), _TAG.sub("\n", xmp)))


def _iptc(image: Image.Image) -> Iterator[str]:
    if not isinstance(image, ImageFile.ImageFile):
        return
    for value in (IptcImagePlugin.getiptcinfo(image) or {}).values():
        for one in value if isinstance(value, list) else (value,):
            yield _text(one)


def _text(value: Any) -> str:
    """Words of EXIF: UTF-8 as people write it, with the sign of its code in front (UserComment)."""
    if not isinstance(value, bytes):
        return str(value).strip("\x00")
    for sign, encoding in ((b"UNICODE\x00", "utf-16-be"), (b"ASCII\x00\x00\x00", "utf-8")):
        if value.startswith(sign):
            body = value[8:]
            is_little = encoding == "utf-16-be" and body[1:2] == b"\x00"
            return body.decode("utf-16-le" if is_little else encoding, "ignore").strip("\x00 ")
    return value.decode("utf-8", "ignore").strip("\x00 ")

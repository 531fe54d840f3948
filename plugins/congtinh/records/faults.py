"""What a record finds wrong with itself, and the forms that titles and old addresses must have."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from congtinh.errors import N_, Problem, Severity
from congtinh.records.parts import Image

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Fault:
    """What a record finds wrong with itself; the reader adds file and line."""

    field: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR
    rule: str = ""
    value: str | None = None
    params: dict[str, object] = dataclasses.field(default_factory=dict)


def title_faults(title: str | None, in_feed: bool, imported: bool) -> Iterator[Fault]:
    """What is wrong with the form of a title (E.0); ``in_feed`` types want a sentence."""
    if title is None:
        return
    if len(title) > 200:
        yield Fault(
            "title",
            N_("has {length} characters"),
            N_("Write between 10 and 200 characters"),
            Severity.WARNING if imported else Severity.ERROR,
            "E.0",
            title,
            {"length": len(title)},
        )
    elif 0 < len(title) < 10 and in_feed:
        yield Fault(
            "title",
            N_("has {length} characters"),
            N_("Write between 10 and 200 characters"),
            Severity.WARNING,
            "E.0",
            title,
            {"length": len(title)},
        )
    if len(title) >= 10 and title.isupper():
        yield Fault(
            "title",
            N_("is written in capitals only"),
            N_("Write it as a sentence"),
            Severity.WARNING,
            "E.0",
            title,
        )
    if title.endswith(".") and not title.endswith("..."):
        yield Fault(
            "title",
            N_("ends with a full stop"),
            N_("Leave the full stop out"),
            Severity.WARNING,
            "E.0",
            title,
        )


def slug_faults(slug: str | None) -> Iterator[Fault]:
    """A slug that no address can hold (E.0)."""
    if slug is not None and not _SLUG.fullmatch(slug):
        yield Fault(
            "slug",
            N_("is not a slug"),
            N_("Write ASCII letters, digits and hyphens only"),
            rule="E.0",
            value=slug,
        )


def old_url_faults(old_urls: tuple[str, ...]) -> Iterator[Fault]:
    """Old addresses that no page can stand at (R20)."""
    for old in old_urls:
        if not old.startswith("/"):
            yield Fault(
                "old_urls",
                N_("does not begin with /"),
                N_("Write the path alone, for example /tin/123.html"),
                rule="R20",
                value=old,
            )
        elif not old.strip("/"):
            yield Fault(
                "old_urls",
                N_("is the address of two pages"),
                N_("Take it out of old_urls"),
                rule="R20",
                value=old,
            )
        elif ".." in old.split("/"):
            yield Fault(
                "old_urls",
                N_("leads out of the site"),
                N_("Write the path alone, for example /tin/123.html"),
                rule="R20",
                value=old,
            )


_GENERIC = frozenset(
    (
        *("ảnh", "hình", "hình ảnh", "ảnh minh họa", "hình minh họa", "ảnh chụp", "ảnh đại diện"),
        *("tranh", "logo", "biểu đồ", "sơ đồ", "bản đồ", "biểu tượng", "banner"),
        *("image", "picture", "photo", "photograph", "illustration", "chart", "diagram", "map"),
        *("icon", "graphic"),
    )
)
"""Words that say of a picture that it is one."""


def picture_faults(images: Iterable[Image], imported: bool) -> Iterator[Fault]:
    """R16: an alternative text that is the file's name, a mere word for pictures, or the caption again."""
    for place, image in enumerate(images, 1):
        for name, caption in (("alt", image.caption), ("alt_en", image.caption_en)):
            alt = getattr(image, name)
            if message := _says_nothing(alt, caption, image.file):
                yield Fault(
                    f"images[{place}].{name}",
                    message,
                    N_("Write in one sentence what the picture shows"),
                    Severity.WARNING if imported else Severity.ERROR,
                    "R16",
                    alt,
                )


def _says_nothing(alt: str | None, caption: str | None, file: str | None) -> str:
    words = " ".join((alt or "").casefold().split())
    name = PurePosixPath((file or "").casefold())
    if not words:
        return ""
    if words in (name.name, name.stem):
        return N_("is the name of the file")
    if words.rstrip(" .0123456789") in _GENERIC:
        return N_("says only that it is a picture")
    return N_("repeats the caption") if words == " ".join((caption or "").casefold().split()) else ""


def problem_of(fault: Fault, path: str) -> Problem:
    """A fault of a record as a problem of its file."""
    return Problem(
        path,
        fault.message,
        fault.remedy,
        fault.field,
        fault.value,
        severity=fault.severity,
        rule=fault.rule,
        params=fault.params,
    )

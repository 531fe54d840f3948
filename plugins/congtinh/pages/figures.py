"""Pictures as pages show them: the three texts of each in the best language there is."""

from __future__ import annotations

from functools import cache
from html import escape

from congtinh.media import Picture
from congtinh.model import Item, SiteModel
from congtinh.pages.parts import Figure
from congtinh.pages.relative import to_root
from congtinh.records.base import Record
from congtinh.records.parts import Image

SIZES = "(min-width: 60rem) 42rem, 100vw"


def figures(model: SiteModel, item: Item) -> tuple[Figure, ...]:
    """The pictures of an item's front matter that could be read."""
    images = item.record.images
    if not images:
        return ()
    return tuple([shown for image in images if (shown := figure(model, item, image))])


def figure(model: SiteModel, item: Item, image: Image) -> Figure | None:
    """One picture; in English its English texts, or the Vietnamese ones marked as such."""
    picture = photo(model, item, image.file)
    if picture is None:
        return None
    written = "vi" if item.lang == "vi" or model.counterpart(item) else "en"
    alt, alt_lang = _worded(item.lang, image.alt or "", image.alt_en, written)
    caption, caption_lang = _worded(item.lang, image.caption or "", image.caption_en, written)
    return Figure(picture, alt, alt_lang, caption, caption_lang, image.credit or "")


def _worded(language: str, own: str, english: str | None, written: str) -> tuple[str, str]:
    if language == "en" and english:
        return english, "en"
    return own, written if own else language


def photo(model: SiteModel, item: Item, file: str | None) -> Picture | None:
    """A picture that a field of its own names, such as a portrait."""
    path = item.files.get(file) if file else None
    return model.pictures.get(path) if path else None


def cover(model: SiteModel, item: Item) -> Figure | None:
    """The first picture that a field of the type's own names, such as a banner; it decorates the title."""
    for name in _picture_fields(type(item.record)):
        picture = photo(model, item, getattr(item.record, name))
        if picture:
            return Figure(picture, "", item.lang, "", item.lang, "")
    return None


@cache
def _picture_fields(record_type: type[Record]) -> tuple[str, ...]:
    facts = record_type.facts().items()
    return tuple(name for name, fact in facts if fact.file == "picture")


def picture_html(picture: Picture, alt: str, page: str, title: str = "") -> str:
    """``<picture>`` for a body: WebP with its fallback, dimensions, loaded when it is near."""
    root = to_root(page)
    fallback = picture.fallback
    caption = f' title="{escape(title)}"' if title else ""
    image = (
        f'<img src="{root}{fallback.address}" width="{fallback.width}" height="{fallback.height}" '
        f'alt="{escape(alt)}" loading="lazy" decoding="async"{caption}>'
    )
    webp = picture.srcset("webp", root)
    if not webp:
        return image
    plain = picture.srcset(fallback.format, root)
    image = image.replace("<img ", f'<img srcset="{plain}" sizes="{SIZES}" ', 1)
    return f'<picture><source type="image/webp" srcset="{webp}" sizes="{SIZES}">{image}</picture>'

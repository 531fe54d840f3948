"""Words of an address: lower-case ASCII letters, digits and hyphens from any text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from congtinh.text.fold import fold

# Latin letters that no decomposition brings to ASCII.
_SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "ng"}
)
_DROPPED = re.compile("['’ʼ`´]")
_BREAK = re.compile("[^a-z0-9]+")


@lru_cache(maxsize=1 << 13)
def slugify(text: str, limit: int = 80) -> str:
    """The text as one part of an address, at most ``limit`` characters, cut between words.

    Letters outside the Latin script are kept by their code points (``u4e2d``) where nothing else
    is left; text without a letter or digit gives ``""``, and the caller chooses another name.
    """
    folded = fold(unicodedata.normalize("NFKC", text))
    plain = fold(_DROPPED.sub("", folded.translate(_SPELLED)))
    slug = _BREAK.sub("-", plain).strip("-")
    if not slug:
        slug = "-".join(f"u{ord(sign):x}" for sign in plain if sign.isalnum())
    return _cut(slug, limit)


def _cut(slug: str, limit: int) -> str:
    if len(slug) <= limit:
        return slug
    whole = slug[: limit + 1].rpartition("-")[0]
    return (whole or slug[:limit]).strip("-")

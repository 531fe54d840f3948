"""One thing found in a text that must not be published, and how it is told without spreading it."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

HIDDEN = "•"
_AT_LEAST_HIDDEN = 4
_SIGNS = re.compile(r"[0-9A-Za-zÀ-ỹ•]")


class Finding(NamedTuple):
    """``kind``: a code of the vocabulary ``guard_kinds``; ``start`` and ``end``: its place in the text.

    ``masked`` is what may be told of it, ``0791•••••234``; ``value`` is the thing itself.
    """

    kind: str
    start: int
    end: int
    value: str
    masked: str


def plain_digits(text: str) -> str:
    """The digits of a text, of whatever script, as ``0`` to ``9``."""
    return "".join(str(unicodedata.digit(sign)) for sign in text if sign.isdigit())


def masked_number(number: str) -> str:
    """A number whose middle is hidden, so that its owner can find it and nobody else."""
    before = 4 if len(number) > 8 else 2
    after = max(1, min(3, len(number) - before - _AT_LEAST_HIDDEN))
    return number[:before] + HIDDEN * (len(number) - before - after) + number[-after:]


def masked_mail(address: str) -> str:
    """``ng•••@gmail.com``."""
    name, _, host = address.partition("@")
    return f"{name[:2]}{HIDDEN * 3}@{host}"


def masked_person(name: str) -> str:
    """``N••• V••• B•••``: the first letter of each word of a name."""
    return " ".join(word[0] + HIDDEN * 3 for word in name.split())


def key_of(value: str) -> str:
    """A value as exceptions are compared: signs alone, in one case, without zeros in front."""
    folded = unicodedata.normalize("NFKC", value).casefold()
    return "".join(_SIGNS.findall(folded)).lstrip("0")

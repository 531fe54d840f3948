"""What tells a citizen in a text: a number of identity, a private address, a name behind a form of address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_WORD = rf"[{_UPPER}][a-zà-ỹ]+"
_NUMBER = re.compile(r"(?<![\d.,/-])(?:\d{12}|\d{9})(?![\d/-]|[.,]\d)")
_PLACE = re.compile(
    r"(?:thường trú|tạm trú|cư trú|trú tại|địa chỉ(?: nhà)?\s*:|số nhà|nhà số|living at|residing at|home address)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    rf"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Cc]ông dân|Mrs?\.?|Ms\.?)(?:\s*\([^)]*\)|\s*:)?\s+"
    rf"((?:{_WORD})(?:\s+(?:{_WORD}|[{_UPPER}]\.?(?![a-zà-ỹ])))+)"
)


def identities(text: str, officials: Set[str] = frozenset()) -> Iterator[str]:
    """The words of a text that tell who a citizen is; ``officials`` are names that may stand in it."""
    for pattern in (_NUMBER, _PLACE):
        yield from (match[0] for match in pattern.finditer(text))
    for match in _PERSON.finditer(text):
        if not any(match[1].startswith(name) for name in officials):
            yield match[0]

"""What may stand of a person: initials and the name of a province."""

from __future__ import annotations

import re

from congtinh.guards.words import CAPITALS

_INITIALS = re.compile(rf"[{CAPITALS}](?:[. ]{{0,2}}[{CAPITALS}]){{0,4}}\.?")
_PLACE = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,5}(?: \(?[^\W\d_ ]+\)?)?")
_NARROWER = re.compile(
    r"\b(?:đường|(?<!thành )phố|ngõ|thôn|xóm|ấp|bản|tổ|xã|phường|khu|street|ward|commune|village)\b",
    re.IGNORECASE,
)


def are_initials(text: str) -> bool:
    """``N.V.A.``: capitals with or without full stops, five at most."""
    return _INITIALS.fullmatch(text) is not None


def is_province(text: str) -> bool:
    """A place without number, street or village: the name of a province or city."""
    return _PLACE.fullmatch(text) is not None and _NARROWER.search(text) is None

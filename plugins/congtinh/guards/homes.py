"""Home addresses of persons: a residence that is named as such and goes down to the house or the hamlet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congtinh.guards.context import Context
from congtinh.guards.finding import HIDDEN, Finding
from congtinh.guards.words import CAPITALS, Words

_REACH = 110
_HOUSE = re.compile(
    r"(?i:(?:số\s+nhà|nhà\s+số|nhà)\s*:?\s*\d+|(?:\bP\.|phòng|căn\s+hộ|căn)\s*(?:số\s*)?[A-Z]?\d{2,})"
    r"|(?:\A|,)[\s:,(]*(?i:số\s*)?\d+[A-Za-z]?(?:\s?/\s?\d+[A-Za-z]?)*\s*,?\s+"
    r"(?:(?i:đường|phố|ngõ|ngách|hẻm|kiệt|tổ|thôn|ấp|street|road|lane|alley)\b|[A-ZÀ-ỸĐ])"
)
_PROPER = re.compile(rf"\s*(?:số\s*)?(?:\d+|[{CAPITALS}])")
_END = re.compile(r"[!?;\n]|\.\s+(?=[A-ZÀ-ỸĐ][a-zà-ỹ]+\s)")
_NEAR = 80
_LANE_WORDS = (
    "số nhà", "nhà số", "ngõ", "ngách", "hẻm", "kiệt", "tổ dân phố", "tdp", "tổ số", *(f"tổ {digit}" for digit in range(10)),
)  # fmt: skip
_LANE = re.compile(
    r"(?:số\s+nhà|nhà\s+số)\s*:?\s*\d+|(?:ngõ|ngách|hẻm|kiệt)\s+(?:số\s+)?\d+|"
    r"(?:tổ\s+dân\s+phố|TDP)\s*(?:số\s*)?\d+|tổ\s+(?:số\s*)?\d+\s*,\s*(?:khu phố|ấp|phường|thôn|xã|KP)",
    re.IGNORECASE,
)
_LANES = Words(_LANE_WORDS, _LANE)

_HOUSES = Words(
    ("số nhà", "nhà số", "ngõ", "ngách", "hẻm", "kiệt"),
    re.compile(r"\b(?:số nhà|nhà số|(?:ngõ|ngách|hẻm|kiệt)(?: số)?) \d+[^.;\n]{0,30}", re.IGNORECASE),
)
_OWN = Words(
    ("tôi ở", "em ở", "cháu ở", "con ở", "mình ở"),
    re.compile(
        rf"\b(?:tôi|em|cháu|con|mình) ở (?:số|thôn|xóm|ấp|bản|tổ|khu) (?-i:\d|[{CAPITALS}])[^.;\n]{{0,30}}",
        re.IGNORECASE,
    ),
)
_WARD = re.compile(
    r"[\s:,*_]*(?:(?:tại|ở|là|at|in)\s+)?(?:\d|(?:số|xã|phường|thị trấn|thị xã|quận|huyện|đường|phố|khu|ward|commune)\s+"
    rf"(?-i:\d|[{CAPITALS}]))",
    re.IGNORECASE,
)
_REGISTERING = re.compile(r"(?:đăng ký|xóa|thủ tục|xác nhận|thay đổi)\s*\Z", re.IGNORECASE)


def homes_of_citizens(context: Context) -> Iterator[Finding]:
    """What may be a citizen's home: a residence down to the commune, any house or lane by its number."""
    for found in context.words.residence.finditer(context.text, context.folded):
        place = _clause(context.text, found.end())
        is_told = _is_precise(place, context) or _WARD.match(place)
        if is_told and not _REGISTERING.search(context.text[max(0, found.start() - 12) : found.start()]):
            yield _finding(context.text, found.start(), found.end() + len(place))
    for houses in (_HOUSES, _OWN):
        for house in houses.finditer(context.text, context.folded):
            yield _finding(context.text, *house.span())


def homes(context: Context) -> Iterator[Finding]:
    """The home addresses of a text."""
    yield from _residences(context)
    yield from _of_named(context)


def _residences(context: Context) -> Iterator[Finding]:
    """After words of residence: with a colon, in a column, or with the person before them."""
    text, words = context.text, context.words
    for found in words.residence.finditer(text, context.folded):
        place = _clause(text, found.end())
        if _is_precise(place, context) and _is_of_person(found, context):
            yield _finding(text, found.start(), found.end() + len(place))
            continue
        yield from _in_column(found, context)


def _is_of_person(found: re.Match[str], context: Context) -> bool:
    text = context.text
    if re.match(r"\s*[*_]*\s*[:|]", text[found.end() : found.end() + 8]):
        return True
    before = context.block_before(found.start())[-150:]
    return context.words.name.search(before) is not None or re.search(
        r"\b(?:tôi|I am|my)\b|sinh\s+(?:năm|ngày)|[Dd]ate of birth|CCCD|CMND", before
    ) is not None


def _in_column(found: re.Match[str], context: Context) -> Iterator[Finding]:
    """The cells below a heading that names residences."""
    text = context.text
    row = context.line(found.start())
    start = text.rfind("\n", 0, found.start()) + 1
    if "|" not in row or context.heading(found.start()) not in row or _is_inside(text, start):
        return
    cell = text.count("|", start, found.start())
    at = start + len(row) + 1
    while at < len(text) and "|" in (line := context.line(at)):
        parts = line.split("|")
        value = parts[cell] if cell < len(parts) else ""
        if _is_precise(value.strip(), context):
            begin = at + sum(len(part) + 1 for part in parts[:cell])
            yield _finding(text, begin, begin + len(value))
        at += len(line) + 1


def _is_inside(text: str, start: int) -> bool:
    """Whether the line before is of the same table, so that this one is no heading."""
    return "|" in text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]


def _of_named(context: Context) -> Iterator[Finding]:
    """A house or a lane soon after a person's name, with no office and no post between."""
    text, words = context.text, context.words
    for found in _LANES.finditer(text, context.folded):
        before = text[max(0, found.start() - _NEAR) : found.start()]
        clause = _END.split(before)[-1]
        named = [match.end() for match in words.name.finditer(clause)]
        if not named or words.organisation.search(clause) or words.of_residents.search(clause):
            continue
        yield _finding(text, found.start(), found.end())


def _clause(text: str, at: int) -> str:
    place = text[at : at + _REACH]
    end = _END.search(place)
    return place[: end.start()] if end else place


def _is_precise(place: str, context: Context) -> bool:
    """Whether a place goes down to a house, or to a hamlet by name or number."""
    if _HOUSE.search(place):
        return True
    return any(_PROPER.match(place, found.end()) for found in context.words.hamlet.finditer(place))


def _finding(text: str, start: int, end: int) -> Finding:
    value = text[start:end].strip()
    shown = value.split(":")[0].split(",")[0]
    letters = re.match(r"[^\d:]{0,24}", shown)
    head = (letters[0] if letters else "").strip()
    return Finding("address", start, end, value, f"{head} {HIDDEN * 5}".strip())

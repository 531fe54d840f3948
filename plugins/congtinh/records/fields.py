"""Field types of records: one written value to one typed value, with a fault in words where it is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from congtinh.errors import N_
from congtinh.vocabulary.registry import Vocabularies

HANOI = timezone(timedelta(hours=7))
"""Official time of Việt Nam; it has had no daylight saving since 1975."""

_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z")
_VI_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z")
_CLOCK = re.compile(
    r"(.+?)[ T]+(\d{1,2})[:hg](\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?\Z"
)
_MAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]+\Z")
_URL = re.compile(r"https?://[^\s/]+\S*\Z")
_TEL = re.compile(
    r"[+(]?\d[\d\s().-]{5,24}(?:\s*(?:máy lẻ|ext\.?|\(máy lẻ)\s*\d+\)?)?\Z", re.IGNORECASE
)

FileKind = Literal["", "picture", "file", "signed", "table"]


def entry(
    vi: str,
    en: str,
    *,
    default: Any = None,
    mandatory: bool = False,
    shared: bool = False,
    vocabulary: str = "",
    refers: str = "",
    file: FileKind = "",
    money: bool = False,
    rule: tuple[str, str] = ("", ""),
    **constraints: Any,
) -> Any:
    """One field of a record: its label in both languages and what the forms, schema and guide say.

    ``mandatory``: its absence is an error of completeness (a warning for an imported item).
    ``shared``: a fact written once in the Vietnamese file, which the English file inherits.
    ``vocabulary``: the controlled vocabulary that its codes come from; ``refers``: the content type
    whose ids it holds.  ``file``: that it names a file of the content folder, and whether pages show
    it (``picture``) or offer it (``file``; ``signed`` where it bears a digital signature; ``table``:
    a CSV file whose rows pages show).  ``money``: an amount in đồng.
    ``rule``: what to write, in Vietnamese and English.
    """
    return Field(
        default=default,
        title=f"{vi} / {en}",
        description=" / ".join(part for part in rule if part) or None,
        json_schema_extra={
            "x-vi": vi,
            "x-en": en,
            "x-mandatory": mandatory,
            "x-shared": shared,
            "x-vocabulary": vocabulary,
            "x-refers": refers,
            "x-file": file,
            "x-money": money,
            "x-rule-vi": rule[0],
            "x-rule-en": rule[1],
        },
        **constraints,
    )


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """What ``entry`` said of one field."""

    name: str
    vi: str
    en: str
    mandatory: bool
    shared: bool
    vocabulary: str
    refers: str
    file: FileKind
    rule_vi: str
    rule_en: str
    money: bool = False


def facts_of(name: str, extra: Mapping[str, Any]) -> FieldFacts:
    """``FieldFacts`` of a pydantic field from its ``json_schema_extra``."""
    return FieldFacts(
        name,
        extra.get("x-vi", name),
        extra.get("x-en", name),
        bool(extra.get("x-mandatory")),
        bool(extra.get("x-shared")),
        extra.get("x-vocabulary", ""),
        extra.get("x-refers", ""),
        extra.get("x-file", ""),
        extra.get("x-rule-vi", ""),
        extra.get("x-rule-en", ""),
        bool(extra.get("x-money")),
    )


def fault(message: str, remedy: str, **params: object) -> PydanticCustomError:
    """A fault of one value; ``congtinh.records.reading`` turns it into a ``Problem``."""
    return PydanticCustomError(
        "congtinh", "{message}", {"message": message, "remedy": remedy, **params}
    )


def parse_day(value: object) -> object:
    """``2026-11-09`` or ``09/11/2026`` to a date; anything else is a fault."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    if match := _ISO_DAY.match(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _VI_DAY.match(text):
        day, month, year = (int(part) for part in match.groups())
    else:
        raise fault(
            N_("is not a date"), N_("Write the year, month and day: 2026-11-09 or 09/11/2026")
        )
    try:
        return date(year, month, day)
    except ValueError:
        raise fault(
            N_("is a day that the calendar does not have"),
            N_("Write the year, month and day: 2026-11-09 or 09/11/2026"),
        ) from None


def parse_moment(value: object) -> object:
    """A date, alone or with a time of day, to an aware date-time at +07:00."""
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=HANOI)
    text = str(value).strip()
    match = _CLOCK.match(text)
    day = parse_day(match.group(1) if match else value)
    assert isinstance(day, date)
    if not match:
        return datetime(day.year, day.month, day.day, tzinfo=HANOI)
    hour, minute, second = int(match.group(2)), int(match.group(3)), int(match.group(4) or 0)
    try:
        moment = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=HANOI)
    except ValueError:
        raise fault(
            N_("is a time that the clock does not have"), N_("Write for example 2026-11-09 14:30")
        ) from None
    return _at_hanoi(moment, match.group(5))


def _at_hanoi(moment: datetime, zone: str | None) -> datetime:
    if not zone:
        return moment
    if zone == "Z":
        return moment.replace(tzinfo=UTC).astimezone(HANOI)
    sign = -1 if zone[0] == "-" else 1
    digits = zone[1:].replace(":", "")
    offset = sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return moment.replace(tzinfo=timezone(offset)).astimezone(HANOI)


def _matching(pattern: re.Pattern[str], message: str, remedy: str) -> BeforeValidator:
    def check(value: object) -> object:
        text = str(value).strip()
        if not pattern.match(text):
            raise fault(message, remedy)
        return text

    return BeforeValidator(check)


def _text(value: object) -> object:
    """Numbers that YAML took for numbers are text again; lists and maps are left to be refused."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return str(value)
    return value.strip() if isinstance(value, str) else value


def _several(value: object) -> object:
    """One value where a list is wanted is a list of one; text is split at ``;`` (TT 24/2011)."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(";") if part.strip()]
    return value if isinstance(value, list | tuple) else [value]


def vocabularies_of(info: ValidationInfo) -> Vocabularies:
    """The vocabularies that a validation runs with."""
    context = info.context
    assert isinstance(context, Mapping)
    found = context["vocabularies"]
    assert isinstance(found, Vocabularies)
    return found


def coded(vocabulary: str) -> BeforeValidator:
    """A code of ``vocabulary``, written as code, label, abbreviation or alias."""

    def check(value: object, info: ValidationInfo) -> object:
        terms = vocabularies_of(info)[vocabulary]
        if isinstance(value, dict | list | tuple):
            raise fault(
                N_("is not one word of the vocabulary “{vocabulary}”"),
                N_("Write one word on the same line"),
                vocabulary=vocabulary,
            )
        term = terms.find(str(value))
        if term:
            return term.code
        near = terms.suggest(str(value))
        raise fault(
            N_("is not in the vocabulary “{vocabulary}”"),
            N_("Write one of: {choices}"),
            vocabulary=vocabulary,
            choices=", ".join(near or list(terms.codes)[:8]),
        )

    return BeforeValidator(check)


def loosely_coded(vocabulary: str) -> BeforeValidator:
    """A code of ``vocabulary`` where it has the word, the word itself where it has not."""

    def check(value: object, info: ValidationInfo) -> object:
        if isinstance(value, dict | list | tuple):
            raise fault(
                N_("is not one word of the vocabulary “{vocabulary}”"),
                N_("Write one word on the same line"),
                vocabulary=vocabulary,
            )
        term = vocabularies_of(info)[vocabulary].find(str(value))
        return term.code if term else _text(value)

    return BeforeValidator(check)


def _section(value: object, info: ValidationInfo) -> object:
    sections = vocabularies_of(info)["sections"]
    term = sections.find(str(value))
    if term:
        return term.code
    raise fault(
        N_("is not a section of any law profile"),
        N_("Write one of: {choices}"),
        choices=", ".join(sections.suggest(str(value))) or "43:10.1.b, 224:9.1.b",
    )


Text = Annotated[str, BeforeValidator(_text)]
Day = Annotated[date, BeforeValidator(parse_day)]
Moment = Annotated[datetime, BeforeValidator(parse_moment)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_several)]
SectionCode = Annotated[str, BeforeValidator(_section)]
SectionCodes = Annotated[tuple[SectionCode, ...], BeforeValidator(_several)]
Mail = Annotated[
    str,
    _matching(
        _MAIL, N_("is not an e-mail address"), N_("Write for example van-phong@so.tinh.gov.vn")
    ),
]
Url = Annotated[
    str, _matching(_URL, N_("is not a web address"), N_("Write the whole address, from https://"))
]
Tel = Annotated[
    str,
    _matching(_TEL, N_("is not a telephone number"), N_("Write digits and spaces: 0254 3852 485")),
]
File = Annotated[str, BeforeValidator(_text)]
several = BeforeValidator(_several)

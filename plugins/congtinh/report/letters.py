"""The letter that reminds a unit of what is missing (công văn đôn đốc), with its own list."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from congtinh.languages import Bilingual, Language
from congtinh.report.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    ListItem,
    Paragraph,
    ReportDocument,
    Run,
    Table,
    annex_number,
)
from congtinh.report.number_style import counted, numeric_day, written_day

_IN_THE_LETTER = 8
"""Gaps that stand in the letter itself; a longer list becomes its annex."""

_ABOUT = Bilingual(
    "V/v đôn đốc cung cấp, cập nhật thông tin trên {site}",
    "Re: information to be provided and brought up to date on {site}",
)
_OPENING = Bilingual(
    "Qua rà soát việc cung cấp thông tin trên {site}{as_of}, {agency} nhận thấy {unit} còn"
    " {count} nội dung chưa được cung cấp, cập nhật theo quy định, cụ thể:",
    "Having looked through the information on {site}{as_of}, {agency} finds {count}"
    " that {unit} has yet to provide or bring up to date as the rules require:",
)
_OPENING_ANNEX = Bilingual(
    "Qua rà soát việc cung cấp thông tin trên {site}{as_of}, {agency} nhận thấy {unit} còn"
    " {count} nội dung chưa được cung cấp, cập nhật theo quy định (danh sách tại Phụ lục kèm theo).",
    "Having looked through the information on {site}{as_of}, {agency} finds {count}"
    " that {unit} has yet to provide or bring up to date as the rules require (see the Annex).",
)
_ONE_THING, _THINGS = "1 thing", "{count} things"
_AS_OF = Bilingual(" tính đến {day}", " as of {day}")
_LATE = Bilingual("đã quá hạn từ ngày {day}", "due {day}, now late")
_DUE = Bilingual("hạn: ngày {day}", "due {day}")
_DEADLINE = Bilingual(
    "Đề nghị {unit} khẩn trương cung cấp, cập nhật các nội dung nêu trên trước {day} và báo cáo kết"
    " quả về {contact} để tổng hợp, báo cáo {reader}.",
    "{unit} is asked to provide them by {day} and to tell {contact}, which reports to {reader}.",
)
_CONTACT = Bilingual("Văn phòng", "the Office")
_READER = Bilingual("lãnh đạo cơ quan", "the head of the agency")
_CLOSING = Bilingual(
    "{agency} đề nghị {unit} quan tâm, phối hợp thực hiện", "{agency} thanks {unit} for its work on this"
)
_WHAT = (
    Bilingual("STT", "No."), Bilingual("Nội dung còn thiếu", "What is missing"), Bilingual("Căn cứ", "Rule"),
    Bilingual("Hạn", "Due"), Bilingual("Việc cần làm", "What to do"),
)  # fmt: skip
_LIST = Bilingual("Danh sách nội dung cần cung cấp, cập nhật", "What has to be provided or brought up to date")
_AS_ABOVE, _ARCHIVE = Bilingual("Như trên", "As above"), Bilingual("Lưu: VT", "Archive: VT")


@dataclass(frozen=True, slots=True)
class ReminderItem:
    """One gap: what is missing, the rule that wants it, since or until when, how it is mended."""

    what: str
    rule: str = ""
    due: dt.date | None = None
    remedy: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Reminder:
    """What a letter to one unit needs; ``symbol`` is that of the agency and the drafting unit.

    ``contact`` is whom the unit tells, ``reader`` who is told in the end; ``copies`` are recipients
    besides the unit itself and the archive.
    """

    language: Language
    unit_name: str
    items: tuple[ReminderItem, ...]
    asked_until: dt.date
    agency: str
    place: str
    site_name: str
    agency_above: str = ""
    symbol: str = "SKHCN-VP"
    number: str = ""
    day: dt.date | None = None
    year: int = 0
    as_of: dt.date | None = None
    contact: str = ""
    reader: str = ""
    copies: tuple[str, ...] = ()
    drafted_by: str = "VP"
    capacity: str = ""
    signer_title: str = ""
    signer_name: str = ""
    site: str = ""


def letter(reminder: Reminder) -> ReportDocument:
    """The công văn; many gaps stand in a table behind it. A unit without gaps gets no letter: ``ValueError``."""
    if not reminder.items:
        raise ValueError(f"{reminder.unit_name}: no gaps")
    language = reminder.language
    short = len(reminder.items) <= _IN_THE_LETTER
    opening = _said(_OPENING if short else _OPENING_ANNEX, reminder)
    return ReportDocument(
        language=language, agency=reminder.agency, agency_above=reminder.agency_above,
        title=_said(_ABOUT, reminder), place=reminder.place, number=reminder.number,
        symbol=reminder.symbol, day=reminder.day, year=reminder.year, type_name="",
        addressee=(reminder.unit_name,),
        blocks=(
            Paragraph((Run(opening),)),
            *(_listed(reminder) if short else ()),
            Paragraph((Run(_said(_DEADLINE, reminder)),)),
        ),
        annexes=() if short else (_annex(reminder),),
        closing=_said(_CLOSING, reminder),
        recipients=(
            _AS_ABOVE.of(language), *reminder.copies,
            ", ".join(filter(None, (_ARCHIVE.of(language), reminder.drafted_by))),
        ),
        capacity=reminder.capacity, signer_title=reminder.signer_title,
        signer_name=reminder.signer_name, site=reminder.site,
    )  # fmt: skip


def _said(words: Bilingual, reminder: Reminder) -> str:
    language = reminder.language
    return words.of(language).format(
        site=reminder.site_name, agency=reminder.agency, unit=reminder.unit_name,
        count=_count(len(reminder.items), language),
        as_of=_AS_OF.of(language).format(day=written_day(reminder.as_of, language)) if reminder.as_of else "",
        day=written_day(reminder.asked_until, language),
        contact=reminder.contact or _CONTACT.of(language), reader=reminder.reader or _READER.of(language),
    )  # fmt: skip


def _count(count: int, language: Language) -> str:
    if language == "vi":
        return counted(count, language)
    return _ONE_THING if count == 1 else _THINGS.format(count=count)


def _listed(reminder: Reminder) -> tuple[Block, ...]:
    """The gaps as lines: what, its rule and day; below each how it is mended."""
    made: list[Block] = []
    for item in reminder.items:
        facts = "; ".join(filter(None, (item.rule, _due(item, reminder))))
        said = Run(f" ({facts})" if facts else "")
        end = Run("." if not item.remedy else ":")
        made.append(ListItem((Run(item.what, href=item.href), said, end)))
        if item.remedy:
            made.append(ListItem((Run(f"{item.remedy.rstrip('.;')}."),), "+", 2))
    return tuple(made)


def _due(item: ReminderItem, reminder: Reminder) -> str:
    if item.due is None:
        return ""
    today = reminder.as_of or reminder.day
    words = _LATE if today and item.due < today else _DUE
    told = numeric_day(item.due) if reminder.language == "vi" else written_day(item.due, "en")
    return words.of(reminder.language).format(day=told)


def _annex(reminder: Reminder) -> Table:
    language = reminder.language
    kinds: tuple[ColumnKind, ...] = ("number", "text", "text", "day", "text")
    columns = tuple(Column(label.of(language), kind) for label, kind in zip(_WHAT, kinds, strict=True))
    rows = tuple(
        (Cell(turn), Cell(item.what, item.href), Cell(item.rule), Cell(item.due), Cell(item.remedy))
        for turn, item in enumerate(reminder.items, 1)
    )
    return Table(_LIST.of(language), columns, rows, number=annex_number(1, language).rpartition(" ")[0])

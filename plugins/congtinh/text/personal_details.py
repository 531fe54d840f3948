"""What tells who a citizen is: names, addresses, telephones, mail, identity numbers (R31; NĐ 154/2026, Điều 12)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
_SYLLABLE = rf"[{_UPPER}][^\W\d_]*"
_NAME = rf"(?P<name>{_SYLLABLE}(?: {_SYLLABLE}){{1,4}})"
_SELF = r"(?:tôi|em|cháu|con|mình)"
_TITLED = re.compile(
    rf"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Cc]háu|Mr|Mrs|Ms|Miss)\.? {_NAME}"
)
_OWN_NAME = re.compile(
    rf"(?i:\b(?:{_SELF} (?:tên )?là|(?:họ (?:và|,) )?tên(?: {_SELF})?(?: là)?\s*:?|người (?:hỏi|gửi|góp ý|kiến nghị)\s*:"
    rf"|my name is|i am))\s*{_NAME}"
)
_SURNAMES_TEXT = """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai Tô Tạ Cao Lâm Đoàn
    Lương Hà Trương Quách Đào Thái Châu Phùng Triệu Vương Lưu Chu Tống Kiều Khổng La Nghiêm Thạch Tăng Giang
    Vi Nông Lò Hứa
"""
_SURNAMES = frozenset(_SURNAMES_TEXT.split())
_BODIES_TEXT = "Sở Phòng Ban Chi Trung Viện Trường Bộ Cục Ủy Hội Công Văn Thanh Tỉnh Xã Phường Huyện Tổ Thôn Bí"
_BODIES = frozenset(_BODIES_TEXT.split())
"""Words that begin the name of a body, not of a person."""
_OFFICE = re.compile(
    r"(?i)(?:giám đốc|trưởng phòng|phó phòng|chánh|chủ tịch|chi cục trưởng|bí thư|chuyên viên|công chức|cán bộ"
    r"|đồng chí|director|head)[^.;:\n]{0,60}\Z"
)
_IDENTITY = re.compile(r"(?<![\d./-])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d/-]|[.,]\d)")
_OLD_IDENTITY = re.compile(
    r"(?i)(?:CMND|CMT|CCCD|căn cước|chứng minh|định danh|hộ chiếu|passport)\D{0,30}(?P<number>[A-Z]?\d[\d ]{5,12}\d)"
)
_MOBILE = re.compile(r"(?<![\d./-])(?:\+?84|0)[ .-]?[35789]\d(?:[ .-]?\d){7}(?![\d/-])")
_TELEPHONE = re.compile(
    r"(?i)(?:điện thoại|số máy|liên hệ|zalo|đt|sđt|tel|phone)\s*:?\s*(?P<number>\+?\d[\d .-]{7,14}\d)"
)
_MAIL = re.compile(r"[\w.+-]+@(?P<domain>[\w-]+(?:\.[\w-]+)+)")
_HOME = re.compile(
    r"(?i)\b(?:thường trú|tạm trú|trú tại|nhà riêng tại|địa chỉ (?:nhà|của tôi)|i live at|home address)\s*:?\s*[^.;\n]{0,40}"
    r"|\b(?:số nhà|nhà số|(?:ngõ|ngách|hẻm|kiệt)(?: số)?) \d+[^.;\n]{0,30}"
    r"|\b(?:tôi|nhà tôi|em|chúng tôi|gia đình tôi) ở (?:số|thôn|xóm|ấp|bản|tổ|khu) (?-i:\d|[^\W\d_a-zà-ỹ])[^.;\n]{0,30}"
)


class Detail(NamedTuple):
    """One thing that tells who somebody is: ``kind`` (name, address, telephone, mail, identity) and its words."""

    kind: str
    words: str


def personal_details(
    text: str,
    officials: Collection[str] = (),
    mail_domains: Collection[str] = (),
    by_citizen: bool = False,
) -> Iterator[Detail]:
    """What tells of a person in a text.

    ``officials`` are names that may stand, and ``mail_domains`` those of the agencies: of them and below
    them mail may stand.  In a text ``by_citizen`` any telephone after its word is that person's.
    """
    numbers = [*_IDENTITY.finditer(text), *_OLD_IDENTITY.finditer(text)]
    yield from (Detail("identity", (m.groupdict().get("number") or m[0]).strip()) for m in numbers)
    found = _MOBILE.finditer(text)
    yield from (Detail("telephone", m[0]) for m in found if not any(m[0] in n[0] for n in numbers))
    if by_citizen:
        yield from (
            Detail("telephone", m["number"])
            for m in _TELEPHONE.finditer(text)
            if not _MOBILE.search(m["number"])
        )
    for mail in _MAIL.finditer(text):
        if not any(
            f".{mail['domain'].lower()}".endswith(f".{own}") for own in ("gov.vn", *mail_domains)
        ):
            yield Detail("mail", mail[0])
    yield from (Detail("address", m[0].strip()) for m in _HOME.finditer(text))
    yield from _names(text, frozenset(officials))


def _names(text: str, officials: frozenset[str]) -> Iterator[Detail]:
    """Full names after a form of address or where somebody says who they are; those of officials may stand."""
    told = set()
    for pattern in (_OWN_NAME, _TITLED):
        for match in pattern.finditer(text):
            name = match["name"]
            if name in told or name.split()[0] in _BODIES or _is_official(name, officials):
                continue
            if pattern is _TITLED and (
                name.split()[0] not in _SURNAMES or _OFFICE.search(text[: match.start()])
            ):
                continue
            told.add(name)
            yield Detail("name", name)


def _is_official(name: str, officials: frozenset[str]) -> bool:
    """Whether the words begin with the name of an official: a capital word may follow it."""
    return any(f"{name} ".startswith(f"{one} ") for one in officials)


_INITIALS = re.compile(rf"[{_UPPER}](?:[. ]{{0,2}}[{_UPPER}]){{0,4}}\.?")
_PLACE = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,5}(?: \(?[^\W\d_ ]+\)?)?")


def are_initials(text: str) -> bool:
    """``N.V.A.``: capitals with or without full stops, five at most."""
    return _INITIALS.fullmatch(text) is not None


def is_province(text: str) -> bool:
    """A place without number, street or village: the name of a province or city."""
    narrower = re.search(
        r"(?i)\b(?:đường|(?<!thành )phố|ngõ|thôn|xóm|ấp|bản|tổ|xã|phường|khu|street|ward|commune|village)\b",
        text,
    )
    return _PLACE.fullmatch(text) is not None and narrower is None

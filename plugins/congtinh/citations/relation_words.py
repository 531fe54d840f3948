"""The words by which a text states a relation, and those that show that it states none."""

from __future__ import annotations

import re

from congtinh.citations.type_words import NUMBERED

VERBS = (
    ("sua-doi-bo-sung", r"(?:sửa đổi|bổ sung)(?:\s*(?:,|và)\s*(?:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ))*"
                        r"|(?:thay(?: thế)?|bỏ) (?:cụm )?từ|amends|amending|amend"),
    ("thay-the", r"thay thế(?: cho)?|replaces|replacing"),
    ("bai-bo", r"bãi bỏ|chấm dứt hiệu lực của|repeals|repealing|annuls"),
    ("huy-bo", r"h(?:ủy|uỷ) bỏ|cancels"),
    ("dinh-chinh", r"đính chính|corrects"),
    ("quy-dinh-chi-tiet", r"quy định chi tiết|hướng dẫn thi hành|biện pháp thi hành|details|detailing"),
    ("huong-dan-ap-dung", r"hướng dẫn(?: việc)?(?: thực hiện| áp dụng)?|guides|guiding"),
    ("tam-ngung-hieu-luc", r"(?:tạm )?ng(?:ưng|ừng) hiệu lực(?: thi hành)?|suspends the effect of"),
    ("dinh-chi", r"đình chỉ (?:việc )?(?:thi hành|áp dụng|hiệu lực)|suspends"),
    ("keo-dai-hieu-luc", r"kéo dài (?:thời hạn|thời gian|hiệu lực|việc)"
                          r"(?: (?:áp dụng|thực hiện|hiệu lực|thi hành))*|extends"),
    ("hop-nhat", r"hợp nhất|consolidates"),
)  # fmt: skip
VERB = re.compile(
    "|".join(rf"(?P<{kind.replace('-', '_')}>(?<!\w)(?:{words})(?!\w))" for kind, words in VERBS),
    re.IGNORECASE,
)
EXPIRES = re.compile(
    r"(?i)(?<!\w)(?:hết hiệu lực|chấm dứt hiệu lực|không còn hiệu lực|ceases? to (?:be in|have) (?:force|effect)"
    r"|shall (?:cease|expire)|expires?)(?!\w)"
)
DONE_TO = re.compile(
    r"(?i)(?<!\w)(?:được|bị|đã|cần|việc|văn bản|khi|đề nghị|kiến nghị|xem xét|theo)\s+\Z"
)
OWN_TITLE = re.compile(
    rf"(?i)\s*(?:{'|'.join((*NUMBERED['vi'], *NUMBERED['en']))})(?:\s+(?:liên tịch|về việc|on))*\s*|\s*về việc\s*"
)
JOINED = re.compile(r"(?i)(?:[,;]|(?<!\w)(?:và|hoặc|and))\s*(?:các\s+|the\s+)?\Z")
COORDINATED = re.compile(r"(?i)(?:[,;]|(?<!\w)(?:và|đồng thời|and))\s*\Z")
BASIS = re.compile(r"(?i)\s*(?:căn cứ|pursuant to)(?!\w)\s*(?:vào\s+)?(?:các\s+|the\s+)?\Z")
CONDITION = re.compile(r"(?i)\s*(?:trường hợp|nếu|khi|trong thời gian|where|if|when)(?!\w)")
IN_FORCE = re.compile(r"(?i)có hiệu lực|kể từ ngày|takes effect|comes into force")
EXCEPT = re.compile(r"(?i)(?<!\w)(?:trừ|except)(?!\w)")
PART = re.compile(
    r"(?i)(?<!\w)(?:một phần|một số|điều|khoản|điểm|quy định|nội dung|phụ lục|mẫu|biểu|danh mục|chương|mục"
    r"|tại|part of|provisions?)(?!\w)"
)
WORDS = re.compile(r"(?i)cụm từ|phụ lục|mẫu|biểu|danh mục")
ELSEWHERE = re.compile(r"(?i)(?<!\w)(?:theo|căn cứ|pursuant|according)(?!\w)")
AMENDED_BY = re.compile(r"(?i)(?:được|đã)\s+(?:sửa đổi|bổ sung|thay thế|đính chính)|as amended")
NEXT_BASIS = re.compile(r"(?i)(?:căn cứ|pursuant to)\s+(?:các\s+|the\s+)?\Z")
AMENDING = re.compile(r"(?i)(?:sửa đổi|bổ sung|amending)")
SAID_OF_ITSELF = re.compile(r"(?i)\snày(?!\w)|(?<!\w)this\s|có hiệu lực|kể từ ngày|takes effect")
ITEM = re.compile(
    r"(?i)\s*(?:(?:các|những|toàn bộ|một phần|một số (?:điều|nội dung) (?:của|tại)|(?:các )?quy định (?:tại|của)"
    r"|the|all|parts? of)\s+)*"
)
SHORT = 40  # characters between the text's name for itself and its verb
LONGEST = 240  # characters between a verb and the document that it speaks of
OF_SUBJECTS = frozenset({"huong-dan-ap-dung", "hop-nhat"})
"""Verbs whose list below is rather one of subjects than of documents."""
STATED = frozenset(
    {"thay-the", "bai-bo", "huy-bo", "dinh-chi", "tam-ngung-hieu-luc", "keo-dai-hieu-luc"}
)
"""Verbs that may follow a citation by “và” and still speak of this document."""
RANKS = {
    "hien-phap": 0, "bo-luat": 1, "luat": 1, "phap-lenh": 2, "nghi-quyet": 2, "nghi-dinh": 3,
    "quyet-dinh": 4, "thong-tu": 5, "thong-tu-lien-tich": 5,
}  # fmt: skip

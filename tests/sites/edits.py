"""What editors write into files: each edit changes the site as it then is and tells what it did."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from congtinh.records.registry import RECORD_TYPES
from tests.sites.desk import Desk, Facts, Pick, type_of

Edit = Callable[[Desk, Pick], str]

MOSTLY = (True, True, True, False)
DAYS = ("2026-11-22", "2026-11-10", "2025-12-31", "2026-11-23", "2026-12-01", "2027-01-02")
HEADINGS = {"legal_document": "abstract", "unit": "name", "contact": "name"}
WORDS = (
    "Cân đo ở chợ",
    "Sáng kiến của học sinh",
    "Đường đi của ánh sáng",
    "Ước, ăn, ổi: thứ tự chữ",
)
TERMS: dict[str, tuple[object, ...]] = {
    "category": ("tin-hoat-dong", "khoa-hoc-cong-nghe", "chuyen-doi-so", "khong-co-chuyen-muc"),
    "topics": (None, ["can-do"], ["du-lieu", "can-do"], ["chủ đề tự đặt"]),
    "creator": ("Ban Biên tập", "Trần An", "Ban Biên tập; Trần An", "Người Mới"),
    "by_line": ("Lê Thử", "Trần An"),
    "genre": ("tin", "bai"),
    "kind": ("thong-bao", "tuyen-dung", "canh-bao", "phong"),
    "doc_type": ("ke-hoach", "quyet-dinh", "thong-bao"),
    "issuer": (["so-thu"], ["so-thu", "chinh-phu"], "chinh-phu"),
    "sectors": (["khoa-hoc-cong-nghe"], ["so-huu-tri-tue", "khoa-hoc-cong-nghe"]),
    "signer_title": ("giam-doc-so", "pho-giam-doc-so", "Quyền Giám đốc"),
    "group": ("trung-uong", "tinh", "bao-chi"),
    "part": ("chuc-nang", "lien-he"),
    "section": (None, ["43:10.1.b"], ["43:10.1.a", "43:10.1.e"]),
    "source_name": (None, "Báo Thử"),
}
FACTS: dict[str, tuple[object, ...]] = {
    "phone": ("0000 555 0199", "0000 555 0100", None),
    "email": ("moi@thu.example", "an@thu.example", "rieng@gmail.com"),
    "address": ("Số 2 đường Mới", None),
    "hours": ("7.30–17.00", None),
    "rank_order": (1, 2, 9, None),
    "rank": ("head", "deputy", "officer", "reception"),
    "position": ("giam-doc-so", "truong-phong", "Cố vấn"),
    "info_focal": (True, None),
    "mobile": ("0000 555 777", None),
    "mobile_public": (True, None),
    "room": ("Phòng 12", None),
    "bio": ("Đã làm ở nhiều nơi.", "Mới về Sở."),
    "short": ("PTN", "VP2"),
    "name_en": ("New Office", "Old Office"),
}
WHEN = (
    "date", "updated", "issued", "effective", "expires", "from_date", "to_date", "valid_from",
    "valid_to", "date_issued", "review_by",
)  # fmt: skip
REFERENCES = ("campaign", "unit", "legal_info", "lead_unit", "parent", "successor", "decision")
BODIES = (
    "Đoạn văn số {new}.\n",
    "## Mục {new}\n\nLời của mục.\n\n### Mục con\n\nLời.\n",
    "Xem [bài khác]({link}) và [mục]({link}#ket-qua).\n",
    "![Ảnh số {new}](/images/{picture})\n",
    "Tải [tệp](/files/{file}).\n",
    "Bảng: Số liệu {new}\n\n| A | B |\n|---|---|\n| {new} | 2 |\n",
    "Điều 1. Phạm vi\n\n1. Một.\n\n2. Hai, số {new}.\n",
    "- một\n- hai {new}\n",
    'Chữ <b onclick="x()">đậm</b> số {new}.\n',
    "#### Nhảy cấp {new}\n\nLời.\n",
    "Xem [danh bạ](/danh-ba/) và [trang lạc](/khong-co-{new}/).\n",
    "",
)
BROKEN = (
    "date: hôm kia\n",
    "no_such_field: {new}\n",
    "title: [chưa đóng\n",
    "status: da-dang\n",
    "unit: phong-khong-co\n",
    "images:\n- file: /images/khong-co.png\n  alt: Ảnh\n  credit: Sở\n",
    "khong-dong\n",
)


def body(desk: Desk, pick: Pick) -> str:
    path, other = pick(desk.items()), pick(desk.items())
    link = posixpath.relpath(other, posixpath.dirname(path))
    named = {
        "new": desk.new(),
        "link": pick((link, f"/{other}")),
        "picture": pick(names(desk, "images")),
        "file": pick(names(desk, "files")),
    }
    desk.set_body(path, pick((desk.body(path), "")) + pick(BODIES).format(**named))
    return f"body of {path}"


def heading(desk: Desk, pick: Pick) -> str:
    path = pick(desk.items())
    field = HEADINGS.get(type_of(path), "title")
    desk.set(path, **{field: f"{pick(WORDS)} {pick(('', desk.new()))}".strip()})
    return f"{field} of {path}"


def summary(desk: Desk, pick: Pick) -> str:
    path = pick(desk.items())
    desk.set(path, summary=pick((f"Mô tả số {desk.new()}", desk.facts(path).get("title"))))
    return f"summary of {path}"


def day(desk: Desk, pick: Pick) -> str:
    path = pick(desk.items())
    fields = [name for name in WHEN if name in fields_of(path)]
    name = pick([name for name in fields if name in desk.facts(path)] or fields)
    optional = (None,) if name not in ("date", "issued", "from_date", "date_issued") else ()
    desk.set(path, **{name: pick((*DAYS, *optional))})
    return f"{name} of {path}"


def number(desk: Desk, pick: Pick) -> str:
    path = pick(desk.items("legal_document")) if desk.items("legal_document") else ""
    if path:
        written = pick((f"{desk.new()}/KH-STN", f"0{pick(range(1, 4))}/QĐ-STN", "12/KH-STN"))
        desk.set(path, symbol=written)
    return f"symbol of {path}"


def term(desk: Desk, pick: Pick) -> str:
    return _field(desk, pick, TERMS)


def fact(desk: Desk, pick: Pick) -> str:
    return _field(desk, pick, FACTS)


def _field(desk: Desk, pick: Pick, fields: dict[str, tuple[object, ...]]) -> str:
    """One of ``fields`` in a file of a type that has it."""
    name = pick(sorted(fields))
    having = [path for path in desk.items() if name in fields_of(path)]
    if not having:
        return f"{name} of nothing"
    path = pick(having)
    desk.set(path, **{name: pick(fields[name])})
    return f"{name} of {path}"


def relations(desk: Desk, pick: Pick) -> str:
    documents = desk.items("legal_document")
    if not documents:
        return "relations of nothing"
    path = pick(documents)
    kind = pick(("sua-doi-bo-sung", "thay-the", "bai-bo-toan-bo", "tam-ngung-hieu-luc", "can-cu"))
    target = pick([name_of(identity) for identity in desk.identities("legal_document")])
    one: Facts = {"kind": kind, "target": pick((target, "99/2020/NĐ-CP"))}
    if one["target"] != target:
        one["external"] = True
    if pick((True, False)):
        one["clause_to"] = pick(("Điều 1", "khoản 1 Điều 1; Điều 2", "phần mở đầu"))
    if pick((True, False)):
        one["from_date"] = pick(DAYS)
    kept = desk.facts(path).get("relations") or []
    desk.set(path, relations=pick(([*kept, one], [one], None)))
    return f"relations of {path}"


def reference(desk: Desk, pick: Pick) -> str:
    name = pick(REFERENCES)
    having = [path for path in desk.items() if name in fields_of(path)]
    refers = {"campaign": "campaign", "legal_info": "legal_document", "decision": "legal_document"}
    known = [name_of(identity) for identity in desk.identities(refers.get(name, "unit"))]
    if not having or not known:
        return f"{name} of nothing"
    path = pick(having)
    desk.set(path, **{name: pick((*known, None))})
    return f"{name} of {path}"


def featured(desk: Desk, pick: Pick) -> str:
    path = pick(desk.items())
    desk.set(path, featured=pick((True, None)))
    return f"featured of {path}"


def status(desk: Desk, pick: Pick) -> str:
    path = pick(desk.items())
    desk.set(path, status=pick(("published", "draft", "withdrawn", "review")))
    return f"status of {path}"


def imported(desk: Desk, pick: Pick) -> str:
    """A ``legacy`` block lowers errors of completeness to warnings."""
    path = pick(desk.items())
    desk.set(path, legacy=pick(({"id": str(desk.new())}, None)), approved_by=pick((None, "Lê Thử")))
    return f"legacy of {path}"


def correction(desk: Desk, pick: Pick) -> str:
    path = pick(desk.items())
    told = [{"date": pick(DAYS), "text": f"Sửa con số {desk.new()}."}]
    desk.set(path, corrections=pick((told, None)))
    return f"corrections of {path}"


def address(desk: Desk, pick: Pick) -> str:
    """Slug, id or old addresses of one file."""
    path = pick(desk.items())
    name = pick(("slug", "old_urls", "id"))
    value = {
        "slug": pick((f"muc-{desk.new()}", "muc-moi", None)),
        "old_urls": pick(([f"/cu/{desk.new()}.html"], ["/cu/1.html", "/tin-cu/"], None)),
        "id": pick((f"{type_of(path)}/dinh-danh-{desk.new()}", None)),
    }[name]
    desk.set(path, **{name: value})
    return f"{name} of {path}"


def media(desk: Desk, pick: Pick) -> str:
    """Which pictures and files an item names, and what it says of them."""
    path = pick(desk.items())
    picture, file = (f"/{folder}/{pick(names(desk, folder))}" for folder in ("images", "files"))
    image = {"file": picture, "alt": f"Ảnh {pick(WORDS)}", "credit": pick(("Sở", "Văn phòng"))}
    changes: dict[str, tuple[object, ...]] = {
        "images": (None, [image], [image, {**image, "caption": f"Lời {desk.new()}"}]),
        "attachments": (None, [{"file": file, "title": f"Tệp {pick(WORDS)}"}]),
        **dict.fromkeys(("photo", "cover", "banner"), (picture, None)),
        "file": (file, [file]),
    }
    name = pick([name for name in changes if name in fields_of(path)])
    desk.set(path, **{name: pick(changes[name])})
    return f"{name} of {path}"


def fault(desk: Desk, pick: Pick) -> str:
    """A file becomes faulty."""
    path = pick(desk.items())
    data = desk.text(path).encode()
    line = pick(BROKEN).format(new=desk.new())
    broken = data.replace(b"---\n", f"---\n{line}".encode(), 1)
    (desk.content / path).write_bytes(pick((broken, broken, data + b"\xff\xfe", data[:20], b"")))
    return f"fault in {path}"


EDITS: tuple[Edit, ...] = (
    body, heading, summary, day, number, term, fact, relations, reference, featured, status,
    imported, correction, address, media,
)  # fmt: skip


def fields_of(path: str) -> set[str]:
    """The fields that the content type of a file has."""
    return set(RECORD_TYPES[type_of(path)].model_fields)


def name_of(identity: str) -> str:
    return identity.rpartition("/")[2]


def names(desk: Desk, folder: str) -> list[str]:
    """The names of the files of a folder; a name that is not there where it is empty."""
    return [path.partition("/")[2] for path in desk.files(folder)] or ["khong-co.png"]

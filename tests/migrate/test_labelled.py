"""Texts that hold several fields: parts after labels, lists of entries."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.errors import ContentError
from congtinh.migrate.importing import import_records
from congtinh.migrate.labelled import Entries, entries_of, parts_of
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.vocabulary.registry import Vocabularies

MAP = Path(__file__).resolve().parents[2] / "docs/examples/import/procedures.toml"
VOCABULARIES = Vocabularies.load()[0]
LABELS = {"who": ("Đối tượng",), "fee": ("Phí", "Lệ phí"), "steps": ("Trình tự",)}
WORDS = st.text("abc đ,.;-\n", max_size=20).filter(lambda text: ":" not in text)
ROW = {
    "number": "1.999999",
    "lang": "vi",
    "title": "Thủ tục mẫu để kiểm thử",
    "level": "Cấp Bộ, Cấp Tỉnh",
    "field": "Lĩnh vực mẫu",
    "decision": "Quyết định số 1/QĐ-BTN",
    "collection": "thu",
    "text": (
        "Trình tự thực hiện: Bước 1: Nộp hồ sơ. Bước 2: Nhận kết quả.\n"
        "Đối tượng thực hiện: Cán bộ, công chức, viên chức, Người nước ngoài, Tổ chức (không bao gồm doanh nghiệp, HTX)\n"
        "Cơ quan thực hiện: Sở Thử\n"
        "Cơ quan phối hợp: Không có thông tin\n"
        "Kết quả thực hiện: Giấy phép\n"
        "Yêu cầu điều kiện thực hiện: Không\n"
        "Cách thức thực hiện:\n"
        "- Trực tiếp; 20 Ngày làm việc; Phí : 50.000 Đồng\n"
        "- Dịch vụ bưu chính; 30 Ngày\n"
        "Thành phần hồ sơ:\n"
        "- Đơn đề nghị; mau-1.docx; Bản chính: 1\nBản sao: 0\n"
        "- Bản chụp giấy tờ; có chứng thực; Bản chính: 0\nBản sao: 2\n"
        "Căn cứ pháp lý:\n- 12; Quyết định số 12/2021/QĐ-TTg ngày 24/3/2021\n- 43/2011/NĐ-CP; Nghị định 43"
    ),
}


@given(parts=st.lists(st.tuples(st.sampled_from(["Đối tượng", "Phí", "lệ phí", "Trình tự"]), WORDS), max_size=5))
def test_nothing_of_a_text_is_lost(parts: list[tuple[str, str]]) -> None:
    """Every word stands in one part; a label that comes again goes on with its part."""
    text = "\n".join(f"{label}: {words}" for label, words in parts)
    found = parts_of(text, LABELS)

    assert sorted(" ".join(found.values()).split()) == sorted(" ".join(words for _, words in parts).split())
    assert found.keys() <= LABELS.keys()


def test_a_label_stands_at_the_beginning_of_a_line() -> None:
    """“phí:” within a sentence is a word of it; what stands before the first label is kept."""
    text = "Mở đầu\nĐối tượng: người nộp phí: mọi người\nPHÍ : 0"

    assert parts_of(text, LABELS) == {"rest": "Mở đầu", "who": "người nộp phí: mọi người", "fee": "0"}


def test_an_entry_that_fits_no_pattern_is_counted() -> None:
    """What is left out is told in the report of the import."""
    notes: Counter[str] = Counter()
    plan = Entries("", "- ", (r"(?P<way>\w+); (?P<days>\d+)",))

    assert entries_of("- a; 5\n- b\n- c; 7", plan, notes) == [{"way": "a", "days": 5}, {"way": "c", "days": 7}]
    assert notes["entry"] == 1


def test_a_procedure_of_the_national_database_is_read(tmp_path: Path) -> None:
    """The map of the examples takes each part of a labelled text into its field."""
    source = tmp_path / "rows.jsonl"
    source.write_text(json.dumps(ROW, ensure_ascii=False), "utf-8")
    report = import_records(source, "procedure", MAP, tmp_path / "content", VOCABULARIES)
    path = next((tmp_path / "content").rglob("*.md"))
    front = read_front_matter(path.name, path.read_text("utf-8"))

    assert (report.written, report.refused) == (1, 0)
    assert isinstance(front, FrontMatter)
    found = front.values
    assert found["steps"] == ["Bước 1: Nộp hồ sơ.", "Bước 2: Nhận kết quả."]
    assert found["who"] == ["can-bo", "nguoi-nuoc-ngoai", "to-chuc"]
    assert found["tiers"] == ["bo", "tinh"]
    assert found["foreigners"] is True
    assert "partners" not in found
    assert found["ways"] == [
        {"way": "Trực tiếp", "days": 20, "fee": "50.000 Đồng"},
        {"way": "Dịch vụ bưu chính", "term": "30 Ngày"},
    ]
    assert found["dossier"] == [
        {"name": "Đơn đề nghị", "form": "mau-1.docx", "originals": 1, "copies": 0},
        {"name": "Bản chụp giấy tờ; có chứng thực", "originals": 0, "copies": 2},
    ]
    assert [one["target"] for one in found["basis"]] == ["12/2021/QĐ-TTg", "43/2011/NĐ-CP"]


@pytest.mark.parametrize(
    "entries",
    ['patterns = ["(?P<way>.+)"]', 'from = "a"\npatterns = ["("]', 'from = "a"\npatterns = ["x"]', 'from = "a"\nend = "b"'],
)
def test_entries_that_cannot_be_used_are_told(tmp_path: Path, entries: str) -> None:
    """A fault of the map ends the run before anything is written."""
    plan = tmp_path / "map.toml"
    plan.write_text(f"[entries.ways]\n{entries}\n", "utf-8")
    (tmp_path / "rows.jsonl").write_text("{}", "utf-8")
    with pytest.raises(ContentError) as told:
        import_records(tmp_path / "rows.jsonl", "procedure", plan, tmp_path / "content", VOCABULARIES)

    assert [p.field for p in told.value.problems] == ["entries.ways"]

"""Rows and reasons that editors write: faults are told with file, line, key, value and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from congtinh.vocabulary.number_gaps import explained
from congtinh.vocabulary.public_information import published_elsewhere
from congtinh.vocabulary.registry import Vocabularies

ROW = '[a]\nvi = "Bảng giá đất"\nen = "Land prices"\ngroup = "tctt26:17.1.l"\nform = "Niêm yết"\n'


def loaded(
    folder: Path, name: str, text: str
) -> tuple[Vocabularies, list[tuple[str, str | None, int | None]]]:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    vocabularies, problems = Vocabularies.load(folder)
    assert all(p.path == f"vocabulary/{name}.toml" and p.remedy for p in problems)
    return vocabularies, [(p.field, p.value, p.line) for p in problems]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('group = "43:10.1.e"', ("a.group", "43:10.1.e")),
        ('group = "đất đai"', ("a.group", "đất đai")),
        ("number = 12", ("a.number", "12")),
        ('created = "2026-01-05"', ("a.created", "2026-01-05")),
        ("created = 2026-01-05T10:00:00", ("a.created", "2026-01-05 10:00:00")),
        ('url = "gia-dat.example"', ("a.url", "gia-dat.example")),
        ('noi_dang = "Báo"', ("a.noi_dang", "Báo")),
    ],
)
def test_a_faulty_row_is_told_and_left_out(
    tmp_path: Path, line: str, fault: tuple[str, str]
) -> None:
    """What is wrong stands with its line; the other rows of the file stay."""
    key = line.partition(" ")[0]
    kept = "".join(f"{one}\n" for one in ROW.splitlines() if not one.startswith(f"{key} "))
    text = f"{kept}{line}\n\n{ROW.replace('[a]', '[b]').replace('Bảng', 'Biểu').replace('Land', 'Plot')}"
    vocabularies, faults = loaded(tmp_path, "public_information", text)

    assert faults == [(*fault, 1)]
    assert vocabularies["public_information"].codes == ("b",)


def test_a_row_needs_its_group_and_form(tmp_path: Path) -> None:
    """Without these nobody knows where it belongs or where it is public."""
    _, faults = loaded(tmp_path, "public_information", '[a]\nvi = "A"\nen = "A"\n')

    assert [fault[0] for fault in faults] == ["a.group", "a.form"]


@pytest.mark.parametrize("group", ["tctt26:17.1.l", "tctt26:l", "tctt16:17.1.g"])
def test_a_sound_row_is_read(tmp_path: Path, group: str) -> None:
    """The code of the group or its short form; days as days; English falls back on Vietnamese."""
    text = ROW.replace("tctt26:17.1.l", group) + 'created = 2026-01-05\nurl = "https://a.example"\n'
    vocabularies, faults = loaded(tmp_path, "public_information", text)
    (row,) = published_elsewhere(vocabularies["public_information"], vocabularies["sections"])

    assert faults == []
    assert row.group in vocabularies["sections"].codes
    assert (row.created.isoformat() if row.created else "", row.published) == ("2026-01-05", None)
    assert row.form.en == "Niêm yết"


@pytest.mark.parametrize(
    "line",
    ["", "KH-SKHCN 2026", "KH-SKHCN 2026:", "KH-SKHCN 2026: ba", "KH-SKHCN 2026: 5-3", ": 3",
     "KH 2026: 1-999999", "KH 2026: 3 5"],
)  # fmt: skip
def test_a_line_without_numbers_is_told(tmp_path: Path, line: str) -> None:
    """A line must name a sequence, and numbers or ranges that rise."""
    vocabularies, faults = loaded(tmp_path, "number_gaps", f'[mat]\nnumbers = ["{line}"]\n')

    assert faults == [("mat.numbers", line, 1)]
    assert list(explained(vocabularies["number_gaps"])) == []


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("KH-SKHCN 2026: 3-5, 9", {3, 4, 5, 9}),
        ("2026/QĐ-UBND:3–4;7", {3, 4, 7}),
        ("  KH-SKHCN 2026 :  012 ", {12}),
    ],
)
def test_numbers_of_a_line(tmp_path: Path, line: str, numbers: set[int]) -> None:
    """Single numbers and ranges, with either dash, as the build report prints them."""
    vocabularies, faults = loaded(tmp_path, "number_gaps", f'[mat]\nnumbers = ["{line}"]\n')
    (one,) = explained(vocabularies["number_gaps"])

    assert faults == []
    assert (one.reason, one.numbers) == ("mat", numbers)


def test_a_department_adds_a_reason_of_its_own(tmp_path: Path) -> None:
    """With its name in both languages, as any term."""
    text = (
        '[cho-ky-so]\nvi = "Chờ ký số"\nen = "Waits for its signature"\nnumbers = ["KH 2026: 3"]\n'
    )
    vocabularies, faults = loaded(tmp_path, "number_gaps", text)

    assert faults == []
    assert [one.reason for one in explained(vocabularies["number_gaps"])] == ["cho-ky-so"]

"""Rows of the scorecards: faults are told with key, value and remedy, and the faulty row is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from congtinh.vocabulary.overlay import _CHECKS, _as_written
from congtinh.vocabulary.registry import Vocabularies, _package_entries

LABELS = 'vi = "Một"\nen = "One"\n'
SOUND = {
    "coverage": 'sections = ["43:10.1.b", "tctt26:d"]\nprofiles = ["43-2011"]\nthin = 3\nunit = "van-phong"\n',
    "reviews": 'section = "43:10.1.b"\nday = 2026-05-05\nby = "Lê Thử"\n',
    "lost_points": "year = 2025\nmaximum = 3\nawarded = 1.5\ndue = 2026-05-05\n",
    "scores": "year = 2025\nmaximum = 160\nofficial = 120.25\nrank = 3\nof = 19\n",
    "site_changes": 'day = 2026-05-05\nkind = "layout"\nsection = "43:10.1.b"\n',
    "criteria": "set = \"nd43-noi-dung\"\nmaximum = 2.5\nrule = 'count(section=\"43:10.1.b\") >= 5'\n",
    "criteria_sets": 'send_by = "09-30"\n',
}


def loaded(folder: Path, name: str, text: str) -> tuple[Vocabularies, list[tuple[str, str | None]]]:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    vocabularies, problems = Vocabularies.load(folder)
    assert all(p.path == f"vocabulary/{name}.toml" and p.remedy for p in problems)
    return vocabularies, [(p.field, p.value) for p in problems]


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_row_is_read(tmp_path: Path, name: str) -> None:
    """And two rows may bear one name, but for sets and limits: tasks return every year."""
    row = LABELS + SOUND[name]
    text = f"[a]\n{row}"
    text += f"[b]\n{row}" if name not in ("coverage", "criteria_sets") else ""
    vocabularies, faults = loaded(tmp_path, name, text)

    assert faults == []
    assert "a" in vocabularies[name]


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("coverage", "sections", '["43:10.1.x"]'),
        ("coverage", "sections", '"tin tức"'),
        ("coverage", "profiles", '["43-2012"]'),
        ("coverage", "thin", '"3"'),
        ("coverage", "thin", "-1"),
        ("coverage", "english", '"có"'),
        ("coverage", "filled_by", '"french"'),
        ("coverage", "han", "5"),
        ("reviews", "section", '"43:99"'),
        ("reviews", "day", '"2026-05-05"'),
        ("reviews", "by", '""'),
        ("lost_points", "year", "25"),
        ("lost_points", "awarded", "3.5"),
        ("lost_points", "maximum", '"ba"'),
        ("lost_points", "maximum", "-3"),
        ("lost_points", "maximum", "nan"),
        ("lost_points", "due", "2026"),
        ("scores", "rank", "20"),
        ("scores", "official", "161"),
        ("site_changes", "kind", '"khac"'),
        ("site_changes", "day", "2026-05-05T10:00:00"),
        ("criteria", "rule", '"count( >= 5"'),
        ("criteria", "rule", "'count(section=\"43:99\") >= 5'"),
        ("criteria", "rule", "'covered(\"43-2012\") >= 5'"),
        ("criteria", "rule", "'count(language=\"fr\") >= 5'"),
        ("criteria", "rule", '"khong_co >= 5"'),
        ("criteria", "rule", "5"),
        ("criteria", "set", '"khong-co"'),
        ("criteria", "scoring", '"half"'),
        ("criteria", "given", "3"),
        ("criteria_sets", "send_by", '"30/9"'),
        ("criteria_sets", "send_by", '"13-01"'),
    ],
)
def test_a_faulty_value_is_told_and_the_row_left_out(tmp_path: Path, name: str, key: str, value: str) -> None:
    """The key stands with the fault, as the editor wrote it."""
    kept = "".join(f"{line}\n" for line in SOUND[name].splitlines() if not line.startswith(f"{key} "))
    vocabularies, faults = loaded(tmp_path, name, f"[a]\n{LABELS}{kept}{key} = {value}\n")

    assert {field for field, _ in faults} == {f"a.{key}"}
    assert "a" not in vocabularies[name]


def test_an_entry_of_the_package_is_changed_key_by_key(tmp_path: Path) -> None:
    """What is mandatory need not be written again."""
    vocabularies, faults = loaded(tmp_path, "criteria", '["nd43.lanh-dao"]\ngiven = 3\ngiven_for = 2026\n')
    term = vocabularies["criteria"].get("nd43.lanh-dao")

    assert faults == []
    assert term is not None
    assert (term.extra["given"], term.text("set")) == (3, "nd43-noi-dung")


def test_points_may_be_whole_or_not(tmp_path: Path) -> None:
    """A half point replaces a whole number of the package."""
    assert loaded(tmp_path, "criteria", '["nd43.tin-tuc"]\nmaximum = 12.5\n')[1] == []


@pytest.mark.parametrize("name", SOUND)
def test_the_data_of_the_package_is_sound(name: str) -> None:
    """What is asked of editors holds for the package itself."""
    every = _package_entries()
    faults = [fault for entry in every[name].values() for fault in _CHECKS[name](_as_written(entry), every)]

    assert faults == []


def test_the_points_of_the_content_block_are_160() -> None:
    """As published; the first ten rows have the points that are known (law.md, B.10)."""
    rows = [t for t in Vocabularies.load()[0]["criteria"] if t.text("set") == "nd43-noi-dung"]
    points = [float(str(row.extra["maximum"])) for row in rows]

    assert sum(points) == 160
    assert points[:10] == [3, 3, 3, 3, 12, 5, 5, 5, 5, 6]

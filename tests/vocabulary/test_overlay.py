"""A department's own vocabulary files: what they change, and how their faults are told."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from congtinh.errors import Problem
from congtinh.vocabulary.registry import Vocabularies

PROVINCE = """\
[ubnd-tinh]
vi = "Ủy ban nhân dân tỉnh"
en = "Provincial People's Committee"
symbols = ["UBND"]
"""


def loaded(folder: Path, name: str, text: str | bytes) -> tuple[Vocabularies, list[Problem]]:
    data = text if isinstance(text, bytes) else text.encode()
    (folder / name).write_bytes(data)
    return Vocabularies.load(folder)


def only_problem(folder: Path, name: str, text: str | bytes) -> Problem:
    _, problems = loaded(folder, name, text)
    assert len(problems) == 1
    assert problems[0].path == f"vocabulary/{name}"
    assert problems[0].told()
    return problems[0]


def test_without_own_files_the_package_holds(tmp_path: Path) -> None:
    """No folder, or an empty one, gives the vocabularies of the package, and no fault."""
    package, problems = Vocabularies.load()

    assert problems == []
    assert Vocabularies.load(tmp_path / "nowhere")[0] is package
    assert Vocabularies.load(tmp_path)[0].digest == package.digest


def test_a_new_code_joins_after_those_of_the_package(tmp_path: Path) -> None:
    """A department adds its province; all else stays."""
    vocabularies, problems = loaded(tmp_path, "issuers.toml", PROVINCE)
    added = vocabularies["issuers"].find("UBND")

    assert problems == []
    assert added is not None
    assert vocabularies["issuers"].codes[-1] == added.code == "ubnd-tinh"
    assert not added.flag("national")
    assert "bkhcn" in vocabularies["issuers"]


def test_a_known_code_has_only_the_written_keys_replaced(tmp_path: Path) -> None:
    """One label may be changed without repeating the rest."""
    vocabularies, problems = loaded(
        tmp_path, "positions.toml", '[giam-doc-so]\nen = "Director General"\n'
    )
    term = vocabularies["positions"].get("giam-doc-so")

    assert problems == []
    assert term is not None
    assert term.label == ("Giám đốc Sở", "Director General")
    assert term.text("rank") == "head"
    assert vocabularies["positions"].codes[0] == "giam-doc-so"


def test_the_digest_follows_the_content(tmp_path: Path) -> None:
    """Caches keyed by the digest are stale when, and only when, a term changed."""
    package = Vocabularies.load()[0].digest
    first = loaded(tmp_path, "issuers.toml", PROVINCE)[0].digest
    again = loaded(tmp_path, "issuers.toml", "# a comment\n" + PROVINCE)[0].digest

    assert len(package) == 64
    assert package != first == again


def test_vocabularies_survive_pickling(tmp_path: Path) -> None:
    """They are sent to the processes that read and render."""
    vocabularies, _ = loaded(tmp_path, "issuers.toml", PROVINCE)
    copy = pickle.loads(pickle.dumps(vocabularies))

    assert copy.digest == vocabularies.digest
    assert copy["issuers"].find("UBND").code == "ubnd-tinh"


def test_windows_line_ends_and_byte_order_mark_are_accepted(tmp_path: Path) -> None:
    """Notepad writes both."""
    text = b"\xef\xbb\xbf" + PROVINCE.replace("\n", "\r\n").encode()
    vocabularies, problems = loaded(tmp_path, "issuers.toml", text)

    assert problems == []
    assert "ubnd-tinh" in vocabularies["issuers"]


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ('[a]\nvi = "A\nen = "A"\n', 2, ""),
        ('[a]\nvi = "A"\nen = "A"\n[a', 4, ""),
        ('# đầu\n\n[so-la]\nvi = "Sở Lạ"\n', 3, "so-la.en"),
        ('[so-la]\nvi = "Sở Lạ"\nen = "  "\n', 1, "so-la.en"),
        ('[so-la]\nvi = 7\nen = "Seven"\n', 1, "so-la.vi"),
        ('\n[bkhcn]\nvi = ""\n', 2, "bkhcn.vi"),
        ('["Sở Lạ"]\nvi = "Sở Lạ"\nen = "Odd"\n', 1, "Sở Lạ"),
        ('so-la = "Sở Lạ"\n', 1, "so-la"),
        (PROVINCE + "aliases = 3\n", 1, "ubnd-tinh.aliases"),
        (PROVINCE + "aliases = [3]\n", 1, "ubnd-tinh.aliases"),
        (PROVINCE + 'national = "yes"\n', 1, "ubnd-tinh.national"),
        (PROVINCE + 'order = "first"\n', 1, "ubnd-tinh.order"),
        ('[so-la]\nvi = "So\u031b\u0309 La\u0323"\nen = "Odd"\n', 1, "so-la.vi"),
    ],
)
def test_a_fault_is_told_with_its_line_and_the_entry_left_out(
    tmp_path: Path, text: str, line: int, field: str
) -> None:
    """Broken TOML, missing and decomposed labels, odd codes and wrong types never crash."""
    problem = only_problem(tmp_path, "issuers.toml", text)

    assert problem.line == line
    assert problem.field == field
    assert problem.is_error
    assert Vocabularies.load(tmp_path)[0].digest == Vocabularies.load()[0].digest


def test_a_sound_entry_beside_a_faulty_one_is_kept(tmp_path: Path) -> None:
    """One slip does not throw faults over all content that uses the rest of the file."""
    vocabularies, problems = loaded(tmp_path, "issuers.toml", PROVINCE + '[so-la]\nvi = "Sở Lạ"\n')

    assert len(problems) == 1
    assert "ubnd-tinh" in vocabularies["issuers"]


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    """UTF-16 from Notepad is named for what it is."""
    problem = only_problem(tmp_path, "issuers.toml", PROVINCE.encode("utf-16"))

    assert "UTF-8" in problem.told()


def test_an_unknown_vocabulary_is_told_with_the_name_meant(tmp_path: Path) -> None:
    """A misspelled file name is not passed over in silence."""
    problem = only_problem(tmp_path, "issuer.toml", PROVINCE)

    assert "issuers.toml" in problem.told()


def test_a_folder_with_the_name_of_a_file_is_told(tmp_path: Path) -> None:
    """What cannot be read is a fault of content, not a crash."""
    (tmp_path / "issuers.toml").mkdir()
    problems = Vocabularies.load(tmp_path)[1]

    assert [p.path for p in problems] == ["vocabulary/issuers.toml"]


def test_a_name_made_ambiguous_is_a_warning(tmp_path: Path) -> None:
    """A second Bộ Y tế is allowed, but told."""
    problem = only_problem(
        tmp_path, "issuers.toml", '[y-te]\nvi = "Bộ Y tế"\nen = "Health of another kind"\n'
    )

    assert not problem.is_error
    assert problem.params["other"] == "byt"

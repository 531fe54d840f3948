"""Empty sections of the law, the types that serve them, the warnings of the build, and the drafts that begin them."""

from __future__ import annotations

import pytest

from congtinh.build.coverage import coverage_grids, coverage_problems, coverage_told
from congtinh.build.run import Build
from congtinh.commands import missing as command
from congtinh.records.registry import RECORD_TYPES
from congtinh.statistics.coverage import EMPTY
from congtinh.statistics.missing import missing, serving_types
from congtinh.vocabulary.law import filed_under, profiles
from tests.sites.copies import SiteCopy, tree
from tests.statistics.carded_sites import vocabularies

NEEDED = "when_needed = true\nthin = 1\nstale_days = 0\n"


def test_types_serve_the_sections_that_their_items_stand_under() -> None:
    """For every law and type: its first section of that law is served by it, and no section by a type of none."""
    words = vocabularies()
    for law in profiles(words):
        served = serving_types(words, law.code)
        filed = filed_under(words, law.code)
        for name, record_type in RECORD_TYPES.items():
            wanted = {filed[code] for code in record_type.default_section if code in filed}
            assert {code for code, names in served.items() if name in names} == wanted


def test_what_is_missing_is_what_is_demanded_and_empty(small: SiteCopy) -> None:
    """Exactly the required cells that are empty; each names its types in the report too."""
    model = Build(small.settings()).gather()
    for grid in coverage_grids(model, "so-thu"):
        found = {one.row.section.code: one for one in missing(grid, model.vocabularies)}
        wanted = {row.section.code for row in grid.rows if row.vi.required and row.vi.state == EMPTY}
        told = coverage_told((grid,), model.vocabularies, "vi")[grid.profile.code]

        assert set(found) == wanted
        assert {row["section"]: row["types"] for row in told if "types" in row} == {
            code: list(one.types) for code, one in found.items()
        }


def test_the_build_warns_in_few_words(small: SiteCopy) -> None:
    """R21: at most one warning for each law and way to fall short, whatever number of sections; none where all is well."""
    grids = coverage_grids(Build(small.settings()).gather(), "so-thu")
    found = [*coverage_problems(grids)]
    told = [p for p in small.check().problems if p.rule == "R21"]
    small.write("vocabulary/coverage.toml", f"[default]\n{NEEDED}")

    assert 0 < len(found) <= 3 * len(grids)
    assert [p.told() for p in sorted(found, key=lambda p: p.told())] == sorted(p.told() for p in told)
    assert not any(p.is_error for p in told)
    assert sum(int(str(p.params["count"])) for p in found) == sum(
        row.vi.state in ("empty", "thin", "stale") for grid in grids for row in grid.gaps("vi")
    )


@pytest.fixture
def at_site(small: SiteCopy, monkeypatch: pytest.MonkeyPatch) -> SiteCopy:
    """The small site as the folder that commands run in."""
    monkeypatch.chdir(small.root)
    (small.root / "theme").symlink_to(small.settings().theme, target_is_directory=True)
    conf = small.root / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8") + 'THEME = "theme"\nPLUGINS = ["congtinh.hooks"]\nEDITOR_LANG = "en"\n', "utf-8")
    return small


def test_a_dry_run_writes_nothing(at_site: SiteCopy, capsys: pytest.CaptureFixture[str]) -> None:
    """Without ``--write`` the content stays as it is, and every section is named with its place in the law."""
    before = tree(at_site.content)

    assert command.new_missing("tctt-2026") == 0
    told = capsys.readouterr().out
    assert tree(at_site.content) == before
    assert "khoản 1 Điều 17" in told
    assert "--write" in told


def test_drafts_are_begun_and_never_written_over(at_site: SiteCopy, capsys: pytest.CaptureFixture[str]) -> None:
    """Each section gets a pair of drafts that the build reads; a second run leaves them; the way back is told."""
    before = tree(at_site.content)
    assert command.new_missing("224-2026", write=True) == 0
    told = capsys.readouterr().out
    new = {path: data for path, data in tree(at_site.content).items() if path not in before}
    pledge = "service_quality/cam-ket-chat-luong-dich-vu.vi.md"
    text = new[pledge].decode()

    assert {path: data for path, data in tree(at_site.content).items() if path in before} == before
    assert "git clean -f -- content/" in told
    assert 'section: ["lcds:34.2.a"]' in text
    assert "part: cam-ket" in text
    assert "# Luật yêu cầu: Cam kết chất lượng dịch vụ." in text
    assert all("status: draft" in data.decode() for path, data in new.items() if path.endswith(".vi.md"))
    assert not [p for p in at_site.check().problems if p.is_error and p.path not in new]
    (at_site.content / pledge).write_text(text + "Đã viết thêm.\n", "utf-8")
    again = tree(at_site.content)
    assert command.new_missing("224-2026", write=True) == 0
    assert tree(at_site.content) == again
    assert "left as it is" in capsys.readouterr().out


def test_a_law_that_there_is_not_is_told(at_site: SiteCopy, capsys: pytest.CaptureFixture[str]) -> None:
    """The codes that may be written stand in the answer."""
    assert command.new_missing("luat-moi") == 1
    assert "tctt-2026" in "".join(capsys.readouterr())

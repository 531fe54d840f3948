"""Every profile that the package brings makes a report in both languages, with nothing left unfilled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from congtinh.build.run import Build
from congtinh.errors import ContentError
from congtinh.languages import LANGUAGES, Language
from congtinh.periods import parse_period
from congtinh.report.making import data_of, made
from congtinh.report.profiles import front_of, profile_names, read_profile
from congtinh.settings import Settings
from congtinh.statistics.counting import counting_of
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.site_counts import SiteCounts
from tests.sites.copies import PROJECT, copied

NOWHERE = Path("khong-co")


@pytest.fixture(scope="module")
def demonstration(department: tuple[Build, Settings]) -> tuple[Build, dict[str, object]]:
    build, settings = department
    assert build.model
    cards = Scorecards(SiteCounts(build.model, counting_of(settings)), parse_period("6T-2026"), settings.agency)
    return build, data_of(cards, settings, "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", profile_names(NOWHERE))
def test_a_profile_fills(demonstration: tuple[Build, dict[str, object]], name: str, language: Language) -> None:
    """No place is unknown, no brace is left, and it says a period, an agency and a closing of its own language."""
    build, data = demonstration
    profile = read_profile(name, language, PROJECT / "reports")
    report = made(data, profile, NOWHERE, PROJECT / "reports", build.vocabularies)
    document = report.composed.document

    assert report.composed.problems == ()
    written = "".join(re.sub(r"\{bang\.\d+\}", "", piece.text) for piece in report.composed.pieces)
    assert not re.search(r"[{}]", written + document.title + document.basis + document.closing)
    assert document.blocks
    assert document.language == language


def test_a_profile_of_the_department_comes_first(tmp_path: Path) -> None:
    """A file of the same name in reports/profiles takes the place of the package's."""
    own = tmp_path / "reports/profiles"
    own.mkdir(parents=True)
    (own / "tom-tat.vi.md").write_text("---\ntitle: Của sở\n---\nĐã đăng.\n", "utf-8")

    profile = read_profile("tom-tat", "vi", tmp_path / "reports")
    assert (profile.text("title"), profile.body.strip(), profile.line) == ("Của sở", "Đã đăng.", 4)
    assert profile.path == "reports/profiles/tom-tat.vi.md"


def test_a_profile_with_broken_front_matter_is_told(tmp_path: Path) -> None:
    """File and line."""
    own = tmp_path / "reports/profiles"
    own.mkdir(parents=True)
    (own / "tom-tat.vi.md").write_text("---\ntitle: [Của sở\n---\n", "utf-8")

    with pytest.raises(ContentError) as found:
        read_profile("tom-tat", "vi", tmp_path / "reports")
    assert found.value.problems[0].path == "reports/profiles/tom-tat.vi.md"


def test_a_text_without_front_matter_is_all_body() -> None:
    """Also where the dashes are never closed."""
    assert front_of("A\n---\nB") == ("", 1, "A\n---\nB")
    assert front_of("---\nA") == ("", 1, "---\nA")


def test_the_small_site_reports_too(tmp_path: Path) -> None:
    """A site without scorecards of its own, quotas or usage has a report all the same."""
    settings = copied("small", tmp_path / "site").settings()
    build = Build(settings)
    cards = Scorecards(SiteCounts(build.gather(), counting_of(settings)), parse_period("T11-2026"), settings.agency)
    profile = read_profile("bao-cao-hoat-dong", "vi", NOWHERE)
    report = made(data_of(cards, settings, ""), profile, NOWHERE, NOWHERE, build.vocabularies)

    assert report.composed.problems == ()

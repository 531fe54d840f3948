"""Formulas worked out over made-up content: parts always sum, and every figure names the items behind it."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.languages import LANGUAGES
from congtinh.messages import number
from congtinh.periods import parse_period
from congtinh.statistics.counting import Counting
from congtinh.statistics.counts import Wanted, by_month
from congtinh.statistics.figures import Figure, Number
from congtinh.statistics.formulas import counted_by, formulas
from congtinh.vocabulary.figures import FormulaFault, names, parsed, unsound
from congtinh.vocabulary.registry import Vocabularies
from tests.statistics.made_up import MadeUp, documents, extended, news, served, visits

D = dt.date
LAST = D(2026, 12, 31)
CUTOFFS = ["calendar", "nd09"]
PERIODS = ["T1-2026", "T12-2026", "Q3-2026", "6T-2026", "6TC-2026", "9T-2026", "N-2026"]
POSTED = st.lists(
    st.tuples(
        st.sampled_from(["tin", "bai", "anh", "vbqppl", "chi-dao-dieu-hanh", "visits"]),
        st.dates(D(2025, 11, 1), LAST),
        st.sampled_from(["vi", "en", "both"]),
        st.integers(1, 3),
    ),
    max_size=20,
)


def site_of(posted: list[tuple[str, dt.date, str, int]]) -> MadeUp:
    site = MadeUp(LAST)
    for kind, day, languages, n in posted:
        if kind == "visits":
            visits(site, f"{day:%Y-%m}", 10 * n, n)
        elif kind == "anh":
            site.show(n, day)
        elif kind in ("tin", "bai"):
            for item in news(site, n, day, "en" if languages == "en" else "vi", kind):
                if languages == "both":
                    news(site, 1, day, "en", kind, id=item.id)
        else:
            documents(site, n, day, kind)
    return site


@given(POSTED, st.sampled_from(PERIODS), st.sampled_from(CUTOFFS), st.sampled_from(["site", "item"]))
def test_parts_always_sum(posted: list[tuple[str, dt.date, str, int]], period: str, cutoff: str, pictures: str) -> None:
    """Of any content, period and way of counting: a sum is its parts, and a count the rows behind it."""
    counts = site_of(posted).site(Counting(pictures))
    figures = counts.figures(parse_period(period, cutoff))
    for key, formula in counts.formulas.items():
        for language in ("", *LANGUAGES, "each"):
            figure = figures.figure(key, language)
            if figure.is_sum:
                assert figure.value == sum(part.value or 0 for part in figure.parts)
            if formula.wanted and not formula.distinct:
                assert figure.value == sum(row.value for row in figure.rows) == sum(by_month(figure.rows).values())


@given(POSTED)
def test_months_make_the_year(posted: list[tuple[str, dt.date, str, int]]) -> None:
    """Twelve months together are the year, under each cut-off rule, and nothing is lost between them."""
    counts = site_of(posted).site()
    for cutoff in CUTOFFS:
        months = [counts.figures(parse_period(f"T{n}-2026", cutoff)) for n in range(1, 13)]
        year = counts.figures(parse_period("N-2026", cutoff))
        for key in ("tin_bai", "anh", "van_ban", "luot_truy_cap"):
            for language in ("", *LANGUAGES):
                whole = sum(month.figure(key, language).value or 0 for month in months)
                assert whole == year.figure(key, language).value


@given(POSTED)
def test_nothing_counts_twice_across_languages(posted: list[tuple[str, dt.date, str, int]]) -> None:
    """Both languages together are at least the larger of them and at most their sum, which “each” is."""
    figures = site_of(posted).site().figures(parse_period("N-2026"))
    for key in ("tin_bai", "van_ban", "tin_bai_anh"):
        once, vi, en, each = (figures.figure(key, code).value or 0 for code in ("", "vi", "en", "each"))
        assert max(vi, en) <= once <= vi + en == each


def test_a_bilingual_item_counts_once() -> None:
    """In each language one, together one, each added up two."""
    site = MadeUp(LAST)
    news(site, 1, D(2026, 5, 1), id="tin/a")
    news(site, 1, D(2026, 5, 1), "en", id="tin/a")
    figures = site.site().figures(parse_period("N-2026"))

    assert [figures.figure("tin", code).value for code in ("vi", "en", "", "each")] == [1, 1, 1, 2]


def test_a_picture_counts_on_the_day_it_was_first_posted() -> None:
    """A file shown again in June counts in May alone; where each showing counts, in both."""
    site = MadeUp(LAST)
    for day in (D(2026, 5, 1), D(2026, 6, 1)):
        news(site, 1, day, shows=["images/a.jpg"])
    news(site, 1, D(2026, 6, 2), shows=["images/trang-tri/vien.png"])
    plain = Counting("site", ("images/trang-tri/*",))
    may, june = (parse_period(f"T{n}-2026") for n in (5, 6))

    assert [site.site(plain).figures(m).figure("anh").value for m in (may, june)] == [1, 0]
    assert [site.site(Counting("item")).figures(m).figure("anh").value for m in (may, june)] == [1, 2]


def test_the_working_shows_the_figures_in_the_formula() -> None:
    """With its brackets, and only the result of what is counted."""
    site = MadeUp(LAST)
    visits(site, "2026-01", 330_552, 51_394)
    figures = site.site().figures(parse_period("6T-2026"))

    def say(value: Number | None) -> str:
        return "–" if value is None else number(value if isinstance(value, int) else float(value), "vi")

    assert figures.figure("luot_truy_cap_binh_quan").working(say) == "(330.552 + 51.394) / 6 = 63.657"
    assert figures.figure("luot_truy_cap", "vi").working(say) == "330.552"
    early = site.site().figures(parse_period("6T-2026", as_of=D(2026, 2, 20)))
    assert early.figure("luot_truy_cap_binh_quan").working(say) == "(330.552 + 51.394) / 2 = 190.973"
    assert figures.figure("ty_le_ky_so").working(say) == "0 / 0 = –"


@pytest.mark.parametrize(
    "text",
    ["tin +", "tin ** 2", "__import__('os')", "tin.vi.en", "tin.fr", "tin if bai else 0", "-tin", "1.5 * tin",
     "True", "", "tin + 'a'"],
)
def test_only_arithmetic_of_figures_is_a_formula(text: str) -> None:
    """Anything else is a fault with its words, and is never run."""
    with pytest.raises(FormulaFault):
        parsed(text)


def test_names_stand_in_the_order_of_the_formula() -> None:
    """Each with the language that follows it."""
    assert [*names(parsed("(a.vi + b) / months - c.each * 2"))] == [("a", "vi"), ("b", ""), ("months", ""), ("c", "each")]


def test_a_figure_that_leads_to_itself_or_nowhere_is_told(tmp_path: Path) -> None:
    """The build names it, and works the others out."""
    folder = tmp_path / "vocabulary"
    folder.mkdir()
    own = {"vong": "quanh + 1", "quanh": "vong + tin", "lac": "khong_co + tin", "dung": "tin + bai"}
    text = "".join(f'[{k}]\nvi = "{k} vi"\nen = "{k} en"\nformula = "{f}"\n\n' for k, f in own.items())
    (folder / "figures.toml").write_text(text, "utf-8")
    made, problems = Vocabularies.load(folder)
    found = formulas(made)

    assert {(p.field, p.value) for p in problems} == {
        ("vong.formula", "quanh"), ("quanh.formula", "vong"), ("lac.formula", "khong_co")
    }  # fmt: skip
    assert "dung" in found
    assert not {"vong", "quanh", "lac"} & set(found)
    assert unsound({"a": "b", "b": ""}) == {}


def test_a_department_counts_its_own_way(tmp_path: Path) -> None:
    """By category, by several kinds, by author, and with figures of its own in a formula."""
    own = """
[khcn]
vi = "Tin khoa học"
en = "Science news"
measure = "items"
type = "news"
category = "khoa-hoc-cong-nghe"

[hai_loai]
vi = "Hai loại"
en = "Two kinds"
measure = "items"
kind = ["tin", "bai"]
author_kind = "staff"

[ty_le]
vi = "Tỷ lệ"
en = "Share"
formula = "khcn / hai_loai"
style = "percent"
"""
    site = MadeUp(LAST, extended(tmp_path / "v", own))
    news(site, 2, D(2026, 5, 1), category="khoa-hoc-cong-nghe")
    news(site, 1, D(2026, 5, 1), genre="bai", category="khac")
    served(site, 4, D(2026, 5, 1), "items", "tin")
    counts = site.site()
    figures = counts.figures(parse_period("N-2026"))

    assert [figures.figure(key).value for key in ("khcn", "hai_loai", "ty_le")] == [2, 3, Fraction(2, 3)]
    assert counted_by(counts.formulas, "ty_le") == (
        Wanted("items", ("news",), categories=("khoa-hoc-cong-nghe",)),
        Wanted("items", kinds=("tin", "bai"), author_kinds=("staff",)),
    )


def test_a_condition_that_is_no_text_is_told(tmp_path: Path) -> None:
    """A number where a code belongs; one code and several are both right."""
    (tmp_path / "figures.toml").write_text('[a]\nvi = "A vi"\nen = "A en"\nmeasure = "items"\nkind = 3\n', "utf-8")
    _, problems = Vocabularies.load(tmp_path)

    assert [(p.field, p.value, p.line) for p in problems] == [("a.kind", "3", 1)]


def test_each_figure_names_its_items() -> None:
    """Once, however many parts it stands behind."""
    site = MadeUp(LAST)
    items = news(site, 2, D(2026, 5, 1), shows=["images/a.jpg"])
    figure: Figure = site.site().figures(parse_period("N-2026")).figure("tin_bai_anh")

    assert figure.value == 3
    assert {row.path for row in figure.rows} == {item.path for item in items}
    assert len(set(figure.rows)) == len(figure.rows) == 3

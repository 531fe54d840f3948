"""The statistics page: the figures of the year so far in their groups, with charts and how things are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from congtinh import addresses
from congtinh.messages import day, number
from congtinh.model import digest_of
from congtinh.pages.charts import Series, bars, column_chart, line_chart, running
from congtinh.pages.contexts import StatisticsPage
from congtinh.pages.figure_words import month_name, short_month, value
from congtinh.pages.head import site_head
from congtinh.pages.parts import DataFile, Link
from congtinh.pages.planned import Planned
from congtinh.pages.public_figures import Month, PublicFigure, Share
from congtinh.pages.public_list import clause
from congtinh.pages.site import N_, Site
from congtinh.pages.statistics_parts import (
    BarRow,
    BarTable,
    FigureCharts,
    FigureGroup,
    FigureRow,
    MonthRow,
)
from congtinh.pages.things import Split
from congtinh.statistics.published import CSV_ADDRESS, JSON_ADDRESS
from congtinh.statistics.site_counts import SiteCounts
from congtinh.vocabulary.law import section

Figures = tuple[PublicFigure, ...]
MONTHS_OF_A_YEAR = 12

_DATA = (JSON_ADDRESS, CSV_ADDRESS)
_YEAR_TO_DATE = N_("The year {year}, from 1 January up to and including {day}")
_SEVERAL = N_("What stands under several sections counts in each of them.")


def planned_statistics(site: Site, counts: SiteCounts, figures: Figures) -> Planned:
    """The page; it changes with the day, the definitions and the figures that it shows."""
    told = repr((counts.day, counts.counting)).encode()
    decided = digest_of(told, *(one.told for one in figures))
    make = partial(statistics_page, site, counts, figures)
    address = addresses.fixed("statistics", site.language)
    return Planned(address, site.language, "", decided, make)


def statistics_page(site: Site, counts: SiteCounts, figures: Figures) -> StatisticsPage:
    """The figures of both languages and of either, those of the year before, and what they rest on."""
    year = counts.year_to_date
    return StatisticsPage(
        **site_head(site, "statistics"),
        day=counts.day,
        period=site.say(_YEAR_TO_DATE).format(year=year.year, day=day(counts.day, site.language)),
        year=year.year,
        groups=tuple(_groups(site, figures)),
        definitions=tuple(one.of(site.language) for one in counts.counting.definitions().values()),
        files=tuple(Link(at.rpartition(".")[2].upper(), at) for at in _DATA),
        guide=site.fixed_link("open_data"),
    )


def counted_files(site: Site, total: int, figures: Figures) -> tuple[DataFile, ...]:
    """All counts as open data, which are ``total`` rows, and what is behind each figure."""
    title = site.say(N_("All counts"))
    every = [DataFile(title, at, at.rpartition(".")[2].upper(), total) for at in _DATA]
    for figure in figures:
        label, key = figure.formula.label.of(site.language), figure.formula.key
        every.append(DataFile(label, file_address(key, site.language), "CSV", len(figure.things)))
    return tuple(every)


def file_address(key: str, language: str) -> str:
    """What is behind a figure as a table."""
    return f"open-data/statistics/{addresses.facet_word(key)}.{language}.csv"


def _groups(site: Site, figures: Figures) -> Iterator[FigureGroup]:
    for code in dict.fromkeys(one.formula.group for one in figures):
        own = [one for one in figures if one.formula.group == code]
        drawn = [figure_charts(site, one) for one in own if one.is_charted]
        rows = tuple(_row(site, one) for one in own)
        label = site.label("figure_groups", code)
        yield FigureGroup(addresses.facet_word(code), label, rows, tuple(filter(None, drawn)))


def _row(site: Site, figure: PublicFigure) -> FigureRow:
    once, vi, en = (value(one, site.language) for one in figure.this_year)
    return FigureRow(
        figure.formula.label.of(site.language),
        addresses.of_figure(figure.formula.key, site.language),
        once,
        vi,
        en,
        value(figure.before[0], site.language),
    )


def figure_charts(site: Site, figure: PublicFigure) -> FigureCharts | None:
    """The charts of a figure that is a sum; none of one that is not."""
    months = figure.months
    if not months:
        return None
    language = site.language
    places = [short_month(n).of(language) for n in range(1, MONTHS_OF_A_YEAR + 1)]
    say = partial(number, language=language)
    year = figure.year.year
    series = [
        Series(site.say(_VIETNAMESE), tuple(m.values.vi for m in months)),
        Series(site.say(_ENGLISH), tuple(m.values.en for m in months)),
    ]
    now = running([m.values.once for m in months])
    before = running([m.before for m in months])
    rows = tuple(
        MonthRow(month_name(month.month).of(language), month.values, *totals)
        for month, *totals in zip(months, now, before, strict=True)
    )
    years = [Series(str(year), now), Series(str(year - 1), before)]
    return FigureCharts(
        addresses.facet_word(figure.formula.key),
        figure.formula.label.of(language),
        column_chart(places, series, say),
        line_chart(places, years, say),
        rows,
        _total(months),
        tuple(_tables(site, figure)),
    )


_VIETNAMESE, _ENGLISH = N_("Vietnamese"), N_("English")


def _total(parts: Iterable[Month | Share]) -> Split:
    once, vi, en = zip(*(part.values for part in parts), strict=True)
    return Split(sum(once), sum(vi), sum(en))


def _tables(site: Site, figure: PublicFigure) -> Iterator[BarTable]:
    """By what the figure is made of, by category and by section, where there are several of these."""
    key = addresses.facet_word(figure.formula.key)
    made_of = _made_of(site, figure)
    if made_of:
        yield BarTable(f"{key}-kinds", site.say(N_("What it is made of")), site.say(N_("Kind")), made_of, "")
    if len(figure.categories) > 1:
        words = site.say(N_("By category")), site.say(N_("Category"))
        rows = _bars(figure.categories, partial(_category, site))
        yield BarTable(f"{key}-categories", *words, rows, "")
    if len(figure.sections) > 1:
        law = figure.behind.filing.law.label.of(site.language)
        words = site.say(N_("By section of the {law}")).format(law=law), site.say(N_("Section"))
        rows = _bars(figure.sections, partial(_section, site))
        several = _total(figure.sections) != _total(figure.months)
        yield BarTable(f"{key}-sections", *words, rows, site.say(_SEVERAL) if several else "")


def _made_of(site: Site, figure: PublicFigure) -> tuple[BarRow, ...]:
    """The figures that a sum adds up, else the kinds of what is counted, where these have names."""
    if figure.this_year[0].is_sum:
        parts = zip(*(one.parts for one in figure.this_year), strict=True)
        shares = [Share(same[0].key, Split(*(int(one.value or 0) for one in same))) for same in parts]
        labels = {part.key: part.label.of(site.language) for part in figure.this_year[0].parts}
        return _bars(shares, lambda code: (labels[code], ""))
    vocabulary = kinds_of(site, figure.formula.key)
    if not vocabulary or (len(figure.kinds) == 1 and figure.formula.wanted and figure.formula.wanted.kinds):
        return ()
    return _bars(figure.kinds, lambda code: (site.label(vocabulary, code) or site.say(_NO_KIND), ""))


def kinds_of(site: Site, key: str) -> str:
    """The vocabulary that names the kinds of what a figure counts; empty where none does."""
    term = site.model.vocabularies["figures"].get(key)
    return term.text("kinds") if term else ""


_NO_KIND, _NO_CATEGORY = N_("Of no kind"), N_("Without a category")
_NO_SECTION = N_("Under no section")


def _category(site: Site, code: str) -> tuple[str, str]:
    return site.label("categories", code) or site.say(_NO_CATEGORY), ""


def _section(site: Site, code: str) -> tuple[str, str]:
    found = section(site.model.vocabularies, code)
    if found is None:
        return site.say(_NO_SECTION), ""
    return found.label.of(site.language), clause(site, found)


def _bars(shares: Sequence[Share], named: Callable[[str], tuple[str, str]]) -> tuple[BarRow, ...]:
    lengths = bars([share.values.once for share in shares])
    return tuple(
        BarRow(*named(share.code), share.values, length)
        for share, length in zip(shares, lengths, strict=True)
    )

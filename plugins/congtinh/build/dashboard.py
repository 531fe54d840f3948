"""The editors' dashboard, beside the output: what is missing, late or near; it belongs on no web server."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup

from congtinh.build.dashboard_dates import next_dates
from congtinh.build.dashboard_law import LawParts
from congtinh.build.dashboard_markup import section
from congtinh.build.dashboard_style import STYLE
from congtinh.build.dashboard_work import WorkParts
from congtinh.errors import N_, Problem, sorted_problems
from congtinh.languages import Bilingual, Language
from congtinh.messages import editors_words
from congtinh.report.annexes_scored import sheets
from congtinh.settings import Settings
from congtinh.statistics.marks import BEHIND, MISSED, Mark
from congtinh.statistics.scorecards import Scorecards

DASHBOARD = "dashboard.html"
MOST_FILES = 5
"""Files named of one fault; the rest is counted."""
ERROR = Mark("error", Bilingual("Lỗi", "Error"), "red")
WARNING = Mark("warning", Bilingual("Cảnh báo", "Warning"), "amber")


def dashboard(
    cards: Scorecards, problems: Sequence[Problem], coming: Iterable[dict[str, Any]], settings: Settings
) -> str:
    """The HTML of the page, in the editors' language.

    ``problems`` are those of the last look at the content, ``coming`` the changes of validity of the
    build report (``documents.coming``).
    """
    return _Page(cards, problems, coming, settings).written()


class _Page:
    def __init__(
        self, cards: Scorecards, problems: Sequence[Problem], coming: Iterable[dict[str, Any]], settings: Settings
    ) -> None:
        words = editors_words(settings.editor_lang)
        language: Language = "en" if settings.editor_lang == "en" else "vi"
        self.law, self.work = LawParts(cards, language, words), WorkParts(cards, language, words)
        self.cards, self.problems, self.coming = cards, problems, list(coming)
        self.say, self.language, self.settings = words.gettext, language, settings

    def written(self) -> str:
        title = self.say(N_("Editors’ dashboard"))
        law, work = self.law, self.work
        parts = (
            self.dates(),
            self.faults(),
            law.deadlines(),
            work.quotas(),
            law.countdown(),
            law.coverage(),
            law.parity(),
            work.rhythm(),
            work.contributions(),
            work.reviews(),
            work.points(),
            self.scores(),
            work.gaps(),
            work.site_changes(),
        )
        told = (
            '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">\n'
            "<title>{title}</title><style>{style}</style></head>\n<body><header><h1>{title}</h1>\n<p>{period}</p>\n"
            "{tiles}</header>\n<main>\n{parts}</main></body></html>\n"
        )
        return Markup(told).format(
            language=self.language,
            title=title,
            style=Markup(STYLE),
            period=self._period(),
            tiles=self.tiles(),
            parts=Markup("").join(parts),
        )

    def _period(self) -> str:
        words = self.say(N_("{name}: {period}, as of {day}"))
        label, last = self.cards.period.label.of(self.language), self.cards.period.last
        return words.format(name=self.settings.site_name, period=label, day=self.work.day(last))

    def tiles(self) -> Markup:
        """The heads of the parts as large numbers that lead there."""
        cards = self.cards
        behind = sum(one.mark in (BEHIND, MISSED) for one in cards.quotas)
        gaps = sum(len(cards.coverage(law.code).gaps("vi")) for law in (cards.website_law, cards.access_law))
        numbers = [
            ("faults", sum(p.is_error for p in self.problems), N_("errors in the content")),
            ("faults", sum(not p.is_error for p in self.problems), N_("warnings in the content")),
            ("deadlines", len(cards.deadlines.late), N_("terms that were passed")),
            ("quotas", behind, N_("targets behind")),
            ("coverage", gaps, N_("sections of the law that lack something")),
            ("parity", cards.parity.every.missing, N_("items without English")),
            ("reviews", len(cards.reviews.overdue), N_("sections to be reviewed")),
        ]
        if cards.countdown:
            numbers.append(("countdown", cards.countdown.days_left, N_("days until older information must be public")))
        told = '<li><a href="#{}"><strong>{}</strong> {}</a></li>'
        tiles = (Markup(told).format(to, self.work.number(n), self.say(words)) for to, n, words in numbers)
        return Markup('<ul class="tiles">{}</ul>').format(Markup("\n").join(tiles))

    def dates(self) -> Markup:
        rows = []
        for (day, what), found in groupby(next_dates(self.cards, self.coming), key=lambda one: one[:2]):
            same = list(found)
            about = "; ".join(one.about.of(self.language) for one in same)
            files = ", ".join(one.file for one in same if one.file)
            rows.append((self.work.day(day), (day - self.cards.counts.day).days, self.say(what), about, files))
        title, heads = self.say(N_("Next dates")), (N_("Day"), N_("Days left"), N_("What"), N_("About"), N_("File"))
        return section("dates", title, self.work.table(title, heads, rows, True))

    def faults(self) -> Markup:
        """Each fault once, the errors first, with the files that have it."""
        found: dict[tuple[bool, str], list[str]] = {}
        for one in sorted_problems(self.problems):
            found.setdefault((not one.is_error, one.told(self.say)), []).append(one.place)
        rows = (
            (words, self.work.mark(WARNING if is_warning else ERROR), len(places), self._places(places))
            for (is_warning, words), places in sorted(found.items(), key=lambda one: (one[0][0], -len(one[1])))
        )
        title, heads = self.say(N_("Faults in the content")), (N_("Fault"), N_("State"), N_("Number"), N_("File"))
        return section("faults", title, self.work.table(title, heads, rows, True))

    def _places(self, places: list[str]) -> str:
        shown = ", ".join(places[:MOST_FILES])
        rest = self.say(N_("and {rest} more")).format(rest=len(places) - MOST_FILES)
        return f"{shown} {rest}" if len(places) > MOST_FILES else shown

    def scores(self) -> Markup:
        """The sheets by which the department scores its site itself, and the points that are easiest to get."""
        number, language = self.work.number, self.language
        tables = []
        for sheet in sheets(self.cards):
            words = self.say(N_("{label}: {score} of {maximum} points"))
            score, maximum = number(round(float(sheet.score), 2)), number(float(sheet.maximum))
            caption = words.format(label=sheet.label.of(language), score=score, maximum=maximum)
            heads = (N_("The easiest points"), N_("Points"), N_("Items missing"))
            rows = (
                (one.scored.label.of(language), number(round(float(one.gain), 2)), one.missing)
                for one in sheet.what_if()
            )
            tables.append(self.work.table(caption, heads, rows))
        return section("scores", self.say(N_("Self-scoring")), *tables)

"""What a report says in words of how things stand: lists of names, and facts, by the names that texts use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from congtinh.languages import LANGUAGES, Bilingual, Language
from congtinh.statistics.counts import Wanted
from congtinh.statistics.coverage import Row
from congtinh.statistics.marks import BEHIND, LATE, MISSED, ON_TIME
from congtinh.statistics.scorecards import Scorecards

LEGAL_DOCUMENT = "legal_document"
"""The content type whose terms are those of posting a document."""
MOST = 12
"""Names in one sentence; the annexes have all of them."""


def lists(cards: Scorecards) -> dict[str, dict[str, list[str]]]:
    """The lists that texts may name, in each language, the first of each in full."""
    found = {
        "don_vi_im_lang": [row.label for row in cards.contributions.silent],
        "muc_trong": list(_sections(cards, "empty")),
        "muc_it": list(_sections(cards, "thin")),
        "muc_cu": list(_sections(cards, "stale")),
        "muc_thieu_tieng_anh": list(_english(cards)),
        "chi_tieu_cham": [
            _with(q.target.label, f"{q.done}/{q.target.minimum}")
            for q in cards.quotas
            if q.mark in (BEHIND, MISSED)
        ],
        "viec_khac_phuc": [point.remedy for point in cards.lost_points.tasks],
        "thay_doi_trang": [change.label for change in cards.site_changes],
        "chi_so": list(_indicators(cards)),
    }
    return {name: {code: _told(every, code) for code in LANGUAGES} for name, every in found.items()}


def _told(labels: Iterable[Bilingual], language: Language) -> list[str]:
    """At most ``MOST`` names, each once, and how many there are besides."""
    every = list(dict.fromkeys(label.of(language) for label in labels))
    if len(every) <= MOST:
        return every
    more = Bilingual("{n} mục khác", "{n} more").of(language).format(n=len(every) - MOST)
    return [*every[:MOST], more]


def _sections(cards: Scorecards, state: str) -> Iterator[Bilingual]:
    """The sections of the laws of the period that are in a state in Vietnamese, and should not be."""
    for code in (cards.website_law.code, cards.access_law.code):
        for row in cards.coverage(code).rows:
            if row.vi.state == state and _is_wanted(row):
                yield row.section.label


def _is_wanted(row: Row) -> bool:
    return row.limits.not_ours is None and not row.limits.when_needed


def _english(cards: Scorecards) -> Iterator[Bilingual]:
    """What the English minimum lacks, by the titles of the Vietnamese items."""
    for pair in cards.parity.to_do:
        if "minimum" in pair.values:
            heading = pair.vi.record.heading
            yield Bilingual(heading, pair.en.record.heading if pair.en else heading)


def _with(label: Bilingual, words: str) -> Bilingual:
    return Bilingual(f"{label.vi} ({words})", f"{label.en} ({words})")


def _indicators(cards: Scorecards) -> Iterator[Bilingual]:
    for row in cards.counts.counts.of(Wanted("indicators"), cards.period):
        facts = cards.counts.model.by_path[row.path].record.__dict__
        vi, en = facts.get("label") or row.kind, facts.get("label_en") or facts.get("label") or row.kind
        unit = f" {facts['unit_of_measure']}" if facts.get("unit_of_measure") else ""
        yield Bilingual(f"{vi}: {row.value}{unit}", f"{en}: {row.value}")


def facts(cards: Scorecards) -> dict[str, dict[str, str]]:
    """The facts that texts may name, in each language."""
    posted = [row.mark for row in cards.deadlines.rows if row.end and row.type == LEGAL_DOCUMENT]
    settled = posted.count(ON_TIME) + posted.count(LATE)
    in_time = f"{posted.count(ON_TIME)}/{settled}" if settled else ""
    silence = cards.rhythms.whole.longest
    told = {
        "luat_trang": cards.website_law.label,
        "luat_tiep_can": cards.access_law.label,
        "van_ban_dung_han": Bilingual(in_time, in_time),
        "khoang_lang": Bilingual(f"{silence.days} ngày", f"{silence.days} days") if silence else Bilingual("", ""),
    }
    return {name: {"vi": one.vi, "en": one.en} for name, one in told.items()}


def standing(cards: Scorecards) -> dict[str, Any]:
    """Lists and facts as they are kept in the data of a report."""
    return {"lists": lists(cards), "facts": facts(cards)}

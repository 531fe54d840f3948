"""``invoke check --links``: whether the links to other sites lead anywhere; a report and never an error (R32)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from congtinh.build.console import Voice
from congtinh.build.link_client import Answer, Outcome
from congtinh.build.outer_links import Found, LinkChecker, outer_links
from congtinh.build.run import Build
from congtinh.commands.site import site_of, telling
from congtinh.errors import N_
from congtinh.settings import day_of

_TOLD = {
    Outcome.GONE: N_("Gone: nothing stands at the address"),
    Outcome.UNREACHED: N_("The server cannot be reached"),
    Outcome.TIMEOUT: N_("No answer in time"),
    Outcome.UNSAFE: N_("The connection is not safe"),
    Outcome.FAULTY: N_("The server answers with a fault"),
    Outcome.NO_ADDRESS: N_("No address of http or https"),
    Outcome.MOVED: N_("Moved for good: write the new address"),
    Outcome.REFUSED: N_("The server answers no programs; look in a browser"),
}
"""What is told of each outcome but the good one, the gravest first."""


@telling
def links(content: str, today: str, format: str, checker: LinkChecker | None = None) -> int:
    """0 always; ``today`` is the day that the answers are kept for, by default that of the clock."""
    settings = site_of(content, "", today).settings
    voice = Voice(settings.editor_lang, format == "json")
    with voice.progress() as progress:
        build = Build(settings, progress)
        model = build.gather()
        checker = checker or LinkChecker(settings.cache, day_of(today))
        every = outer_links(model.items, build.lines)
        found = checker.check(every, lambda done, total: progress("links", done, total))
    if voice.machine:
        voice.json(_as_dict(found, checker.today))
    else:
        _tell(voice, found)
    return 0


def _tell(voice: Voice, found: Found) -> None:
    for outcome, title in _TOLD.items():
        chosen = found.of(outcome)
        if chosen:
            voice.line(title)
        for path, group in groupby(chosen, key=lambda link: link.path):
            for link in group:
                answer = found.answers[link.url]
                at = f"{path}:{link.line}" if link.line else path
                voice.line("  {at}  {field}{url}{told}", at=at, field=f"{link.field}: " if link.field else "",
                           url=link.url, told=_cause(answer))  # fmt: skip
    counted = Counter(answer.outcome for answer in found.answers.values())
    voice.line(
        N_(
            "{links} links to {addresses} addresses on {sites} sites: {fine} fine, {moved} moved, "
            "{refused} not for programs, {broken} broken; {asked} asked now"
        ),
        links=len(found.links),
        addresses=len(found.answers),
        sites=len({urlsplit(url).netloc for url in found.answers}),
        fine=counted[Outcome.FINE],
        moved=counted[Outcome.MOVED],
        refused=counted[Outcome.REFUSED],
        broken=sum(count for outcome, count in counted.items() if outcome.is_broken),
        asked=len(found.asked),
    )


def _cause(answer: Answer) -> str:
    parts = [str(answer.status) if answer.status >= 400 else "", answer.told]
    cause = ", ".join(part for part in parts if part)
    return (f" ({cause})" if cause else "") + (f" → {answer.end}" if answer.end else "")


def _as_dict(found: Found, day: dt.date) -> dict[str, Any]:
    """Every address with its answer and the places that lead to it."""
    places: dict[str, list[dict[str, object]]] = {}
    for link in sorted(found.links, key=lambda link: (link.path, link.field, link.line or 0)):
        at: dict[str, object] = {"path": link.path, "field": link.field or None, "line": link.line}
        places.setdefault(link.url, []).append(at)
    results = [
        {
            "url": url,
            "outcome": str(answer.outcome),
            "broken": answer.outcome.is_broken,
            "status": answer.status or None,
            "end": answer.end or None,
            "told": answer.told or None,
            "asked": url in found.asked,
            "places": places.get(url, []),
        }
        for url, answer in sorted(found.answers.items())
    ]
    return {"day": day.isoformat(), "links": len(found.links), "asked": len(found.asked), "results": results}

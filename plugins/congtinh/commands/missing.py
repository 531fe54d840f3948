"""``invoke new --missing``: what the law demands and the site lacks, and drafts to begin it with."""

from __future__ import annotations

from collections.abc import Iterable

from congtinh.build.console import Voice
from congtinh.build.coverage import scorecards_of
from congtinh.build.run import Build
from congtinh.build.scaffold_missing import Begun, begun
from congtinh.commands.site import shown, site_of, telling
from congtinh.errors import N_, ContentError, Problem
from congtinh.records.registry import RECORD_TYPES
from congtinh.statistics.coverage import Coverage
from congtinh.statistics.missing import missing
from congtinh.statistics.scorecards import Scorecards
from congtinh.vocabulary.law import profiles


@telling
def new_missing(profile: str = "", write: bool = False, content: str = "", today: str = "") -> int:
    """List each empty section with the types that serve it; with ``write`` begin a draft for each."""
    settings = site_of(content, "", today).settings
    voice = Voice(settings.editor_lang)
    model = Build(settings).gather()
    cards = scorecards_of(model, settings.agency)
    written: list[str] = []
    for grid in _grids(cards, profile):
        found = missing(grid, model.vocabularies)
        law = grid.profile.label.of(voice.language)
        voice.line(N_("{law}: sections without content: {count}"), law=law, count=len(found))
        for one in found:
            made = begun(settings.content, one, settings.today, model.vocabularies, write)
            _tell(voice, made, write)
            if write and not made.exists:
                written.append(" ".join(map(shown, made.paths)))
    _close(voice, written, write)
    return 0


def _grids(cards: Scorecards, profile: str) -> Iterable[Coverage]:
    """The law that was named, or those in force; ``ContentError`` for one that there is not."""
    known = [one.code for one in profiles(cards.model.vocabularies)]
    if profile and profile not in known:
        fault, remedy = N_("is not the code of a law profile"), N_("Write one of: {choices}")
        raise ContentError([Problem("", fault, remedy, "--profile", profile, params={"choices": ", ".join(known)})])
    codes = (profile,) if profile else dict.fromkeys((cards.website_law.code, cards.access_law.code))
    return [cards.coverage(code) for code in codes]


def _tell(voice: Voice, made: Begun, write: bool) -> None:
    section, limits = made.missing.row.section, made.missing.row.limits
    voice.line(N_("- {section} ({clause})"), section=section.label.of(voice.language), clause=section.clause)
    if made.missing.types:
        types = ", ".join(f"{RECORD_TYPES[name].type_label.of(voice.language)} ({name})" for name in made.missing.types)
        voice.line(N_("    content types that serve it: {types}"), types=types)
    if made.missing.categories:
        voice.line(N_("    categories of news that serve it: {categories}"), categories=", ".join(made.missing.categories))
    if limits.unit:
        voice.line(N_("    unit: {unit}"), unit=limits.unit)
    path = shown(made.paths[0])
    if made.exists:
        voice.line(N_("    begun already, left as it is: {path}"), path=path)
    else:
        voice.line(N_("    written: {path} and its English file") if write else N_("    would write: {path}"), path=path)


def _close(voice: Voice, written: list[str], write: bool) -> None:
    if not write:
        voice.line(N_("Nothing was written; “invoke new --missing --write” begins a draft for each."))
    elif written:
        voice.line(N_("These are drafts, which visitors do not see. To take them back:"))
        for paths in written:
            voice.line("git clean -f -- {paths}", paths=paths)

"""One build, from content to a committed site: read, gather, plan, render, stage, commit."""

from __future__ import annotations

import dataclasses
from functools import cached_property
from typing import Any

from congtinh.build.attachments import AttachmentStore
from congtinh.build.cache import CacheState, digest, folder_of
from congtinh.build.commit import Staging
from congtinh.build.coverage import Grids, coverage_grids, coverage_problems, coverage_told
from congtinh.build.files import read_json, write_bytes, write_json
from congtinh.build.gather import gathered_problems
from congtinh.build.guarded_files import FileGuard, file_problems
from congtinh.build.ledger import Ledger, read_ledger
from congtinh.build.lock import Lock
from congtinh.build.making import Making
from congtinh.build.memory import Memory
from congtinh.build.menu_faults import menu_problems
from congtinh.build.number_gaps import gap_problems, gap_table
from congtinh.build.pictures import PictureStore
from congtinh.build.places import Places
from congtinh.build.prints import settings_told
from congtinh.build.quality_tables import tabled
from congtinh.build.quick import Inputs, remember
from congtinh.build.reader import Reading, read_content
from congtinh.build.redirects import redirect_files
from congtinh.build.references import Media, broken_site_links, hidden_targets, resolved
from congtinh.build.relating import leaning_problems
from congtinh.build.report import BuildReport, Progress, silent
from congtinh.build.sheet_rows import in_sheets
from congtinh.build.stamps import Tree
from congtinh.build.suggestions import offers
from congtinh.build.upkeep import STATES, States, changed, states_before, states_of, upkeep
from congtinh.build.upkeep_page import UPKEEP, upkeep_page
from congtinh.build.vocabularies import vocabularies_of
from congtinh.errors import N_, ContentError, Problem, Severity
from congtinh.leaning import Doubt, doubts
from congtinh.model import Item, SiteModel
from congtinh.settings import Settings
from congtinh.statistics.references import reference_faults
from congtinh.vocabulary.registry import Vocabularies

KNOWN = "addresses.json"


class Build:
    """One build of one site; steps are taken in the order of the methods."""

    def __init__(
        self,
        settings: Settings,
        progress: Progress = silent,
        made_of: Inputs | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.settings = settings
        self.memory = memory
        self.records = digest((str(settings.content).encode(),), 8).hex()
        self.made_of = made_of
        self.indexes = True
        self.kept = folder_of(settings.cache, settings.output)
        self.progress = progress
        self.report = BuildReport(day=settings.today.isoformat())
        self.staging = self.staging_for("staging")
        self.pictures = PictureStore(
            settings.content, settings.cache, limit=settings.max_image_bytes
        )
        self.attachments = AttachmentStore(
            settings.content, settings.cache, limit=settings.max_file_bytes
        )
        self.places = Places(settings.content)
        self.lines: dict[str, int] = {}
        self.vocabularies: Vocabularies
        self.states: States = {}
        self.model: SiteModel | None = None
        self.before, self.ledger = Ledger(), Ledger()

    def staging_for(self, purpose: str) -> Staging:
        """A folder to stage in that no other build of this output uses at the same time."""
        settings = self.settings
        return Staging(settings.output, settings.report, purpose, Lock(self.kept / f"{purpose}-lock"))

    def run(self) -> None:
        """All steps; ``ContentError`` where content holds errors, and the last good site stays."""
        self.report.recovered = self.staging.begin(self._wait)
        try:
            model = self.gather()
            self.render(model)
            self.check_links(model)
        except BaseException:
            self.staging.abandon()
            raise
        self.commit(model)

    def _wait(self) -> None:
        """Another build of this output is under way; what was looked at before may change meanwhile."""
        self.progress("wait", 0, 0)
        self.report.waited = True
        self.made_of = None

    def gather(self) -> SiteModel:
        """Read all content and put it together; problems stand in the report."""
        settings = self.settings
        if not settings.content.is_dir():
            raise ContentError(
                [
                    Problem(
                        "pelicanconf.py",
                        N_("is not a folder"),
                        N_("Write the path of the content folder"),
                        "PATH",
                        settings.content.name,
                    )
                ]
            )
        if unknown := [*menu_problems(settings.menu)]:
            raise ContentError(unknown)
        with self.report.timed("read"):
            vocabularies, problems = vocabularies_of(settings.content, settings.cache)
            self.vocabularies = vocabularies
            tree = self._tree(vocabularies)
            reading = read_content(
                settings.content,
                vocabularies,
                lambda done, total: self.progress("read", done, total),
                settings.cache / "records" / self.records,
                settings.workers,
                tree,
                self.memory,
            )
        with self.report.timed("gather"):
            items, media = self._resolved(reading)
            self.report.files = reading.files
            self.report.read = reading.read
            self.before, state = self._ledger_before()
            self.report.cache = reading.state.or_worse(state)
            self.model = self._model(items, media, vocabularies)
            self.ledger.cards = self._cards(items, self.model, reading.fronts)
            self.ledger.between = self._between(items)
            self.ledger.upkeep = self._upkeep(self.model)
            self.report.number_gaps = gap_table(self.model, settings.agency, settings.editor_lang)
            self.report.problems += [*problems, *reading.problems, *self.ledger.between]
            self.report.problems += self.places.placed(media.problems)
        return self.model

    def _tree(self, vocabularies: Vocabularies) -> Tree | None:
        """The files of the content, where they have been looked at already."""
        if self.memory is None:
            return self.made_of.content if self.made_of else None
        if self.memory.vocabularies != vocabularies.digest:
            self.memory.vocabularies = vocabularies.digest
            self.memory.shards.clear()
        return self.memory.content_tree(self.settings.content)

    def _ledger_before(self) -> tuple[Ledger, CacheState]:
        if self.memory is not None and self.memory.ledger is not None:
            return self.memory.ledger, CacheState.USED
        return read_ledger(self.kept / "ledger")

    def _cards(self, items: tuple[Item, ...], model: SiteModel, fronts: bytes) -> bytes:
        """What everything rests on but the bodies: while it is the same, only their pages can change.

        The media are those that visible items use: a body may bring one in that a draft had.
        Whether an item has a text at all decides which pages there are; which pictures it shows,
        what is counted.
        """
        pictures = frozenset(model.pictures)
        told = repr((settings_told(self.settings), dict(model.pictures), dict(model.attachments)))
        cards = (
            f"{item.path}\0{item.address}\0{item.body.words > 0}\0{item.cites or ''}"
            f"\0{sorted(pictures.intersection(item.files.values())) if item.files else ''}".encode()
            + item.card
            + item.anchors
            for item in items
        )
        return digest((told.encode(), model.vocabularies.digest.encode(), fronts, *cards))

    def _between(self, items: tuple[Item, ...]) -> tuple[Problem, ...]:
        """What is wrong between items; found again only where a card is other than it was."""
        if self.before.cards == self.ledger.cards:
            return self.before.between
        settings = self.settings
        found = gathered_problems(
            items, settings.agency, settings.today, self.vocabularies, settings.site_url
        )
        assert self.model is not None
        resting = [
            *leaning_problems(self.model, self._doubts),
            *gap_problems(self.model, settings.agency),
            *reference_faults(self.model),
            *(coverage_problems(self._grids) if settings.agency else ()),
        ]
        return tuple(self.places.placed((*found, *resting)))

    @cached_property
    def _doubts(self) -> tuple[Doubt, ...]:
        """What rests on a document that no longer holds."""
        assert self.model is not None
        return doubts(self.model)

    @cached_property
    def _grids(self) -> Grids:
        """What each section of the laws that hold has and lacks."""
        assert self.model is not None
        return coverage_grids(self.model, self.settings.agency)

    def _upkeep(self, model: SiteModel) -> dict[str, Any]:
        """What editors of documents should look after; found again only where a card is another."""
        language = self.settings.editor_lang
        found = self.before.upkeep
        if self.before.cards != self.ledger.cards or found.get("language") != language:
            told = coverage_told(self._grids, self.vocabularies, language)
            found = upkeep(model, self._doubts, language) | {"coverage": told}
        before = states_before(self.settings.report)
        self.states = states_of(model)
        self.report.upkeep = found | {"changed": changed(model, before, self.states, language)}
        return found

    def _resolved(self, reading: Reading) -> tuple[tuple[Item, ...], Media]:
        self.lines = dict(reading.lines)
        items, media = resolved(
            reading.items,
            self.settings.content,
            self.pictures,
            self.attachments,
            self.lines,
            reading.uses,
        )
        items, faults_of_tables = tabled(items, self.settings.content, self.vocabularies)
        media.problems += faults_of_tables
        guard = FileGuard(self.settings.content, self.settings.cache, self.attachments, self.vocabularies)
        media.problems += file_problems(items, media, guard, reading.uses, self.lines)
        mark = self.settings.mark.lstrip("/")
        if mark and mark not in media.pictures:
            picture, faults = self.pictures.picture(mark)
            media.problems += [
                dataclasses.replace(
                    f, path="pelicanconf.py", field="MARK", severity=Severity.WARNING
                )
                for f in faults
            ]
            if picture:
                media.pictures[mark] = picture
        return items, media

    def _model(
        self, items: tuple[Item, ...], media: Media, vocabularies: Vocabularies
    ) -> SiteModel:
        today = self.settings.today
        shown = tuple(
            i
            for i in items
            if i.record.visible(today) or (self.settings.drafts and i.record.status != "withdrawn")
        )
        paths = frozenset(item.path for item in shown)
        hidden = tuple(i for i in items if i.path not in paths)
        self.report.count(shown)
        self.report.hidden = len(hidden)
        self.report.problems += hidden_targets(shown, hidden, self.lines)
        used = _media_of(shown, media, self.settings.mark.lstrip("/"))
        return SiteModel(shown, hidden, vocabularies, today, used.pictures, used.attachments)

    def render(self, model: SiteModel) -> None:
        """Make what changed into the staging folder; a problem found here counts like any other."""
        making = Making(
            self.settings,
            self.staging,
            self.report,
            self.places,
            self.progress,
            self.ledger,
            self.kept if self.indexes else None,
        )
        making.memory = self.memory or Memory()
        making.make(model, self.before, (self.pictures, self.attachments))

    def check_links(self, model: SiteModel) -> None:
        """Links of bodies to addresses of the site, once all addresses are known."""
        self.report.problems += broken_site_links(
            model.items, frozenset(self.staging.addresses), self.lines
        )

    def commit(self, model: SiteModel) -> None:
        """Commit, or raise ``ContentError`` and leave the last good site as it is."""
        report, settings = self.report, self.settings
        self.note_moves(model)
        report.problems = list(in_sheets(settings.content, report.problems))
        if report.errors:
            self.staging.abandon()
            report.save(settings.report, settings.editor_lang)
            raise ContentError(report.problems)
        with self.report.timed("commit"):
            self.staging.adopt()
            report.written = self.staging.changed
            report.deleted = len(self.staging.commit(self.before.output_files().keys()))
        report.committed = True
        for name, text in redirect_files(model.items, settings.site_url).items():
            write_bytes(settings.report / name, text.encode())
        write_json(settings.report / STATES, self.states)
        write_bytes(settings.report / UPKEEP, upkeep_page(report.upkeep, report.number_gaps, settings).encode())
        write_json(settings.report / KNOWN, {f"{i.id} {i.lang}": i.address for i in model.items})
        report.save(settings.report, settings.editor_lang)
        if self.memory is None:
            self.keep()
        else:
            self.memory.ledger = self.ledger
        self.staging.leave()

    def keep(self) -> None:
        """Keep in the cache what the next build of another process wants to know of this one."""
        self.ledger.save(self.kept / "ledger")
        self._remember()

    def _remember(self) -> None:
        """Let the next run see at a glance whether anything has changed."""
        if self.made_of is None:
            return
        left = self.ledger.output_files()
        words = self.report.unchanged(self.settings.editor_lang)
        remember(self.kept, self.made_of, left, self.settings.report, words)

    def note_moves(self, model: SiteModel) -> None:
        """Items whose address is not what it was at the last build, and that do not redirect."""
        known = read_json(self.settings.report / KNOWN) or {}
        for item in model.items:
            before = known.get(f"{item.id} {item.lang}") if isinstance(known, dict) else None
            if (
                before
                and before != item.address
                and f"/{before}" not in (item.record.old_urls or ())
            ):
                self.report.problems += self.places.placed(
                    [
                        Problem(
                            item.path,
                            N_("has moved to /{address}"),
                            N_("Add “/{before}” to old_urls, so that the old address leads here"),
                            "old_urls",
                            None,
                            severity=Severity.WARNING,
                            rule="R20",
                            params={"address": item.address, "before": before},
                        )
                    ]
                )

def _media_of(items: tuple[Item, ...], media: Media, mark: str) -> Media:
    """The media that visible items use; what only a draft uses reaches no output."""
    used = {path for item in items for path in item.files.values()} | {mark}
    return Media(
        {path: media.pictures[path] for path in sorted(used & media.pictures.keys())},
        {path: media.attachments[path] for path in sorted(used & media.attachments.keys())},
        [],
    )


def build_site(
    settings: Settings, progress: Progress = silent, made_of: Inputs | None = None
) -> BuildReport:
    """A whole build without Pelican's run around it; ``ContentError`` where content holds errors.

    ``made_of``: the inputs, where they have been looked at already.
    """
    build = Build(settings, progress, made_of)
    build.run()
    return build.report


def check_site(
    settings: Settings, progress: Progress = silent, records: str = "", suggest: bool = False
) -> BuildReport:
    """Every problem of the content; renders into a folder that is thrown away, changes nothing.

    ``suggest`` adds the relations that texts suggest.  ``records`` names what is kept of a content
    folder that has another path each time.
    """
    build = Build(settings, progress)
    build.records = records or build.records
    build.staging = build.staging_for("check")
    build.indexes = False
    build.staging.clear()
    try:
        model = build.gather()
        build.render(model)
        build.check_links(model)
        build.note_moves(model)
        build.report.problems = list(in_sheets(settings.content, build.report.problems))
        if suggest:
            build.report.offers = tuple(offers(model))
    finally:
        build.staging.abandon()
    return build.report

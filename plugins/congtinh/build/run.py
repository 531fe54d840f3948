"""One build, from content to a committed site: read, gather, plan, render, stage, commit."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from congtinh import addresses
from congtinh.build.assets import read_assets
from congtinh.build.attachments import AttachmentStore
from congtinh.build.commit import Staging
from congtinh.build.digests import read_json, write_bytes, write_json
from congtinh.build.gather import gathered_problems
from congtinh.build.pictures import PictureStore
from congtinh.build.places import Places
from congtinh.build.reader import Reading, read_content
from congtinh.build.redirects import redirect_files
from congtinh.build.references import Media, broken_site_links, hidden_targets, resolved
from congtinh.build.report import BuildReport
from congtinh.build.theme import Theme
from congtinh.errors import N_, ContentError, Problem, Severity
from congtinh.model import Item, SiteModel
from congtinh.opendata.datasets import data_files
from congtinh.opendata.feeds import feeds
from congtinh.opendata.sitemap import Place, robots, sitemap
from congtinh.opendata.vcard import contact_card, unit_card
from congtinh.pages.contexts import Page, RedirectPage
from congtinh.pages.frame import frame
from congtinh.pages.people import vcard_address
from congtinh.pages.plan import Plan
from congtinh.records.contact import Contact
from congtinh.records.registry import RECORD_TYPES
from congtinh.records.schema import open_data_schema, schema_text
from congtinh.records.unit import Unit
from congtinh.settings import Settings
from congtinh.vocabulary.registry import Vocabularies

Progress = Callable[[str, int, int], None]
KNOWN = "addresses.json"
MOST_FAILURES = 10
_TWIN_FIELDS = ("id", "slug", "symbol", "old_urls")


def silent(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


class Build:
    """One build of one site; steps are taken in the order of the methods."""

    def __init__(self, settings: Settings, progress: Progress = silent) -> None:
        self.settings = settings
        self.progress = progress
        self.report = BuildReport(day=settings.today.isoformat())
        self.staging = Staging(settings.output, settings.report)
        self.pictures = PictureStore(
            settings.content, settings.cache, limit=settings.max_image_bytes
        )
        self.attachments = AttachmentStore(
            settings.content, settings.cache, limit=settings.max_file_bytes
        )
        self.places = Places(settings.content)
        self.lines: dict[str, int] = {}
        self.model: SiteModel | None = None
        self._owners: dict[str, str] = {}
        self._failures = 0

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
        with self._timed("read"):
            vocabularies, problems = Vocabularies.load(settings.content / "vocabulary")
            reading = read_content(
                settings.content,
                vocabularies,
                settings.today,
                lambda done, total: self.progress("read", done, total),
            )
        with self._timed("gather"):
            items, media = self._resolved(reading)
            self.report.files = reading.files
            between = [*media.problems, *gathered_problems(items, settings.agency, settings.today)]
            self.report.problems += [*problems, *reading.problems, *self.places.placed(between)]
            self.model = self._model(items, media, vocabularies)
        return self.model

    def _resolved(self, reading: Reading) -> tuple[tuple[Item, ...], Media]:
        self.lines = dict(reading.lines)
        items, media = resolved(
            reading.items, self.settings.content, self.pictures, self.attachments, self.lines
        )
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
        """Render everything into the staging folder; a problem found here counts like any other."""
        with self._timed("render"):
            self._render_pages(model)
        with self._timed("data"):
            self._write_products(model)
        with self._timed("media"):
            self._copy_media(model)

    def _render_pages(self, model: SiteModel) -> None:
        settings = self.settings
        plan = Plan(model, settings)
        theme = Theme(
            settings.theme, read_assets(settings.theme), settings.site_url, settings.cache
        )
        frames = {language: frame(site) for language, site in plan.sites.items()}
        for name, data in theme.assets.files.items():
            self.staging.write(theme.assets.address(name), data)
        places: list[Place] = []
        total = len(model.items)
        self._owners = {item.address: item.path for item in model.items}
        for page in plan.pages(self._failed):
            self._take(page)
            try:
                self.staging.write(
                    addresses.file_of(page.address), theme.render(page, frames[page.language])
                )
            except Exception as error:  # of any template or filter; the last good site stays
                self._failed(self._owner(page), error)
                continue
            if page.indexed and not isinstance(page, RedirectPage):
                places.append(Place(page.address, page.updated, page.alternates))
            self.report.pages += 1
            self.progress("render", self.report.pages, max(total, self.report.pages))
        self._write_sitemap(places)

    def _owner(self, page: Page) -> str:
        """The item that a page comes from, or the address of a page that comes from many."""
        address = page.target if isinstance(page, RedirectPage) else page.address
        return self._owners.get(address, f"/{page.address}")

    def _failed(self, path: str, error: Exception) -> None:
        """Tell that a page could not be made; after ten the rest is not tried."""
        reason = f"{type(error).__name__}: {error}"
        self.report.problems.append(
            Problem(
                path,
                N_("the page cannot be made: {reason}"),
                N_("Show this message to whoever looks after the theme and the program"),
                params={"reason": reason},
            )
        )
        self._failures += 1
        if self._failures >= MOST_FAILURES:
            raise ContentError(self.report.problems) from error

    def _take(self, page: Page) -> None:
        path = addresses.file_of(page.address)
        if path in self.staging.addresses:
            is_old, pair = isinstance(page, RedirectPage), self._owner(page)[: -len(".vi.md")]
            if any(
                p.is_error and p.field in _TWIN_FIELDS and p.path[: -len(".vi.md")] == pair
                for p in self.report.problems
            ):
                return  # what makes the addresses alike has been told
            remedy = (
                N_("Take it out of old_urls") if is_old else N_("Write another slug in one of them")
            )
            taken = Problem(
                self._owner(page),
                N_("is the address of two pages"),
                remedy,
                "old_urls" if is_old else "slug",
                f"/{page.address}",
                rule="R20" if is_old else "",
            )
            self.report.problems += self.places.placed([taken])

    def _write_sitemap(self, places: list[Place]) -> None:
        for name, text in sitemap(places, self.settings.site_url).items():
            self.staging.write(name, text.encode())
        self.staging.write(
            "robots.txt", robots(self.settings.site_url, self.settings.public).encode()
        )

    def _write_products(self, model: SiteModel) -> None:
        plan_sites = Plan(model, self.settings).sites
        agency = {language: site.agency_name for language, site in plan_sites.items()}
        for address, text in data_files(model, self.settings.site_url):
            self.staging.write(address, text.encode())
        for name in RECORD_TYPES:
            self.staging.write(
                f"open-data/{name}.schema.json", schema_text(open_data_schema(name)).encode()
            )
        for address, text in feeds(model, self.settings.site_url, agency):
            self.staging.write(address, text.encode())
        for item in model.items:
            card = _vcard(model, item)
            if card:
                self.staging.write(vcard_address(item), card.encode())

    def _copy_media(self, model: SiteModel) -> None:
        for picture in model.pictures.values():
            for address, path in self.pictures.files(picture):
                self.staging.copy(address, path)
        for attachment in model.attachments.values():
            self.staging.copy(attachment.address, self.attachments.file(attachment))

    def check_links(self, model: SiteModel) -> None:
        """Links of bodies to addresses of the site, once all addresses are known."""
        self.report.problems += broken_site_links(
            model.items, frozenset(self.staging.addresses), self.lines
        )

    def commit(self, model: SiteModel) -> None:
        """Commit, or raise ``ContentError`` and leave the last good site as it is."""
        report, settings = self.report, self.settings
        self.note_moves(model)
        if report.errors:
            self.staging.abandon()
            report.save(settings.report, settings.editor_lang)
            raise ContentError(report.problems)
        with self._timed("commit"):
            self.staging.adopt()
            report.written = self.staging.changed
            report.deleted = len(self.staging.commit())
        report.committed = True
        for name, text in redirect_files(model.items, settings.site_url).items():
            write_bytes(settings.report / name, text.encode())
        write_json(settings.report / KNOWN, {f"{i.id} {i.lang}": i.address for i in model.items})
        report.save(settings.report, settings.editor_lang)

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

    @contextmanager
    def _timed(self, step: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.report.seconds[step] = self.report.seconds.get(step, 0) + time.perf_counter() - start


def _media_of(items: tuple[Item, ...], media: Media, mark: str) -> Media:
    """The media that visible items use; what only a draft uses reaches no output."""
    used = {path for item in items for path in item.files.values()} | {mark}
    return Media(
        {path: media.pictures[path] for path in sorted(used & media.pictures.keys())},
        {path: media.attachments[path] for path in sorted(used & media.attachments.keys())},
        [],
    )


def _vcard(model: SiteModel, item: Item) -> str:
    record = item.record
    if isinstance(record, Unit):
        return unit_card(record, item.lang)
    if not isinstance(record, Contact):
        return ""
    unit = model.find("unit", record.unit, item.lang)
    term = model.vocabularies["positions"].get(record.position or "")
    position = term.label.of(item.lang) if term else record.position or ""
    return contact_card(
        record, position, unit.record if unit and isinstance(unit.record, Unit) else None, item.lang
    )


def build_site(settings: Settings, progress: Progress = silent) -> BuildReport:
    """A whole build without Pelican's run around it; ``ContentError`` where content holds errors."""
    build = Build(settings, progress)
    build.report.recovered = build.staging.begin()
    try:
        model = build.gather()
        build.render(model)
        build.check_links(model)
    except BaseException:
        build.staging.abandon()
        raise
    build.commit(model)
    return build.report


def check_site(settings: Settings, progress: Progress = silent) -> BuildReport:
    """Every problem of the content; renders into a folder that is thrown away, changes nothing."""
    build = Build(settings, progress)
    build.staging = Staging(
        settings.output.with_name(f".{settings.output.name}-check"), settings.report
    )
    build.staging.begin()
    try:
        model = build.gather()
        build.render(model)
        build.check_links(model)
        build.note_moves(model)
    finally:
        build.staging.abandon()
    return build.report

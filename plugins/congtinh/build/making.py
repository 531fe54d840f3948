"""From a model to staged files: what is still as the last build left it stays, the rest is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from congtinh import addresses
from congtinh.build.assets import read_assets
from congtinh.build.attachments import AttachmentStore
from congtinh.build.cache import digest
from congtinh.build.commit import Staging, files_below
from congtinh.build.indexing import Indexing
from congtinh.build.ledger import (
    FileEntry,
    Freshness,
    Ledger,
    PageEntry,
)
from congtinh.build.memory import Memory
from congtinh.build.pictures import PictureStore
from congtinh.build.places import Places
from congtinh.build.prints import shared_prints, template_prints
from congtinh.build.producing import ProduceJob, produced
from congtinh.build.products import Product, assets, media, products
from congtinh.build.rendering import RenderJob, rendered
from congtinh.build.report import BuildReport, Progress
from congtinh.build.sheet_rows import in_sheets
from congtinh.build.stamps import Stamp, scan
from congtinh.build.theme import Theme
from congtinh.errors import N_, ContentError, Problem
from congtinh.model import SiteModel
from congtinh.opendata.sitemap import sitemap_files, sitemap_names
from congtinh.pages.plan import Plan
from congtinh.pages.planned import Planned
from congtinh.settings import Settings

MOST_FAILURES = 10
_TWIN_FIELDS = ("id", "slug", "symbol", "old_urls")


class Making:
    """Makes the files of one build, and the ledger that says what each was made from."""

    def __init__(
        self,
        settings: Settings,
        staging: Staging,
        report: BuildReport,
        places: Places,
        progress: Progress,
        ledger: Ledger,
        kept: Path | None = None,
    ) -> None:
        """``kept``: where the cache keeps what is known of the output; without it no index is made."""
        self.settings, self.staging, self.report = settings, staging, report
        self.places, self.progress = places, progress
        self.ledger, self.kept = ledger, kept
        self.memory = Memory()
        self._failures = 0

    def make(
        self, model: SiteModel, before: Ledger, stores: tuple[PictureStore, AttachmentStore]
    ) -> None:
        """Stage everything that differs from the output; ``before`` is the ledger of the last build."""
        try:
            self._make_site(model, before, stores)
        except Exception as failure:  # what is made of broken content fails in any of many ways
            if not self.report.errors:
                raise
            raise ContentError([*in_sheets(self.settings.content, self.report.problems)]) from failure

    def _make_site(
        self, model: SiteModel, before: Ledger, stores: tuple[PictureStore, AttachmentStore]
    ) -> None:
        settings = self.settings
        with self.report.timed("plan"):
            plan = Plan(model, settings)
            self.theme = self._theme()
            fresh = self._freshness(plan, before)
            same = before.cards == self.ledger.cards and fresh.shares_all() and fresh.is_whole()
        if same:
            self._make_changed_bodies(plan, before)
        else:
            self._make_all(plan, fresh, stores)
        if self.kept is not None and not self.report.errors:
            with self.report.timed("index"):
                indexing = Indexing(self.kept, self.settings.output, self.staging, self.ledger)
                indexing.make(model, stores[1], fresh)
        with self.report.timed("answers"):
            self.ledger.answers = fresh.answers_to(self.ledger.pages.values(), same)

    def _theme(self) -> Theme:
        """The theme as it is now; the one of the last build where no file of it has changed."""
        settings, memory = self.settings, self.memory
        tree = scan(settings.theme, whole=True)
        known = memory.theme_tree
        if memory.theme is None or known != tree or memory.theme.site_url != settings.site_url:
            assets = read_assets(settings.theme)
            memory.theme = Theme(settings.theme, assets, settings.site_url, settings.cache)
            memory.theme_tree = tree
        return memory.theme

    def _make_changed_bodies(self, plan: Plan, before: Ledger) -> None:
        """No card is other than it was: the pages of changed bodies are all that there is to make."""
        self.ledger.pages, self.ledger.files = dict(before.pages), dict(before.files)
        changed = {
            page.address: page
            for item in plan.model.items
            if item.record.own_page and before.bodies.get(item.path) != item.digest
            for page in plan.of_body(item)
        }
        for address in before.pages:
            self.staging.add(addresses.file_of(address))
        for address in before.files:
            self.staging.add(address)
        with self.report.timed("render"):
            self._render(plan, [*changed.values()], len(before.pages))
        self.report.pages = len(self.ledger.pages)

    def _make_all(
        self, plan: Plan, fresh: Freshness, stores: tuple[PictureStore, AttachmentStore]
    ) -> None:
        with self.report.timed("plan"):
            planned = self._taken_once(plan)
            kept = {one.address: self._fresh_entry(one, fresh) for one in planned}
            self.ledger.pages = kept  # type: ignore[assignment]  # those to be made follow, in their places
            plan.model.neighbours.settle()  # once for all processes that render, and for the ledger
        with self.report.timed("media"):  # first, since the pages that are shown early need them
            self._make(assets(self.theme, self.settings), fresh)
            self._make(media(plan.model, *stores), fresh)
        with self.report.timed("render"):
            waiting = [one for one in planned if kept[one.address] is None]
            self._render(plan, waiting, len(planned))
            self.ledger.pages = {at: page for at, page in self.ledger.pages.items() if page}
        self.report.pages = len(self.ledger.pages)
        with self.report.timed("data"):
            self._make(products(plan, self.settings, self.theme), fresh)
            self._make(self._sitemap(), fresh)

    def _freshness(self, plan: Plan, before: Ledger) -> Freshness:
        settings = self.settings
        templates = template_prints(settings.theme / "templates")
        self.ledger.templates = templates
        self.ledger.shared = shared_prints(plan, settings, self.theme.assets, templates)
        self.ledger.bodies = {item.path: item.digest for item in plan.model.items}
        output = self._output(before)
        return Freshness(before, plan.model, self.ledger.shared, templates, output)

    def _output(self, before: Ledger) -> Mapping[str, Stamp]:
        """The files of the output; in a process that keeps its ledger, as the last build left them."""
        if self.memory.ledger is None or not self._stands(before):
            return scan(self.settings.output).files
        return {at: (*left, 0) for at, left in before.output_files().items()}

    def _stands(self, before: Ledger) -> bool:
        """Whether the output has not been taken away: its first page is there as it was left."""
        home = before.pages.get("")
        try:
            found = (self.settings.output / addresses.file_of("")).stat()
        except OSError:
            return False
        return home is not None and (found.st_size, found.st_mtime_ns) == home.left

    def _fresh_entry(self, one: Planned, fresh: Freshness) -> PageEntry | None:
        file = addresses.file_of(one.address)
        return fresh.page(one.address, file, one.language, one.decided)

    def _render(self, plan: Plan, waiting: list[Planned], total: int) -> None:
        done = total - len(waiting)
        self.progress("render", done, total)
        seen = self.memory.open_pages() if waiting else frozenset()
        first = [one for one in waiting if one.address in seen]
        if first:
            self._render_now(plan, first, done, total)
            self._show()
            waiting = [one for one in waiting if one.address not in seen]
        self._render_now(plan, waiting, done + len(first), total)

    def _render_now(self, plan: Plan, waiting: list[Planned], done: int, total: int) -> None:
        if not waiting:
            return
        job = RenderJob(
            waiting,
            plan.model,
            self.theme,
            frozenset(self.ledger.templates),
            plan.frames(),
            self.staging.stage,
            self.settings.site_url,
        )
        for made in rendered(job, self.settings.workers):
            done += 1
            self.progress("render", done, total)
            if made.entry is None:
                self._failed(waiting[made.number], made.reason)
                continue
            self.ledger.pages[waiting[made.number].address] = made.entry
            self.staging.changed += made.changed
            self.report.rendered += 1

    def _show(self) -> None:
        """Put open pages, and what they show, into their places before the rest is made.

        Only a preview has any.  Until the commit, the ledger in memory does not say how they are left.
        """
        if not self.report.errors:
            self.memory.ledger = None
            for path in files_below(self.staging.files):
                self.staging.show(path)
            self.memory.seen()

    def _taken_once(self, plan: Plan) -> list[Planned]:
        """The planned pages; a second page at an address is told and left out."""
        found: dict[str, Planned] = {}
        for one in plan.planned():
            file = addresses.file_of(one.address)
            if file in found:
                self._tell_taken(one)
            else:
                found[file] = one
                self.staging.add(file)
        return list(found.values())

    def _failed(self, page: Planned, reason: str) -> None:
        """Tell that a page could not be made; after ten the rest is not tried."""
        self.report.problems.append(
            Problem(
                page.owner or f"/{page.address}",
                N_("the page cannot be made: {reason}"),
                N_("Show this message to whoever looks after the theme and the program"),
                params={"reason": reason},
            )
        )
        self._failures += 1
        if self._failures >= MOST_FAILURES:
            raise ContentError(self.report.problems)

    def _tell_taken(self, page: Planned) -> None:
        pair = page.owner[: -len(".vi.md")]
        if any(
            p.is_error and p.field in _TWIN_FIELDS and p.path[: -len(".vi.md")] == pair
            for p in self.report.problems
        ):
            return  # what makes the addresses alike has been told
        remedy = (
            N_("Take it out of old_urls") if page.is_old else N_("Write another slug in one of them")
        )
        taken = Problem(
            page.owner or f"/{page.address}",
            N_("is the address of two pages"),
            remedy,
            "old_urls" if page.is_old else "slug",
            f"/{page.address}",
            rule="R20" if page.is_old else "",
        )
        self.report.problems += self.places.placed([taken])

    def _make(self, files: Iterable[Product], fresh: Freshness) -> None:
        waiting = []
        for product in files:
            for address in product.addresses:
                self.staging.add(address)
            entries = [fresh.file(address, product.made_from) for address in product.addresses]
            if None in entries:
                waiting.append(product)
            self.ledger.files |= {
                address: entry
                for address, entry in zip(product.addresses, entries, strict=True)
                if entry is not None
            }
        for made in produced(ProduceJob(waiting, self.staging.stage), self.settings.workers):
            product = waiting[made.number]
            self.staging.changed += made.changed
            for address, left in zip(product.addresses, made.left, strict=True):
                self.ledger.files[address] = FileEntry(product.made_from, left)

    def _sitemap(self) -> Iterator[Product]:
        entries = [page.sitemap for page in self.ledger.pages.values() if page.sitemap]
        made_from = digest((self.settings.site_url.encode(), *(e.encode() for e in entries)))
        make = partial(_sitemap_files, entries, self.settings.site_url)
        yield Product(tuple(sitemap_names(entries)), made_from, make)


def _sitemap_files(entries: list[str], site_url: str) -> list[bytes]:
    return [text.encode() for text in sitemap_files(entries, site_url).values()]

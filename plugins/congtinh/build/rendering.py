"""Pages made and rendered on all cores, each put into the staging folder where it differs from the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import TemplateError

from congtinh import addresses
from congtinh.build.commit import Stage
from congtinh.build.ledger import PageEntry
from congtinh.build.theme import Theme
from congtinh.build.workers import cores, each
from congtinh.languages import Language, other
from congtinh.model import SiteModel
from congtinh.opendata.sitemap import Place, entry
from congtinh.pages.contexts import Page, RedirectPage
from congtinh.pages.frame_parts import Frame
from congtinh.pages.planned import Planned
from congtinh.reads import Read

FEW = 100
"""Pages up to which one process is quicker than several."""
_LARGEST_PART = 100


@dataclass(frozen=True)
class RenderJob:
    """What rendering any page needs; ``planned`` are the pages to be made."""

    planned: Sequence[Planned]
    model: SiteModel
    theme: Theme
    templates: frozenset[str]
    frames: dict[Language, Frame]
    stage: Stage
    site_url: str


class Rendered(NamedTuple):
    """One page that was made: its place in the job, its entry in the ledger, whether its file changed.

    Where it could not be made, ``entry`` is ``None`` and ``reason`` says why.
    """

    number: int
    entry: PageEntry | None
    changed: bool
    reason: str = ""


def rendered(job: RenderJob, workers: int) -> Iterator[Rendered]:
    """Every page of the job, in its order, so that the same faults are told however many work."""
    total = len(job.planned)
    processes = 1 if total <= FEW else cores(workers)
    size = max(1, min(_LARGEST_PART, total // (processes * 4) or 1))
    parts = [range(start, min(start + size, total)) for start in range(0, total, size)]
    if processes == 1:
        parts = [range(number, number + 1) for number in range(total)]
    held: dict[int, list[Rendered]] = {}
    following = 0
    for made in each(_render, job, parts, processes):
        held[made[0].number] = made
        while ready := held.pop(following, None):
            yield from ready
            following += len(ready)


def _render(job: RenderJob, part: range) -> list[Rendered]:
    return [_page(job, number) for number in part]


def _page(job: RenderJob, number: int) -> Rendered:
    planned = job.planned[number]
    try:
        with job.model.reads.watched() as reads:
            page = planned.make()
        data = job.theme.render(page, job.frames[planned.language])
        left, changed = job.stage.put(addresses.file_of(planned.address), data)
    except TemplateError as error:  # a template that is missing counts as a file that is, too
        return Rendered(number, None, False, f"{type(error).__name__}: {error}")
    except OSError:
        raise
    except Exception as error:  # of any page maker, template or filter; the last good site stays
        return Rendered(number, None, False, f"{type(error).__name__}: {error}")
    made = PageEntry(
        next((name for name in page.templates if name in job.templates), page.templates[-1]),
        planned.decided,
        tuple(sorted(reads - _own_pair(job.model, planned))),
        left,
        _sitemap(page, job.site_url),
    )
    return Rendered(number, made, changed)


def _own_pair(model: SiteModel, planned: Planned) -> set[Read]:
    """The question for an item's own counterpart, which decides its page without being asked."""
    item = dict.get(model.by_path, planned.owner)
    return {("pair", item.id, other(item.lang))} if item and not planned.is_old else set()


def _sitemap(page: Page, site_url: str) -> str:
    if not page.indexed or isinstance(page, RedirectPage):
        return ""
    return entry(Place(page.address, page.updated, page.alternates), site_url)



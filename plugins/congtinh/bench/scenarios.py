"""The measurement: ours and the rivals in turn, each in a new process, after one edit at a time."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from congtinh.bench.edits import edit_file, edits, middle, with_body_word, with_title_word, word
from congtinh.bench.hugo import HugoSite, write_hugo_frame
from congtinh.bench.items import BenchItem, items
from congtinh.bench.processes import BUILD, Measure, run
from congtinh.bench.results import Results
from congtinh.bench.rivals import Rivals
from congtinh.bench.serving import free_port, preview, serve_command
from congtinh.bench.site import BenchSite, write_frame, write_site
from congtinh.errors import N_

WARM_ITEMS, LEAST_EDITS = 20, 3
Tell = Callable[[str], None]
_EDIT_FILES = {"serve_edit": with_body_word, "serve_edit_title": with_title_word}


@dataclass(frozen=True, slots=True)
class Sites:
    """The same items as our site and as a Hugo site; ``items`` are without their bodies."""

    ours: BenchSite
    hugo: HugoSite
    items: tuple[BenchItem, ...]


def write_sites(folder: Path, stock: Iterable[BenchItem], rivals: bool) -> Sites:
    """The items of ``stock`` as both sites below ``folder``; Hugo's only where it will be measured."""
    roots = [folder / "site", folder / "hugo"]
    for root in roots:
        root.mkdir(parents=True)
    ours, hugo = write_frame(roots[0]), write_hugo_frame(roots[1])
    written = []
    for item in stock:
        ours.write(item)
        if rivals:
            hugo.write(item)
        written.append(dataclasses.replace(item, body=""))
    return Sites(ours, hugo, tuple(written))


class Bench:
    """One measurement of one pair of sites; its methods fill ``results``."""

    def __init__(self, sites: Sites, rivals: Rivals | None, runs: int, tell: Tell) -> None:
        self.sites = sites
        self.rivals = rivals
        self.tell = tell
        self.results = Results(len(sites.items), runs)
        self._number = 0
        if rivals:
            versions = {name: rivals.version(name) for name in ("hugo", "pagefind")}
            self.results.versions = versions

    def warm_up(self, folder: Path) -> None:
        """Build a small site unmeasured, since the first run of a program reads it from the disk."""
        folder.mkdir()
        run(BUILD, write_site(folder, items(WARM_ITEMS)).root)

    def cold(self, *, index: bool = True) -> None:
        """Cold builds of ours and of the rivals in turn, so that a machine that drifts is fair."""
        if self.rivals:
            self.tell(N_("Hugo, cold"))
            self._add(self.results.hugo, "cold", self._hugo_cold())
        if self.rivals and index:
            self.tell(N_("Pagefind"))
            self._add(self.results.pagefind, "index", self._pagefind_cold())
        self.tell(N_("cold build"))
        self._add(self.results.ours, "cold", self._cold())

    def edits(self, added: Sequence[BenchItem], names: Sequence[str] = ()) -> None:
        """Each edit of a fully built site once, measured; then it is taken back if need be."""
        for edit in edits(self.sites.ours, self.sites.items, added):
            if names and edit.name not in names:
                continue
            self.tell(edit.label)
            edit.make(self._next())
            self._add(self.results.ours, edit.name, self._build())
            if edit.undo:
                edit.undo()
                self._build()

    def memory(self, *, index: bool = True) -> None:
        """One cold run of each with its memory watched, which would disturb a timed one."""
        self.tell(N_("memory"))
        runs = {"ours": self._cold(memory=True)}
        if self.rivals:
            runs["hugo"] = self._hugo_cold(memory=True)
        if self.rivals and index:
            runs["pagefind"] = self._pagefind_cold(memory=True)
        for name, measure in runs.items():
            peaks = {name: measure.memory, f"{name}_largest_process": measure.largest}
            self.results.memory |= {key: peak for key, peak in peaks.items() if peak is not None}

    def count_pages(self) -> None:
        """HTML pages and all files of both outputs."""
        folders = {"ours": self.sites.ours.output}
        if self.rivals:
            folders["hugo"] = self.sites.hugo.public
        for name, folder in folders.items():
            files = [path for path in folder.rglob("*") if path.is_file()]
            self.results.pages[name] = sum(path.suffix == ".html" for path in files)
            self.results.pages[f"{name}_files"] = len(files)

    def serve(self) -> None:
        """Edits under our preview and, after it has ended, under Hugo's."""
        target = middle(self.sites.ours, self.sites.items)
        self.tell(N_("serve"))
        path = self.sites.ours.content / target.path
        address = self.sites.ours.address(target)
        self._serve(self.results.ours, serve_command, self.sites.ours.root, path, address)
        if self.rivals:
            self.tell(N_("hugo server"))
            path = self.sites.hugo.path(target)
            address = self.sites.hugo.address(target)
            command, folder = self.rivals.hugo_server, self.sites.hugo.root
            self._serve(self.results.hugo, command, folder, path, address)

    def _serve(
        self,
        results: dict[str, list[Measure]],
        command: Callable[[int], Sequence[str]],
        folder: Path,
        path: Path,
        address: str,
    ) -> None:
        port = free_port()
        with preview(command(port), folder, port, address) as running:
            for name, change in _EDIT_FILES.items():
                for _ in range(max(self.results.runs, LEAST_EDITS)):
                    number = self._next()
                    edit_file(path, change, number)
                    seconds = running.seconds_until(address, word(number))
                    self._add(results, name, Measure(seconds, 0.0))
                    running.settle()

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _build(self) -> Measure:
        return run(BUILD, self.sites.ours.root)

    def _cold(self, *, memory: bool = False) -> Measure:
        for folder in self.sites.ours.made:
            _remove(folder)
        return run(BUILD, self.sites.ours.root, memory=memory)

    def _hugo_cold(self, *, memory: bool = False) -> Measure:
        assert self.rivals
        for name in ("public", "resources"):
            _remove(self.sites.hugo.root / name)
        return run(self.rivals.hugo_build, self.sites.hugo.root, memory=memory)

    def _pagefind_cold(self, *, memory: bool = False) -> Measure:
        assert self.rivals
        _remove(self.sites.hugo.root / "index")
        return run(self.rivals.pagefind_index, self.sites.hugo.root, memory=memory)

    @staticmethod
    def _add(results: dict[str, list[Measure]], name: str, measure: Measure) -> None:
        results.setdefault(name, []).append(measure)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)

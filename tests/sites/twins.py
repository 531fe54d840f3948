"""One site built twice after each edit: on what earlier builds left, and from nothing; both must be alike."""

from __future__ import annotations

import difflib
import json
import shutil
from pathlib import Path
from typing import Any

from tests.sites.builds import Outcome, outcome, started
from tests.sites.copies import Tree, keep_templates, lend_templates, times, tree
from tests.sites.desk import Desk

OF_ONE_RUN = ("seconds", "written", "deleted", "recovered", "rendered", "read", "cache")
"""What a report says of the work of one run, which two builds of the same site need not share."""
OF_LAST_BUILD = ("addresses.json", "validity.json")
"""Where items stood and what held at the last build, which a build may ask for: it tells what has changed."""


class Twins:
    """A desk whose site is built again and again, and beside it a clean build each time.

    ``long_lived``: all builds in this process, as ``invoke serve`` does; else each in a new one.
    The clean build finds compiled templates, which are kept by their source, and nothing else.
    """

    def __init__(self, desk: Desk, long_lived: bool = True) -> None:
        self.desk = desk
        self.long_lived = long_lived
        self.told: list[str] = []
        self.clean = desk.site.root / "clean"

    @property
    def output(self) -> Path:
        return self.desk.site.output

    @property
    def cache(self) -> Path:
        return self.desk.site.root / ".cache"

    def build(self, *told: str) -> Outcome:
        """Both builds; ``AssertionError`` with all edits so far where they are not alike."""
        self.told.append("; ".join(told) or "nothing")
        before, stood = tree(self.output), times(self.output)
        beside = self._start_clean()
        settings = self.desk.read_settings()
        given = outcome(settings) if self.long_lived else started(settings).outcome()
        wanted = beside.outcome()
        keep_templates(self.clean / ".cache")
        self._must(not wanted.failure, "the clean build failed", wanted.failure)
        self._must(not given.failure, "the build failed", given.failure)
        self._compare_problems(given, wanted)
        if given.committed:
            self._compare_committed(given, before, stood)
        else:
            after = tree(self.output)
            self._must(
                after == before, "a refused build changed the site", differences(after, before)
            )
            self._must(times(self.output) == stood, "a refused build touched the site")
        return given

    def first_build(self) -> Outcome:
        """Both builds of the site as it is given."""
        lend_templates(self.cache)
        return self.build("the first build")

    def _start_clean(self) -> Any:
        report = self.clean / "output-report"
        shutil.rmtree(self.clean, ignore_errors=True)
        report.mkdir(parents=True)
        for name in OF_LAST_BUILD:
            known = self.desk.site.root / "output-report" / name
            if known.is_file():
                shutil.copyfile(known, report / name)
        lend_templates(self.clean / ".cache")
        places = {"OUTPUT_PATH": str(self.clean / "output"), "CACHE": str(self.clean / ".cache")}
        return started(self.desk.read_settings(**places))

    def _compare_problems(self, given: Outcome, wanted: Outcome) -> None:
        ours, theirs = ([repr(p) for p in one.problems] for one in (given, wanted))
        self._must(ours == theirs, "other problems", "\n".join(difflib.ndiff(theirs, ours)))
        self._must(given.committed == wanted.committed, "only one of the two was committed")

    def _compare_committed(self, given: Outcome, before: Tree, stood: dict[str, int]) -> None:
        after, clean = tree(self.output), tree(self.clean / "output")
        self._must(after == clean, "not the files of a clean build", differences(after, clean))
        now = times(self.output)
        kept = [path for path, data in after.items() if before.get(path) == data]
        touched = [path for path in kept if now[path] != stood[path]]
        self._must(not touched, "files with the same bytes have another time", str(touched[:10]))
        assert given.report is not None
        if not given.report.recovered:
            changed = len(after) - len(kept)
            self._must(given.report.written == changed, f"{changed} files written, not as counted")
        ours, theirs = (_reports(root) for root in (self.desk.site.root, self.clean))
        self._must(ours == theirs, "other reports", differences(ours, theirs))
        left = [path for path in after if path.endswith(".part")]
        self._must(not left and not (self.output.parent / ".output-staging").exists(), "left-overs")

    def _must(self, holds: bool, what: str, detail: str = "") -> None:
        if not holds:
            steps = "\n".join(f"  {number}. {told}" for number, told in enumerate(self.told))
            kind = "in one process" if self.long_lived else "each in a new process"
            raise AssertionError(f"{what}\nbuilds ({kind}) after:\n{steps}\n{detail}")


def _reports(root: Path) -> Tree:
    """What lies beside the output, without what belongs to one run."""
    found = tree(root / "output-report")
    report = json.loads(found["build-report.json"])
    left = {name: value for name, value in report.items() if name not in OF_ONE_RUN}
    found["build-report.json"] = json.dumps(left, ensure_ascii=False, indent=1).encode()
    return found


def differences(ours: Tree, theirs: Tree, most: int = 5) -> str:
    """Which files differ, and the first lines in which they do; ``-`` is the clean build."""
    told = [f"only in the clean build: {path}" for path in sorted(theirs.keys() - ours.keys())]
    told += [f"only in this build: {path}" for path in sorted(ours.keys() - theirs.keys())]
    other = [path for path in sorted(ours.keys() & theirs.keys()) if ours[path] != theirs[path]]
    told += [f"differs: {path}" for path in other]
    for path in other[:most]:
        old, new = (side[path].decode(errors="replace").split("\n") for side in (theirs, ours))
        lines = difflib.unified_diff(old, new, path, path, lineterm="", n=0)
        told += [line[:300] for line in list(lines)[:12]]
    return "\n".join(told)

"""Work on all cores: every part once, however many processes there are and whatever becomes of them."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.build import producing, reader, rendering, workers
from congtinh.build.workers import cores, each
from tests.sites.copies import SiteCopy, tree


def squared(more: int, part: int) -> int:
    return part * part + more


def told_process(job: None, part: int) -> tuple[int, int]:
    return part, os.getpid()


def faulty(bad: int, part: int) -> int:
    if part == bad:
        raise ValueError(f"part {part}")
    return part


def killed_once(flag: Path, part: int) -> int:
    """As the system does when memory is short; the first to come here is the one."""
    if part == 3:
        try:
            flag.touch(exist_ok=False)
        except FileExistsError:
            return part
        os.kill(os.getpid(), signal.SIGKILL)
    return part


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(), max_size=9), st.sampled_from((1, 2, 5)))
def test_every_part_is_done_once(parts: list[int], number: int) -> None:
    """The same results for any number of processes, equal parts counted apart."""
    found = Counter(each(squared, 7, parts, number))
    assert found == Counter(part * part + 7 for part in parts)


@pytest.mark.parametrize(("parts", "number"), [(6, 1), (1, 5)])
def test_one_process_is_this_one(parts: int, number: int) -> None:
    """Nothing is started where nothing can be done at the same time."""
    assert {process for _, process in each(told_process, None, range(parts), number)} == {
        os.getpid()
    }


def test_several_processes_are_others() -> None:
    """No more of them than asked for."""
    processes = {process for _, process in each(told_process, None, range(40), 2)}
    assert os.getpid() not in processes
    assert 1 <= len(processes) <= 2


@pytest.mark.parametrize("number", [1, 2, 5])
def test_an_exception_of_a_part_is_raised(number: int) -> None:
    """As if the work had been done here."""
    with pytest.raises(ValueError, match="part 2"):
        list(each(faulty, 2, range(5), number))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no process can be killed like this")
@pytest.mark.parametrize("number", [2, 5])
def test_what_a_killed_process_left_is_made_good(tmp_path: Path, number: int) -> None:
    """Here, and once: nothing is lost, nothing comes twice."""
    flag = tmp_path / "killed"
    assert sorted(each(killed_once, flag, range(9), number)) == list(range(9))
    assert flag.exists()


def test_results_that_nobody_waits_for_end_the_work() -> None:
    """A build that is refused leaves no process behind."""
    results = each(told_process, None, range(200), 2)
    next(results)
    assert isinstance(results, Iterator)
    results.close()  # type: ignore[attr-defined]
    assert sorted(each(squared, 0, range(4), 2)) == [0, 1, 4, 9]


@pytest.mark.parametrize("wanted", [1, 3])
def test_as_many_as_are_wanted(wanted: int) -> None:
    """A setting decides; without it, what the machine gives to this process."""
    assert cores(wanted) == wanted
    assert cores() >= 1


@pytest.mark.parametrize("forks", [True, False])
def test_the_site_is_the_same_however_processes_begin(
    small: SiteCopy, built: SiteCopy, monkeypatch: pytest.MonkeyPatch, forks: bool
) -> None:
    """Forked as on Linux, or started anew as elsewhere, where all that they need is handed over."""
    if forks and not workers.FORKS:
        pytest.skip("processes cannot be forked here")
    monkeypatch.setattr(workers, "FORKS", forks)
    monkeypatch.setattr(rendering, "FEW", 1)
    monkeypatch.setattr(producing, "FEW", 30)  # the data files alone
    if forks:
        monkeypatch.setattr(reader, "FEW", 1)
    in_processes = set()
    pooled = workers._pooled

    def noted(work: Callable[..., object], *given: Any) -> object:
        in_processes.add(work.__name__)
        return pooled(work, *given)

    monkeypatch.setattr(workers, "_pooled", noted)

    report = small.build(WORKERS=2)

    assert in_processes - {"read_shard"} == {"_render", "_produce"}
    assert ("read_shard" in in_processes) is forks
    assert report.rendered == report.pages
    assert tree(small.output) == tree(built.output)

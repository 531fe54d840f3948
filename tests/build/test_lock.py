"""Two builds of one output wait for each other, and a forged cache calls nothing."""

from __future__ import annotations

import pickle
import shutil
import threading
from pathlib import Path

import pytest

from congtinh.build import cache
from congtinh.build.lock import Lock
from congtinh.build.run import build_site
from tests.sites.builds import started
from tests.sites.copies import tree
from tests.sites.desk import desk
from tests.sites.twins import differences


def test_a_second_taker_waits_until_the_first_leaves(tmp_path: Path) -> None:
    """It is told that it waits, once, and goes on when the lock is free."""
    first, second = Lock(tmp_path / "deep" / "lock"), Lock(tmp_path / "deep" / "lock")
    assert not first.take()
    told: list[str] = []
    asked = threading.Event()

    def wait() -> None:
        told.append("waits")
        asked.set()

    taker = threading.Thread(target=second.take, args=(wait,))
    taker.start()
    assert asked.wait(10)
    assert taker.is_alive()
    first.leave()
    taker.join(10)
    assert not taker.is_alive()
    assert told == ["waits"]
    second.leave()


def test_where_no_lock_can_be_kept_nobody_waits(tmp_path: Path) -> None:
    """A cache that cannot be written to must not stop a build."""
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    for lock in (Lock(), Lock(tmp_path / "file" / "lock")):
        assert not lock.take()
        lock.leave()


def test_two_builds_of_one_output_leave_it_whole(tmp_path: Path) -> None:
    """Begun at the same time, they end one after the other, and the site is that of a clean build."""
    made = desk(tmp_path / "site")
    settings = made.read_settings()
    others = [started(settings) for _ in range(2)]
    done = [other.outcome() for other in others]
    assert all(one.committed for one in done), [one.failure for one in done]
    stand = tree(settings.output)
    shutil.rmtree(settings.output)
    shutil.rmtree(settings.cache)
    build_site(settings)
    assert tree(settings.output) == stand, differences(tree(settings.output), stand)


@pytest.mark.parametrize(
    "forged",
    [
        b"cos\nsystem\n(S'true'\ntR.",
        b"ccongtinh.build.git_hook\nsubprocess.getoutput\n(S'true'\ntR.",
        b"ccongtinh.build.cache\nwrite\n.",
    ],
)
def test_a_forged_cache_calls_nothing(forged: bytes) -> None:
    """A pickle may name classes of this package and days, and no function, in no roundabout way."""
    with pytest.raises(pickle.UnpicklingError):
        cache.loads(forged)

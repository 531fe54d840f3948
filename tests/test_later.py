"""A module that is loaded when something of it is first asked for."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys

import pytest

from congtinh.later import Later
from tests.sites.copies import PROJECT


def test_it_is_loaded_when_it_is_asked() -> None:
    """Not before; then it is the module itself that answers."""
    sys.modules.pop("colorsys", None)
    later = Later("colorsys")
    assert "colorsys" not in sys.modules
    assert later.rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)
    assert later.rgb_to_hsv is sys.modules["colorsys"].rgb_to_hsv


def test_what_is_not_there_is_missed_as_ever() -> None:
    """A name that the module lacks, or a module that is none."""
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = Later("colorsys").no_such_name
    with pytest.raises(ModuleNotFoundError):
        _ = Later("no_such_module").name


def test_copying_and_pickling_load_nothing() -> None:
    """They ask the object itself."""
    sys.modules.pop("colorsys", None)
    later = Later("colorsys")
    for made in (copy.copy(later), pickle.loads(pickle.dumps(later))):
        assert "colorsys" not in sys.modules
        assert made.rgb_to_hsv
        del sys.modules["colorsys"]


def test_the_command_of_every_day_loads_little() -> None:
    """``invoke build`` asks first whether there is anything to do, with nothing that takes long to load."""
    heavy = (
        "jinja2",
        "pelican",
        "markdown",
        "PIL",
        "yaml",
        "multiprocessing",
        "concurrent.futures",
    )
    code = f"import sys, congtinh.commands.build; print([n for n in {heavy} if n in sys.modules])"
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True,
        check=True,
        text=True,
    )
    assert told.stdout.strip() == "[]"

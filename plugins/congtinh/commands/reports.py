"""``invoke report``: the official report of a period, kept with its data; and those of members added up."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from congtinh.build.console import Voice
from congtinh.build.run import Build
from congtinh.build.vocabularies import vocabularies_of
from congtinh.commands.site import shown, site_of, telling
from congtinh.errors import N_, ContentError, Problem
from congtinh.languages import LANGUAGES, Language
from congtinh.messages import number
from congtinh.model import SiteModel
from congtinh.periods import Period, PeriodFault, cut_off, parse_day, parse_period
from congtinh.report import frozen, making, merging
from congtinh.report.profiles import read_profile
from congtinh.report.reminding import letters
from congtinh.report.report_data import Told, agency_told, changes
from congtinh.report.report_facts import read_facts
from congtinh.settings import Settings
from congtinh.statistics.counting import counting_of
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.site_counts import SiteCounts

REPORTS = "reports"
PROFILE = "bao-cao-hoat-dong"
MERGED = "bao-cao-cong"


class Wish(NamedTuple):
    """What is asked for, as it stands on the command line."""

    period: str
    cutoff: str = "calendar"
    as_of: str = ""
    profile: str = PROFILE
    language: str = ""
    output: str = ""
    content: str = ""
    today: str = ""
    renew: bool = False
    format: str = "text"


@telling
def report(wish: Wish) -> int:
    """Write the report of a period; its figures are kept at the first time and told apart from then on."""
    site = site_of(wish.content, today=wish.today)
    voice = Voice(site.settings.editor_lang, wish.format == "json")
    period, language = _period(wish, site.settings), _language(wish.language)
    reports = reports_of(site.settings)
    profile = read_profile(wish.profile or PROFILE, language, reports)
    folder = frozen.folder_of(reports, period.code, period.cutoff, profile.name)
    now, model = _gathered(site.settings, period, voice)
    kept = None if wish.renew else frozen.read_kept(folder, reports)
    data = kept or now
    made = making.made(data, profile, folder, reports, model.vocabularies)
    if made.composed.problems:
        raise ContentError(made.composed.problems)
    if kept is None:
        frozen.keep(folder, data)
    output = Path(wish.output) if wish.output else folder / language
    written = write(output, making.files(made))
    found = list(changes(data, now)) if kept else []
    if voice.machine:
        _print(data, made.findings, found, written, voice)
    else:
        _tell(voice, made.findings, found, written, folder, Told(data), is_kept=kept is not None)
    return 0


def reports_of(settings: Settings) -> Path:
    """The folder of the department's reports, beside its content."""
    return settings.content.parent / REPORTS


def _language(text: str) -> Language:
    if text and text not in LANGUAGES:
        params = {"choices": ", ".join(LANGUAGES)}
        message, remedy = N_("is not one of the choices"), N_("Write one of: {choices}")
        raise ContentError([Problem("", message, remedy, "--language", text, params=params)])
    return "en" if text == "en" else "vi"


def _period(wish: Wish, settings: Settings) -> Period:
    """The period up to the day that is asked for, or to today while it lasts."""
    try:
        day = parse_day(wish.as_of) if wish.as_of else None
        vocabularies, _ = vocabularies_of(settings.content, settings.cache)
        period = parse_period(wish.period, cut_off(wish.cutoff or "calendar", vocabularies))
        if day is None and period.start <= settings.today < period.end:
            day = settings.today
        return period.at(day)
    except PeriodFault as fault:
        told = Problem("", fault.message, fault.remedy, "--period", fault.value, params=fault.params)
        raise ContentError([told]) from None


def _gathered(settings: Settings, period: Period, voice: Voice) -> tuple[dict[str, Any], SiteModel]:
    """The data as the content gives it now, on the last day of the period that has come."""
    model = model_of(settings, voice)
    cards = Scorecards(SiteCounts(model, counting_of(settings)), period, settings.agency)
    return making.data_of(cards, settings, commit_of(settings.content)), model


def model_of(settings: Settings, voice: Voice) -> SiteModel:
    """The content as it stands; ``ContentError`` where it has errors."""
    with voice.progress() as progress:
        build = Build(settings, progress)
        model = build.gather()
    if build.report.errors:
        raise ContentError(build.report.errors)
    return model


def commit_of(content: Path) -> str:
    """The commit that the content stands at, with ``+`` where files are other than in it; empty without git."""
    head = _git(content, "rev-parse", "HEAD")
    changed = _git(content, "status", "--porcelain", "--", ".") if head else ""
    return head + ("+" if changed else "")


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def write(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """The files in a folder; those that are as they should be stay."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)
    return [folder / name for name in files]


def _tell(
    voice: Voice,
    findings: Iterable[Problem],
    found: list[Any],
    written: list[Path],
    folder: Path,
    told: Told,
    *,
    is_kept: bool,
) -> None:
    voice.problems(list(findings))
    for path in written:
        voice.line(N_("Written: {path}"), path=shown(path.resolve()))
    if not is_kept:
        voice.line(N_("The figures are kept in {path}; commit this folder."), path=shown(folder / frozen.FILE))
        return
    voice.line(N_("The figures are those that {path} keeps."), path=shown(folder / frozen.FILE))
    for key, language, then, now in found:
        label = told.label(key, voice.language) + (f" ({language})" if language else "")
        values = {"then": _value(then, voice.language), "now": _value(now, voice.language)}
        voice.line(N_("Adjusted since the report: {label}: {then}, now {now}"), label=label, **values)
    if found:
        voice.line(N_("To take the figures of today into the report, add --renew."))


def _value(value: Any, language: str) -> str:
    return "–" if value is None else number(value if isinstance(value, int) else float(value), language)


def _print(
    data: Mapping[str, Any],
    findings: Iterable[Problem],
    found: list[Any],
    written: list[Path],
    voice: Voice,
) -> None:
    told = {
        "period": data["period"]["now"],
        "sha256": data["sha256"],
        "commit": data["commit"],
        "findings": [problem.as_dict(voice.say) for problem in findings],
        "adjustments": [
            {"key": k, "language": of, "then": str(then), "now": str(now)} for k, of, then, now in found
        ],
        "files": [path.as_posix() for path in written],
    }
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")


@telling
def merge(from_: str, output: str = "", language: str = "", profile: str = "", content: str = "") -> int:
    """Add the reports of member units up into one; faults in any of them are told, and nothing is written."""
    site = site_of(content)
    voice, code = Voice(site.settings.editor_lang), _language(language)
    folder = Path(from_)
    if not folder.is_dir():
        raise ContentError([Problem("", N_("is not a folder"), N_("Write the folder of the reports"), "--from", from_)])
    reports = merging.read_reports(folder)
    model = model_of(site.settings, voice)
    own = agency_told(model, site.settings)
    data = merging.merged(reports, own, model.vocabularies["members"])
    home = reports_of(site.settings)
    skeleton = read_profile(profile or MERGED, code, home)
    made = making.made(data, skeleton, folder, home, model.vocabularies)
    if made.composed.problems:
        raise ContentError(made.composed.problems)
    written = write(Path(output) if output else folder / "merged" / code, making.files(made))
    voice.problems(list(made.findings))
    for path in written:
        voice.line(N_("Written: {path}"), path=shown(path.resolve()))
    ratio, missing = data["facts"]["thanh_vien"][voice.language], data["lists"]["don_vi_im_lang"][voice.language]
    voice.line(N_("Reports of {ratio} members added up."), ratio=ratio)
    if missing:
        voice.line(N_("Missing: {names}"), names=", ".join(missing))
    return 0



@telling
def remind(wish: Wish, until: str = "") -> int:
    """Write a reminder letter to each unit that owes something, with its own list."""
    site = site_of(wish.content, today=wish.today)
    settings, voice = site.settings, Voice(site.settings.editor_lang)
    period, language = _period(wish, settings), _language(wish.language)
    model = model_of(settings, voice)
    cards = Scorecards(SiteCounts(model, counting_of(settings)), period, settings.agency)
    reports = reports_of(settings)
    folder = Path(wish.output) if wish.output else reports / f"{period.code}-don-doc" / language
    facts, agency = read_facts(reports, folder), agency_told(model, settings)
    made = list(letters(cards, facts, agency, language, _until(until)))
    for one in made:
        name = f"{one.unit.rpartition('/')[2]}.docx"
        write(folder, {name: making.docx_of(one.document)})
        path = shown((folder / name).resolve())
        voice.line(N_("{path}: {count} things for {unit}"), path=path, count=one.gaps, unit=one.name)
    if not made:
        voice.line(N_("No unit owes anything: there is no letter to write."))
    return 0


def _until(text: str) -> dt.date | None:
    try:
        return parse_day(text) if text else None
    except PeriodFault as fault:
        raise ContentError([Problem("", fault.message, fault.remedy, "--until", fault.value)]) from None

"""``invoke build`` and ``invoke check``, once it is known that there is something to do."""

from __future__ import annotations

import gc
from itertools import groupby
from pathlib import Path
from typing import Any

from congtinh.build.cache import CacheState
from congtinh.build.console import Voice
from congtinh.build.quick import Inputs
from congtinh.build.report import REPORT, BuildReport, Progress, not_written
from congtinh.build.run import build_site, check_site
from congtinh.commands.site import Site, given_settings, shown, site_of
from congtinh.errors import N_, ContentError, shortened
from congtinh.later import Later
from congtinh.settings import Settings

_pelican = Later("congtinh.build.pelican_run")
_git_hook = Later("congtinh.build.git_hook")


_CACHE_TOLD = {
    CacheState.DAMAGED: N_("The cache was damaged, so what it held was made again."),
    CacheState.OTHER_VERSION: N_(
        "The cache came from another version of the program, so all files were read and all pages made again."
    ),
}


def build(site: Site, made_of: Inputs | None, format: str) -> int:
    """0 when the site was committed, 1 when content holds errors."""
    settings = site.settings
    voice = Voice(settings.editor_lang, format == "json")
    try:
        with voice.progress() as progress:
            report = _built(site, made_of, progress)
    except ContentError as failure:
        if voice.machine:
            voice.json(_failed(failure, settings))
        else:
            voice.problems(failure.problems)
            voice.line(
                N_(
                    "Nothing was changed: the last good site stays as it was. Mend the errors above and build again."
                )
            )
        return 1
    except OSError as failure:
        return told_settings(ContentError([not_written(failure)]), format, settings.editor_lang)
    if voice.machine:
        voice.json(report.as_dict(settings.editor_lang))
        return 0
    if report.waited:
        voice.line(N_("Another build of this site was under way; this one began when it had ended."))
    if report.recovered:
        voice.line(N_("An earlier build had been cut off while it wrote; it was finished first."))
    if report.cache in _CACHE_TOLD:
        voice.line(_CACHE_TOLD[report.cache])
    voice.problems(report.problems)
    voice.summary(report)
    voice.line(
        N_("The site is in {output}; the report in {report}"),
        output=shown(settings.output),
        report=shown(settings.report / REPORT),
    )
    return 0


def _built(site: Site, made_of: Inputs | None, progress: Progress) -> BuildReport:
    gc.disable()  # one run and no more: what it makes goes with the process
    if site.by_pelican:
        report: BuildReport = _pelican.run_pelican(site.given, progress)
        return report
    return build_site(site.settings, progress, made_of)


def check(
    content: str, today: str, format: str, staged: bool = False, suggest: bool = False
) -> int:
    """``invoke check``: every problem of the content; 1 when one of them is an error.

    ``suggest`` tells the relations that texts seem to have and nobody has written yet.

    ``staged`` checks the content as it is staged in git, which is what a commit would hold.
    """
    if not staged:
        return _check(content, today, format, suggest=suggest)
    root = Path.cwd()
    source = Path(content or given_settings()[0]["PATH"]).resolve()
    with _git_hook.temporary() as folder:
        try:
            found = _git_hook.staged_content(root, source, Path(folder))
        except ContentError as failure:
            Voice("vi", format == "json").problems(failure.problems)
            return 1
        staged_source = str(Path(folder) / source.relative_to(root))
        return _check(staged_source, today, format, only_errors=True) if found else 0


def _check(
    content: str, today: str, format: str, only_errors: bool = False, suggest: bool = False
) -> int:
    try:
        settings = site_of(content, "", today).settings
    except ContentError as failure:
        return told_settings(failure, format)
    voice = Voice(settings.editor_lang, format == "json")
    try:
        with voice.progress() as progress:
            report = check_site(settings, progress, "staged" if only_errors else "", suggest)
    except ContentError as failure:
        return told_settings(failure, format, settings.editor_lang)
    if voice.machine:
        voice.json(report.as_dict(settings.editor_lang))
    else:
        voice.problems(report.errors if only_errors else report.problems)
        voice.line(
            N_("{files} files checked: {errors} errors, {warnings} warnings"),
            files=report.files,
            errors=len(report.errors),
            warnings=len(report.warnings),
        )
        _tell_offers(voice, report)
    return 1 if report.errors else 0


def _tell_offers(voice: Voice, report: BuildReport) -> None:
    """Each relation with its sentence and the lines to copy."""
    if report.offers is None:
        return
    if not report.offers:
        voice.line(N_("No text suggests a relation that is not written yet."))
        return
    voice.line(N_("Relations that texts suggest; copy into the file those that are right:"))
    for path, found in groupby(report.offers, key=lambda offer: offer.path):
        voice.line("  {path}", path=path)
        for offer in found:
            voice.line("    “{sentence}”", sentence=shortened(offer.sentence, 200))
            for line in offer.lines():
                voice.line("      {line}", line=line)


def _failed(failure: ContentError, settings: Settings) -> dict[str, Any]:
    report = BuildReport(day=settings.today.isoformat(), problems=failure.problems)
    return report.as_dict(settings.editor_lang)


def told_settings(failure: ContentError, format: str, language: str = "vi") -> int:
    """Say which setting is wrong."""
    voice = Voice(language, format == "json")
    if voice.machine:
        problems = [p.as_dict(voice.say) for p in failure.problems]
        counts = {"committed": False, "errors": len(problems), "warnings": 0}
        voice.json({**counts, "problems": problems})
    else:
        voice.problems(failure.problems)
    return 1

"""``invoke new`` and ``invoke import``: content files are written for editors to go on with."""

from __future__ import annotations

from pathlib import Path

from congtinh.build.console import Voice
from congtinh.build.scaffold import new_pair
from congtinh.commands.site import given_settings, shown, site_of, telling
from congtinh.errors import N_, ContentError
from congtinh.migrate.importing import import_records
from congtinh.settings import day_of
from congtinh.vocabulary.registry import Vocabularies


@telling
def new(type_name: str, title: str, title_en: str, content: str, today: str) -> int:
    """``invoke new``: a starting pair; says what to do next."""
    settings = site_of(content, "", today).settings
    voice = Voice(settings.editor_lang)
    vocabularies, _ = Vocabularies.load(settings.content / "vocabulary")
    try:
        paths = new_pair(settings.content, type_name, title, title_en, settings.today, vocabularies)
    except ContentError as failure:
        voice.problems(failure.problems)
        return 1
    for path in paths:
        voice.line(N_("Written: {path}"), path=shown(path))
    voice.line(
        N_(
            "Next: fill in both files and look at them with “invoke serve --drafts”."
        )
    )
    return 0


@telling
def import_(source: str, type_name: str, map_path: str, output: str, format: str) -> int:
    """``invoke import``: records of another system to content files; 1 when the run itself failed."""
    given, _ = given_settings()
    voice = Voice("en" if given.get("EDITOR_LANG") == "en" else "vi", format == "json")
    vocabularies, _ = Vocabularies.load(Path(given["PATH"]) / "vocabulary")
    try:
        with voice.progress() as progress:
            report = import_records(
                Path(source),
                type_name,
                Path(map_path),
                Path(output),
                vocabularies,
                lambda rows: progress("import", rows, 0),
                day_of(str(given.get("TODAY") or "")),
            )
    except ContentError as failure:
        if voice.machine:
            voice.json({"problems": [p.as_dict(voice.say) for p in failure.problems]})
        else:
            voice.problems(failure.problems)
        return 1
    if voice.machine:
        voice.json(report.as_dict(voice.language))
        return 0
    voice.problems(report.problems)
    voice.line(
        N_("{rows} rows in, {written} items written, {refused} refused"),
        rows=report.rows_in,
        written=report.written,
        refused=report.refused,
    )
    return 0

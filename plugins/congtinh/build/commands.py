"""The commands of editors, as functions: ``tasks.py`` only hands them their words."""

from __future__ import annotations

import functools
import logging
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from pelican import Pelican, console
from pelican.settings import read_settings as read_pelican_settings
from watchfiles import watch

from congtinh.build import browser as test_browser
from congtinh.build import catalogues, git_hook
from congtinh.build.console import Voice
from congtinh.build.report import REPORT, BuildReport, Progress
from congtinh.build.run import build_site, check_site
from congtinh.build.scaffold import new_pair
from congtinh.build.serve import State, preview_server, rebuild
from congtinh.errors import N_, ContentError, Problem
from congtinh.migrate.importing import import_records
from congtinh.records.guide import generated
from congtinh.settings import Settings, day_of, read_settings
from congtinh.vocabulary.registry import Vocabularies

_Command = TypeVar("_Command", bound=Callable[..., int])


def _telling(command: _Command) -> _Command:
    """The command, so that a wrong setting is told and is no failure of the program."""

    @functools.wraps(command)
    def telling(*args: Any, **kwargs: Any) -> int:
        try:
            return command(*args, **kwargs)
        except ContentError as failure:
            Voice("vi").problems(failure.problems)
            return 1

    return cast(_Command, telling)


def pelican_settings(
    content: str = "", output: str = "", today: str = "", public: bool = False, **more: Any
) -> dict[str, Any]:
    """Pelican's settings of the site in this folder, with what the command line says laid over them."""
    if content and not Path(content).is_dir():
        message, remedy = N_("is not a folder"), N_("Write the path of the content folder")
        raise ContentError([Problem("", message, remedy, "--content", content)])
    given = {"PATH": _absolute(content), "OUTPUT_PATH": _absolute(output), "TODAY": today, **more}
    override = {key: value for key, value in given.items() if value not in ("", None)}
    settings: dict[str, Any] = read_pelican_settings(
        "publishconf.py" if public else "pelicanconf.py", override=override
    )
    return settings


def _absolute(path: str) -> str:
    return str(Path(path).resolve()) if path else ""


def run_pelican(settings: dict[str, Any], progress: Progress) -> BuildReport:
    """One run of Pelican with the settings; ``ContentError`` where content holds errors."""
    settings["CONGTINH_PROGRESS"] = progress
    console.quiet = True
    logging.getLogger("pelican").setLevel(logging.WARNING)
    host = Pelican(settings)
    host.run()
    report: BuildReport = host.settings["CONGTINH_BUILD"].report
    return report


def build(content: str, output: str, today: str, public: bool, format: str) -> int:
    """``invoke build``: 0 when the site was committed, 1 when content holds errors."""
    wanted = _settings_or_none(content, output, today, public, format)
    if wanted is None:
        return 1
    given, settings = wanted
    voice = Voice(settings.editor_lang, format == "json")
    try:
        with voice.progress() as progress:
            report = run_pelican(given, progress)
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
    if voice.machine:
        voice.json(report.as_dict(settings.editor_lang))
        return 0
    if report.recovered:
        voice.line(N_("An earlier build had been cut off while it wrote; it was finished first."))
    voice.problems(report.problems)
    voice.summary(report)
    voice.line(
        N_("The site is in {output}; the report in {report}"),
        output=_shown(settings.output),
        report=_shown(settings.report / REPORT),
    )
    return 0


def check(content: str, today: str, format: str, staged: bool = False) -> int:
    """``invoke check``: every problem of the content; 1 when one of them is an error.

    ``staged`` checks the content as it is staged in git, which is what a commit would hold.
    """
    if not staged:
        return _check(content, today, format)
    root = Path.cwd()
    source = Path(content or pelican_settings()["PATH"]).resolve()
    with git_hook.temporary() as folder:
        try:
            found = git_hook.staged_content(root, source, Path(folder))
        except ContentError as failure:
            Voice("vi", format == "json").problems(failure.problems)
            return 1
        staged_source = str(Path(folder) / source.relative_to(root))
        return _check(staged_source, today, format, only_errors=True) if found else 0


def _check(content: str, today: str, format: str, only_errors: bool = False) -> int:
    wanted = _settings_or_none(content, "", today, False, format)
    if wanted is None:
        return 1
    _, settings = wanted
    voice = Voice(settings.editor_lang, format == "json")
    with voice.progress() as progress:
        report = check_site(settings, progress)
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
    return 1 if report.errors else 0


def _settings_or_none(
    content: str, output: str, today: str, public: bool, format: str
) -> tuple[dict[str, Any], Settings] | None:
    """The settings, or ``None`` after saying which of them is wrong."""
    given: dict[str, Any] = {}
    try:
        given = pelican_settings(content, output, today, public)
        return given, read_settings(given)
    except ContentError as failure:
        voice = Voice("en" if given.get("EDITOR_LANG") == "en" else "vi", format == "json")
        if voice.machine:
            voice.json(
                {
                    "committed": False,
                    "errors": len(failure.problems),
                    "warnings": 0,
                    "problems": [p.as_dict(voice.say) for p in failure.problems],
                }
            )
        else:
            voice.problems(failure.problems)
        return None


def _failed(failure: ContentError, settings: Settings) -> dict[str, Any]:
    report = BuildReport(day=settings.today.isoformat(), problems=failure.problems)
    return report.as_dict(settings.editor_lang)


def _shown(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


@_telling
def serve(content: str, port: int, drafts: bool, today: str, browser: bool) -> int:
    """``invoke serve``: preview on this machine until Ctrl+C; drafts never reach the public output."""
    given = pelican_settings(content, "", today, SITEURL="", DRAFTS=drafts)
    preview = Path(given.get("CACHE", ".cache")).resolve() / (
        "preview-drafts" if drafts else "preview"
    )
    given["OUTPUT_PATH"] = str(preview)
    settings = read_settings(given)
    voice = Voice(settings.editor_lang)
    state = State(voice.say)

    def make() -> list[Problem]:
        with voice.progress() as progress:
            report = build_site(read_settings(given), progress)
        voice.summary(report)
        return report.problems

    try:
        server = preview_server(preview, port, state)
    except OSError:
        voice.line(
            N_("Port {port} is taken. Choose another one: invoke serve --port {other}"),
            port=port,
            other=port + 1,
        )
        return 1
    voice.problems(rebuild(state, make))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    voice.line(N_("The preview is at {address}  –  Ctrl+C ends it"), address=address)
    if browser:
        webbrowser.open(address)
    try:
        for _ in watch(
            settings.content,
            settings.theme,
            Path("pelicanconf.py"),
            debounce=200,
            raise_interrupt=True,
        ):
            voice.line(N_("A file has changed; building again"))
            voice.problems(rebuild(state, make))
    except KeyboardInterrupt:
        voice.line(N_("The preview has ended"))
    finally:
        state.close()
        server.shutdown()
    return 0


@_telling
def new(type_name: str, title: str, title_en: str, content: str, today: str) -> int:
    """``invoke new``: a starting pair; says what to do next."""
    settings = read_settings(pelican_settings(content, "", today))
    voice = Voice(settings.editor_lang)
    vocabularies, _ = Vocabularies.load(settings.content / "vocabulary")
    try:
        paths = new_pair(settings.content, type_name, title, title_en, settings.today, vocabularies)
    except ContentError as failure:
        voice.problems(failure.problems)
        return 1
    for path in paths:
        voice.line(N_("Written: {path}"), path=_shown(path))
    voice.line(
        N_(
            "Next: fill in both files and look at them with “invoke serve --drafts”."
        )
    )
    return 0


@_telling
def import_(source: str, type_name: str, map_path: str, output: str, format: str) -> int:
    """``invoke import``: records of another system to content files; 1 when the run itself failed."""
    given = pelican_settings()
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


def hooks() -> int:
    """``invoke hooks``: check staged content before each commit."""
    voice = Voice("en" if pelican_settings().get("EDITOR_LANG") == "en" else "vi")
    try:
        git_hook.install(Path.cwd())
    except ContentError as failure:
        voice.problems(failure.problems)
        return 1
    voice.line(
        N_(
            "Each commit now checks the staged content first. To leave it out once: git commit --no-verify"
        )
    )
    return 0


def messages() -> int:
    """``invoke messages``: extract, update, compile; 1 while a word is missing."""
    given = pelican_settings()
    voice = Voice("en" if given.get("EDITOR_LANG") == "en" else "vi")
    lacking = catalogues.update(Path(given["THEME"]))
    for name, count in lacking.items():
        voice.line(N_("{name}: {count} words missing"), name=name, count=count)
    return 1 if any(lacking.values()) else 0


def browser() -> int:
    """``invoke browser``: make sure that the tests have a browser to drive."""
    return 0 if test_browser.install() else 1


def schemas() -> int:
    """``invoke schemas``: the files of the project that follow from the records, written anew."""
    voice = Voice("en" if pelican_settings().get("EDITOR_LANG") == "en" else "vi")
    for path, text in generated(Path.cwd()).items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            voice.line(N_("Written: {path}"), path=_shown(path))
    return 0

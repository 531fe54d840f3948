"""Commands that look after the project itself: its git hook, its words, its schemas, the browser of its tests."""

from __future__ import annotations

from pathlib import Path

from congtinh.build import browser as browser_of_tests
from congtinh.build import catalogues, git_hook
from congtinh.build.console import Voice
from congtinh.commands.site import editor_language, given_settings, shown
from congtinh.errors import N_, ContentError
from congtinh.records.guide import generated
from congtinh.records.schema import schema_text
from congtinh.report import schema as report_schema
from congtinh.rules import register
from congtinh.vocabulary.registry import Vocabularies


def hooks() -> int:
    """``invoke hooks``: check staged content before each commit."""
    voice = Voice(editor_language())
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
    given, _ = given_settings()
    voice = Voice(editor_language())
    lacking = catalogues.update(Path(given["THEME"]))
    for name, count in lacking.items():
        voice.line(N_("{name}: {count} words missing"), name=name, count=count)
    return 1 if any(lacking.values()) else 0


def browser() -> int:
    """``invoke browser``: make sure that the tests have a browser to drive."""
    return 0 if browser_of_tests.install() else 1


def schemas() -> int:
    """``invoke schemas``: the files of the project that follow from the records, written anew."""
    voice = Voice(editor_language())
    schema = Path.cwd() / report_schema.ADDRESS
    files = {**generated(Path.cwd()), schema: schema_text(report_schema.report_schema())}
    files[Path.cwd() / register.ADDRESS] = register.document(Vocabularies.load()[0])
    for path, text in files.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            voice.line(N_("Written: {path}"), path=shown(path))
    return 0

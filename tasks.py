"""Commands for editors and developers; each calls the package."""

from __future__ import annotations

import sys

from invoke import Context, task

from congtinh.build import commands


def _run(context: Context, command: str) -> None:
    """A tool of this environment, which need not be on the path."""
    context.run(f'"{sys.executable}" -m {command}')


def _end(status: int) -> None:
    if status:
        sys.exit(status)


@task(
    help={
        "content": "folder of content (default: content)",
        "output": "folder of the finished site (default: output)",
        "today": "the day that decides states, YYYY-MM-DD",
        "public": "build for the public address, with publishconf.py",
        "format": "text, or json for machines",
    }
)
def build(
    _: Context,
    content: str = "",
    output: str = "",
    today: str = "",
    public: bool = False,
    format: str = "text",
) -> None:
    """Build the site; errors in content leave the last good site as it is."""
    _end(commands.build(content, output, today, public, format))


@task(
    help={
        "content": "folder of content (default: content)",
        "today": "the day that decides states, YYYY-MM-DD",
        "format": "text, or json for machines",
        "staged": "check the content as it is staged in git",
    }
)
def check(
    _: Context, content: str = "", today: str = "", format: str = "text", staged: bool = False
) -> None:
    """Name every fault in the content, and change nothing."""
    _end(commands.check(content, today, format, staged))


@task(
    help={
        "content": "folder of content (default: content)",
        "port": "port on this machine (default: 8000)",
        "drafts": "show drafts, items in review and scheduled ones, marked as such",
        "today": "the day that decides states, YYYY-MM-DD",
        "browser": "open the browser",
    }
)
def serve(
    _: Context,
    content: str = "",
    port: int = 8000,
    drafts: bool = False,
    today: str = "",
    browser: bool = False,
) -> None:
    """Preview the site; it builds again and reloads the page when a file changes."""
    _end(commands.serve(content, port, drafts, today, browser))


@task(
    positional=["type"],
    help={
        "type": "content type, such as news or legal_document",
        "title": "title of the new item",
        "title-en": "title of its English file",
        "content": "folder of content (default: content)",
        "today": "the day that stands in the file, YYYY-MM-DD",
    },
)
def new(
    _: Context, type: str, title: str, title_en: str = "", content: str = "", today: str = ""
) -> None:
    """Write a commented starting pair of files in the right folder."""
    _end(commands.new(type, title, title_en, content, today))


@task(
    name="import",
    help={
        "from": "records: .jsonl, .csv or .xlsx, also packed as .gz",
        "type": "content type of the items",
        "map": "how columns become fields (docs/importing.md)",
        "output": "content folder to write into",
        "format": "text, or json for machines",
    },
)
def import_(_: Context, from_: str, type: str, map: str, output: str, format: str = "text") -> None:
    """Turn the records of another system into content files."""
    _end(commands.import_(from_, type, map, output, format))


@task
def hooks(_: Context) -> None:
    """Check staged content before each commit."""
    _end(commands.hooks())


@task
def messages(_: Context) -> None:
    """Extract, update and compile the words of the package and the theme."""
    _end(commands.messages())


@task
def schemas(_: Context) -> None:
    """Write the JSON Schemas and the field tables of the guides from the records."""
    _end(commands.schemas())


@task
def browser(_: Context) -> None:
    """Install the browser that the tests drive, unless there is one."""
    _end(commands.browser())


@task
def lint(context: Context) -> None:
    """Look for faults of form in the code."""
    _run(context, "ruff check .")


@task
def types(context: Context) -> None:
    """Check the types of the package."""
    _run(context, "mypy")


@task
def test(context: Context, browser: bool = True) -> None:
    """Run the tests; without --no-browser those in a real browser too."""
    _run(context, "pytest" if browser else 'pytest -m "not browser"')

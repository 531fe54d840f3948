"""Commands for editors and developers; each calls the package."""

from __future__ import annotations

import sys

from invoke import Collection, Context, task

from congtinh.commands.ending import end
from congtinh.commands.report_tasks import report
from congtinh.commands.search_tasks import search
from congtinh.later import Later

_build = Later("congtinh.commands.build")
_serve = Later("congtinh.commands.serve")
_content = Later("congtinh.commands.content")
_missing = Later("congtinh.commands.missing")
_project = Later("congtinh.commands.project")
_links = Later("congtinh.commands.links")
_numbers = Later("congtinh.commands.numbers")
_citations = Later("congtinh.commands.citations")
_find = Later("congtinh.commands.find")
_dashboard = Later("congtinh.commands.dashboard")
_bench = Later("congtinh.bench.command")
_sheets = Later("congtinh.commands.sheets")
_visits = Later("congtinh.commands.visits")


def _run(context: Context, command: str) -> None:
    """A tool of this environment, which need not be on the path."""
    context.run(f'"{sys.executable}" -m {command}')


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
    end(_build.build(content, output, today, public, format))


@task(
    help={
        "content": "folder of content (default: content)",
        "today": "the day that decides states, YYYY-MM-DD",
        "format": "text, or json for machines",
        "staged": "check the content as it is staged in git",
        "suggest": "tell the relations that texts seem to have and nobody has written",
        "links": "ask other sites whether the links to them still lead somewhere; reports, and fails never",
    }
)
def check(
    _: Context,
    content: str = "",
    today: str = "",
    format: str = "text",
    staged: bool = False,
    suggest: bool = False,
    links: bool = False,
) -> None:
    """Name every fault in the content, and change nothing."""
    if links:
        return end(_links.links(content, today, format))
    end(_build.check(content, today, format, staged, suggest))


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
    end(_serve.serve(content, port, drafts, today, browser))


@task(
    positional=["type"],
    help={
        "type": "content type, such as news or legal_document",
        "title": "title of the new item",
        "title-en": "title of its English file",
        "content": "folder of content (default: content)",
        "today": "the day that stands in the file, YYYY-MM-DD",
        "missing": "list the sections of the law without content, and what would serve each",
        "profile": "with --missing: one law alone, such as tctt-2026 (default: those in force)",
        "write": "with --missing: begin a draft for each, over nothing that exists",
    },
)
def new(
    _: Context,
    type: str = "",
    title: str = "",
    title_en: str = "",
    content: str = "",
    today: str = "",
    missing: bool = False,
    profile: str = "",
    write: bool = False,
) -> None:
    """Write a commented starting pair of files in the right folder."""
    if missing:
        end(_missing.new_missing(profile, write, content, today))
    else:
        end(_content.new(type, title, title_en, content, today))


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
    end(_content.import_(from_, type, map, output, format))


_SHEET = {
    "type": "content type, such as contact or usage",
    "content": "folder of content (default: content)",
    "today": "the day of the example, YYYY-MM-DD",
}


@task(positional=["type"], help=_SHEET | {"output": "file to write (default: TYPE.xlsx)"})
def template(_: Context, type: str, output: str = "", content: str = "", today: str = "") -> None:
    """Write an empty workbook for the items of a type, with its rules and drop-down lists."""
    end(_sheets.template(type, output, content, today))


@task(
    positional=["type"],
    help=_SHEET | {
        "output": "file to write (default: TYPE.xlsx)",
        "format": "xlsx or csv (default: as the file is named)",
    },
)
def export(
    _: Context, type: str, output: str = "", format: str = "", content: str = "", today: str = ""
) -> None:
    """Write the items of a type into a workbook that reads back to the same items."""
    end(_sheets.export(type, output, format, content, today))


@task(
    iterable=["log"],
    help={
        "log": "access log of Apache or nginx, also packed as .gz; may be given several times",
        "content": "folder of content (default: content)",
        "today": "the day that stands in new records, YYYY-MM-DD",
        "dry": "say what would be written, and write nothing",
    },
)
def visits(_: Context, log: list[str], content: str = "", today: str = "", dry: bool = False) -> None:
    """Count the visits of each month in access logs, and write them into content/usage."""
    end(_visits.visits(log, content, today, dry))


@task(help={"from": "a text file with one number and symbol on each line, or - for input"})
def numbers(_: Context, from_: str) -> None:
    """Read numbers and symbols of documents; prints one JSON object a line."""
    end(_numbers.numbers(from_))


@task(
    positional=["file"],
    help={
        "file": "a text in UTF-8, .md or .txt, or - for standard input; the front matter is not read",
        "language": "vi or en (default: as the file is named, or as its letters are)",
    },
)
def citations(_: Context, file: str, language: str = "") -> None:
    """Print the citations in a text, one JSON object a line; offsets count its characters from 0.

    The text is the file decoded from UTF-8, line ends as they are: Python indices into it.
    """
    end(_citations.citations(file, language))


@task(
    positional=["query"],
    help={
        "query": "words, numbers, phrases and fields, as in the editors' guide",
        "content": "folder of content (default: content)",
        "today": "the day that decides what is scheduled, YYYY-MM-DD",
        "limit": "how many files are shown (default: 10)",
        "format": "text, or json for machines",
    },
)
def find(
    _: Context,
    query: str,
    content: str = "",
    today: str = "",
    limit: int = 10,
    format: str = "text",
) -> None:
    """Search all content, drafts too: file and line, title, language, status, a piece of the text."""
    end(_find.find(query, content, today, limit, format))


@task(
    help={
        "content": "folder of content (default: content)",
        "output": "folder of the finished site, beside which the page is written (default: output)",
        "today": "the day that decides what is late, YYYY-MM-DD",
        "period": "T5-2026, Q2-2026, 6T-2026, 9T-2026, N-2026 (default: the year so far)",
        "browser": "open the browser",
    }
)
def dashboard(
    _: Context,
    content: str = "",
    output: str = "",
    today: str = "",
    period: str = "",
    browser: bool = False,
) -> None:
    """Show editors what is missing, late or near: a page beside the output, never in it."""
    end(_dashboard.write_dashboard(content, output, today, period, browser))


@task
def hooks(_: Context) -> None:
    """Check staged content before each commit."""
    end(_project.hooks())


@task
def messages(_: Context) -> None:
    """Extract, update and compile the words of the package and the theme."""
    end(_project.messages())


@task
def schemas(_: Context) -> None:
    """Write the JSON Schemas and the field tables of the guides from the records."""
    end(_project.schemas())


@task
def browser(_: Context) -> None:
    """Install the browser that the tests drive, unless there is one."""
    end(_project.browser())


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
    """Run the tests on all cores, then one by one what runs alone and, without --no-browser, in a browser."""
    beside = '-m "not browser and not alone" -n auto --maxprocesses 4 --dist worksteal'
    after = '-m "browser or alone"' if browser else '-m "alone and not browser"'
    compiled = {"PYTHONDONTWRITEBYTECODE": ""}  # the tests start hundreds of processes
    ends = [
        context.run(f'"{sys.executable}" -m pytest {part}', warn=True, env=compiled)
        for part in (beside, after)
    ]
    end(max(end.exited for end in ends))


@task(
    help={
        "items": "files of content in the measured site (default: 10000)",
        "runs": "measure each scenario this many times and take the middle one",
        "from": "real text: rows with a title and a text, .jsonl, .csv or .xlsx, also packed as .gz",
        "type": "content type of all items: news, legal_document or notice (default: a mixture)",
        "format": "text, or json for machines",
        "output": "file to write the JSON to",
        "growth": "measure sizes from 1,000 to 50,000 and draw docs/pictures/growth.svg",
        "sizes": "the sizes of --growth, separated by commas",
        "rivals": "measure Hugo and Pagefind beside (the extra bench)",
        "folder": "new folder to work in, which is kept (default: a temporary one)",
    }
)
def bench(
    _: Context,
    items: int = 10_000,
    runs: int = 3,
    from_: str = "",
    type: str = "",
    format: str = "text",
    output: str = "",
    growth: bool = False,
    sizes: str = "",
    rivals: bool = True,
    folder: str = "",
) -> None:
    """Measure builds of a large site, with Hugo and Pagefind beside."""
    wish = _bench.Wish(items, runs, from_, type, format, output, growth, sizes, rivals, folder)
    end(_bench.bench(wish))


namespace = Collection.from_module(sys.modules[__name__])
"""All tasks above by their own names; those of ``search`` and ``report`` as ``search.NAME``, ``report.NAME``."""
for _collection in (search, report):
    namespace.add_collection(_collection)

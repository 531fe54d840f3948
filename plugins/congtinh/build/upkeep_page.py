"""The internal page on documents, beside the output: it opens from the disk and belongs on no web server."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from congtinh.errors import N_
from congtinh.messages import editors_words
from congtinh.settings import Settings

UPKEEP = "documents.html"
_STYLE = """
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% } caption { text-align: left; font-weight: 600 }
th, td { border-bottom: 1px solid #ccc; padding: .35rem .6rem; text-align: left; vertical-align: top }
section { margin-top: 2.5rem } td:first-child { white-space: nowrap }
"""


def upkeep_page(
    told: dict[str, Any], gaps: Iterable[dict[str, Any]], settings: Settings
) -> str:
    """The HTML of the page, in the editors' language; ``gaps`` as in the build report."""
    say = editors_words(settings.editor_lang).gettext
    day = f"{settings.today:%d/%m/%Y}"
    sections = [
        _section(
            say(N_("Changes to come")),
            say(
                N_(
                    "No state of a document changes after this day, as far as dates and relations tell."
                )
            ),
            [say(N_("Day")), say(N_("Document")), say(N_("State")), say(N_("Cause"))],
            [(c["day"], c["number"], c["state"], c["cause"]) for c in told.get("coming", ())],
        ),
        _section(
            say(N_("What rests on a document that no longer holds")),
            say(N_("Nothing rests on a document that no longer holds.")),
            [say(N_("Document")), say(N_("State")), say(N_("What rests on it")), say(N_("How"))],
            [
                (
                    d["document"],
                    ", ".join(filter(None, (d["state"], d["cause"]))),
                    f"{d['title']} ({d['file']})",
                    d["how"] or say(N_("cites it")),
                )
                for d in told.get("doubts", ())
            ],
        ),
        _section(
            say(N_("Changed since the build before")),
            say(N_("No state of a document is other than at the build before.")),
            [say(N_("Document")), say(N_("Before")), say(N_("Now")), say(N_("What rests on it"))],
            [
                (c["number"], c["before"], c["now"], "; ".join(d["file"] for d in c["dependants"]))
                for c in told.get("changed", ())
            ],
        ),
        _section(
            say(N_("Numbers of the agency that are not on the site")),
            say(N_("No number is missing in the sequences of the agency.")),
            [say(N_("Sequence")), say(N_("Highest")), say(N_("Missing")), say(N_("Reason"))],
            [
                (series["series"], str(series["highest"]), f"{one['numbers']} ({one['total']})", one["label"])
                for series in gaps
                for one in series["missing"]
            ],
        ),
    ]
    title = say(N_("Documents to look after"))
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return (
        f'<!doctype html>\n<html lang="{settings.editor_lang}"><head>{head}</head>\n'
        f"<body><h1>{escape(title)}</h1><p>{escape(say(N_('As of {day}')).format(day=day))}</p>\n"
        f"{''.join(sections)}</body></html>\n"
    )


def _section(title: str, empty: str, columns: list[str], rows: Iterable[tuple[str, ...]]) -> str:
    body = "".join(f"<tr>{_cells(row, 'td')}</tr>\n" for row in rows)
    table = f"<table><thead><tr>{_cells(columns, 'th')}</tr></thead>\n<tbody>{body}</tbody></table>"
    shown = table if body else f"<p>{escape(empty)}</p>"
    return f"<section><h2>{escape(title)}</h2>\n{shown}</section>\n"


def _cells(values: Iterable[str], tag: str) -> str:
    return "".join(f"<{tag}>{escape(value)}</{tag}>" for value in values)

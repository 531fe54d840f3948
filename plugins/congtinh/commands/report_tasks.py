"""Tasks ``report``, ``report.merge`` and ``report.remind``: what a department sends upward, and to its units."""

from __future__ import annotations

from invoke.collection import Collection
from invoke.context import Context
from invoke.tasks import task

from congtinh.commands.ending import end
from congtinh.later import Later

_reports = Later("congtinh.commands.reports")
_PERIOD = {
    "period": "T5-2026, Q2-2026, 6T-2026, 9T-2026, N-2026, or 2026-01-05..2026-03-31",
    "cutoff": "calendar (default), nd09 or nd43-annual",
    "as-of": "the last day that is counted, where the period has not ended",
}
_COMMON = {
    "language": "vi (default) or en",
    "content": "folder of content (default: content)",
}


@task(
    name="make",
    help={
        **_PERIOD,
        **_COMMON,
        "profile": "the kind of report (default: bao-cao-hoat-dong)",
        "output": "folder to write into (default: the report's own below reports/)",
        "today": "the day of the report, YYYY-MM-DD",
        "renew": "take the figures of today, where the report has kept earlier ones",
        "format": "text, or json for machines",
    },
)
def make_report(
    _: Context,
    period: str,
    cutoff: str = "calendar",
    as_of: str = "",
    profile: str = "",
    language: str = "",
    output: str = "",
    content: str = "",
    today: str = "",
    renew: bool = False,
    format: str = "text",
) -> None:
    """Write the official report of a period: report.docx, .html, .md, .xlsx and .json."""
    wish = _reports.Wish(
        period, cutoff, as_of, profile, language, output, content, today, renew, format
    )
    end(_reports.report(wish))


@task(
    name="merge",
    help={
        **_COMMON,
        "from": "folder with the report.json of each member unit",
        "output": "folder to write into (default: merged/ below it)",
        "profile": "the kind of report (default: bao-cao-cong)",
    },
)
def merge_reports(
    _: Context,
    from_: str,
    output: str = "",
    language: str = "",
    profile: str = "",
    content: str = "",
) -> None:
    """Add the reports of member units up into one, and name who is missing."""
    end(_reports.merge(from_, output, language, profile, content))


@task(
    name="remind",
    help={
        **_PERIOD,
        **_COMMON,
        "until": "the day until which units are to answer (default: ten working days)",
        "output": "folder to write into (default: below reports/)",
        "today": "the day of the letters, YYYY-MM-DD",
    },
)
def remind_units(
    _: Context,
    period: str,
    cutoff: str = "calendar",
    as_of: str = "",
    until: str = "",
    language: str = "",
    output: str = "",
    content: str = "",
    today: str = "",
) -> None:
    """Write a reminder letter (công văn đôn đốc) to each unit that owes something, as DOCX."""
    wish = _reports.Wish(period, cutoff, as_of, "", language, output, content, today)
    end(_reports.remind(wish, until))


report = Collection("report", merge_reports, remind_units)
report.add_task(make_report, default=True)

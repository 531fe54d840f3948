"""R11: a consultation whose time is over owes the summary of its comments; R14: comments go to an official address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from congtinh.errors import N_, Problem, Severity
from congtinh.records.consultation import Consultation
from congtinh.records.unit import Unit
from congtinh.rules.site_content import SiteContent
from congtinh.vocabulary.limits import limit


def problems(content: SiteContent) -> Iterator[Problem]:
    term = limit(content.vocabularies, "consultation-summary")
    own = {
        unit.record.email.rpartition("@")[2].lower()
        for unit in content.of_type("unit")
        if isinstance(unit.record, Unit) and unit.record.email
    }
    for item in content.visible(content.each_once("consultation")):
        record = item.record
        assert isinstance(record, Consultation)
        waited = record.days_waited(content.today)
        if waited is not None and waited > term and record.closes:
            yield Problem(
                item.path,
                N_("closed {waited} days ago, and the summary of comments was due on {due}"),
                N_("Post the summary: summary_doc and summary_date"),
                "closes",
                record.closes.isoformat(),
                severity=Severity.WARNING,
                rule="R11",
                params={
                    "waited": waited,
                    "due": (record.closes + dt.timedelta(days=term)).isoformat(),
                },
            )
        domain = (record.email or "").rpartition("@")[2].lower()
        if domain and own and not any(f".{domain}".endswith(f".{one}") for one in ("gov.vn", *own)):
            yield Problem(
                item.path,
                N_("is not an address of the agency or of another in gov.vn"),
                N_("Write the official address of the agency"),
                "email",
                record.email,
                severity=Severity.WARNING,
                rule="R14",
            )

"""R30: a document that names the portal among its recipients is posted (A2.12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congtinh.errors import N_, Problem, Severity
from congtinh.records.legal_document import LegalDocument
from congtinh.rules.site_content import SiteContent
from congtinh.text.fold import strip_marks

_PORTAL = re.compile(
    r"\b(?:cong|trang)\s+(?:thong tin|ttdt|tt\s*dt)|\b(?:cong|trang) tin dien tu|\bwebsite\b|\bportal\b|\bweb ?site\b"
)


def names_portal(recipient: str) -> bool:
    """Whether a line of “nơi nhận” means a portal or website, whatever else stands in it."""
    return _PORTAL.search(strip_marks(recipient).lower()) is not None


def problems(content: SiteContent) -> Iterator[Problem]:
    """A warning for each issued document that was to be on the portal and that visitors do not see."""
    for item in content.each_once("legal_document"):
        record = item.record
        assert isinstance(record, LegalDocument)
        if record.visible(content.today) or not record.issued or record.issued > content.today:
            continue
        if record.status == "withdrawn":
            continue
        for place, recipient in enumerate(record.recipients or (), 1):
            if names_portal(recipient):
                yield Problem(
                    item.path,
                    N_("names the portal, but the document is not posted"),
                    N_("Publish the document, or take the portal out of the recipients"),
                    f"recipients[{place}]",
                    recipient,
                    severity=Severity.WARNING,
                    rule="R30",
                )
                break

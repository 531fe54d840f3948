"""What the model derives from records together: validity, relations, who cites whom."""

from __future__ import annotations

import pytest

from congtinh.build.run import Build
from congtinh.model import SiteModel
from congtinh.validity.states import EXPIRED, IN_FORCE, NOT_YET, PARTLY_EXPIRED
from tests.sites.copies import SiteCopy

DOCUMENT = """---
doc_class: vbqppl
doc_type: quyet-dinh
symbol: {number}/2026/QĐ-UBND
issuer: ubnd-tinh-thu
abstract: Ban hành quy định thử nghiệm số {number}
issued: 2026-01-{number}
effective: 2026-02-{number}
date: 2026-01-{number}
status: published
legacy: {{source: thử}}
{more}---

Nội dung.
"""


def model_with(site: SiteCopy, relation: str, today: str) -> SiteModel:
    """The small site with the documents 10 and 20, the second of which touches the first."""
    site.write("legal_document/10.vi.md", DOCUMENT.format(number=10, more=""))
    site.write("legal_document/20.vi.md", DOCUMENT.format(number=20, more=relation))
    build = Build(site.settings(TODAY=today))
    build.staging.begin()
    return build.gather()


@pytest.mark.parametrize(
    ("relation", "today", "state"),
    [
        ("relations:\n- {kind: thay-the, target: '10'}\n", "2026-02-19", IN_FORCE),
        ("relations:\n- {kind: thay-the, target: '10'}\n", "2026-02-20", EXPIRED),
        ("relations:\n- {kind: thay-the, target: 10/2026/QĐ-UBND}\n", "2026-03-01", EXPIRED),
        ("relations:\n- {kind: bai-bo-toan-bo, target: '10', from_date: 2026-03-05}\n", "2026-03-04", IN_FORCE),
        ("relations:\n- {kind: thay-the, target: '10', clause_to: Điều 3}\n", "2026-03-01", PARTLY_EXPIRED),
        ("relations:\n- {kind: dan-chieu, target: '10'}\n", "2026-03-01", IN_FORCE),
        ("", "2026-02-01", NOT_YET),
    ],
)
def test_a_document_ends_when_another_replaces_the_whole_of_it(
    small: SiteCopy, relation: str, today: str, state: str
) -> None:
    """Replaced or repealed as a whole, by id or number, a document is expired from that day on."""
    model = model_with(small, relation, today)
    item = model.find("legal_document", "10", "vi")

    assert item is not None
    assert state == model.validity(item)

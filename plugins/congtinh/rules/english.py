"""R12: the English minimum is there and not older than the Vietnamese (NĐ 43/2011, Điều 13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congtinh.errors import N_, Problem, Severity
from congtinh.model import Item
from congtinh.rules.site_content import SiteContent
from congtinh.statistics.parity import is_stale

_IN_SHEET = re.compile(r"\.(?:xlsx|csv)/", re.IGNORECASE)


def problems(content: SiteContent) -> Iterator[Problem]:
    """Warnings for what visitors see in Vietnamese; nothing while the site has no English at all."""
    english = {item.id: item for item in content.visible(content.items) if item.lang == "en"}
    wanted = {t.code for t in content.vocabularies["sections"] if t.flag("english_minimum")}
    if not english:
        return
    for item in content.visible(content.items):
        record = item.record
        if "foreigners" in type(record).model_fields:
            continue  # of services, those that foreigners can use are asked for (rules/procedures)
        if item.lang == "vi" and record.own_page and wanted.intersection(item.sections):
            yield from _of_pair(item, english.get(item.id))


def _of_pair(item: Item, pair: Item | None) -> Iterator[Problem]:
    if pair is None:
        yield Problem(
            item.path,
            N_("has no English version, which the law wants of this section"),
            N_("Fill in its columns that end in (en)") if _IN_SHEET.search(item.path) else N_("Write {file} beside it"),
            severity=Severity.WARNING,
            rule="R12",
            params={"file": item.path.removesuffix(".vi.md").rpartition("/")[2] + ".en.md"},
        )
    elif is_stale(item, pair):
        yield Problem(
            pair.path,
            N_("is older than its Vietnamese version"),
            N_("Bring it up to date and write the day in “updated”"),
            severity=Severity.WARNING,
            rule="R12",
        )

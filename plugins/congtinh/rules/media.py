"""Recordings and what is said in them (TT 32/2017/TT-BTTTT, Điều 18 khoản 1 điểm c)."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.errors import N_, Problem, Severity
from congtinh.records.video import Video
from congtinh.rules.site_content import SiteContent


def problems(content: SiteContent) -> Iterator[Problem]:
    """Recordings without a transcript; the English file of a pair may leave it to the Vietnamese one for a while."""
    for item in content.of_type("video"):
        record = item.record
        if not isinstance(record, Video) or item.body.words:
            continue
        waits = record.completeness is Severity.WARNING or record.translation_of
        yield Problem(
            item.path,
            N_("the text is empty: a recording needs its transcript"),
            N_("Write below the front matter what is said and shown"),
            severity=Severity.WARNING if waits else Severity.ERROR,
            rule="E.3",
        )

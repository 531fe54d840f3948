"""A link to itself on each heading of a legal text, so that a part can be pointed at."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape

from congtinh.pages.site import N_, Site
from congtinh.text.units import APPENDIX, unit_of

_HEADING = re.compile(r'<h([2-6])((?: [\w:-]+="[^"]*")*)>(.*?)</h\1>', re.DOTALL)
_ID = re.compile(r' id="([^"]+)"')
_TAG = re.compile(r"<[^>]*>")
_ATTACHED = re.compile(r"phan-kem-theo(?:-\d+)?")
_KIND = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|QUY TRÌNH|CHƯƠNG TRÌNH|KẾ HOẠCH|ĐỀ ÁN|QUY CHUẨN"
    r"|HƯỚNG DẪN|DANH MỤC|REGULATIONS?|CHARTER|RULES)\b",
    re.IGNORECASE,
)
_ISSUED_WITH = N_("attached {kind}")


def with_permalinks(site: Site, html: str) -> str:
    """The sanitised HTML with a link at the end of each heading that has an anchor.

    The link is named after the part (“Điều 10”), which a script takes for a citation of it.
    """

    def linked(heading: re.Match[str]) -> str:
        level, attributes, inner = heading.groups()
        anchor = _ID.search(attributes)
        if anchor is None:
            return heading[0]
        text = " ".join(unescape(_TAG.sub("", inner)).split())
        label = escape(_attached(site, anchor[1], text) or part_label(text))
        link = f'<a class="permalink" href="#{anchor[1]}" aria-label="{label}">#</a>'
        return f"<h{level}{attributes}>{inner} {link}</h{level}>"

    return _HEADING.sub(linked, html)


def _attached(site: Site, anchor: str, heading: str) -> str:
    """“Quy chế ban hành kèm theo”, of a text that is issued with a decision."""
    kind = _KIND.match(heading) if _ATTACHED.fullmatch(anchor) else None
    return site.say(_ISSUED_WITH).format(kind=kind[0].capitalize()) if kind else ""


@lru_cache(maxsize=1024)
def part_label(heading: str) -> str:
    """What a heading calls its part: “Điều 10”, “Chương II”, “Phụ lục I”; else the whole heading."""
    if unit := unit_of(heading):
        return unit[2].rstrip(".:")
    if appendix := APPENDIX.match(heading):
        label = heading[: appendix.start("title")] if appendix["title"] else heading
        return label.rstrip(" .:–—-")
    return heading

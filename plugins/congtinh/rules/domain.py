"""R29: the domain follows the rule of the state, and the public address uses HTTPS (NĐ 224/2026, Điều 11 khoản 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from congtinh.errors import N_, Problem, Severity
from congtinh.records.unit import Unit
from congtinh.rules.site_content import SiteContent

_OFFICIAL = re.compile(r"(?:[a-z0-9-]+\.){1,3}gov\.vn")
_RESERVED = re.compile(r"(?:.*\.)?(?:example|test|invalid|localhost|local)|.*\.example\.(?:com|org|net)|[\d.:]+")
"""Names that are nobody's (RFC 2606), and addresses of machines: for demonstrations and trials."""


def problems(content: SiteContent) -> Iterator[Problem]:
    """Warnings for the public address of the site and for the sites that units name."""
    yield from address_problems(content.site_url, "publishconf.py", "SITEURL")
    for item in content.each_once("unit"):
        assert isinstance(item.record, Unit)
        if item.record.site:
            yield from address_problems(item.record.site, item.path, "site")


def address_problems(address: str, path: str, field: str) -> Iterator[Problem]:
    """What is wrong with one address; nothing with an empty one."""
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    if not host or _RESERVED.fullmatch(host):
        return
    if parts.scheme != "https":
        yield _problem(path, field, address, N_("does not use HTTPS"), N_("Write the address with https://"))
    if not _OFFICIAL.fullmatch(host):
        message = N_("is not a domain of a state agency")
        yield _problem(path, field, address, message, N_("Use a domain that ends in .gov.vn"))


def _problem(path: str, field: str, value: str, message: str, remedy: str) -> Problem:
    return Problem(path, message, remedy, field, value, severity=Severity.WARNING, rule="R29")

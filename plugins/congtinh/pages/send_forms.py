"""Forms that send a comment, a question or feedback: by the visitor's mail, or to a form service of the department."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from congtinh import addresses
from congtinh.model import Item
from congtinh.pages.site import Site

_WITH_FEEDBACK = frozenset({"legal_document", "project", "tender"})
"""Content types whose pages take feedback on what they show (seed S0, A0.17)."""


class SendForm(NamedTuple):
    """``action`` is the address of a form service; without one the form opens a mail to ``email``.

    ``subject`` and ``prepared`` are what the mail begins with, and ``mailto`` the same as a link;
    ``about`` names what it is about, ``page`` is the public address of that.  ``label`` is what the
    visitor is to write, ``button`` what sends it.
    """

    id: str
    action: str
    email: str
    subject: str
    about: str
    page: str
    prepared: str
    mailto: str
    label: str
    button: str


def send_form(
    site: Site,
    id_: str,
    email: str,
    subject: str,
    about: str,
    address: str,
    label: str,
    lines: tuple[str, ...] = (),
) -> SendForm:
    """``lines`` follow the opening of the prepared message, before the visitor's own words."""
    page = site.url(address)
    opening = site.say("To: {agency}").format(agency=site.agency_name)
    where = (page,) if page else ()
    prepared = "\n".join((opening, "", about, *where, "", *lines, ""))
    mailed = prepared.replace("\n", "\r\n")
    return SendForm(
        id=id_,
        action=site.settings.form_action,
        email=email,
        subject=subject,
        about=about,
        page=page,
        prepared=prepared,
        mailto=f"mailto:{quote(email, safe='@')}?subject={quote(subject, safe='')}&body={quote(mailed, safe='')}",
        label=label,
        button=site.say("Send") if site.settings.form_action else site.say("Write the e-mail"),
    )


def feedback_form(site: Site, item: Item) -> SendForm | None:
    """Feedback on a document, a project or a tender, to the agency; none on other types."""
    agency = site.agency
    if item.type not in _WITH_FEEDBACK or agency is None or not agency.email:
        return None
    heading = item.record.heading
    subject = site.say("Feedback: {title}").format(title=heading)
    return send_form(
        site, "feedback", agency.email, subject, heading, item.address, site.say("Your feedback")
    )


def form_of_type(
    site: Site, name: str, address: str, subject: str, label: str, lines: tuple[str, ...]
) -> SendForm | None:
    """A form that is about no item, such as a question; none where the agency has no address."""
    agency = site.agency
    if agency is None or not agency.email:
        return None
    root = addresses.root(site.language)
    return send_form(site, name, agency.email, subject, subject, address or root, label, lines)

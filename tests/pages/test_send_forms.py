"""Forms that write a mail: what is prepared arrives whole, by form and by link; or go to a form service."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader

from congtinh.build.assets import Assets
from congtinh.build.theme import Theme
from congtinh.errors import ContentError
from congtinh.model import SiteModel
from congtinh.pages.send_forms import SendForm, send_form
from congtinh.pages.site import Site
from congtinh.vocabulary.registry import Vocabularies
from tests.sites.copies import SITES, THEME, SiteCopy

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)


@cache
def site(action: str = "") -> Site:
    """A site without items; forms ask it for words and settings alone."""
    settings = SiteCopy(SITES / "small").settings(FORM_ACTION=action)
    vocabularies, _ = Vocabularies.load()
    return Site(SiteModel((), (), vocabularies, settings.today, {}, {}), settings, "vi")


def form(subject: str, about: str, action: str = "") -> SendForm:
    return send_form(
        site(action), "comment", "gopy@so.example", subject, about, "lay-y-kien/a/", "Ý kiến"
    )


class Fields(HTMLParser):
    """The form of a page with the values of its fields."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.form: dict[str, str | None] = {}
        self.values: dict[str, str] = {}
        self._text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "form":
            self.form = found
        if tag in ("input", "textarea") and found.get("name"):
            self.values[str(found["name"])] = found.get("value") or ""
            self._text = str(found["name"]) if tag == "textarea" else ""

    def handle_data(self, data: str) -> None:
        if self._text:
            self.values[self._text] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._text = ""


def shown(of: SendForm) -> Fields:
    environment = Environment(loader=FileSystemLoader(THEME / "templates"), autoescape=True)
    environment.globals.update(Theme(THEME, Assets({}), "").functions("vi"))
    component = environment.get_template("components/send_form.html").module
    return Fields(str(vars(component)["send_form"](of)))


@given(subject=TEXT, about=TEXT)
def test_the_link_carries_subject_and_message(subject: str, about: str) -> None:
    """RFC 6068: whatever signs a title has, the mail begins with it as it is written."""
    made = form(subject, about)
    address = urlsplit(made.mailto)
    asked = parse_qs(address.query, keep_blank_values=True, strict_parsing=True)

    assert (address.scheme, address.path) == ("mailto", "gopy@so.example")
    assert asked["subject"] == [subject]
    assert asked["body"][0].split("\r\n") == made.prepared.split("\n")
    assert about in made.prepared


@pytest.mark.parametrize("title", ["Dự thảo “A & B” <2026>", 'Quy chế "quỹ"; 50% + 1'])
def test_the_form_carries_the_same(title: str) -> None:
    """Without a form service the form is a mail with the subject and the message in its fields."""
    made = form(title, title)
    page = shown(made)

    assert (page.form["action"], page.form["method"]) == ("mailto:gopy@so.example", "get")
    assert page.values == {"subject": title, "body": made.prepared}


def test_a_form_service_is_posted_to() -> None:
    """With FORM_ACTION the service is told what it is about, and the visitor may leave an address."""
    page = shown(form("Góp ý", "Dự thảo", "https://forms.so.example/gui"))

    assert (page.form["action"], page.form["method"]) == ("https://forms.so.example/gui", "post")
    assert page.values.keys() == {"subject", "about", "page", "message", "reply_to"}
    assert page.values["about"] == "Dự thảo"
    assert page.values["message"] == ""


@pytest.mark.parametrize(
    "address", ["http://forms.so.example", "forms.so.example", "javascript:alert(1)"]
)
def test_a_form_service_is_reached_safely(address: str) -> None:
    """Only an https address is taken."""
    with pytest.raises(ContentError) as fault:
        SiteCopy(SITES / "small").settings(FORM_ACTION=address)
    assert fault.value.problems[0].field == "FORM_ACTION"

"""What every page maker needs: model, settings and words of one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from gettext import NullTranslations

from congtinh import addresses
from congtinh.languages import Language
from congtinh.messages import THEME_DOMAIN, catalogue
from congtinh.model import Item, SiteModel
from congtinh.pages.parts import Card, Link, RelatedItem
from congtinh.reads import Read
from congtinh.records.registry import RECORD_TYPES
from congtinh.records.unit import Unit
from congtinh.settings import Settings

N_ = str  # marks words for the catalogue of the theme


@dataclass(frozen=True)
class Site:
    """One language of the site, as its page makers see it."""

    model: SiteModel
    settings: Settings
    language: Language
    cards: dict[str, tuple[Card, frozenset[Read]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Cards that were made for a list, by content path, with what was read for each."""
    near: dict[tuple[str, str], RelatedItem] = field(default_factory=dict, compare=False, repr=False)
    """Items as pages near by offer them, by content path and what binds them."""

    def __reduce__(self) -> tuple[object, ...]:
        """Handed to another process as what it is made from."""
        return Site, (self.model, self.settings, self.language)

    @cached_property
    def _words(self) -> NullTranslations:
        return catalogue(self.settings.theme / "translations", THEME_DOMAIN, self.language)

    def say(self, msgid: str) -> str:
        """A word of the theme in this language."""
        return self._words.gettext(msgid)

    def label(self, vocabulary: str, code: str | None) -> str:
        """The label of a code in this language; the code itself where the vocabulary has it not."""
        return self.model.vocabularies[vocabulary].label(code, self.language) if code else ""

    @cached_property
    def agency(self) -> Unit | None:
        """The unit that the site belongs to."""
        item = self.model.find("unit", self.settings.agency, self.language)
        return item.record if item and isinstance(item.record, Unit) else None

    @cached_property
    def agency_name(self) -> str:
        return self.agency.named(self.language) if self.agency else self.settings.site_name

    def url(self, address: str) -> str:
        """The public address; empty on a site that has none yet."""
        return f"{self.settings.site_url}/{address}" if self.settings.site_url else ""

    def link(self, item: Item | None, text: str = "") -> Link | None:
        """A link to an item, in its own words or in ``text``."""
        if item is None:
            return None
        if not item.record.own_page:
            return Link(text or item.record.heading, lang=item.lang)
        return Link(text or item.record.heading, item.address, lang="" if text else item.lang)

    @cached_property
    def _home_link(self) -> Link:
        return Link(self.say("Home"), addresses.fixed("home", self.language), key="home")

    def home_link(self) -> Link:
        return self._home_link

    def type_link(self, name: str) -> Link:
        """A link to the list of a content type; of people and units, to the directory."""
        return self._type_links[name]

    @cached_property
    def _type_links(self) -> Mapping[str, Link]:
        return {name: self._type_link(name) for name in RECORD_TYPES}

    def _type_link(self, name: str) -> Link:
        record_type = RECORD_TYPES[name]
        if not record_type.index_template:
            return self.fixed_link("directory")
        address = addresses.of_type(record_type, self.language)
        return Link(record_type.list_label.of(self.language), address, key=name)

    def fixed_link(self, key: str) -> Link:
        return Link(self.fixed_title(key), addresses.fixed(key, self.language), key=key)

    def fixed_title(self, key: str) -> str:
        return self.say(FIXED_TITLES[key])


FIXED_TITLES = {
    "home": N_("Home"),
    "directory": N_("Directory"),
    "sitemap": N_("Site map"),
    "open_data": N_("Open data"),
    "public_information": N_("List of public information"),
    "search": N_("Search"),
    "patterns": N_("Patterns"),
    "statistics": N_("Statistics"),
    "corrections": N_("Corrections"),
}


def written_in(words: str) -> str:
    """The language of a fact that is written once for both: ``vi`` where its letters say so, else empty.

    Names of people, rooms and recipients stand in the Vietnamese file alone; a screen reader must
    not read them out as English.
    """
    if words.isascii():
        return ""
    return "vi" if any(c.isalpha() and not c.isascii() for c in words) else ""


def both(language: str, here: str, there: str) -> tuple[tuple[str, str], ...]:
    """The alternates of a pair, Vietnamese first; ``x-default`` is the Vietnamese one."""
    vi, en = (there, here) if language == "en" else (here, there)
    return (("vi", vi), ("en", en), ("x-default", vi))

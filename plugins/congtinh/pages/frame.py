"""The frame that all pages of one language share: header, menu and footer as TT 32/2017 orders them."""

from __future__ import annotations

from congtinh import addresses
from congtinh.model import Item
from congtinh.pages.parts import Frame, Link
from congtinh.pages.site import FIXED_TITLES, Site
from congtinh.records.about import About
from congtinh.records.registry import RECORD_TYPES


def frame(site: Site) -> Frame:
    """Nothing in it changes from build to build while settings and the agency's facts stay."""
    settings, agency, language = site.settings, site.agency, site.language
    portal_name, portal_url = settings.portal
    picture = site.model.pictures.get(settings.mark.lstrip("/"))
    return Frame(
        language=language,
        site_url=settings.site_url,
        home=addresses.fixed("home", language),
        name=site.agency_name,
        parent_name=settings.parent_name.of(language),
        portal=Link(portal_name.of(language), url=portal_url) if portal_url else None,
        mark=picture.fallback.address if picture else "",
        menu=(site.home_link(), *(_entry(site, key) for key in settings.menu)),
        responsible=settings.responsible.of(language),
        postal_address=((agency.address_en if language == "en" else "") or agency.address or "")
        if agency
        else "",
        phone=(agency.phone or "") if agency else "",
        fax=(agency.fax or "") if agency else "",
        email=(agency.email or "") if agency else "",
        footer=(
            (
                site.say("Look up"),
                tuple(site.fixed_link(key) for key in _LOOK_UP),
            ),
            (site.say("About this site"), tuple(_policies(site))),
        ),
        feed=feed_address("all", language),
        search=addresses.fixed("search", language),
        register=addresses.of_type(RECORD_TYPES["legal_document"], language),
        offline=settings.offline,
        licence=settings.licence.of(language),
        styles=(),
        scripts=(),
        preview=settings.drafts,
    )


def feed_address(name: str, language: str) -> str:
    """The Atom feed of one language: ``feeds/news.vi.atom``."""
    return f"feeds/{name}.{language}.atom"


def _entry(site: Site, key: str) -> Link:
    return site.fixed_link(key) if key in FIXED_TITLES else site.type_link(key)


_LOOK_UP = ("directory", "public_information", "statistics", "open_data", "sitemap")
_POLICY_PARTS = ("tiep-can", "rieng-tu", "ban-quyen", "quy-che-trang")


def _policies(site: Site) -> list[Link]:
    links = []
    for item in site.model.either("about", site.language):
        if isinstance(item.record, About) and item.record.part in _POLICY_PARTS:
            links.append(Link(item.record.heading, item.address, lang=item.lang))
    return links[:6]


def section_of(item: Item) -> str:
    """The menu entry that an item's page stands under."""
    return "directory" if not RECORD_TYPES[item.type].index_template else item.type

"""The frame that all pages of one language share: header, menu and footer as TT 32/2017 orders them."""

from __future__ import annotations

from congtinh import addresses
from congtinh.model import Item
from congtinh.pages.frame_parts import Frame, VisitsTold
from congtinh.pages.menu import menu
from congtinh.pages.parts import Link
from congtinh.pages.presence import has_content
from congtinh.pages.site import Site
from congtinh.records.about import About
from congtinh.records.registry import RECORD_TYPES
from congtinh.records.usage import Usage


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
        menu=menu(site),
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
                tuple(site.fixed_link(key) for key in _LOOK_UP if has_content(site, key)),
            ),
            (site.say("About this site"), tuple(_policies(site))),
        ),
        feed=feed_address("all", language),
        search=addresses.fixed("search", language),
        register=_without_script(site),
        offline=settings.offline,
        licence=settings.licence.of(language),
        styles=(),
        scripts=(),
        preview=settings.drafts,
        visits=_visits(site) if settings.visits_in_footer else None,
    )


def _visits(site: Site) -> VisitsTold | None:
    """What the records of visits come to; the same from build to build while they stay."""
    total, until, sources = 0, None, set()
    for item in site.model.either("usage", site.language):
        record = item.record
        if isinstance(record, Usage) and record.last_day:
            total += (record.visits_vi or 0) + (record.visits_en or 0)
            counted = min(record.counted_on or record.last_day, record.last_day)
            until = max(until or counted, counted)
            sources.add(record.visits_source or "")
    told = tuple(site.label("visit_sources", code) for code in sorted(sources) if code)
    return VisitsTold(total, until, told) if until and total else None


def feed_address(name: str, language: str) -> str:
    """The Atom feed of one language: ``feeds/news.vi.atom``."""
    return f"feeds/{name}.{language}.atom"


def _without_script(site: Site) -> str:
    """Where the search form leads without JavaScript: the register of documents, else the site map."""
    if has_content(site, "legal_document"):
        return addresses.of_type(RECORD_TYPES["legal_document"], site.language)
    return addresses.fixed("sitemap", site.language)


_LOOK_UP = ("directory", "public_information", "statistics", "open_data", "sitemap")
_POLICY_PARTS = ("tiep-can", "rieng-tu", "ban-quyen", "quy-che-trang")


def _policies(site: Site) -> list[Link]:
    links = []
    for item in site.model.either("about", site.language):
        if isinstance(item.record, About) and item.record.part in _POLICY_PARTS:
            links.append(Link(item.record.heading, item.address, lang=item.lang))
    corrections = (site.fixed_link("corrections"),) if has_content(site, "corrections") else ()
    return [*links[:6], *corrections]


def section_of(item: Item) -> str:
    """The menu entry that an item's page stands under."""
    return "directory" if not RECORD_TYPES[item.type].index_template else item.type

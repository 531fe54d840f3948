"""The table of settings: name, default and help; ``docs/settings.md`` is held to it by a test."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from congtinh.errors import N_, ContentError, Problem
from congtinh.languages import Bilingual


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of ``pelicanconf.py``."""

    name: str
    default: Any
    help: str


SETTINGS = (
    Setting(
        "AGENCY",
        "",
        "id of the unit record that the site belongs to; its facts fill header and footer",
    ),
    Setting(
        "PARENT_NAME", ("", ""), "name of the body above the agency, in Vietnamese and English"
    ),
    Setting(
        "PORTAL",
        ("", "", ""),
        "the portal that the site is a part of: name in both languages, address",
    ),
    Setting(
        "RESPONSIBLE",
        ("", ""),
        "who answers for the content (TT 32/2017, Điều 16), in both languages",
    ),
    Setting("MARK", "", "content path of the agency's own mark (SVG), shown in the header"),
    Setting("LICENCE", ("", ""), "the sentence on reuse in the footer, in both languages"),
    Setting(
        "MENU",
        (),
        "entries of the menu: content types, pages, groups (name, name in English, entries); empty for the usual menu",
    ),
    Setting(
        "HOME_BLOCKS", (), "categories of news that have a block of their own on the home page"
    ),
    Setting(
        "SEARCH_EXAMPLES",
        ((), ()),
        "what the search box offers to try, in Vietnamese and English; made from the newest documents where empty",
    ),
    Setting("PAGE_SIZE", 20, "items on one page of a list"),
    Setting("EDITOR_LANG", "vi", "language of faults and progress: vi or en"),
    Setting("TODAY", "", "the day that decides states, YYYY-MM-DD; empty for today in Việt Nam"),
    Setting("DRAFTS", False, "show drafts, items in review and scheduled ones, marked as such"),
    Setting("PATTERNS", False, "build the pattern page, with every component of the theme"),
    Setting(
        "OFFLINE",
        False,
        "pages visited, and the parts of search used, stay readable without a connection",
    ),
    Setting(
        "PUBLIC", False, "the build is for the public address: feeds, sitemap and canonical links"
    ),
    Setting("CACHE", ".cache", "folder of what is made once: pictures, facts of attachments"),
    Setting("WORKERS", 0, "processes that read and render; 0 for one on each core"),
    Setting(
        "EXTERNAL_DOCUMENTS",
        "",
        "address for documents that this site does not hold, with {number}; empty for no link",
    ),
    Setting(
        "FORM_ACTION",
        "",
        "https address of a form service that comments and questions are posted to; empty for the visitor's mail",
    ),
    Setting(
        "COUNT_PICTURES",
        "site",
        "site: a picture file counts once, when first posted; item: once in each item that shows it",
    ),
    Setting(
        "PICTURES_LEFT_OUT", (), "patterns of picture files that are decoration and are not counted"
    ),
    Setting("COUNT_WITHDRAWN", False, "items withdrawn later still count on the day of their posting"),
    Setting(
        "VISITS_IN_FOOTER",
        False,
        "the visits of all months together stand in the footer, with their last day and their source",
    ),
    Setting("MAX_IMAGE_BYTES", 20_000_000, "a larger picture is an error"),
    Setting("MAX_FILE_BYTES", 50_000_000, "an attachment of this size or larger is an error"),
)


class MenuGroup(NamedTuple):
    """Entries of the menu that stand under one word."""

    label: Bilingual
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one build, checked; paths are absolute."""

    content: Path
    output: Path
    theme: Path
    cache: Path
    site_url: str
    site_name: str
    agency: str
    parent_name: Bilingual
    portal: tuple[Bilingual, str]
    responsible: Bilingual
    mark: str
    licence: Bilingual
    menu: tuple[str | MenuGroup, ...]
    home_blocks: tuple[str, ...]
    search_examples: tuple[tuple[str, ...], tuple[str, ...]]
    page_size: int
    editor_lang: str
    today: dt.date
    drafts: bool
    patterns: bool
    offline: bool
    public: bool
    workers: int
    external_documents: str
    form_action: str
    count_pictures: str
    pictures_left_out: tuple[str, ...]
    count_withdrawn: bool
    visits_in_footer: bool
    max_image_bytes: int
    max_file_bytes: int

    @property
    def report(self) -> Path:
        """Beside the output: what is for editors and machines of the department."""
        return self.output.with_name(self.output.name + "-report")


def read_settings(pelican: Mapping[str, Any]) -> Settings:
    """Pelican's settings as ``Settings``; a wrong value is a ``ContentError`` that names it."""
    values = {s.name: pelican.get(s.name, s.default) for s in SETTINGS}
    content = Path(pelican["PATH"]).resolve()
    return Settings(
        content=content,
        output=Path(pelican["OUTPUT_PATH"]).resolve(),
        theme=Path(pelican["THEME"]).resolve(),
        cache=Path(values["CACHE"]).resolve(),
        site_url=str(pelican.get("SITEURL") or "").rstrip("/"),
        site_name=str(pelican.get("SITENAME") or ""),
        agency=str(values["AGENCY"]),
        parent_name=Bilingual(*values["PARENT_NAME"]),
        portal=(Bilingual(*values["PORTAL"][:2]), values["PORTAL"][2]),
        responsible=Bilingual(*values["RESPONSIBLE"]),
        mark=str(values["MARK"]),
        licence=Bilingual(*values["LICENCE"]),
        menu=tuple(map(_menu_entry, values["MENU"])),
        home_blocks=tuple(values["HOME_BLOCKS"]),
        search_examples=_two(values["SEARCH_EXAMPLES"]),
        page_size=int(values["PAGE_SIZE"]),
        editor_lang="en" if values["EDITOR_LANG"] == "en" else "vi",
        today=day_of(str(values["TODAY"] or "")),
        drafts=bool(values["DRAFTS"]),
        patterns=bool(values["PATTERNS"]),
        offline=bool(values["OFFLINE"]),
        public=bool(values["PUBLIC"]),
        workers=int(values["WORKERS"]),
        external_documents=_address_with_number(str(values["EXTERNAL_DOCUMENTS"] or "")),
        form_action=_form_action(str(values["FORM_ACTION"] or "")),
        count_pictures=_one_of("COUNT_PICTURES", values["COUNT_PICTURES"], ("site", "item")),
        pictures_left_out=tuple(values["PICTURES_LEFT_OUT"]),
        count_withdrawn=bool(values["COUNT_WITHDRAWN"]),
        visits_in_footer=bool(values["VISITS_IN_FOOTER"]),
        max_image_bytes=int(values["MAX_IMAGE_BYTES"]),
        max_file_bytes=int(values["MAX_FILE_BYTES"]),
    )


def _menu_entry(written: object) -> str | MenuGroup:
    """A key, or a group of keys with its names; ``ContentError`` for anything else."""
    match written:
        case str():
            return written
        case (str(vi), str(en), (list() | tuple()) as keys) if all(isinstance(key, str) for key in keys):
            return MenuGroup(Bilingual(vi, en), tuple(keys))
    fault = N_("is not an entry of the menu")
    remedy = N_("Write a name such as \"news\", or a group such as (\"Tin tức\", \"News\", (\"news\", \"notice\"))")
    raise ContentError([Problem("pelicanconf.py", fault, remedy, "MENU", repr(written))])


def _two(values: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    vietnamese, english = values
    return tuple(vietnamese), tuple(english)


def _one_of(name: str, value: object, choices: tuple[str, ...]) -> str:
    """The value, where it is one of the choices; ``ContentError`` otherwise."""
    if value in choices:
        return str(value)
    remedy, params = N_("Write one of: {choices}"), {"choices": ", ".join(choices)}
    fault = N_("is not one of the choices")
    raise ContentError([Problem("pelicanconf.py", fault, remedy, name, str(value), params=params)])


def _address_with_number(address: str) -> str:
    """An ``https`` address that holds ``{number}``, or none; ``ContentError`` otherwise."""
    if not address or (address.startswith("https://") and "{number}" in address):
        return address
    raise ContentError(
        [
            Problem(
                "pelicanconf.py",
                N_("is not an address for documents elsewhere"),
                N_(
                    "Write an https address with {{number}} where the number stands, or leave it empty"
                ),
                "EXTERNAL_DOCUMENTS",
                address,
            )
        ]
    )


def _form_action(address: str) -> str:
    """An ``https`` address, or none; ``ContentError`` otherwise."""
    if not address or address.startswith("https://"):
        return address
    fault, remedy = N_("is not an address of a form service"), N_("Write an https address, or leave it empty")
    raise ContentError([Problem("pelicanconf.py", fault, remedy, "FORM_ACTION", address)])


def day_of(text: str) -> dt.date:
    """``YYYY-MM-DD`` as a date; empty for today in Asia/Ho_Chi_Minh; ``ContentError`` otherwise."""
    if not text:
        return dt.datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ContentError(
            [
                Problem(
                    "pelicanconf.py",
                    N_("is not a day"),
                    N_("Write it as 2026-11-22"),
                    "TODAY",
                    text,
                )
            ]
        ) from None

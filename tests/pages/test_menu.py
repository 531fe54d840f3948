"""The menu, and lists without content: nothing of a site leads to what is not there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.build.menu_faults import menu_problems
from congtinh.build.run import Build
from congtinh.errors import ContentError
from congtinh.languages import LANGUAGES
from congtinh.pages.menu import MOST, menu, menu_keys, usual_menu
from congtinh.pages.others import sitemap_page
from congtinh.pages.plan import Plan
from congtinh.pages.presence import is_page
from congtinh.pages.site import FIXED_TITLES
from congtinh.records.registry import RECORD_TYPES
from congtinh.settings import MenuGroup, read_settings
from tests.sites.copies import SiteCopy, tree
from tests.sites.desk import desk
from tests.sites.twins import Twins

NOTICE = """---
title: Thông báo đầu tiên của trang thử nghiệm
slug: thong-bao-dau-tien
summary: Một thông báo ngắn.
date: 2026-11-20
kind: khac
from_date: 2026-11-20
status: published
approved_by: Lê Văn Thử
---

Nội dung.
"""
KEYS = sorted(key for key in (*RECORD_TYPES, *FIXED_TITLES) if is_page(key))


@pytest.fixture(scope="module")
def model(built: SiteCopy) -> Any:
    return Build(built.settings()).gather()


def plan_of(built: SiteCopy, model: Any, written: Any) -> Plan:
    return Plan(model, built.settings(MENU=written))


@settings(max_examples=40)
@given(st.lists(st.sampled_from(KEYS) | st.lists(st.sampled_from(KEYS), max_size=5)))
def test_a_menu_fits_and_leads_somewhere(built: SiteCopy, model: Any, written: list[Any]) -> None:
    """Whatever is named: seven entries at most, home first, each address once built, all that has content there."""
    entries = [one if isinstance(one, str) else ("Nhóm", "Group", one) for one in written]
    plan = plan_of(built, model, entries)
    for language, site in plan.sites.items():
        made = menu(site)
        links = [link for entry in made for link in entry.below or (entry,)]

        assert 1 <= len(made) <= MOST
        assert made[0].key == "home"
        assert all(len(entry.below) != 1 for entry in made)
        assert [at for at in {link.address for link in links} if not (built.output / at / "index.html").is_file()] == []
        named = set(menu_keys(site.settings.menu or usual_menu()))
        assert {link.key for link in links} >= {k for k in named if k in RECORD_TYPES and model.has_any(k, language)}


def test_a_site_without_a_menu_gets_the_usual_one(built: SiteCopy, model: Any) -> None:
    """Six groups of all that this version has; every type with a list stands in one of them, or is links."""
    keys = set(menu_keys(usual_menu()))

    assert all(map(is_page, keys))
    assert {name for name in RECORD_TYPES if is_page(name)} - keys == {"link"}
    assert len(menu(plan_of(built, model, ()).sites["vi"])) > 2


def test_a_type_that_there_is_not_is_told(small: SiteCopy) -> None:
    """The fault names settings file, setting and key, and says what may be written."""
    with pytest.raises(ContentError) as raised:
        small.build(MENU=("news", ("Nhóm", "Group", ("about", "khong-co"))))
    (problem,) = raised.value.problems

    assert (problem.path, problem.field, problem.value) == ("pelicanconf.py", "MENU", "khong-co")
    assert "legal_document" in problem.told()


@pytest.mark.parametrize("written", [("Nhóm", "Group", ("news")), ("Nhóm", ("news",)), 7])
def test_a_group_that_is_none_is_told(written: object) -> None:
    """A group has two names and a list; what lacks one is no entry of the menu."""
    with pytest.raises(ContentError) as raised:
        read_settings({"PATH": "content", "OUTPUT_PATH": "output", "THEME": "theme", "MENU": (written,)})

    assert raised.value.problems[0].field == "MENU"


def test_the_menu_of_the_demonstration_names_what_there_is() -> None:
    """Every key that is not commented out is a type or a page."""
    path = Path(__file__).resolve().parents[2]
    values: dict[str, Any] = {}
    exec(compile((path / "pelicanconf.py").read_text("utf-8"), "pelicanconf.py", "exec"), values)
    entries = read_settings({"PATH": "content", "OUTPUT_PATH": "output", "THEME": "theme", "MENU": values["MENU"]}).menu

    assert not [*menu_problems(entries)]
    assert all(isinstance(one, MenuGroup) for one in entries)


def test_no_page_leads_to_an_empty_list(built: SiteCopy) -> None:
    """Each link of each page of a site with few types stands: menu, footer, breadcrumbs, language switch, search box."""
    files = tree(built.output)
    broken = []
    for name, data in files.items():
        if name.endswith(".html"):
            for href in re.findall(r'(?:href|action)="([^"#?:]*?)[#?]?[^":]*"', data.decode()):
                target = (built.output / name).parent / href
                if href and not (target.is_file() or (target / "index.html").is_file()):
                    broken.append((name, href))

    assert broken == []
    assert not any(name.startswith(("an-pham/", "en/publications/")) for name in files)


def test_the_first_item_of_a_type_brings_its_list(tmp_path: Path) -> None:
    """An edit in a standing site makes list, menu, site map and feed as a clean build does, and takes them away again."""
    made = desk(tmp_path / "site")
    made.settings |= {"TODAY": "2026-11-22", "MENU": ("about", "news", "notice")}
    for path in made.files("notice", ".md"):
        made.delete(path)
    twins = Twins(made)
    twins.first_build()
    assert not (twins.output / "thong-bao").exists()
    made.site.write("notice/2026/dau-tien.vi.md", NOTICE)
    twins.build("the first notice")
    home = (twins.output / "index.html").read_text("utf-8")
    assert (twins.output / "thong-bao/index.html").is_file()
    assert 'href="thong-bao/"' in home
    assert "thong-bao/" in (twins.output / "so-do-trang/index.html").read_text("utf-8")
    assert not (twins.output / "en/notices").exists()
    made.delete("notice/2026/dau-tien.vi.md")
    twins.build("gone again")
    assert not (twins.output / "thong-bao").exists()


def test_the_site_map_names_what_has_content(built: SiteCopy, model: Any) -> None:
    """Lists without items, and corrections where there are none, stand in no site map."""
    plan = plan_of(built, model, ("news", "publication"))
    for language in LANGUAGES:
        site = plan.sites[language]
        keys = [entry.link.key for entry in sitemap_page(site, plan.listings[language], False).tree]
        assert "news" in keys
        assert not {"publication", "corrections"} & set(keys)

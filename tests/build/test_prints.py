"""Prints of templates: a page is made again for exactly the templates that it reaches."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, meta

from congtinh.build.prints import template_prints
from congtinh.build.templates import OPTIONS
from tests.sites.copies import THEME

NAMES = ("base.html", "page.html", "parts/a.html", "parts/b.html", "parts/50%.html")
FORMS = (
    '{{% extends "{0}" %}}',
    "{{%extends'{0}'%}}",
    '{{%+ include "{0}" %}}',
    '{{%- include "{0}" -%}}',
    '{{% include "{0}" ignore missing without context +%}}',
    '{{% include ["{1}", "{0}"] %}}',
    '{{% include "{0}" if page else "{1}" %}}',
    '{{% import "{0}" as part with context %}}',
    '{{% from "{0}" import card as _card,\n  row %}}',
    '{{% from"{0}"import card%}}',
    "{{% set name = '{0}' %}}{{% include name %}}",
    "{{% for name in page %}}{{% include 'parts/' ~ name %}}{{% endfor %}}",
)
TEMPLATES = st.dictionaries(
    st.sampled_from(NAMES),
    st.lists(st.tuples(st.sampled_from(FORMS), st.sampled_from(NAMES), st.sampled_from(NAMES))),
)


def reached(sources: Mapping[str, str]) -> dict[str, set[str]]:
    """Template to all that it reaches, itself too, as Jinja reads them."""
    environment = Environment(**OPTIONS)
    near: dict[str, set[str]] = {}
    for name, text in sources.items():
        found = set(meta.find_referenced_templates(environment.parse(text)))
        known = {one for one in found if one and one in sources}
        near[name] = set(sources) if None in found else known
    whole = {name: {name} | others for name, others in near.items()}
    for _ in sources:
        whole = {name: {far for one in to for far in whole[one]} for name, to in whole.items()}
    return whole


def changed(folder: Path, edited: str) -> set[str]:
    """The templates whose prints change when one is edited; it is put back again."""
    path, before = folder / edited, template_prints(folder)
    text = path.read_text("utf-8")
    path.write_text(f"{text}{{# khác #}}", "utf-8")
    after = template_prints(folder)
    path.write_text(text, "utf-8")
    return {name for name in before if before[name] != after[name]}


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """The templates of the theme, to be edited."""
    shutil.copytree(THEME / "templates", tmp_path / "templates")
    return tmp_path / "templates"


def test_an_edit_changes_the_prints_of_those_that_reach_it(theme: Path) -> None:
    """Of each template of the theme: neither fewer nor more than Jinja says."""
    texts = {path: path.read_text("utf-8") for path in theme.rglob("*.html")}
    reaching = reached({path.relative_to(theme).as_posix(): text for path, text in texts.items()})

    for edited in reaching:
        assert changed(theme, edited) == {name for name, to in reaching.items() if edited in to}


@settings(max_examples=50, deadline=None)
@given(TEMPLATES)
def test_no_way_of_naming_a_template_is_missed(
    tmp_path_factory: pytest.TempPathFactory,
    templates: dict[str, list[tuple[str, str, str]]],
) -> None:
    """Whatever Jinja reads as a reference counts; what cannot be read counts as one to all."""
    folder = tmp_path_factory.mktemp("templates")
    sources = {
        name: "\n".join(form.format(*others) for form, *others in lines)
        for name, lines in templates.items()
    }
    for name, text in sources.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    reaching = reached(sources)
    for edited in sources:
        assert {name for name, to in reaching.items() if edited in to} <= changed(folder, edited)


def test_a_template_that_comes_or_goes_is_another_set(theme: Path) -> None:
    """Prints are told by name, so that one more template shows."""
    more = theme / "them.html"
    before = template_prints(theme)
    more.write_text("x", "utf-8")
    after = template_prints(theme)
    more.unlink()
    assert after.keys() - before.keys() == {"them.html"}

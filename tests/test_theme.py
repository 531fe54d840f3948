"""The theme by itself: its templates, its words, and what its pages may never hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from jinja2 import Environment, FileSystemLoader, meta

from congtinh.build.assets import Assets
from congtinh.build.theme import Theme
from congtinh.languages import LANGUAGES
from congtinh.pages import contexts
from congtinh.pages.of_type.registry import TYPE_PAGES

ROOT = Path(__file__).resolve().parents[1]
THEME = ROOT / "theme"
TEMPLATES = THEME / "templates"
STYLES = THEME / "static" / "css"
FILES = sorted(TEMPLATES.rglob("*.html"))
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
WORDS = {
    "_", "ngettext", "link", "asset", "kept", "day", "iso", "number", "filesize", "lang", "name_lang"
}  # fmt: skip
"""The functions that a template is given beside ``page`` and ``frame``."""
IMPORT = re.compile(r'{% from "components/(\w+)\.html" import (\w+) %}')


def environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)


def name_of(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def page_classes(above: type[contexts.Page] = contexts.Page) -> list[type[contexts.Page]]:
    """All classes of pages, those of single content types too."""
    assert TYPE_PAGES
    below = above.__subclasses__()
    return [*below, *(cls for one in below for cls in page_classes(one))]


def page_templates() -> list[str]:
    return sorted({cls.template for cls in page_classes() if "template" in vars(cls)})


@pytest.mark.parametrize("name", page_templates())
def test_every_context_has_its_template(name: str) -> None:
    """A page class names a template that exists and parses."""
    assert environment().get_template(name)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_templates_use_given_names_only(path: Path) -> None:
    """A template reads ``page``, ``frame``, the functions of the contract and its own names."""
    text = path.read_text(encoding="utf-8")
    own = set(re.findall(r"{% set (\w+)", text)) | {component.stem for component in COMPONENTS}
    given = WORDS | {"page", "frame", "super"}
    assert meta.find_undeclared_variables(environment().parse(text)) <= given | own


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_are_given_these_functions(language: str) -> None:
    """The functions of the contract, in each language, and no others."""
    theme = Theme(THEME, Assets({}), "")

    assert theme.functions(language).keys() == WORDS


@pytest.mark.parametrize("path", COMPONENTS, ids=name_of)
def test_components_read_their_arguments_only(path: Path) -> None:
    """A component is made once for all pages, so it knows none of them: only what it is given."""
    text = path.read_text(encoding="utf-8")
    own = set(re.findall(r"{% set (\w+)", text)) - {"page", "frame"}

    assert meta.find_undeclared_variables(environment().parse(text)) <= WORDS | own


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_take_one_component_without_context(path: Path) -> None:
    """With context Jinja would make the component anew for each page, which is most of the time."""
    text = path.read_text(encoding="utf-8")
    for statement in re.findall(r"{%[-+]?\s*(?:from|import|include)\b.*?%}", text, re.DOTALL):
        found = IMPORT.fullmatch(statement)
        assert found is not None, statement
        assert found[1] == found[2], statement


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_are_used(path: Path) -> None:
    """An import costs time on each of thousands of pages, so each is used, here or below."""
    text = path.read_text(encoding="utf-8")
    below = [text]
    for other in FILES:
        words = other.read_text(encoding="utf-8")
        if f'extends "{name_of(path)}"' in words:
            below.append(words)
    for _, macro in IMPORT.findall(text):
        assert any(re.search(rf"\b{macro}\(|\bkept\({macro}\b", words) for words in below), macro


@pytest.mark.parametrize("path", COMPONENTS, ids=name_of)
def test_a_component_is_named_as_its_file(path: Path) -> None:
    """One component has one name: that of its file is that of its macro."""
    assert f"{{% macro {path.stem}(" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_inline_style_or_script(path: Path) -> None:
    """Pages work under ``Content-Security-Policy: default-src 'self'``."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle\s*=|<style\b|\son\w+\s*=|javascript:", text, re.IGNORECASE)
    for attributes in re.findall(r"<script\b([^>]*)>", text):
        assert "src=" in attributes or 'type="application/ld+json"' in attributes


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_nothing_comes_from_a_third_party(path: Path) -> None:
    """No address of another server stands in a template."""
    assert not re.search(r"(?:https?:)?//[a-z]", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_only_known_html_is_printed_as_it_is(path: Path) -> None:
    """Only sanitised bodies and JSON-LD leave out the escaping."""
    unescaped = re.findall(r"{{([^}]*)\|\s*safe\s*}}", path.read_text(encoding="utf-8"))
    assert {words.strip() for words in unescaped} <= {"page.html", "cell.html", "page.json_ld"}


def components_of(path: Path) -> set[str]:
    """The components that a template uses, itself, through others, or through the template it extends."""
    text = path.read_text(encoding="utf-8")
    own = {name for name, _ in IMPORT.findall(text)}
    paths = [TEMPLATES / "components" / f"{name}.html" for name in own]
    paths += [TEMPLATES / name for name in re.findall(r'{% extends "([\w.]+)" %}', text)]
    return own.union(*map(components_of, paths))


def test_every_component_is_on_the_pattern_page() -> None:
    """The pattern page shows each component once, so that a change of its looks is seen at a glance."""
    shown = components_of(TEMPLATES / "patterns.html")
    assert {path.stem for path in COMPONENTS} == shown


def test_style_sheets_are_all_in_the_order() -> None:
    """``order.txt`` lists each style sheet once, the line of layers first."""
    listed = (STYLES / "order.txt").read_text(encoding="utf-8").split()
    found = [path.relative_to(STYLES).as_posix() for path in STYLES.rglob("*.css")]
    assert listed[0] == "layers.css"
    assert sorted(listed) == sorted(found)


@pytest.mark.parametrize("path", sorted(STYLES.rglob("*.css")), ids=lambda path: path.stem)
def test_styles_stay_in_their_layer(path: Path) -> None:
    """Each style sheet wraps itself in a layer; none shouts and none fetches from elsewhere."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert text.strip().startswith("@layer ")
    assert text.count("{") == text.count("}")
    assert "!important" not in text
    assert not re.search(r"^[<=>]{7}", text, re.MULTILINE), "marks of a merge"
    assert "//" not in text


def test_custom_properties_exist() -> None:
    """Every custom property that a style sheet reads is defined."""
    text = "".join(path.read_text(encoding="utf-8") for path in STYLES.rglob("*.css"))
    assert set(re.findall(r"var\((--[\w-]+)", text)) <= set(re.findall(r"(--[\w-]+):", text))


def test_dark_is_the_same_by_choice_and_by_system() -> None:
    """The dark values stand twice, since CSS cannot join the two conditions; they agree."""
    blocks = re.findall(
        r"{\s*color-scheme: dark;([^}]*)}", (STYLES / "tokens.css").read_text(encoding="utf-8")
    )
    assert len(blocks) == 2
    assert blocks[0].split() == blocks[1].split()


def words_of_the_theme() -> set[str | tuple[str, ...]]:
    """Every message of the templates and of the page makers, which speak the theme's words."""
    found: set[str | tuple[str, ...]] = set()
    trimmed = {"**.html": {"trimmed": "true", "encoding": "utf-8"}}
    for _, _, message, _, _ in extract_from_dir(
        TEMPLATES, method_map=[("**.html", "jinja2")], options_map=trimmed
    ):
        found.add(message)
    for _, _, message, _, _ in extract_from_dir(
        ROOT / "plugins" / "congtinh" / "pages",
        method_map=[("**.py", "python")],
        keywords={"say": None, "N_": None},
    ):
        found.add(message)
    return found


def words_in(language: str) -> Catalog:
    path = THEME / "translations" / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as source:
        return read_po(source, locale=language)


def strings_of(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_are_complete(language: str) -> None:
    """Each word has its entry in each language: none missing, none fuzzy, none left over."""
    translated = {
        message.id
        for message in words_in(language)
        if message.id and not message.fuzzy and all(strings_of(message))
    }
    assert translated == words_of_the_theme()


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_their_places(language: str) -> None:
    """A translation fills in the same ``{names}`` as its message."""
    for message in words_in(language):
        asked = re.findall(r"{\w+}", "".join(message.id))
        for words in strings_of(message):
            if message.id:
                assert set(re.findall(r"{\w+}", words)) == set(asked), message.id

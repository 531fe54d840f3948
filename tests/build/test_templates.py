"""Jinja with short ways: the same text as without them, and compiled templates that may be damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, TemplateNotFound, UndefinedError
from markupsafe import Markup, escape

from congtinh.build import cache
from congtinh.build.templates import OPTIONS, Compiled, Templates, escaped
from tests.sites.damages import DAMAGES

COMPONENT = """
{% macro card(of, level=3, lead=false) %}
<h{{ level }}{% if lead %} class="lead"{% endif %}>{{ of }}</h{{ level }}>
{% endmacro %}
"""
PAGE = """
{% from "components/card.html" import card %}
{% for of in page %}{{ card(of) }}{{ card(of, 2) }}{{ card(of, lead=true) }}{% endfor %}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Templates of a page and a component."""
    return written(tmp_path / "theme", {"page.html": PAGE, "components/card.html": COMPONENT})


def written(folder: Path, templates: dict[str, str]) -> Path:
    for name, text in templates.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def plain(folder: Path, name: str, **values: object) -> str:
    """What Jinja itself makes of a template."""
    environment = Environment(loader=FileSystemLoader(folder), **OPTIONS)
    return environment.get_template(name).render(**values)


def kept_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@given(st.text() | st.text("&<>\"'a"))
def test_texts_are_escaped_as_jinja_does(text: str) -> None:
    """A text without a sign to escape is not copied; any other one is escaped."""
    assert escaped(text) == escape(text)


@pytest.mark.parametrize("value", [*"a&<>\"'", 0, -3, True, None, 1.5, Markup("<b>&"), ["<"], b"<"])
def test_values_are_escaped_as_jinja_does(value: object) -> None:
    """Each sign by itself, numbers, markup and whatever else has a text."""
    assert escaped(value) == escape(value)


def test_components_are_called_as_jinja_calls_macros(folder: Path) -> None:
    """Arguments by place, by name and left out."""
    page = ["một", "<hai>", Markup("<b>ba</b>")]

    assert Templates(folder, {}).written(("page.html",), page=page) == plain(
        folder, "page.html", page=page
    )


@pytest.mark.parametrize("call", ["card(1, 2, 3, 4)", "card(1, of=2)", "card(1, depth=2)"])
def test_a_component_refuses_what_it_does_not_name(folder: Path, call: str) -> None:
    """An argument too many or of another name is a fault of the template, as with Jinja."""
    written(folder, {"page.html": f"{COMPONENT}{{{{ {call} }}}}"})

    with pytest.raises(TypeError, match="card takes"):
        Templates(folder, {}).written(("page.html",))
    with pytest.raises(TypeError):
        plain(folder, "page.html")


def test_an_argument_left_out_is_undefined(folder: Path) -> None:
    """What has no default is missed by name."""
    written(folder, {"page.html": COMPONENT + "{{ card() }}"})

    with pytest.raises(UndefinedError, match="parameter 'of'"):
        Templates(folder, {}).written(("page.html",))


@pytest.mark.parametrize(
    "text",
    [
        "{% macro m(a) %}{{ a }}{{ kwargs }}{% endmacro %}{{ m(1, b='<') }}",
        "{% macro m(a) %}{{ a }}{{ varargs }}{% endmacro %}{{ m(1, '<', 3) }}",
        "{% macro m() %}<i>{{ caller('<') }}</i>{% endmacro %}"
        "{% call(x) m() %}{{ x }}{% endcall %}",
        "{% macro m(n) %}{{ n }}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}",
        "{% for n in [1, [2, 3]] recursive %}{{ loop(n) if n is iterable else n }}{% endfor %}",
        "{% set made %}<b>{{ '<' }}</b>{% endset %}{{ made }}{{ made ~ '<' }}",
    ],
)
def test_macros_of_every_kind_write_what_jinja_writes(folder: Path, text: str) -> None:
    """Those that take any argument, that call back, and that call themselves."""
    written(folder, {"page.html": text})

    assert Templates(folder, {}).written(("page.html",)) == plain(folder, "page.html")


def test_the_first_template_that_is_there_is_chosen(folder: Path) -> None:
    """The one of the content type, else the one for every item; none is a fault."""
    templates = Templates(folder, {})

    for _ in range(2):
        assert templates.written(("own.html", "page.html"), page=["x"])
        with pytest.raises(TemplateNotFound):
            templates.written(("own.html",), page=[])


def test_compiled_templates_serve_the_next_run(folder: Path, tmp_path: Path) -> None:
    """Nothing is compiled a second time, neither in another language nor in another run."""
    store = tmp_path / "compiled"
    first = Templates(folder, {}, Compiled(store)).written(("page.html",), page=["x"])

    assert len(kept_files(store)) == 2
    assert NeverCompiling(folder, {}, Compiled(store)).written(("page.html",), page=["x"]) == first


class NeverCompiling(Templates):
    """Templates that must be compiled already."""

    def compile(self, source: object, name: object = None, *args: object, **named: object) -> None:  # type: ignore[override]
        raise AssertionError(name)


def test_a_changed_template_is_compiled_anew(folder: Path, tmp_path: Path) -> None:
    """What was compiled from other words is not used."""
    store = tmp_path / "compiled"
    Templates(folder, {}, Compiled(store)).written(("page.html",), page=["x"])
    written(folder, {"page.html": "other"})

    assert Templates(folder, {}, Compiled(store)).written(("page.html",)) == "other"


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damaged_files_are_compiled_anew(
    folder: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    """Whatever befell them, the page is the same and what can be mended is whole again."""
    store = tmp_path / "compiled"
    first = Templates(folder, {}, Compiled(store)).written(("page.html",), page=["x"])
    whole = kept_files(store)
    for name in whole:
        damage(store / name)

    assert Templates(folder, {}, Compiled(store)).written(("page.html",), page=["x"]) == first
    assert all((store / name).is_dir() for name in whole) or kept_files(store) == whole


def test_every_byte_of_a_compiled_template_is_sealed(folder: Path, tmp_path: Path) -> None:
    """Changed at any place, a file is refused: its code might crash Python or write other pages."""
    store = tmp_path / "compiled"
    Templates(folder, {}, Compiled(store)).written(("page.html",), page=["x"])
    for path in store.iterdir():
        whole = path.read_bytes()
        for place in range(0, len(whole), 7):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            assert cache.load(path)[0] is None
            path.write_bytes(whole[:place])
            assert cache.load(path)[0] is None
        path.write_bytes(whole)
        assert cache.load(path)[0] is not None


@pytest.mark.parametrize("value", [b"code", None, ("", b""), ("sum", "text"), {"x": 1}])
def test_a_sealed_file_that_holds_something_else_is_not_used(
    folder: Path, tmp_path: Path, value: object
) -> None:
    """A whole file of another kind is as good as none."""
    store = tmp_path / "compiled"
    first = Templates(folder, {}, Compiled(store)).written(("page.html",), page=["x"])
    for path in store.iterdir():
        assert cache.save(path, value)

    assert Templates(folder, {}, Compiled(store)).written(("page.html",), page=["x"]) == first


def test_a_folder_that_cannot_be_written_to_only_costs_time(folder: Path, tmp_path: Path) -> None:
    """As on a full disk: pages are rendered all the same."""
    store = tmp_path / "compiled"
    store.write_text("a file where the folder should be", encoding="utf-8")

    assert Templates(folder, {}, Compiled(store)).written(("page.html",), page=["x"]) == plain(
        folder, "page.html", page=["x"]
    )

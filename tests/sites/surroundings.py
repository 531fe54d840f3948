"""What lies around the content: theme, vocabularies, settings and the day, each changed in its way."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from tests.sites.desk import Desk, Pick
from tests.sites.edits import Edit

LABELS = {
    "categories": "tin-hoat-dong",
    "topics": "can-do",
    "issuers": "so-thu",
    "positions": "giam-doc-so",
    "document_types": "ke-hoach",
    "link_groups": "trung-uong",
    "relations": "thay-the",
    "statuses": "published",
}
CHOICES: dict[str, tuple[Any, ...]] = {
    "MENU": (("news", "about"), ("news", "legal_document", "publication", "sitemap"), ()),
    "PAGE_SIZE": (1, 3, 5, 20),
    "LICENCE": (("Ghi rõ nguồn.", "Please name the source."), ("", "")),
    "SITEURL": ("https://thu.example/so", "https://moi.example", ""),
    "SITENAME": ("Sở Mới",),
    "HOME_BLOCKS": ((), ("tin-hoat-dong", "khoa-hoc-cong-nghe")),
    "DRAFTS": (True, False),
    "PUBLIC": (True, False),
    "PATTERNS": (True, False),
    "VISITS_IN_FOOTER": (True, False),
    "MARK": ("", "images/dau.svg", "images/khong-co.svg"),
    "AGENCY": ("van-phong", "khong-co", ""),
    "PARENT_NAME": (("Ủy ban khác", "Another committee"),),
    "PORTAL": (("Cổng tỉnh", "Province portal", "https://tinh.example"),),
    "RESPONSIBLE": (("Phó Giám đốc", "Deputy Director"),),
    "EDITOR_LANG": ("en", "vi"),
    "MAX_IMAGE_BYTES": (2000, 20_000_000),
    "MAX_FILE_BYTES": (100, 50_000_000),
}
TODAYS = (
    "2026-11-22", "2026-11-23", "2026-11-26", "2026-12-01", "2027-01-01", "2026-11-09", "2025-12-01",
)  # fmt: skip


def label(desk: Desk, pick: Pick) -> str:
    """The words of a term that pages show, in a file of the department's own."""
    name = pick(sorted(LABELS))
    return _vocabulary(
        desk, name, f'["{LABELS[name]}"]\nvi = "Nhãn {desk.new()}"\nen = "Label {desk.new()}"\n'
    )


def new_term(desk: Desk, pick: Pick) -> str:
    """A term that content may already have used before it was there."""
    name, code = pick(
        (
            ("categories", "khong-co-chuyen-muc"),
            ("topics", "chu-de-tu-dat"),
            ("issuers", "phong-moi"),
        )
    )
    return _vocabulary(
        desk, name, f'[{code}]\nvi = "Từ mới {desk.new()}"\nen = "New word {desk.new()}"\n'
    )


def _vocabulary(desk: Desk, name: str, text: str) -> str:
    path = f"vocabulary/{name}.toml"
    desk.site.write(path, text)
    return f"wrote {path}"


def faulty_vocabulary(desk: Desk, pick: Pick) -> str:
    """A vocabulary file that is no TOML, has an unknown name, or goes away."""
    there = desk.files("vocabulary")
    if there and pick((True, False)):
        path = pick(there)
        desk.delete(path)
        return f"deleted {path}"
    path, text = pick(
        (
            ("vocabulary/genres.toml", "[tin\n"),
            ("vocabulary/topic.toml", '[a]\nvi = "A"\nen = "A"\n'),
        )
    )
    desk.site.write(path, text)
    return f"wrote {path}"


def setting(desk: Desk, pick: Pick) -> str:
    """One setting, or all of them as ``pelicanconf.py`` has them."""
    name = pick((*sorted(CHOICES), ""))
    if not name:
        desk.settings = {key: value for key, value in desk.settings.items() if key == "TODAY"}
        return "settings as in pelicanconf.py"
    desk.settings[name] = pick(CHOICES[name])
    return f"{name} = {desk.settings[name]!r}"


def today(desk: Desk, pick: Pick) -> str:
    desk.settings["TODAY"] = pick(TODAYS)
    return f"the day {desk.settings['TODAY']}"


def template(desk: Desk, pick: Pick) -> str:
    """A template or component says something more, or says it no longer."""
    path = pick(_theme_files(desk, "templates"))
    text = (desk.theme / path).read_text(encoding="utf-8")
    mark = f"<!-- {desk.new()} -->"
    if "{% block main %}" in text:
        text = text.replace("{% block main %}", "{% block main %}" + mark, 1)
    elif "{% macro" in text:
        text = text.replace("{% endmacro %}", mark + "{% endmacro %}", 1)
    else:
        text += mark
    (desk.theme / path).write_text(text, encoding="utf-8", newline="\n")
    return f"theme: {path}"


def own_template(desk: Desk, pick: Pick) -> str:
    """The template of one content type goes away, or comes back: the one for every item serves."""
    name = pick(("publication", "campaign", "about", "news"))
    path = desk.theme / "templates" / f"{name}.html"
    if path.is_file():
        path.unlink()
        return f"theme: templates/{name}.html deleted"
    path.write_text(
        '{% extends "item.html" %}\n{% block kind %}own{% endblock %}\n', encoding="utf-8"
    )
    return f"theme: templates/{name}.html written"


def broken_template(desk: Desk, pick: Pick) -> str:
    """A template that cannot be read, or that asks for what the page does not have."""
    path = pick(_theme_files(desk, "templates"))
    with (desk.theme / path).open("a", encoding="utf-8") as file:
        file.write(pick(("{% broken", "{{ page.no_such_name.at_all }}")))
    return f"theme: {path} broken"


def static(desk: Desk, pick: Pick) -> str:
    """A script or style sheet changes, or a new file joins."""
    path = pick((*_theme_files(desk, "static"), "static/moi.txt"))
    if PurePosixPath(path).name == "order.txt":
        return "nothing: order.txt lists the sheets"
    with (desk.theme / path).open("a", encoding="utf-8") as file:
        file.write(
            f"/* {desk.new()} */\n" if path.endswith("js") else f".x{desk.new()}{{color:red}}\n"
        )
    return f"theme: {path}"


def words(desk: Desk, pick: Pick) -> str:
    """A translation of the theme's words."""
    path = desk.theme / "translations" / pick(("vi", "en")) / "LC_MESSAGES" / "messages.po"
    lines = path.read_text(encoding="utf-8").split("\n")
    places = [
        n
        for n, line in enumerate(lines)
        if line.startswith("msgstr ") and "{" not in line and n > 20
    ]
    place = pick(places)
    if lines[place - 1].startswith("msgid "):
        lines[place] = f'msgstr "Chữ {desk.new()}"'
        while lines[place + 1].startswith('"'):
            del lines[place + 1]
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    return f"theme: {path.relative_to(desk.theme).as_posix()}, line {place + 1}"


def _theme_files(desk: Desk, folder: str) -> list[str]:
    found = (path for path in (desk.theme / folder).rglob("*") if path.is_file())
    return sorted(path.relative_to(desk.theme).as_posix() for path in found)


VOCABULARY: tuple[Edit, ...] = (label, new_term, faulty_vocabulary)
THEME: tuple[Edit, ...] = (template, own_template, static, words)
SETTINGS: tuple[Edit, ...] = (setting, today)

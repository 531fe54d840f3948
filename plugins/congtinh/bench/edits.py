"""What editors do between two builds, one at a time: each edit is new, and says how it is taken back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from congtinh.bench.items import HUB, BenchItem
from congtinh.bench.site import SETTINGS, BenchSite, write_settings
from congtinh.errors import N_

COMPONENT = "components/card.html"
"""The template that is edited: lists and the home page show items by it."""
_FRONT = re.compile(r"\A---\n.*?\n---\n\n", re.DOTALL)
_TITLE = re.compile(r"^(?:title|abstract): (.*)$", re.MULTILINE)
_EDITED = re.compile(r" sửalần\d+")


@dataclass(frozen=True, slots=True)
class Edit:
    """One kind of edit: ``make`` takes a number that is new each time.

    ``undo`` takes it back where the next one could not be made otherwise.
    """

    name: str
    label: str
    make: Callable[[int], None]
    undo: Callable[[], None] | None = None


def word(number: int) -> str:
    """The word that edit ``number`` puts into a title or a body."""
    return f"sửalần{number}"


def with_body_word(text: str, number: int) -> str:
    """A content file whose body has the word of edit ``number`` at the end of its first line."""
    match = _FRONT.match(text)
    assert match, "a content file has front matter and a body"
    first, end, rest = text[match.end() :].partition("\n")
    return f"{match[0]}{_EDITED.sub('', first)} {word(number)}{end}{rest}"


def with_title_word(text: str, number: int) -> str:
    """A content file whose title has the word of edit ``number`` at its end."""
    match = _TITLE.search(text)
    assert match, "a content file has a title"
    title = _EDITED.sub("", match[1])
    quote = title[0] if title[0] in "'\"" else ""
    bare = title[: len(title) - len(quote)]
    return f"{text[: match.start(1)]}{bare} {word(number)}{quote}{text[match.end(1) :]}"


def with_class(markup: str, number: int) -> str:
    """A component with the class of edit ``number`` on its card."""
    plain = re.sub(r'class="edited-\d+ card', 'class="card', markup)
    changed = re.sub(r'class="card\b', f'class="edited-{number} card', plain, count=1)
    assert changed != plain, "the component has a card"
    return changed


def edit_file(path: Path, change: Callable[[str, int], str], number: int) -> None:
    """Write the file anew as ``change`` makes it."""
    text = path.read_text(encoding="utf-8")
    path.write_text(change(text, number), encoding="utf-8", newline="\n")


def edits(
    site: BenchSite, items: Sequence[BenchItem], added: Sequence[BenchItem]
) -> tuple[Edit, ...]:
    """The edits of a fully built site, in the order in which they are measured.

    ``added`` are items that the site does not have yet.
    """
    target = site.content / middle(site, items).path
    gone = site.content / deletable(items).path
    kept = gone.read_bytes()
    component = site.theme / "templates" / COMPONENT

    def add(number: int) -> None:
        for item in added:
            site.write(item)

    def take_away() -> None:
        for item in added:
            (site.content / item.path).unlink()

    def delete(number: int) -> None:
        gone.unlink()

    def restore() -> None:
        gone.write_bytes(kept)

    return (
        Edit("unchanged", N_("nothing changed"), lambda number: None),
        Edit("edit_body", N_("body edited"), _changing(target, with_body_word)),
        Edit("edit_title", N_("title edited"), _changing(target, with_title_word)),
        Edit("add_item", N_("item added"), add, take_away),
        Edit("delete_file", N_("file deleted"), delete, restore),
        Edit("edit_template", N_("component edited"), _changing(component, with_class)),
        Edit("edit_setting", N_("setting edited"), lambda number: _edit_licence(site, number)),
    )


def _changing(path: Path, change: Callable[[str, int], str]) -> Callable[[int], None]:
    return lambda number: edit_file(path, change, number)


def _edit_licence(site: BenchSite, number: int) -> None:
    """A setting that the footer of every page shows."""
    words = tuple(f"{text} ({number})" for text in SETTINGS["LICENCE"])
    write_settings(site, {**SETTINGS, "LICENCE": words})


def middle(site: BenchSite, items: Sequence[BenchItem]) -> BenchItem:
    """The item that is edited: of the first type, Vietnamese if any is, neither new, old nor long."""
    chosen = [i for i in items if (i.type, i.language) == (items[0].type, items[0].language)]
    chosen.sort(key=lambda item: (item.facts["date"], item.stem))
    half = chosen[len(chosen) // 4 :][: len(chosen) // 2 + 1]
    half.sort(key=lambda item: (site.content / item.path).stat().st_size)
    return half[len(half) // 2]


def deletable(items: Sequence[BenchItem]) -> BenchItem:
    """The file that is deleted: of the last language, of middling age, and nothing links to it."""
    chosen = [i for i in items if i.language == items[-1].language and not _is_linked(i)]
    chosen.sort(key=lambda item: (item.facts["date"], item.stem))
    return chosen[len(chosen) // 2]


def _is_linked(item: BenchItem) -> bool:
    return int(item.stem.rpartition("-")[2]) % HUB == 0

"""What the editors' dashboard is made of: tables, marks of a word, a shape and a colour, bars and columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup, escape

from congtinh.pages.charts import FULL, bars
from congtinh.statistics.marks import Mark

Cell = str | int | Markup | None

_SHAPES: Mapping[str, str] = {"green": "✓", "blue": "◆", "amber": "▲", "red": "■", "grey": "○"}
"""A shape for each colour, so that a mark can be told in black and white."""

def mark(one: Mark, language: str) -> Markup:
    """A state as a word with its shape, in its colour."""
    shape = _SHAPES.get(one.colour, _SHAPES["grey"])
    told = '<span class="mark mark--{}"><span aria-hidden="true">{}</span>{}</span>'
    return Markup(told).format(one.colour, shape, one.word.of(language))


def bar(share: float, colour: str = "grey") -> Markup:
    """A bar as long as a share of the whole, which is 1; the number stands beside it."""
    length = round(100 * min(1.0, max(0.0, share)))
    told = (
        '<svg class="bar mark--{}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        '<path class="whole" d="M0 0h100v8h-100z"/><path class="part" d="M0 0h{length}v8h-{length}z"/></svg>'
    )
    return Markup(told).format(colour, length=length)


def weeks(values: Sequence[int], title: str) -> Markup:
    """A column for each week; ``title`` tells what they are."""
    step = 10
    height = FULL // step
    drawn = "".join(
        f'<path d="M{place * step + 1} {height - length / step:g}h{step - 2}V{height}h-{step - 2}z"/>'
        for place, length in enumerate(bars(values))
        if length
    )
    told = (
        '<svg class="weeks" viewBox="0 0 {width} {below}" preserveAspectRatio="none" role="img" aria-label="{title}">'
        '<path class="base" d="M0 {height}h{width}v1h-{width}z"/>{drawn}</svg>'
    )
    width = step * max(1, len(values))
    return Markup(told).format(width=width, below=height + 1, height=height, title=title, drawn=Markup(drawn))


def link(text: str, address: str) -> Markup:
    """Words that lead to a page; the words alone where there is none."""
    return Markup('<a href="{}">{}</a>').format(address, text) if address else escape(text)


def table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], is_titled: bool = False) -> Markup:
    """A table in a box of its own that scrolls where it is too wide.

    ``is_titled``: the heading above says what the caption does, which is there for those who listen.
    """
    columns = Markup("").join(
        Markup('<th scope="col"{}>{}</th>').format(_NUMBER if _has_numbers(rows, place) else "", head)
        for place, head in enumerate(heads)
    )
    told = (
        '<div class="table" role="group" tabindex="0" aria-label="{caption}"><table><caption{hidden}>{caption}</caption>\n'
        "<thead><tr>{columns}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>\n"
    )
    hidden = Markup(' class="heard"') if is_titled else ""
    body = Markup("\n").join(map(_row, rows))
    return Markup(told).format(caption=caption, hidden=hidden, columns=columns, body=body)


_NUMBER = Markup(' class="number"')


def _has_numbers(rows: Iterable[Sequence[Cell]], place: int) -> bool:
    return any(isinstance(row[place], int) for row in rows)


def _row(row: Sequence[Cell]) -> Markup:
    first, *rest = row
    cells = Markup("").join(map(_cell, rest))
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format("" if first is None else first, cells)


def _cell(value: Cell) -> Markup:
    if isinstance(value, int):
        return Markup("<td{}>{}</td>").format(_NUMBER, value)
    return Markup("<td>{}</td>").format("" if value is None else value)


def section(name: str, title: str, *parts: Markup) -> Markup:
    told = '<section id="{name}"><h2>{title}</h2>\n{parts}</section>\n'
    return Markup(told).format(name=name, title=title, parts=Markup("").join(parts))


def paragraph(words: str, quiet: bool = False) -> Markup:
    return Markup("<p{}>{}</p>\n").format(Markup(' class="quiet"') if quiet else "", words)

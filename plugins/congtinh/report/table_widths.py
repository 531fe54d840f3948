"""How wide the columns of a table are, so that no word or number is broken and lines stay few."""

from __future__ import annotations

from congtinh.languages import Language
from congtinh.report.document import Column, Table
from congtinh.report.wording import shown

_NARROWEST, _WIDEST = 4.0, 36.0
_ONE_LINE = 60.0
_SAMPLE = 400
"""Rows that are looked at; those below are of the same kind."""
_UPRIGHT = 84
"""Letters of 12 points that stand side by side on upright A4 between the margins."""
_EM = 0.352778 / 2
"""Millimetres that a letter takes for each point of its size."""
_SIDES = 2.2
"""Millimetres at the sides of a cell."""


def wanted_widths(table: Table, language: Language) -> tuple[float, ...]:
    """Letters that each column wants: its longest word, and room for its words on few lines.

    A column's own ``width`` multiplies what is found.
    """
    return tuple(wanted for _, wanted, _ in _measured(table, language))


def widths_of_lines(table: Table, language: Language) -> tuple[float, ...]:
    """Letters that each column wants where room costs nothing: most cells stay on one line."""
    return tuple(one_line for _, _, one_line in _measured(table, language))


def is_wide(table: Table, language: Language) -> bool:
    """Whether the table wants a page that lies on its side: more than upright paper holds."""
    return sum(wanted_widths(table, language)) > _UPRIGHT or len(table.columns) > 9


def fitted_widths(table: Table, language: Language, room: float, size: float) -> tuple[float, ...]:
    """Widths of the columns in millimetres that fill ``room`` at letters of ``size`` points.

    Where room is short the words of a column go on more lines, and numbers stay whole.
    """
    measured = _measured(table, language)
    least = [_SIDES + least * size * _EM for least, _, _ in measured]
    more = [max(0.0, one_line - least) * size * _EM for least, _, one_line in measured]
    spare = room - sum(least)
    if spare <= 0 or not any(more):
        return tuple(room * one / (sum(least) or 1) for one in least)
    if spare <= sum(more):
        return tuple(one + extra for one, extra in zip(least, _shared(more, spare), strict=True))
    enough = [one + extra for one, extra in zip(least, more, strict=True)]
    return tuple(room * one / sum(enough) for one in enough)


def _shared(more: list[float], spare: float) -> list[float]:
    """The spare room: who wants little gets all of it, the others get the rest in even shares."""
    given = [0.0] * len(more)
    for left, at in enumerate(sorted(range(len(more)), key=more.__getitem__)):
        given[at] = min(more[at], spare / (len(more) - left))
        spare -= given[at]
    return given


def _measured(table: Table, language: Language) -> list[tuple[float, float, float]]:
    """For each column the letters that it cannot do without, those it wants, those of one line."""
    made = []
    for at, column in enumerate(table.columns):
        texts = [shown(row[at], column, language) for row in table.rows[:_SAMPLE]]
        if table.totals:
            texts.append(shown(table.totals[at], column, language))
        made.append(_needs(column, texts))
    return made


def _needs(column: Column, texts: list[str]) -> tuple[float, float, float]:
    words = [word for text in [*texts, column.label] for word in text.split()]
    word = max(map(_letters, words), default=0.0)
    longest, most = max(map(len, texts), default=0), max(map(_letters, texts), default=0.0)
    whole = column.kind != "text"
    least = max(_NARROWEST, min(word, _WIDEST), most if whole and most < 20 else 0.0) + 0.5
    body = least if whole else max(longest**0.5 * 3.4, min(longest, 10))
    wanted = column.width * min(_WIDEST, max(least, body + 1))
    return least, wanted, least if whole else max(wanted, min(_ONE_LINE, float(longest + 1)))


def _letters(word: str) -> float:
    """The word's length in small letters; capitals take a third more, percent signs two thirds."""
    return len(word) + sum(sign.isupper() for sign in word) / 3 + word.count("%") * 0.7

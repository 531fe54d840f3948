"""Named formulas (vocabulary ``figures``): what each printed figure counts, or is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from congtinh.languages import Bilingual
from congtinh.statistics.counts import Wanted
from congtinh.vocabulary.figures import MONTHS, names, parsed, unsound
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term


@dataclass(frozen=True, slots=True)
class Formula:
    """One named figure: either ``wanted`` of the atomic counts, or ``text`` over other figures.

    ``distinct`` counts how many different values of that field the rows have (``unit``).
    ``cumulative``: from the beginning, not from the start of the period.  ``rounding``: ``down``
    where a fraction is cut.  ``style``: ``count``, ``ratio`` (“18/19”) or ``percent``.
    ``level``: the service level that it counts, as prose says it.
    """

    key: str
    label: Bilingual
    text: str
    wanted: Wanted | None
    distinct: str
    cumulative: bool
    rounding: str
    style: str
    group: str
    level: str
    public: bool

    @property
    def written(self) -> str:
        """The formula as it is printed."""
        if self.wanted is None:
            return self.text
        told = [f"{name} = {', '.join(value)}" for name, value in _conditions(self.wanted)]
        counted = f"count({self.wanted.measure}{' | ' if told else ''}{'; '.join(told)})"
        return f"distinct({self.distinct}, {counted})" if self.distinct else counted


def _conditions(wanted: Wanted) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in ("types", "kinds", "sections", "categories", "units", "author_kinds"):
        if value := getattr(wanted, name):
            yield name.removesuffix("ies") + "y" if name == "categories" else name[:-1], value
    if wanted.language:
        yield "language", (wanted.language,)


def formulas(vocabularies: Vocabularies) -> dict[str, Formula]:
    """Every formula of a site by its key, those of the package first; without those at fault."""
    genres, figures = vocabularies["genres"], vocabularies["figures"]
    at_fault = unsound({term.code: term.text("formula") for term in figures})
    found = {}
    for term in figures:
        if term.code in at_fault:
            continue
        kinds = _texts(term, "kind")
        if counted_as := _texts(term, "counted_as"):
            kinds += tuple(g.code for g in genres if g.text("counted_as") in counted_as)
        found[term.code] = _formula(term, kinds)
    return found


def _formula(term: Term, kinds: tuple[str, ...]) -> Formula:
    wanted = Wanted(
        term.text("measure"),
        _texts(term, "type"),
        kinds,
        _texts(term, "section"),
        _texts(term, "category"),
        _texts(term, "unit"),
        _texts(term, "author_kind"),
        term.text("language"),
    )
    return Formula(
        term.code,
        term.label,
        term.text("formula"),
        wanted if term.text("measure") else None,
        term.text("distinct"),
        term.flag("cumulative"),
        term.text("rounding"),
        term.text("style", "count"),
        term.text("group"),
        term.text("level"),
        term.flag("public"),
    )


def counted_by(formulas: Mapping[str, Formula], key: str) -> tuple[Wanted, ...]:
    """The atomic counts that a figure is made of, in the order of its formula, each once."""
    formula = formulas[key]
    if formula.wanted is not None:
        return (formula.wanted,)
    found = [name for name, _ in names(parsed(formula.text)) if name != MONTHS]
    return tuple(dict.fromkeys(one for name in found for one in counted_by(formulas, name)))


def _texts(term: Term, key: str) -> tuple[str, ...]:
    """One text or several."""
    value = term.extra.get(key)
    return (value,) if isinstance(value, str) else term.texts(key)

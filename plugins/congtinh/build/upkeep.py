"""What the editors of documents should look after: changes to come, doubtful bases, changed days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from congtinh.build.files import read_json
from congtinh.leaning import CITATION, Doubt, dependants
from congtinh.model import SiteModel
from congtinh.validity.faults import cause_of
from congtinh.validity.states import State, Timeline, changes_after

STATES = "validity.json"
"""Beside the build report: the states of each document at the last build, by id."""

States = dict[str, list[list[str]]]


def states_of(model: SiteModel) -> States:
    """Id of each document to its states: the first day of each, empty for the first, and its code."""
    register = model.register
    return {name: _written(register.timeline(name)) for name in sorted(register.documents)}


def states_before(folder: Path) -> States:
    """The states of the last build from the folder beside the output; what cannot be read is left out."""
    found = read_json(folder / STATES)
    return {
        name: states
        for name, states in (found.items() if isinstance(found, dict) else ())
        if isinstance(states, list) and all(_is_state(state) for state in states)
    }


def _is_state(written: object) -> bool:
    if not (isinstance(written, list) and [type(part) for part in written] == [str, str]):
        return False
    try:
        return not written[0] or bool(dt.date.fromisoformat(written[0]))
    except ValueError:
        return False


def _written(timeline: Timeline) -> list[list[str]]:
    return [[state.since.isoformat() if state.since else "", state.code] for state in timeline]


def upkeep(model: SiteModel, found: Iterable[Doubt], language: str) -> dict[str, Any]:
    """What is told in ``language``: ``next_change``, ``coming`` and ``doubts``.

    They are a day or nothing, the changes by day, and what rests on a document that is over.
    """
    coming = sorted(
        _change(model, name, state, language)
        for name in model.register.documents
        for state in changes_after(model.register.timeline(name), model.today)
    )
    return {
        "language": language,
        "next_change": coming[0][0] if coming else None,
        "coming": [
            dict(zip(("day", "number", "id", "state", "cause"), c, strict=True)) for c in coming
        ],
        "doubts": [_doubt(model, doubt, language) for doubt in found],
    }


def _change(model: SiteModel, name: str, state: State, language: str) -> tuple[str, ...]:
    day = state.since or dt.date.min
    number, label = model.register.written(name), _label(model, state.code, language)
    return day.isoformat(), number, name, label, _cause(model, state, language)


def _doubt(model: SiteModel, doubt: Doubt, language: str) -> dict[str, Any]:
    item, target, how, _, parts = doubt.leaning
    kinds = model.vocabularies["relations"]
    return {
        "file": item.path,
        "title": item.record.heading,
        "address": item.address,
        "document": model.register.written(target),
        "id": target,
        "how": "" if how == CITATION else kinds.label(how, language),
        "parts": list(parts),
        "state": _label(model, doubt.state.code, language),
        "cause": _cause(model, doubt.state, language),
    }


def changed(
    model: SiteModel, before: Mapping[str, Any], now: Mapping[str, Any], language: str
) -> list[dict[str, Any]]:
    """Documents whose states are other than at the last build, with all that rests on them.

    ``before`` and ``now`` as ``states_of``; a document that is new, or gone, has changed nothing.
    """
    names = [name for name in now if name in before and before[name] != now[name]]
    resting = dependants(model, names)
    return [
        {
            "id": name,
            "number": model.register.written(name),
            "before": _told(model, before[name], language),
            "now": _told(model, now[name], language),
            "dependants": [
                {"file": item.path, "title": item.record.heading} for item in resting[name]
            ],
        }
        for name in names
    ]


def _told(model: SiteModel, states: Iterable[Iterable[str]], language: str) -> str:
    """“Còn hiệu lực 13/06/2011; Hết hiệu lực toàn bộ 15/08/2022”."""
    told = []
    for since, code in states:
        if since and code:
            day = dt.date.fromisoformat(since)
            told.append(f"{_label(model, code, language)} {day:%d/%m/%Y}")
    return "; ".join(told)


def _label(model: SiteModel, code: str, language: str) -> str:
    return model.vocabularies["validity"].label(code, language)


def _cause(model: SiteModel, state: State, language: str) -> str:
    return cause_of(state, model.register, model.vocabularies).of(language)

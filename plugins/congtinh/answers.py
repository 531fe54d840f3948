"""What each kind of question to the model comes to, as bytes that change with the answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from congtinh.model import SiteModel, digest_of
from congtinh.reads import Read


def answer(model: SiteModel, read: Read) -> bytes:
    """What a question comes to now; the same bytes as long as the answer is the same.

    ``KeyError`` for a kind of question that this version does not ask.
    """
    return _ANSWERS[read[0]](model, *read[1:])


def _cited_by(model: SiteModel, target: str, language: str) -> bytes:
    found = model._cited_by(target, language)
    parts = repr([named for _, named in found]).encode()
    return digest_of(model._prints(item for item, _ in found), parts)


def _named(model: SiteModel, phrase: str, day: str, language: str) -> bytes:
    found = model.named(phrase, day_or_none(day), language)
    return digest_of(model.print_of(found[0]), repr(found[1]).encode()) if found else b""


def _related(model: SiteModel, name: str, language: str) -> bytes:
    found = model._related(name, language)
    return digest_of(model._prints(item for item, _ in found), repr([why for _, why in found]).encode())


def day_or_none(written: str) -> dt.date | None:
    """A day as a question holds it: YYYY-MM-DD, or nothing."""
    return dt.date.fromisoformat(written) if written else None


def _found(model: SiteModel, type_name: str, reference: str, language: str) -> bytes:
    return model._prints([model.find(type_name, reference, language)])


_ANSWERS: Mapping[str, Callable[..., bytes]] = {
    "path": lambda model, path: model._prints([model.by_path.get(path)]),
    "pair": lambda model, name, language: model._prints([model.by_identity.get((name, language))]),
    "find": _found,
    "cited": lambda model, path: repr(model.citing.by_path.get(path)).encode(),
    "cited_by": _cited_by,
    "numbered": lambda model, number, issued, doc_type, language: model._prints(
        [model.numbered(number, day_or_none(issued), doc_type, language)]
    ),
    "named": _named,
    "related": _related,
    "changes": lambda model, name: repr(model._changes.get(name)).encode(),
    "anchors": lambda model, path: item.anchors if (item := model._paths.get(path)) else b"",
    "years": lambda model, name: repr(sorted(model.years(name).items(), key=repr)).encode(),
    "naming": lambda model, name, field, target, language: model._prints(
        model._naming(name, field, language, target)
    ),
    "naming_either": lambda model, name, field, target, language: model._prints(
        model._naming(name, field, f"{language}+", target)
    ),
    "type": lambda model, name, language: model._prints(model.of_type(name, language)),
    "any": lambda model, name, language: bytes([model.has_any(name, language)]),
    "picture": lambda model, path: repr(model.pictures.get(path)).encode(),
    "attachment": lambda model, path: repr(model.attachments.get(path)).encode(),
}

"""Finds what a content type has of its own: the page of an item, the page of its list, further pages.

A module of this folder that bears the name of a content type may have any of these functions:

- ``item_page(site, item)`` makes the page of one item;
- ``list_page(site, part)`` makes the one page of all its items, or each page of its list where
  ``index_template`` of the record is ``list.html`` or ``register.html``;
- ``planned(site)`` gives further pages: a board, an archive, a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from congtinh.model import Item
from congtinh.pages.contexts import ItemPage, Page
from congtinh.pages.list_parts import ListPart
from congtinh.pages.planned import Planned
from congtinh.pages.site import Site
from congtinh.records.registry import RECORD_TYPES


class TypePages(NamedTuple):
    """The functions of one type; ``None`` where it has none of its own."""

    item_page: Callable[[Site, Item], ItemPage] | None = None
    list_page: Callable[[Site, ListPart], Page] | None = None
    planned: Callable[[Site], Iterator[Planned]] | None = None


def _discovered() -> Mapping[str, TypePages]:
    found = {}
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem in RECORD_TYPES:
            module = vars(import_module(f"congtinh.pages.of_type.{path.stem}"))
            found[path.stem] = TypePages(*(module.get(name) for name in TypePages._fields))
    return MappingProxyType(found)


TYPE_PAGES: Mapping[str, TypePages] = _discovered()
"""Content type to its own pages; a type without a module has the pages of all types."""


def pages_of(name: str) -> TypePages:
    """What a content type has of its own."""
    return TYPE_PAGES.get(name, TypePages())

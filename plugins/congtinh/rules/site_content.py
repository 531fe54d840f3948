"""What rules look at: all items of a site with the day and the vocabularies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from congtinh.identities import references
from congtinh.model import Item
from congtinh.vocabulary.registry import Vocabularies


@dataclass(frozen=True)
class SiteContent:
    """All items, hidden ones too, in the order of their paths; ``agency`` is the id of the site's unit,
    ``site_url`` its public address."""

    items: tuple[Item, ...]
    vocabularies: Vocabularies
    today: dt.date
    agency: str = ""
    site_url: str = ""

    @cached_property
    def _by_type(self) -> dict[str, list[Item]]:
        found: dict[str, list[Item]] = {}
        for item in self.items:
            found.setdefault(item.type, []).append(item)
        return found

    def of_type(self, name: str, language: str = "") -> list[Item]:
        """The items of a type, of both languages or of one."""
        found = self._by_type.get(name, [])
        return [item for item in found if item.lang == language] if language else found

    def each_once(self, name: str) -> Iterator[Item]:
        """Each item of a type once, the Vietnamese file where there is one: facts are shared by both."""
        seen = set()
        for item in sorted(self.of_type(name), key=lambda item: item.lang != "vi"):
            if item.id not in seen:
                seen.add(item.id)
                yield item

    def visible(self, items: Iterable[Item]) -> Iterator[Item]:
        """Those that visitors see on the day."""
        return (item for item in items if item.record.visible(self.today))

    @cached_property
    def references(self) -> dict[tuple[str, str], str]:
        """Type and words that mean an item, to its id."""
        return dict(references(self.items))

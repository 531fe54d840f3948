"""Static lists of a content type by one of its fields."""

from __future__ import annotations

from dataclasses import dataclass

from congtinh.languages import Bilingual


@dataclass(frozen=True, slots=True)
class Facet:
    """A static list of a content type by one field: ``/van-ban/co-quan/chinh-phu/``.

    ``field`` names the record's field (or property); ``path`` is the word in the address, empty
    where the value stands there alone; ``label`` names the facet; ``vocabulary`` labels the values.
    ``of_day``: the model tells the value for the day of the build.  ``in_feed``: each list has a
    feed.  ``by_number``: long lists stand in the order of document numbers too; ``by_year``: they
    are cut by year too.
    """

    field: str
    path: Bilingual
    label: Bilingual
    vocabulary: str = ""
    of_day: bool = False
    in_feed: bool = False
    by_number: bool = False
    by_year: bool = False

    def values(self, record: object) -> tuple[object, ...]:
        """What a record has of the facet, each value once; none of a facet that is ``of_day``."""
        value = None if self.of_day else getattr(record, self.field)
        if isinstance(value, tuple):
            return value if len(value) < 2 else tuple(dict.fromkeys(value))
        return () if value is None or value == "" else (value,)

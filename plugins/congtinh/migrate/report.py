"""What an import did: counts that add up, what was mended, and a fault for each row refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from congtinh.errors import Problem
from congtinh.messages import editors_words
from congtinh.migrate.characters import NOTES


@dataclass
class ImportReport:
    """What an import did; ``rows_in`` is always ``written`` and ``refused`` together.

    ``written`` counts the rows that have a file now, ``unchanged`` those among them whose file had
    the same bytes before, ``replaced`` those whose file had others.  ``problems``: an error for
    each reason that a row was refused for, a warning for what the person should know, both with
    the source's name and the line (or the row of the sheet).  ``notes``: what was mended, by kind.
    """

    source: str
    type_name: str
    rows_in: int = 0
    written: int = 0
    unchanged: int = 0
    replaced: int = 0
    refused: int = 0
    problems: list[Problem] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)

    def as_dict(self, language: str = "vi") -> dict[str, object]:
        """The report for machines: the keys of ``invoke import --format json``."""
        words = editors_words(language).gettext
        return {
            "source": self.source,
            "type": self.type_name,
            "rows_in": self.rows_in,
            "written": self.written,
            "unchanged": self.unchanged,
            "replaced": self.replaced,
            "refused": self.refused,
            "languages": dict(sorted(self.languages.items())),
            "mended": [
                {"what": words(NOTES[key]), "rows": self.notes[key]}
                for key in NOTES
                if self.notes[key]
            ],
            "problems": [problem.as_dict(words) for problem in self.problems],
        }

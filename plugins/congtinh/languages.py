"""The two languages of every site, and a word in both."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["vi", "en"]

LANGUAGES: tuple[Language, ...] = ("vi", "en")


class Bilingual(NamedTuple):
    """One text in Vietnamese and in English."""

    vi: str
    en: str

    def of(self, language: str) -> str:
        """The text in ``language``; Vietnamese for any code but ``en``."""
        return self.en if language == "en" else self.vi


def other(language: str) -> Language:
    """The language that ``language`` is not."""
    return "vi" if language == "en" else "en"


def as_language(code: str) -> Language | None:
    """``code`` as a language of the site, or ``None`` where the site has no such language."""
    return "vi" if code == "vi" else "en" if code == "en" else None

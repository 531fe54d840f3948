"""The forms of words that a text holds, numbered; every raw token is analysed once."""

from __future__ import annotations

from congtinh.search.terms import analyse, key_of

NOTHING = 0
"""The number of what is no word: a break between pieces of sentences."""
LONGEST = 120
"""Bytes of a form; longer runs of letters are no words, and a separator of two fits in 255."""
MOST_FORMS = 1 << 20


class Forms(dict[str, int]):
    """Raw token to the number of its form, in texts of one language.

    ``written[n]`` is the form with the number ``n``, as it stands in the index; in English the stem.
    """

    def __init__(self, language: str) -> None:
        super().__init__({"": NOTHING})
        self.language = language
        self.written: list[str] = [""]
        self._numbers: dict[str, int] = {"": NOTHING}

    def __missing__(self, raw: str) -> int:
        number = self[raw] = self.number(term_form(raw, self.language))
        return number

    def number(self, form: str) -> int:
        """The number of a form, a new one where it was not met before."""
        found = self._numbers.get(form)
        if found is None:
            if len(self.written) == MOST_FORMS:
                raise ValueError(f"more than {MOST_FORMS} forms of words in one language")
            found = self._numbers[form] = len(self.written)
            self.written.append(form)
        return found

    def keys(self) -> list[str]:  # type: ignore[override]
        """The key of each form, by number."""
        return [key_of(form, "vi") for form in self.written]


def term_form(raw: str, language: str) -> str:
    """The form under which a raw token stands in the index; empty for a sign alone and for no word.

    In an English text that is the stem; a word with marks keeps them there too.
    """
    term = analyse(raw, language)
    if not term.key or (len(term.form) > LONGEST // 4 and len(term.form.encode()) > LONGEST):
        return ""
    return term.key if language == "en" and term.form.isascii() else term.form

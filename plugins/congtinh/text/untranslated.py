"""Vietnamese words left in an English text: by the marks of words that are no names.

Names keep their marks in English (Minh Châu, Nguyễn Văn A) and begin with capitals, each syllable of
them; words in small letters with Vietnamese marks are words that nobody has translated.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile("[ăđơưảãạằắẳẵặầấẩẫậẻẽẹềếểễệỉĩịỏõọồốổỗộờớởỡợủũụừứửữựỳýỷỹỵ]")
"""Letters of Vietnamese that English does not borrow from French: café, tête-à-tête."""
_CODE = re.compile(r"`[^`]*`|<[^>]*>|\]\([^)]*\)|https?://\S+")

IN_TITLE = 2
"""Untranslated words that make a title suspect; one alone may be a dish or a dance."""
IN_BLOCK, SHARE = 5, 0.3
"""Untranslated words that make a block suspect, and their least share of its words."""


def untranslated_words(text: str) -> list[str]:
    """The words in small letters that bear Vietnamese marks."""
    return [word for word in _WORD.findall(text) if word.islower() and _MARKED.search(word)]


def is_untranslated_title(title: str) -> bool:
    """Whether an English title seems to be Vietnamese, or to hold a Vietnamese phrase."""
    return len(untranslated_words(title)) >= IN_TITLE


def untranslated_blocks(markdown: str) -> list[tuple[int, str]]:
    """The blocks of an English body that seem to be Vietnamese: line from 1 and the words of each."""
    if len(_MARKED.findall(markdown)) < IN_BLOCK:
        return []
    found, line = [], 1
    for piece in re.split(r"(\n[ \t]*\n\s*)", markdown):
        words = _CODE.sub(" ", piece)
        foreign = untranslated_words(words)
        if len(foreign) >= IN_BLOCK and len(foreign) >= SHARE * len(_WORD.findall(words)):
            found.append((line, " ".join(words.split())))
        line += piece.count("\n")
    return found

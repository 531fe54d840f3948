"""Light stemming of English: plurals, -ed, -ing and a final e, so that words of one verb or noun meet."""

from __future__ import annotations

import re

_WORD = re.compile("[a-z]{4,}")
_KEPT = frozenset({"news", "during", "thing", "something", "anything", "everything", "nothing"})
_PLURAL = re.compile("(ss|sh|ch|x)es$|([^ius])s$")
_ENDING = re.compile("(.*[aeiouy].*[^e]|.*[aiouy])ed|(.*[aeiouy].*)ing")
_SHORT = re.compile("[^aeiou]*[aeiouy][^aeiouywx]")
_DOUBLED = re.compile("([bdgmnprt])\\1$")


def stem(word: str) -> str:
    """The stem of an English word in small letters; a word of other letters or under four stays.

    The steps are those of Porter (1980) for inflected words alone (1a, 1b, 5a), so that ``policy``
    and ``political`` stay apart. A stem is a key and no word: ``services`` and ``service`` are
    ``servic``.
    """
    if not _WORD.fullmatch(word) or word in _KEPT:
        return word
    word = re.sub("ie[sd]$", "y", word) if len(word) > 4 else word
    word = _PLURAL.sub(r"\1\2", word)
    ending = _ENDING.fullmatch(word)
    bare = (ending[1] or ending[2]) if ending else ""
    single = _DOUBLED.sub(r"\1", bare)
    if len(bare) > 2 and single != bare:
        return single
    if len(bare) > 1 and _SHORT.fullmatch(bare):
        return bare + "e"
    word = bare if len(bare) > 2 else word
    stays = len(word) < 5 or word[-1] != "e" or _SHORT.fullmatch(word[:-1])
    return word if stays else word[:-1]

"""The shape of a Vietnamese syllable: onset, rime and tone, to tell Vietnamese from other text."""

from __future__ import annotations

import re
import unicodedata

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOPPED = re.compile("(?:p|t|c|ch)$")
_ONSETS = "ngh|ng|nh|n|gh|gi|g|kh|k|ch|c|ph|p|th|tr|t|qu|đ|d|b|h|l|m|r|s|v|x"
_RIMES = """
    a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây|
    e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu|i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|
    im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|
    oăt|oc|oe|oen|oeo|oet|oi|om|on|ong|oong|ooc|op|ot|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|
    ơt|u|ua|uân|uâng|uât|uây|uc|uê|uêch|uên|uênh|uêt|ui|um|un|ung|uôc|uôi|uôm|uôn|uông|uôt|
    up|ut|uơ|uy|uya|uych|uyên|uyêt|uynh|uyt|uyu|ư|ưa|ưc|ưi|ưm|ưng|ươc|ươi|ươm|ươn|ương|ươp|
    ươt|ươu|ưt|ưu|y|yêm|yên|yêng|yêt|yêu|ynh|yt
"""
_SYLLABLE = re.compile(f"(?:{_ONSETS})?(?:{_RIMES})|gi(?:n|m|ng)?", re.VERBOSE)


def is_syllable(word: str) -> bool:
    """Whether a word has the letters and the tone of one Vietnamese syllable, whatever its case.

    Syllables that end in p, t, c or ch bear only sắc or nặng; a bare one is let pass, since much
    is typed without tones.
    """
    parts = unicodedata.normalize("NFD", word.lower())
    tones = _TONES.findall(parts)
    if len(tones) > 1:
        return False
    letters = unicodedata.normalize("NFC", _TONES.sub("", parts))
    if tones and tones[0] not in "\u0301\u0323" and _STOPPED.search(letters):
        return False
    return _SYLLABLE.fullmatch(letters) is not None

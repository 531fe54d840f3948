"""Inline Markdown of the commonest kinds as HTML: stressed words, links, escaped signs."""

from __future__ import annotations

import re

# text that means nothing to Markdown, within a line
_TEXT = r"[^*_`\[\]<>&\\|{}!\n]"
_HOST = r"https?://(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}(?=[/)#])"
_URL = rf"(?:{_HOST}|(?!//)(?=[A-Za-z0-9./#]))[A-Za-z0-9/._#-]*"
_TOKEN = re.compile(
    rf"{_TEXT}+|\n"
    rf"|\*\*(?P<bold>(?!\s){_TEXT}+(?<!\s))\*\*(?!\*)"
    rf"|\*(?P<stressed>(?!\s){_TEXT}+(?<!\s))\*(?!\*)"
    rf"|(?<!!)\[(?P<words>(?![\s^]){_TEXT}+(?<!\s))\]\((?P<url>{_URL})\)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()>#+\-.!])"
    r"|(?P<entity>&(?:amp|lt|gt);)"
    r"|(?P<sign>&(?=\s|\Z|[0-9A-Za-z]+(?:[\s.,:)]|\Z))|>)"
    r"|(?<=[^\W_])_(?=[^\W_])|!(?!\[)"
)
_ESCAPED = {"&": "&amp;", ">": "&gt;"}


def inline(text: str) -> str | None:
    """Sanitised HTML of inline Markdown; ``None`` where it holds more than is known here.

    Known are ``**bold**``, ``*stressed*``, ``[words](address)``, a sign after a backslash, ``&``, ``>`` and a lone
    underscore within a word: the same HTML as by python-markdown and sanitising.
    """
    if "  \n" in text or "\t" in text:
        return None
    pieces: list[str] = []
    at = 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            return None
        pieces.append(_html(token))
        at = token.end()
    return "".join(pieces)


def _html(token: re.Match[str]) -> str:
    kind, value = token.lastgroup, token[0]
    if kind is None or kind == "entity":
        return value
    if kind == "bold":
        return f"<strong>{token['bold']}</strong>"
    if kind == "stressed":
        return f"<em>{token['stressed']}</em>"
    if kind == "url":
        return f'<a href="{token["url"]}">{token["words"]}</a>'
    sign = value[-1]
    return _ESCAPED.get(sign, sign)

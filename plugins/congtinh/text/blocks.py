"""The blocks of a body: what stands between blank lines, or an element of our own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from congtinh.text.normal import is_ordinary

# characters of the private use area that stand for a finished run of blocks
OPEN, CLOSE = "\ue000", "\ue001"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000\ue001]")
# a paragraph in which no line can mean anything to Markdown
_WORDS = r"(?:[^\W\d_]|\d+(?![\d.)])|[(“‘\"'])[^\n*_`\[\]<>&\\|{}#~=\ue000\ue001]*"
_PLAIN = re.compile(rf"{_WORDS}(?:(?<!  )\n{_WORDS})*")
_PLAIN_LINE = re.compile(r"[^\n*_`\[\]<>\\|{}!~&]*")
_BLANK = re.compile(r"\n[ \t]*\n\s*?(?=[^\n]|\Z)")


@dataclass(slots=True)
class Block:
    """A block of a body: an element of our own (``tag`` with ``id`` and ``kind``), or Markdown.

    ``tag`` is ``p``, ``h2`` … ``h6`` or ``hr``; an empty one says that ``text`` is a block of
    Markdown. ``text`` holds inline Markdown; ``kind`` is a class of the style sheet. ``words``:
    the text is known to mean nothing to Markdown.
    """

    text: str
    tag: str = ""
    id: str = ""
    kind: str = ""
    words: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether this is an element of our own whose text means nothing to Markdown."""
        if self.words or not self.tag:
            return bool(self.tag)
        if _PLAIN_LINE.fullmatch(self.text):
            return True
        return self.tag == "p" and not (self.id or self.kind) and bool(_PLAIN.fullmatch(self.text))

    @property
    def attributes(self) -> str:
        """``id`` and ``class`` as they stand in a tag."""
        own = f' id="{self.id}"' if self.id else ""
        return f'{own} class="{self.kind}"' if self.kind else own


def cleaned(markdown: str) -> str:
    """The text with ``\\n`` line ends, without control characters and our own stand-ins."""
    if is_ordinary(markdown):
        return markdown
    return _CONTROL.sub("", markdown.replace("\r\n", "\n").replace("\r", "\n"))


def blocks_of(markdown: str) -> list[Block]:
    """The body cut at blank lines; a plain paragraph becomes a finished ``p``."""
    pieces = _BLANK.split(markdown.strip("\n"))
    if "*[" in markdown:  # an abbreviation is found in any paragraph
        return [Block(piece) for piece in pieces]
    blocks = [
        Block(piece, "p", words=True) if _PLAIN.fullmatch(piece) else Block(piece)
        for piece in pieces
        if piece
    ]
    for block, following in pairwise(blocks):
        if following.text.startswith((":", " :", "  :", "   :")):  # a definition of this term
            block.tag = ""
    return blocks

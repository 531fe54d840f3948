"""Where the parts of a relation graph stand: one column that a phone shows whole, the oldest side above.

All lengths are units of the picture, sixteen to the ``rem`` of the page, counted from its left upper
corner.  Words are broken by the greatest width that the letters of common fonts have.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from congtinh.pages.document_parts import Relation
from congtinh.pages.parts import Link, Validity

WIDTH = 280
TRUNK, INSET = 10, 28
"""How far from a box the line to what hangs on it runs, and how far that is set in."""
LANE, MOST_LANES = 12, 3
"""Between the lines at the right that join two neighbours, and how many of them there may be."""
PADDING, GAP, BEND = 10, 10, 8
WORD_LINE, NUMBER_LINE, STATE_LINE = 18, 21, 20
WORD_LETTER, NUMBER_LETTER = 7.2, 9.4
MOST_LINES = 4


class Leaf(NamedTuple):
    """A document to be drawn: its key, its link and state, and the branches that it carries."""

    key: str
    relation: Relation
    branches: tuple[Branch, ...] = ()


class Branch(NamedTuple):
    """Documents that stand in the same relations to another: the words, each with whether it is inverse.

    ``rest`` counts those that are not drawn.
    """

    words: tuple[tuple[str, bool], ...]
    leaves: tuple[Leaf, ...]
    rest: int

    @property
    def acts(self) -> bool:
        """Whether the other document does something to these."""
        return any(not inverse for _, inverse in self.words)


class Tie(NamedTuple):
    """A relation of two documents that stand in the picture already, worded from the first."""

    key: str
    other: str
    label: str
    inverse: bool


class Line(NamedTuple):
    """One line of words; ``y`` is its base line."""

    text: str
    x: int
    y: int


class Node(NamedTuple):
    """A box with a document in it: the lines of its number, its state, what it says of ties."""

    key: str
    document: Link
    validity: Validity | None
    external: bool
    step: int
    x: int
    y: int
    width: int
    height: int
    numbers: tuple[Line, ...]
    words: tuple[Line, ...]

    @property
    def state_y(self) -> int:
        """The upper edge of the line with the state."""
        return self.numbers[-1].y + 5

    @property
    def middle(self) -> int:
        return self.y + self.height // 2


class Edge(NamedTuple):
    """A line from one document to another: the keys of both, the words, the shape of line and arrow."""

    source: str
    target: str
    label: str
    line: str
    head: str


class Rest(NamedTuple):
    """Where it is told how many documents are not drawn."""

    others: int
    x: int
    y: int


class Drawing(NamedTuple):
    """Everything in its place; ``nodes`` from above."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    words: tuple[Line, ...]
    rests: tuple[Rest, ...]


def drawn(centre: Leaf, branches: Sequence[Branch], ties: Sequence[Tie]) -> Drawing:
    """The picture of a document: above it what it acts on, below it what only acts on it."""
    leaves = [leaf for branch in branches for leaf in branch.leaves]
    leaves += [leaf for one in leaves for branch in one.branches for leaf in branch.leaves]
    texts = {leaf.key: leaf.relation.document.text for leaf in leaves}
    return _Column(centre, ties, texts).drawing(branches)


class _Column:
    """One pass from above to below; ``y`` is where the next part stands."""

    def __init__(self, centre: Leaf, ties: Sequence[Tie], texts: Mapping[str, str]) -> None:
        self.centre, self.ties = centre, ties
        self.texts = texts
        lanes = min(len(ties), MOST_LANES)
        self.right = WIDTH - LANE * lanes - (2 if lanes else 0)
        self.y = 0
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.words: list[Line] = []
        self.rests: list[Rest] = []

    def drawing(self, branches: Sequence[Branch]) -> Drawing:
        above = [branch for branch in branches if branch.acts]
        below = [branch for branch in branches if not branch.acts]
        hung = [(branch, self._hang(branch, INSET, 1)) for branch in above]
        self.y += BEND if above else 0
        centre = self._box(self.centre, 0, 0)
        self._join(centre, hung, is_above=True)
        self.y += BEND if below else 0
        self._carry(centre, below)
        self._tie()
        return Drawing(
            WIDTH,
            self.y - GAP,
            tuple(self.nodes),
            tuple(self.edges),
            tuple(self.words),
            tuple(self.rests),
        )

    def _carry(self, box: Node, branches: Iterable[Branch]) -> None:
        """What hangs below a box."""
        hung = [(below, self._hang(below, box.x + INSET, box.step + 1)) for below in branches]
        self._join(box, hung)

    def _hang(self, branch: Branch, x: int, step: int) -> list[Node]:
        """The words of a branch, and below them its documents with all that they carry."""
        said = "; ".join(label for label, _ in branch.words)
        self.words += self._lines(said, x, self.y, WORD_LETTER, WORD_LINE)
        self.y = self.words[-1].y + GAP
        boxes = []
        for leaf in branch.leaves:
            boxes.append(self._box(leaf, x, step))
            self._carry(boxes[-1], leaf.branches)
        if branch.rest:
            self.rests.append(Rest(branch.rest, x, self.y + WORD_LINE - 5))
            self.y += WORD_LINE + GAP
        return boxes

    def _box(self, leaf: Leaf, x: int, step: int) -> Node:
        relation, inner = leaf.relation, x + PADDING
        numbers = self._lines(relation.document.text, inner, self.y + 5, NUMBER_LETTER, NUMBER_LINE)
        bottom = numbers[-1].y + 5
        bottom += STATE_LINE if relation.validity or relation.external else 0
        words: list[Line] = []
        for tie in self.ties:
            if tie.key == leaf.key:
                said = f"{tie.label} {self.texts[tie.other]}"
                words += self._lines(said, inner, bottom, WORD_LETTER, WORD_LINE)
                bottom = words[-1].y + 4
        node = Node(
            leaf.key, relation.document, relation.validity, relation.external, step,
            x, self.y, self.right - x, bottom + 5 - self.y, tuple(numbers), tuple(words),
        )  # fmt: skip
        self.nodes.append(node)
        self.y += node.height + GAP
        return node

    def _lines(self, said: str, x: int, y: int, letter: float, line: int) -> list[Line]:
        """Words broken to the width that is left, below ``y``."""
        most = int((self.right - x - PADDING) / letter)
        broken = textwrap.wrap(said, most, max_lines=MOST_LINES, placeholder=" …") or ["–"]
        return [Line(text, x, y + line * place - 4) for place, text in enumerate(broken, 1)]

    def _join(
        self, box: Node, hung: Sequence[tuple[Branch, list[Node]]], *, is_above: bool = False
    ) -> None:
        """Lines from a box to what hangs on it; where nothing but inverse relations come, one arrow into the box."""
        at, start = box.x + TRUNK, box.y if is_above else box.y + box.height
        away = -1 if is_above else 1
        only_inverse = not any(branch.acts for branch, _ in hung)
        for branch, others in hung:
            for other in others:
                end = other.middle
                line = f"M{at} {start}V{end - away * BEND}Q{at} {end} {at + BEND} {end}H{other.x}"
                for label, inverse in branch.words:
                    head = f"M{other.x} {end}l-8 -5v10z"
                    if inverse:
                        head = f"M{at + 2} {end}l8 -5v10z"
                    if only_inverse:
                        head = f"M{at} {start}l-5 {away * 8}h10z"
                    pair = (other.key, box.key) if inverse else (box.key, other.key)
                    self.edges.append(Edge(*pair, label, line, head))

    def _tie(self) -> None:
        """Lines at the right between documents that stand in the picture, each in a lane of its own."""
        boxes = {node.key: node for node in self.nodes}
        used: dict[str, int] = {}
        ends: list[int] = []  # of the lowest line in each lane
        spans = []
        for tie in self.ties:
            places = [_place(boxes[key], used) for key in (tie.key, tie.other)]
            spans.append((min(places), max(places), tie, places))
        for upper, lower, tie, places in sorted(spans, key=lambda span: span[:2]):
            lane = next((n for n, end in enumerate(ends) if end < upper), len(ends))
            if lane < MOST_LANES:
                ends[lane : lane + 1] = [lower]
                self.edges.append(self._tied(tie, places, self.right + LANE * (lane + 1)))

    def _tied(self, tie: Tie, places: list[int], at: int) -> Edge:
        first, second = places
        away = 4 if second > first else -4
        line = (
            f"M{self.right} {first}H{at - 4}Q{at} {first} {at} {first + away}"
            f"V{second - away}Q{at} {second} {at - 4} {second}H{self.right}"
        )
        head = f"M{self.right} {first if tie.inverse else second}l8 -5v10z"
        pair = (tie.other, tie.key) if tie.inverse else (tie.key, tie.other)
        return Edge(*pair, tie.label, line, head)


def _place(box: Node, used: dict[str, int]) -> int:
    """The next free place at the right edge of a box."""
    number = used[box.key] = used.get(box.key, 0) + 1
    return min(box.y + 12 * number, box.y + box.height - 6)

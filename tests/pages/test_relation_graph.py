"""The relation graph: no box lies on another, every line is a relation that is told in words too."""

from __future__ import annotations

import re
import shutil
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.build.run import Build
from congtinh.languages import LANGUAGES
from congtinh.model import SiteModel
from congtinh.pages.document_parts import Relation, RelationGroup
from congtinh.pages.graph_layout import NUMBER_LETTER, WIDTH, WORD_LETTER, Drawing, Edge, Line, Node
from congtinh.pages.parts import Link, Validity
from congtinh.pages.plan import Plan
from congtinh.pages.related import document_graph, relations
from congtinh.pages.relation_graph import (
    FEW,
    MOST,
    MOST_FURTHER,
    RelationGraph,
    Steps,
    key_of,
    relation_graph,
)
from tests.sites.copies import PROJECT, SiteCopy

OWN = "van-ban/own/"
CENTRE = Link("21/2026/QĐ-UBND", OWN)
LABELS = (
    "Thay thế", "Căn cứ ban hành", "Được quy định chi tiết, hướng dẫn thi hành bởi", "Dẫn chiếu",
    "Is issued on the basis of",
)  # fmt: skip
NUMBERS = (
    "1/2020/QĐ", "19/2014/TTLT-BTP-BNV-BTC-BKHĐT-BTTTT", "x" * 90, "Quy chế về cung cấp thông tin",
)  # fmt: skip
SOME, MANY = st.lists(st.integers(0, 60), max_size=4, unique=True), st.integers(1, 60).map(range)


def document(which: int) -> Relation:
    """One of sixty documents, on the site or not; the last is the one whose graph it is."""
    number = f"{which} {NUMBERS[which % 4]}"
    if which == 60:
        return Relation(CENTRE)
    if which % 3 == 0:
        return Relation(Link(number), external=True)
    state = Validity("con-hieu-luc", "Còn hiệu lực") if which % 2 else None
    return Relation(Link(number, f"van-ban/{which}/"), validity=state)


def grouped(members: dict[tuple[bool, int], list[int]], without: int) -> tuple[RelationGroup, ...]:
    """Groups of different kinds, own ones first, as pages have them."""
    return tuple(
        RelationGroup(
            LABELS[kind] + (" bởi" if inverse else ""),
            tuple(document(which) for which in found if which != without),
            str(kind),
            inverse,
        )
        for (inverse, kind), found in sorted(members.items())
        if [which for which in found if which != without]
    )


KINDS = st.tuples(st.booleans(), st.integers(0, 4))


@st.composite
def cases(draw: st.DrawFn) -> tuple[tuple[RelationGroup, ...], Steps]:
    """Relations of a document, and of some others, to it, to one another and to more."""
    groups = draw(st.dictionaries(KINDS, st.one_of(SOME, SOME, MANY), max_size=5))
    further = draw(
        st.dictionaries(st.integers(0, 59), st.dictionaries(KINDS, SOME, max_size=3), max_size=8)
    )
    steps = {key_of(document(which)): grouped(of, which) for which, of in further.items()}
    return grouped(groups, 60), steps


CASES = cases()


def drawing_of(groups: tuple[RelationGroup, ...], steps: Steps) -> Drawing | None:
    graph = relation_graph(CENTRE, None, groups, steps)
    return graph.drawing if graph else None


def near_keys(groups: tuple[RelationGroup, ...]) -> list[str]:
    return list(dict.fromkeys(key_of(r) for group in groups for r in group.relations))


def where(key: str, groups: tuple[RelationGroup, ...]) -> tuple[int, ...]:
    """The groups that a document stands in."""
    return tuple(n for n, g in enumerate(groups) if key in map(key_of, g.relations))


def overlap(one: Node, other: Node) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def points(path: str) -> list[tuple[float, float]]:
    """The corners that a path of the picture goes through."""
    x = y = 0.0
    found = []
    for sign, written in re.findall(r"([MVHQlhvz])([-\d. ]*)", path):
        numbers = [float(one) for one in written.split()]
        if sign == "M":
            x, y = numbers
        elif sign == "Q":
            found.append((numbers[0], numbers[1]))
            x, y = numbers[2:]
        elif sign == "l":
            x, y = x + numbers[0], y + numbers[1]
        else:
            x = numbers[0] if sign == "H" else x + numbers[0] if sign == "h" else x
            y = numbers[0] if sign == "V" else y + numbers[0] if sign == "v" else y
        found.append((x, y))
    return found


@given(CASES)
def test_no_box_lies_on_another(case: tuple[tuple[RelationGroup, ...], Steps]) -> None:
    """Boxes stand apart, and words stand either in their own box or in none."""
    drawing = drawing_of(*case)
    for one, other in combinations(drawing.nodes if drawing else (), 2):
        assert not overlap(one, other), (one, other)
    for line in drawing.words if drawing else ():
        assert not any(box.y <= line.y <= box.y + box.height + 4 for box in drawing.nodes)
    for box in drawing.nodes if drawing else ():
        inside = [line.y for line in (*box.numbers, *box.words)]
        assert all(box.y < y < box.y + box.height for y in inside)
        assert inside == sorted(set(inside))


@given(CASES)
def test_all_stays_within_the_picture(case: tuple[tuple[RelationGroup, ...], Steps]) -> None:
    """Boxes, words, lines and arrows; words by the width that their letters may have."""
    drawing = drawing_of(*case)
    if drawing is None:
        return
    assert drawing.width == WIDTH
    for box in drawing.nodes:
        assert box.x >= 0 and box.y >= 0
        assert box.x + box.width <= WIDTH and box.y + box.height <= drawing.height
        fits(box.numbers, NUMBER_LETTER, box.x + box.width)
        fits(box.words, WORD_LETTER, box.x + box.width)
    fits(drawing.words, WORD_LETTER, WIDTH)
    for edge in drawing.edges:
        for x, y in (*points(edge.line), *points(edge.head)):
            assert 0 <= x <= WIDTH and 0 <= y <= drawing.height
    assert all(0 < rest.y <= drawing.height for rest in drawing.rests)


def fits(lines: tuple[Line, ...], letter: float, right: int) -> None:
    assert all(line.x + len(line.text) * letter <= right for line in lines)


@given(CASES)
def test_every_line_is_told_in_words(case: tuple[tuple[RelationGroup, ...], Steps]) -> None:
    """It is in the list of the document's relations, or in that of the picture."""
    groups, steps = case
    graph = relation_graph(CENTRE, None, groups, steps)
    if graph is None:
        assert groups == ()
        return
    told = set()
    for group in groups:
        for relation in group.relations:
            told |= ends("", key_of(relation), group.label, group.inverse)
    inverse = {(g.label, key): g.inverse for key, of in steps.items() for g in of}
    for one in graph.further:
        first, second = key_of(Relation(one.document)), key_of(one.relation)
        told |= ends(first, second, one.label, inverse[one.label, first])
    drawn = {(edge.source, edge.target, edge.label) for edge in graph.drawing.edges}
    assert drawn <= told
    boxes = {node.key for node in graph.drawing.nodes}
    assert all({source, target} <= boxes for source, target, _ in drawn)
    assert all(key_of(one.relation) in boxes for one in graph.further)


def ends(first: str, second: str, label: str, inverse: bool) -> set[tuple[str, str, str]]:
    """From the document that acts to the one that it acts on."""
    return {(second, first, label) if inverse else (first, second, label)}


@given(CASES)
def test_every_neighbour_is_drawn_or_counted(
    case: tuple[tuple[RelationGroup, ...], Steps],
) -> None:
    """Each once, no more than the picture may hold, in the order of the list on each side."""
    groups, steps = case
    drawing = drawing_of(groups, steps)
    if drawing is None:
        return
    keys = [node.key for node in drawing.nodes]
    near = near_keys(groups)
    drawn = [key for key in keys if key in near]
    assert len(keys) == len(set(keys)) <= MOST
    assert keys.count("") == 1
    assert len(drawn) + sum(rest.others for rest in drawing.rests) == len(near)
    for places in {where(key, groups) for key in near}:
        alike = [key for key in drawn if where(key, groups) == places]
        assert alike == [key for key in near if where(key, groups) == places][: len(alike)]
    if len(near) > FEW:
        assert set(keys) == {"", *drawn}


@given(CASES)
def test_what_the_document_acts_on_stands_above(
    case: tuple[tuple[RelationGroup, ...], Steps],
) -> None:
    """What acts on it and nothing more stands below; the line of each ends at the two boxes."""
    groups, steps = case
    drawing = drawing_of(groups, steps)
    if drawing is None:
        return
    acted_on = set(near_keys(tuple(group for group in groups if not group.inverse)))
    boxes = {node.key: node for node in drawing.nodes}
    centre = boxes[""]
    for node in drawing.nodes:
        if node.step == 1:
            assert (node.y < centre.y) == (node.key in acted_on)
    for edge in drawing.edges:
        assert joins(edge, boxes[edge.source], boxes[edge.target]), edge


def joins(edge: Edge, source: Node, target: Node) -> bool:
    """Whether line and arrow touch both boxes, the arrow with its tip at or towards the target."""
    line = points(edge.line)
    touched = {on_edge(box, point) for box in (source, target) for point in (line[0], line[-1])}
    return True in touched and all(
        any(on_edge(box, point) for point in (line[0], line[-1])) for box in (source, target)
    )


def on_edge(box: Node, point: tuple[float, float]) -> bool:
    x, y = point
    sides = x in (box.x, box.x + box.width) and box.y <= y <= box.y + box.height
    return sides or (y in (box.y, box.y + box.height) and box.x <= x <= box.x + box.width)


@given(CASES)
def test_lines_between_neighbours_do_not_run_into_each_other(
    case: tuple[tuple[RelationGroup, ...], Steps],
) -> None:
    """In one lane at the right, one line ends before the next begins."""
    drawing = drawing_of(*case)
    lanes: dict[float, list[tuple[float, float]]] = {}
    for edge in drawing.edges if drawing else ():
        line = points(edge.line)
        if line[0][0] == line[-1][0] > WIDTH / 2:
            ys = sorted((line[0][1], line[-1][1]))
            lanes.setdefault(max(x for x, _ in line), []).append((ys[0], ys[1]))
    for spans in lanes.values():
        assert all(one[1] < after[0] for one, after in pairwise(sorted(spans)))


def test_the_graph_depends_on_the_relations_alone() -> None:
    """Made twice it is the same; steps in another order of keys change nothing."""
    groups = (RelationGroup("Thay thế", (related("a"), related("b")), "thay-the"),)
    step = (RelationGroup("Sửa đổi", (related("c"),), "sua-doi"),)
    there = relation_graph(CENTRE, None, groups, {"a": step, "b": step})

    assert there == relation_graph(CENTRE, None, groups, {"b": step, "a": step})


def related(key: str, **facts: object) -> Relation:
    return Relation(Link(key, key), **facts)  # type: ignore[arg-type]


def test_a_chain_of_replacements() -> None:
    """What the replaced document had replaced hangs on it; the words say what, the arrows which way."""
    groups = (
        RelationGroup("Thay thế", (related("42/2022"),), "thay-the"),
        RelationGroup("Được sửa đổi bởi", (related("9/2027"),), "sua-doi", True),
    )
    steps = {
        "42/2022": (RelationGroup("Thay thế", (related("43/2011"),), "thay-the"),),
        "9/2027": (RelationGroup("Bị bãi bỏ bởi", (related("1/2028"),), "bai-bo", True),),
    }
    graph = relation_graph(CENTRE, None, groups, steps)
    assert graph is not None
    assert [(node.key, node.step) for node in graph.drawing.nodes] == [
        ("42/2022", 1), ("43/2011", 2), ("", 0), ("9/2027", 1), ("1/2028", 2),
    ]  # fmt: skip
    assert [(edge.source, edge.target, edge.label) for edge in graph.drawing.edges] == [
        ("42/2022", "43/2011", "Thay thế"),
        ("", "42/2022", "Thay thế"),
        ("1/2028", "9/2027", "Bị bãi bỏ bởi"),
        ("9/2027", "", "Được sửa đổi bởi"),
    ]
    assert [line.text for line in graph.drawing.words] == [
        "Thay thế", "Thay thế", "Được sửa đổi bởi", "Bị bãi bỏ bởi",
    ]  # fmt: skip
    assert [
        (one.document.text, one.label, one.relation.document.text) for one in graph.further
    ] == [
        ("42/2022", "Thay thế", "43/2011"),
        ("9/2027", "Bị bãi bỏ bởi", "1/2028"),
    ]


def test_neighbours_that_touch_each_other_are_joined_at_the_right() -> None:
    """The relation is told once, in the box of the one that names it, whichever of the two tells it."""
    groups = (RelationGroup("Căn cứ", (related("a"), related("b")), "can-cu"),)
    steps = {
        "a": (RelationGroup("Được sửa đổi bởi", (related("b"),), "sua-doi", True),),
        "b": (RelationGroup("Sửa đổi", (related("a"),), "sua-doi"),),
    }
    graph = relation_graph(CENTRE, None, groups, steps)
    assert graph is not None
    tied = [edge for edge in graph.drawing.edges if edge.label != "Căn cứ"]
    assert [(edge.source, edge.target) for edge in tied] == [("b", "a")]
    assert [line.text for node in graph.drawing.nodes for line in node.words] == [
        "Được sửa đổi bởi b"
    ]
    assert len(graph.further) == 1


def test_a_law_that_thousands_rest_on() -> None:
    """Each kind is seen, and the rest of each is counted."""
    many = tuple(related(f"{number}/2026") for number in range(5000))
    groups = (
        RelationGroup("Bãi bỏ", many[:1], "bai-bo"),
        RelationGroup("Là căn cứ của", many[10:], "can-cu", True),
        RelationGroup("Được hướng dẫn bởi", many[1:10], "huong-dan", True),
    )
    graph = relation_graph(CENTRE, None, groups, {})
    assert graph is not None
    assert len(graph.drawing.nodes) == MOST
    assert [rest.others for rest in graph.drawing.rests] == [4977]


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The documents of the demonstration, without what they show and name besides."""
    folder = tmp_path_factory.mktemp("demonstration")
    for name in ("legal_document", "vocabulary"):
        shutil.copytree(PROJECT / "content" / name, folder / "content" / name)
    places = {name: str(folder / name.lower()) for name in ("OUTPUT_PATH", "CACHE")}
    settings = SiteCopy(PROJECT).settings(PATH=str(folder / "content"), **places)
    return Plan(Build(settings).gather(), settings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_graphs_of_the_demonstration_are_its_relations(demonstration: Plan, language: str) -> None:
    """Every line of every picture is an edge of the register, in the direction in which it was written."""
    site, model = demonstration.sites[language], demonstration.model
    known = labels(model, language)
    graphs = []
    for item in model.of_type("legal_document", language):
        graph = document_graph(site, item, relations(site, item))
        if graph is None:
            continue
        graphs.append(graph)
        ids = {
            node.key: model.find("legal_document", node.document.text, language)
            for node in graph.drawing.nodes
        }
        names = {key: found.id if found else key for key, found in ids.items()} | {"": item.id}
        for edge in graph.drawing.edges:
            assert (names[edge.source], names[edge.target], edge.label) in known
    assert len(graphs) > 10
    assert any(steps_of(graph) == {0, 1, 2} for graph in graphs)


def labels(model: SiteModel, language: str) -> set[tuple[str, str, str]]:
    """Source, target and both wordings of every edge."""
    found = set()
    for edge in model.register.edges:
        term = model.vocabularies["relations"].get(edge.kind)
        assert term
        for words in (term.label.of(language), term.text(f"inverse_{language}")):
            found.add((edge.source, edge.target, words))
    return found


def steps_of(graph: RelationGraph) -> set[int]:
    return {node.step for node in graph.drawing.nodes}


def test_a_neighbour_carries_few() -> None:
    """However much happened to a neighbour, the picture stays that of its document."""
    step = (RelationGroup("Sửa đổi", tuple(related(f"x{n}") for n in range(30)), "sua-doi"),)
    groups = (RelationGroup("Căn cứ", (related("a"),), "can-cu"),)
    graph = relation_graph(CENTRE, None, groups, {"a": step})
    assert graph is not None
    assert [node.step for node in graph.drawing.nodes].count(2) == MOST_FURTHER

"""What a page reads of the model is noted, and told apart exactly when it would be read otherwise."""

from __future__ import annotations

import datetime as dt
import os
import pickle
import random
import re
import shutil
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from congtinh.answers import answer, day_or_none
from congtinh.build.ledger import answer_of
from congtinh.build.run import Build
from congtinh.languages import LANGUAGES
from congtinh.model import Item, SiteModel
from congtinh.pages.plan import Plan
from congtinh.reads import Noted, Read, Reads
from congtinh.records.legal_document import LegalDocument
from tests.sites.copies import SiteCopy
from tests.sites.desk import Desk
from tests.sites.edits import EDITS
from tests.sites.filing import FILING

EXAMPLES = int(os.environ.get("CONGTINH_EXAMPLES", "4"))
"""How many sites are edited; many more find rarer faults."""
PICTURE, ATTACHMENT = "images/toa-nha.jpg", "files/12-kh-stn.pdf"


@pytest.fixture(scope="module")
def model(built: SiteCopy) -> SiteModel:
    """The small site."""
    return Build(built.settings()).gather()


def item_of(model: SiteModel, name: str) -> Item:
    return next(item for item in model.items if item.path == name)


ASKED: dict[str, tuple[Callable[[SiteModel, Item], object], set[Read]]] = {
    "of_type": (lambda m, i: m.of_type("news", "en"), {("type", "news", "en")}),
    "has_any": (lambda m, i: m.has_any("news", "en"), {("any", "news", "en")}),
    "years": (lambda m, i: m.years("news"), {("years", "news")}),
    "either": (
        lambda m, i: m.either("link", "en"),
        {("type", "link", "vi"), ("type", "link", "en")},
    ),
    "naming": (
        lambda m, i: m.naming("news", "campaign", i, "vi"),
        {("naming", "news", "campaign", "unit/so-thu", "vi")},
    ),
    "naming_either": (
        lambda m, i: m.naming_either("unit", "parent", i, "en"),
        {("naming_either", "unit", "parent", "unit/so-thu", "en")},
    ),
    "counterpart": (lambda m, i: m.counterpart(i), {("pair", "unit/so-thu", "en")}),
    "find": (lambda m, i: m.find("unit", "so-thu", "en"), {("find", "unit", "so-thu", "en")}),
    "find what is not there": (
        lambda m, i: m.find("unit", "x", "vi"),
        {("find", "unit", "x", "vi")},
    ),
    "find nothing": (lambda m, i: m.find("unit", None, "vi"), set()),
    "by_path": (lambda m, i: m.by_path.get("x.md"), {("path", "x.md")}),
    "by_path in": (lambda m, i: i.path in m.by_path, {("path", "unit/so-thu.vi.md")}),
    "pictures": (lambda m, i: m.pictures[PICTURE], {("picture", PICTURE)}),
    "attachments": (lambda m, i: m.attachments.get(ATTACHMENT), {("attachment", ATTACHMENT)}),
    "its own facts": (
        lambda m, i: (m.visible(i), m.on_day(i, "exists"), m.validity(i), m.print_of(i)),
        set(),
    ),
    "changes": (lambda m, i: m.changes_around(i), {("changes", "unit/so-thu")}),
    "cited": (lambda m, i: m.cited(i), {("cited", "unit/so-thu.vi.md")}),
    "cited_by": (lambda m, i: m.cited_by(i, "en"), {("cited_by", "unit/so-thu", "en")}),
    "numbered": (
        lambda m, i: m.numbered("43/2011/NĐ-CP", dt.date(2011, 6, 13), "luat", "vi"),
        {("numbered", "43/2011/NĐ-CP", "2011-06-13", "luat", "vi")},
    ),
    "named": (
        lambda m, i: m.named("Luật Thử nghiệm", None, "en"),
        {("named", "Luật Thử nghiệm", "", "en")},
    ),
    "anchors": (lambda m, i: m.has_anchor(i, "dieu-1"), {("anchors", "unit/so-thu.vi.md")}),
}


@pytest.mark.parametrize(("ask", "noted"), ASKED.values(), ids=ASKED.keys())
def test_each_question_is_noted(
    model: SiteModel, ask: Callable[[SiteModel, Item], object], noted: set[Read]
) -> None:
    """Each time it is asked, even where the answer was known; facts of an item that is at hand are not."""
    item = item_of(model, "unit/so-thu.vi.md")
    for _ in range(2):
        with model.reads.watched() as reads:
            ask(model, item)
        assert reads == noted


def test_watching_inside_watching() -> None:
    """The inner set has what is read inside; the outer goes on after it, even after a fault."""
    reads = Reads()
    with reads.watched() as outer:
        reads.note("a")
        with pytest.raises(ZeroDivisionError), reads.watched() as inner:
            reads.note("b")
            raise ZeroDivisionError
        reads.note("c")
    assert (outer, inner) == ({("a",), ("c",)}, {("b",)})


def test_a_mapping_is_handed_over_whole() -> None:
    """In another process, it notes where the model there does."""
    kept: Noted[int] = Noted("picture", {"a": 1}, Reads())
    mapping, reads = pickle.loads(pickle.dumps((kept, kept._reads)))
    with reads.watched() as noted:
        assert (mapping["a"], mapping.get("b"), "c" in mapping) == (1, None, False)
    assert noted == {("picture", "a"), ("picture", "b"), ("picture", "c")}


def test_a_question_that_this_version_does_not_ask_has_no_answer(model: SiteModel) -> None:
    """It is refused by its kind."""
    with pytest.raises(KeyError, match="weather"):
        answer(model, ("weather", "today"))


def told(model: SiteModel, item: Item | None) -> object:
    """All that another page may show of an item on the day of the model."""
    if item is None:
        return None
    record = item.record
    own = [getattr(record, question)(model.today) for question in record.day_questions]
    document = isinstance(record, LegalDocument)
    states = (model.state(item), model.timeline(item), model.lapses(item)) if document else ()
    return item.address, repr(record), own, states


def found(model: SiteModel, read: Read) -> object:
    """What a question gives to a page."""
    kind, *asked = read
    if kind == "years":
        return dict(model.years(*asked))
    if kind in ("picture", "attachment"):
        return repr((model.pictures if kind == "picture" else model.attachments).get(asked[0]))
    if kind in ("naming", "naming_either"):
        name, field, target, language = asked
        item = next((i for i in model.items if i.id == target), None)
        ask = model.naming if kind == "naming" else model.naming_either
        return [told(model, i) for i in ask(name, field, item, language)] if item else []
    if kind == "type":
        return [told(model, item) for item in model.of_type(*asked)]
    if kind == "any":
        return bool(model.of_type(*asked))
    if kind == "find":
        return told(model, model.find(*asked))
    if kind == "numbered":
        return told(model, model.numbered(asked[0], day_or_none(asked[1]), *asked[2:]))
    if kind == "named":
        law = model.named(asked[0], day_or_none(asked[1]), asked[2])
        return law and (told(model, law[0]), law[1])
    if kind == "anchors":
        item = model.by_path.get(asked[0])
        return re.findall(r' id="([^"]+)"', item.body.page[0]) if item else []
    if kind == "changes":
        item = next((i for i in model.items if i.id == asked[0]), None)
        return model.changes_around(item) if item else ()
    if kind == "cited":
        item = model.by_path.get(asked[0])
        return model.cited(item) if item else ()
    if kind == "cited_by":
        item = next((i for i in model.items if i.id == asked[0]), None)
        return [(told(model, i), parts) for i, parts in model.cited_by(item, asked[1])] if item else []
    if kind == "related":
        item = next((i for i in model.items if i.id == asked[0] and i.lang == asked[1]), None)
        return [(told(model, near), why) for near, why in model.related(item)] if item else []
    if kind == "path":
        return told(model, model.by_path.get(asked[0]))
    name, language = asked
    return told(model, model.by_identity.get((name, language)))


def asked_by_pages(site: Desk, model: SiteModel) -> set[Read]:
    with model.reads.watched() as reads:
        for page in Plan(model, site.read_settings()).planned():
            page.make()
    return set(reads)


@settings(max_examples=EXAMPLES, deadline=None)
@example(seed=8315)  # a body that names its first file
@example(seed=8316)  # a document that nothing cites comes in
@given(seed=st.integers(0, 2**32))
def test_an_answer_changes_when_what_is_read_does(
    built: SiteCopy, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """After each edit of content: when, and only when, what the question gives would show otherwise."""
    root = tmp_path_factory.mktemp("reads") / "site"
    shutil.copytree(built.root, root, ignore=shutil.ignore_patterns("output*", "outputs"))
    desk, pick = Desk(SiteCopy(root)), random.Random(seed).choice
    days: Any = ("2026-11-22", "2026-11-22", "2026-11-23", "2026-12-01", "2027-03-01")
    before = Build(desk.read_settings()).gather()
    for _ in range(3):
        edit = pick(EDITS + FILING)(desk, pick)
        after = Build(desk.read_settings(TODAY=pick(days))).gather()
        reads = asked_by_pages(desk, before) | asked_by_pages(desk, after)
        assert {read[0] for read in reads} >= {"type", "pair", "find", "years"}
        for read in reads:
            changed = answer_of(before, read) != answer_of(after, read)
            assert changed == (found(before, read) != found(after, read)), (edit, read)
        before = after


def test_no_two_answers_run_into_one_another(model: SiteModel) -> None:
    """Different lists of items have different answers."""
    reads = [("type", name, code) for name in ("news", "unit", "link", "x") for code in LANGUAGES]
    answers: dict[bytes, object] = {}
    for read in reads:
        came_to = answer(model, read)
        assert answers.setdefault(came_to, found(model, read)) == found(model, read)

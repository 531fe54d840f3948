"""Which items belong together, and that an edit changes nothing but lists near by."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congtinh.neighbours import MOST, REACH, Fact, Neighbour, NeighbourIndex, Subject, Telling


def subject(
    name: str, day: int, *facts: str, vi: str = "", en: str | None = None, shown: str = ""
) -> Subject:
    """Facts as ``topic:a``; telling words by commas, those after ``|`` from the summary; ``en`` adds a language."""
    found = tuple(Fact(*fact.split(":")) for fact in facts)
    words = {} if vi == "-" else {"vi": telling(vi)}
    words |= {} if en is None else {"en": telling(en)}
    return Subject(name, day, found, words, frozenset(shown.split()))


def telling(text: str) -> Telling:
    title, _, summary = text.partition("|")
    return Telling(*(tuple(filter(None, part.split(","))) for part in (title, summary)))


def near(subjects: list[Subject], name: str, language: str = "vi") -> list[str]:
    return [one.identity for one in NeighbourIndex(subjects).near(name, language)]


def test_two_telling_words_bind() -> None:
    """A word of the title and another one do, two of the summary alone do not; each by itself neither."""
    a = subject("a", 0, vi="đo lường,chợ quê|xăng dầu,quả cân")
    assert near([a, subject("b", 0, vi="đo lường|xăng dầu")], "a") == ["b"]
    assert near([a, subject("b", 0, vi="xăng dầu,quả cân")], "a") == []
    assert near([a, subject("b", 0, vi="chợ quê")], "a") == []


def test_facts_bind_with_words_and_with_each_other() -> None:
    """A field adds to a word; topic and field are enough; a campaign is; a field alone is not."""
    a = subject("a", 0, "field:f", "topic:t", vi="đo lường")
    assert near([a, subject("b", 0, "field:f", vi="đo lường")], "a") == ["b"]
    assert near([a, subject("b", 0, "field:f", "topic:t")], "a") == ["b"]
    assert near([a, subject("b", 0, "field:f")], "a") == []
    two = [subject("a", 0, "campaign:c"), subject("b", 0, "campaign:c")]
    assert NeighbourIndex(two).near("a", "vi") == (Neighbour("b", "campaign"),)


def test_why_is_the_most_telling_thing_in_common() -> None:
    """Of a document, a topic and words it is the document; of words alone it is nothing."""
    both = ("document:d", "topic:t")
    two = [subject("a", 0, *both, vi="đo lường"), subject("b", 0, *both, vi="đo lường")]
    assert NeighbourIndex(two).near("a", "vi") == (Neighbour("b", "document"),)
    two = [subject("a", 0, vi="đo lường,chợ quê"), subject("b", 0, vi="đo lường,chợ quê")]
    assert NeighbourIndex(two).near("a", "vi") == (Neighbour("b", ""),)


def test_many_laws_in_common_bind_little() -> None:
    """Five documents that both rest on weigh less than one with three words of the title."""
    laws = [f"document:{number}" for number in range(5)]
    a = subject("a", 0, *laws, vi="x y,y z,z t")
    found = near([a, subject("b", 0, *laws), subject("c", 0, laws[0], vi="x y,y z")], "a")
    assert found == ["c", "b"]


def test_the_nearest_in_time_first() -> None:
    """Of those that score alike, the earlier of two as near; and no more than a page offers."""
    days = {"e": 90, "d": 11, "c": 8, "b": 12, "f": 300, "g": -400}
    others = [subject(name, day, vi="đo lường,chợ quê") for name, day in days.items()]
    found = near([subject("a", 10, vi="đo lường,chợ quê"), *others], "a")
    assert found == ["d", "c", "b", "e"]
    assert len(found) == MOST


def test_what_the_page_shows_already_is_left_out() -> None:
    """Documents that it cites, or its campaign."""
    a = subject("a", 0, vi="đo lường,chợ quê", shown="b")
    others = [subject(name, 0, vi="đo lường,chợ quê") for name in ("b", "c")]
    assert near([a, *others], "a") == ["c"]


def test_the_language_of_the_page_first() -> None:
    """An item in one language alone follows, found by the words of that language."""
    a = subject("a", 0, vi="đo lường,chợ quê", en="metrology,market")
    both = subject("b", 9, vi="đo lường,chợ quê", en="metrology,market")
    vietnamese = subject("c", 0, vi="đo lường,chợ quê")
    english = subject("d", 0, vi="-", en="metrology,market")
    assert near([a, both, vietnamese, english], "a", "vi") == ["c", "b", "d"]
    assert near([a, both, vietnamese, english], "a", "en") == ["d", "b", "c"]


def test_an_item_that_is_not_there_has_none() -> None:
    """A content type without neighbours is not in the index."""
    assert near([], "a") == []


NAMES = [f"n{number}" for number in range(REACH + 1)]
WORDS = st.lists(st.sampled_from(["a b", "b c", "c d", "d e"]), max_size=4, unique=True)
TELLING = st.tuples(WORDS, st.integers(0, 4)).map(
    lambda drawn: Telling(tuple(drawn[0][: drawn[1]]), tuple(drawn[0][drawn[1] :]))
)
FACTS = st.lists(
    st.builds(
        Fact, st.sampled_from(["topic", "field", "campaign", "document"]), st.sampled_from("xy")
    ),
    max_size=3,
    unique=True,
).map(tuple)
LANGUAGES = st.dictionaries(st.sampled_from(["vi", "en"]), TELLING, min_size=1)
SHOWN = st.frozensets(st.sampled_from(NAMES), max_size=2)


def a_subject(name: str) -> st.SearchStrategy[Subject]:
    return st.builds(Subject, st.just(name), st.integers(0, 5), FACTS, LANGUAGES, SHOWN)


SITES = st.lists(st.sampled_from(NAMES), min_size=2, unique=True).flatmap(
    lambda names: st.tuples(*map(a_subject, names))
)
Lists = dict[tuple[str, str], tuple[str, ...]]


def lists(subjects: tuple[Subject, ...], reach: int = REACH) -> Lists:
    index = NeighbourIndex(subjects, reach)
    return {
        (one.identity, language): tuple(n.identity for n in index.near(one.identity, language))
        for one in subjects
        for language in one.words
    }


def bears(one: Subject) -> set[object]:
    words = {(code, word) for code, told in one.words.items() for word in told.title + told.summary}
    return {*one.facts, *words}


@given(SITES, st.data())
def test_an_edit_changes_only_lists_that_name_the_item(
    site: tuple[Subject, ...], data: st.DataObject
) -> None:
    """Whatever becomes of an item, another list changes only where it names it now or did before."""
    edited = data.draw(st.sampled_from(site))
    rest = tuple(one for one in site if one is not edited)
    after = data.draw(st.sampled_from([rest, (*rest, data.draw(a_subject(edited.identity)))]))
    before, now = lists(site), lists(after)
    for page in before.keys() & now.keys():
        if page[0] != edited.identity and before[page] != now[page]:
            assert edited.identity in before[page] + now[page]


@given(SITES, st.data(), st.integers(1, 2))
def test_where_many_bear_a_thing_an_edit_reaches_only_those_beside_it(
    site: tuple[Subject, ...], data: st.DataObject, reach: int
) -> None:
    """Beyond what a thing reaches, too, a list changes only where item and page have it in common."""
    edited = data.draw(st.sampled_from(site))
    now = data.draw(a_subject(edited.identity))
    after = tuple(now if one is edited else one for one in site)
    subjects = {one.identity: one for one in site}
    before, then = lists(site, reach), lists(after, reach)
    for page in before.keys() & then.keys():
        if page[0] != edited.identity and before[page] != then[page]:
            assert bears(subjects[page[0]]) & (bears(edited) | bears(now))


@given(SITES, st.data())
def test_the_order_of_reading_does_not_show(site: tuple[Subject, ...], data: st.DataObject) -> None:
    """The same items give the same lists, in whatever order they come."""
    assert lists(tuple(data.draw(st.permutations(site)))) == lists(site)


@given(SITES)
def test_lists_are_short_and_never_of_the_item_itself(site: tuple[Subject, ...]) -> None:
    """At most ``MOST``, each once, none that the page shows already."""
    for (name, _), found in lists(site).items():
        own = next(one for one in site if one.identity == name)
        assert len(found) <= MOST
        assert len({*found}) == len(found)
        assert not {name, *own.shown} & {*found}

"""An incremental build is a clean build: edited at random, the site keeps the bytes of one made from nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from congtinh.build.run import build_site
from tests.sites.copies import tree
from tests.sites.damages import damaged, taken_away
from tests.sites.desk import Desk, Pick, desk
from tests.sites.edits import EDITS, MOSTLY, Edit, fault
from tests.sites.filing import FILING
from tests.sites.surroundings import SETTINGS, THEME, VOCABULARY, broken_template, faulty_vocabulary
from tests.sites.twins import Twins, differences

EXAMPLES = int(os.environ.get("CONGTINH_EXAMPLES", "6"))
"""How many sites are edited from their beginning; many more find rarer faults."""
STEPS = 10
CONTENT = EDITS + FILING


class EditedSite(RuleBasedStateMachine):
    """A site in the hands of many: after every step it is what a clean build makes of it."""

    @initialize(data=st.data(), long_lived=st.booleans())
    def first_build(self, data: st.DataObject, long_lived: bool) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="congtinh-"))
        self.twins = Twins(desk(self.folder / "site"), long_lived)
        self._build(pick_from(data), "the first build")
        assert not self.faulty

    @rule(data=st.data())
    def content(self, data: st.DataObject) -> None:
        self._edit(data, CONTENT)

    @rule(data=st.data())
    def content_again(self, data: st.DataObject) -> None:
        self._edit(data, CONTENT)

    @rule(data=st.data())
    def content_and_what_lies_around(self, data: st.DataObject) -> None:
        self._edit(data, CONTENT + VOCABULARY + THEME + SETTINGS)

    @rule(data=st.data())
    def theme_and_vocabulary(self, data: st.DataObject) -> None:
        self._edit(data, THEME + VOCABULARY)

    @rule(data=st.data())
    def settings_and_day(self, data: st.DataObject) -> None:
        self._edit(data, SETTINGS)

    @rule(data=st.data())
    def fault(self, data: st.DataObject) -> None:
        self._edit(data, (fault, fault, broken_template, faulty_vocabulary), most=1)

    @rule(data=st.data())
    def output_is_damaged(self, data: st.DataObject) -> None:
        """Somebody changed, deleted or misplaced what the build had made."""
        pick = pick_from(data)
        harm = pick((damaged, damaged, taken_away))
        self._build(pick, harm(self.twins.output, pick))

    @rule(data=st.data())
    def cache_is_damaged(self, data: st.DataObject) -> None:
        """The cache may be deleted at any moment, or be half a cache."""
        pick = pick_from(data)
        harm = pick((damaged, damaged, taken_away))
        told = [harm(self.twins.cache, pick) for _ in pick((range(1), range(3)))]
        self._build(pick, *told, *self._edits(pick, CONTENT, pick((0, 1))))

    @rule(data=st.data())
    def nothing(self, data: st.DataObject) -> None:
        self._build(pick_from(data))

    def _edit(self, data: st.DataObject, edits: tuple[Edit, ...], most: int = 3) -> None:
        pick = pick_from(data)
        mended = []
        if self.faulty and pick(MOSTLY):
            self.twins.desk.restore(self.good)
            mended = ["all as at the last good build"]
        self._build(pick, *mended, *self._edits(pick, edits, pick(range(1, most + 1))))

    def _edits(self, pick: Pick, edits: tuple[Edit, ...], number: int) -> list[str]:
        return [pick(edits)(self.twins.desk, pick) for _ in range(number)]

    def _build(self, pick: Pick, *told: str) -> None:
        self.faulty = not self.twins.build(*told).committed
        if not self.faulty:
            self.good = self.twins.desk.snapshot()

    def teardown(self) -> None:
        shutil.rmtree(getattr(self, "folder", ""), ignore_errors=True)


def pick_from(data: st.DataObject) -> Pick:
    """Choices that hypothesis makes, remembers and simplifies."""
    return lambda options: data.draw(st.sampled_from(options))


TestEditedSite = EditedSite.TestCase
TestEditedSite.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def twins(tmp_path: Path) -> Twins:
    """The changing site, built once in this process, as ``invoke serve`` does."""
    made = Twins(desk(tmp_path / "site"))
    made.first_build()
    return made


def test_a_fault_that_depends_on_the_day_comes_and_goes(twins: Twins) -> None:
    """A document issued tomorrow is refused today and built tomorrow, though its file is the same."""
    twins.desk.set("legal_document/2026/12-kh-stn.vi.md", issued="2026-11-23", date="2026-11-23")
    assert not twins.build("issued tomorrow").committed
    twins.desk.settings["TODAY"] = "2026-11-23"
    assert twins.build("tomorrow").committed
    twins.desk.settings["TODAY"] = "2026-11-22"
    assert not twins.build("today again").committed


def test_a_body_may_bring_in_what_a_draft_has(twins: Twins) -> None:
    """Files that only a draft used are published with a body that shows them, and go with it."""
    notice = twins.desk.content / "notice/2026/tam-ngung.vi.md"
    before = notice.read_text(encoding="utf-8")
    added = "\n![Bản nháp](/images/nhap.png)\n\nXem [tệp](/files/ban-nhap.txt).\n"
    notice.write_text(before + added, encoding="utf-8", newline="\n")
    assert twins.build("a body with files of a draft").committed
    assert (twins.output / "tep/files/ban-nhap.txt").is_file()
    notice.write_text(before, encoding="utf-8", newline="\n")
    assert twins.build("the body as it was").committed
    assert not (twins.output / "tep/files/ban-nhap.txt").exists()


def test_the_page_with_both_languages_comes_and_goes_with_the_texts(twins: Twins) -> None:
    """It follows each of the two texts; where one has gone so has the page, and the links to it."""
    plan = "legal_document/2026/12-kh-stn"
    page = twins.output / "van-ban/12-kh-stn-so-thu-2026/song-ngu/index.html"
    document = twins.output / "van-ban/12-kh-stn-so-thu-2026/index.html"
    twins.desk.set_body(f"{plan}.en.md", "I. OBJECTIVE\n\nTo support all who try.\n")
    assert twins.build("an English text").committed
    assert "all who try" in page.read_text(encoding="utf-8")
    twins.desk.set_body(f"{plan}.vi.md", "I. MỤC TIÊU\n\nGiúp mọi người dám thử.\n")
    assert twins.build("a Vietnamese text").committed
    assert "dám thử" in page.read_text(encoding="utf-8")
    assert "song-ngu/" in document.read_text(encoding="utf-8")
    twins.desk.set_body(f"{plan}.en.md", "")
    assert twins.build("no English text").committed
    assert not page.exists()
    assert "song-ngu/" not in document.read_text(encoding="utf-8")
    twins.desk.set_body(f"{plan}.en.md", "To support all who try.\n")
    assert twins.build("an English text again").committed
    assert page.is_file()


def test_a_graph_follows_what_happens_to_a_neighbour(twins: Twins) -> None:
    """A relation between two other documents changes the pages of those that stand beside them."""
    page = twins.output / "van-ban/05-qd-stn-so-thu-2026/index.html"
    draft = "legal_document/2026/du-thao-quy-che.vi.md"
    named = {"symbol": "77/QĐ-STN", "doc_class": "hanh-chinh", "issued": "2026-11-20"}
    twins.desk.set(draft, **named, date="2026-11-21")
    assert twins.build("a document without relations").committed
    assert "77/QĐ-STN" not in page.read_text(encoding="utf-8")
    replaced = {"kind": "keo-dai-hieu-luc", "target": "03-tb-stn", "from_date": "2026-11-21"}
    twins.desk.set(draft, relations=[replaced])
    assert twins.build("it extends the document that 05/QĐ-STN replaces").committed
    assert "77/QĐ-STN" in page.read_text(encoding="utf-8")


def test_words_of_the_theme_change_between_builds_of_one_process(twins: Twins) -> None:
    """A translation that was edited shows at the next build."""
    catalogue = twins.desk.theme / "translations" / "vi" / "LC_MESSAGES" / "messages.po"
    text = catalogue.read_text(encoding="utf-8")
    assert 'msgid "Corrections"\nmsgstr "Đính chính"' in text
    told = [{"date": "2026-11-20", "text": "Sửa một con số."}]
    twins.desk.set("news/2026/hop-bao.vi.md", corrections=told)
    twins.build("a correction")
    changed = text.replace('msgstr "Đính chính"', 'msgstr "Nói lại cho đúng"')
    catalogue.write_text(changed, encoding="utf-8", newline="\n")
    twins.build("other words")
    page = twins.output / "tin-tuc" / "hop-bao" / "index.html"
    assert "Nói lại cho đúng" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["about.html", "publication.html", "base.html", "components/card.html"]
)
def test_a_template_that_is_missing_is_told(twins: Twins, name: str) -> None:
    """Pages without a template are faults of their items; the site stays and comes back with it."""
    template = twins.desk.theme / "templates" / name
    data = template.read_bytes()
    template.unlink()
    if name != "publication.html":
        assert not twins.build(f"{name} deleted").committed
    else:
        assert twins.build("the template of every item serves").committed
    template.write_bytes(data)
    assert twins.build(f"{name} is back").committed


def crowded(folder: Path, items: int) -> Desk:
    """The changing site with so many items that it is worth the work of several processes."""
    made = desk(folder)
    facts, pair = (made.facts(f"news/2026/khai-truong.{code}.md") for code in ("vi", "en"))
    told, translated = (made.body(f"news/2026/khai-truong.{code}.md") for code in ("vi", "en"))
    for number in range(items):
        named = {"title": f"Tin số {number} của tỉnh", "old_urls": [f"/tin/a{number}.html"]}
        day = {"date": f"{2020 + number % 7}-{number % 10 + 1:02}-{number % 27 + 1:02}"}
        made.write(
            f"news/2026/tin-{number}.vi.md", {**facts, **named, **day}, f"{told}\nSố {number}.\n"
        )
        if number % 3 == 0:
            made.write(
                f"news/2026/tin-{number}.en.md", {**pair, "title": f"News no. {number}"}, translated
            )
    return made


def test_any_number_of_processes_gives_the_same_bytes(tmp_path: Path) -> None:
    """One process and two make the same files and tell the same faults, cold and after edits."""
    site = crowded(tmp_path / "site", 60)
    told = []
    for edit in range(2):
        if edit == 1:
            site.settings["SITENAME"] = "Sở đổi tên"
            for path in site.items("news"):
                site.set(path, summary=f"Mô tả mới của {path}.", topics=["chưa có trong từ vựng"])
        made = []
        for number in (1, 2):
            place = tmp_path / str(number)
            places = {"OUTPUT_PATH": str(place / "output"), "CACHE": str(place / "cache")}
            report = build_site(site.read_settings(WORKERS=number, **places))
            made.append((tree(place / "output"), report.problems))
        (alone, problems), (together, same) = made
        assert together == alone, differences(together, alone)
        assert same == problems
        told.append(len(problems))
    assert told[0] < told[1]

"""The page of a document in a browser: what holds on which day, citations to copy, cards, and access."""

from __future__ import annotations

import datetime as dt
import io
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.e2e.axe import violations_in_all_looks
from tests.e2e.conftest import KeptPage, NewPage
from tests.e2e.server import SiteServer
from tests.e2e.test_accessibility import over_the_edge
from tests.e2e.test_requests import LISTEN, MAX_BYTES, MAX_REQUESTS, PHOTOS

pytestmark = pytest.mark.browser

ZONE = "Asia/Ho_Chi_Minh"
ENDING = "07-2019-qd-ubnd-tinh-minh-chau/"  # amended 05/08/2022, replaced 25/11/2026
EXPIRED = "43-2011-nd-cp/"
FULL = "21-2026-qd-ubnd-tinh-minh-chau/"
AMENDED = "45-qd-skhcn-so-khcn-minh-chau-2026/"
VI, EN = "van-ban/", "en/documents/"
BOTH = [place + name for place in (VI, EN) for name in (ENDING, EXPIRED, FULL, AMENDED)]
ALONE = [
    VI + name for name in ("20-2020-qd-ubnd-tinh-minh-chau/", "08-2023-qd-ubnd-tinh-minh-chau/")
]
CLIPBOARD = ["clipboard-read", "clipboard-write"]


def on(new_page: NewPage, day: str) -> Page:
    """A page of a visitor in Việt Nam at ten o'clock of ``day``."""
    page = new_page(timezone_id=ZONE)
    page.clock.set_fixed_time(
        dt.datetime.fromisoformat(f"{day}T10:00").replace(tzinfo=ZoneInfo(ZONE))
    )
    return page


def told(page: Page, part: str) -> str:
    """The words of a part of the page with single blanks."""
    return " ".join(page.locator(part).inner_text().split())


# access


@pytest.mark.parametrize("address", [*BOTH, *ALONE])
def test_axe_finds_no_violation(site: SiteServer, kept_page: KeptPage, address: str) -> None:
    """No violation, light and dark, on a phone and on a desk, with all that a script can open."""
    url = site.url(f"{address}?ngay=2020-01-01#dieu-5")
    assert violations_in_all_looks(kept_page, url, all_opened) == []


def all_opened(page: Page) -> None:
    """Every box open, and the card of the first citation."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true })")
    if page.locator(".citation[data-title]").count():
        page.locator(".citation[data-title]").first.focus()
        expect(page.locator(".citation-card")).to_be_visible()


def test_documents_fit_a_narrow_screen(site: SiteServer, new_page: NewPage) -> None:
    """At 320 px nothing runs over the edge, with tools and answers shown, at twice the text size too."""
    page = new_page(width=320, height=640)
    faults = {}
    for address in (*BOTH, *ALONE):
        page.goto(site.url(f"{address}?day=2020-01-01#dieu-5-khoan-2"), wait_until="networkidle")
        page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true })")
        if found := over_the_edge(page):
            faults[address] = found
    assert faults == {}


@pytest.mark.parametrize("address", BOTH)
def test_first_view_of_a_document_is_light(
    site: SiteServer, new_page: NewPage, address: str
) -> None:
    """At most 40 KB as sent and at most 6 requests, and nothing that the policy refuses."""
    page = new_page(width=375)
    page.add_init_script(LISTEN)
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    site.answers.clear()
    page.goto(site.url(address), wait_until="networkidle")
    counted = [answer for answer in site.answers if not answer.address.endswith(PHOTOS)]

    assert faults == []
    assert sum(answer.size for answer in counted) <= MAX_BYTES
    assert len(counted) <= MAX_REQUESTS


def test_without_script_all_is_told_and_no_control_is_dead(
    site: SiteServer, new_page: NewPage
) -> None:
    """States with causes, relations and links to parts stand in the page; what needs a script is hidden."""
    page = new_page(java_script_enabled=False)
    page.goto(site.url(VI + AMENDED), wait_until="networkidle")

    assert "131/QĐ-SKHCN" in told(page, ".state-now__state")
    assert page.locator(".state-history__entry").count() >= 3
    assert page.locator(".amended").first.is_visible()
    assert page.locator(".permalink").first.get_attribute("href") == "#chuong-1"
    assert page.locator(".citation[title]").count() > 0
    for hidden in (".state-on-day", ".citation-copy"):
        assert not page.locator(hidden).is_visible()


# days


@pytest.mark.parametrize("place", (VI, EN))
@pytest.mark.parametrize(
    ("day", "state", "cause", "following", "marked"),
    (
        ("2026-11-24", "partly-expired", "18/2022/QĐ-UBND", "21/2026/QĐ-UBND", 2),
        ("2026-11-25", "expired", "21/2026/QĐ-UBND", "", 3),
        ("2030-01-01", "expired", "21/2026/QĐ-UBND", "", 3),
    ),
)
def test_state_and_cause_follow_the_visitors_day(
    site: SiteServer, new_page: NewPage, place: str, day: str, state: str, cause: str, following: str, marked: int
) -> None:  # fmt: skip
    """After the build the head names the state of the day, its cause and the next; list and picture mark it."""
    page = on(new_page, day)
    page.goto(site.url(place + ENDING), wait_until="networkidle")
    entries = page.locator(".state-history__entry")
    current = [entry.get_attribute("aria-current") == "true" for entry in entries.all()]
    spans = page.locator(".state-timeline__span")
    middle = "(span) => { const box = span.getBBox(); return box.x + box.width / 2 }"
    pointer = page.locator(".state-timeline__now").evaluate(middle)

    assert page.locator(f".state-now__state .status--{state}").count() == 1
    assert page.locator(".state-now__state a").all_inner_texts() == [cause]
    assert page.locator(".state-now__next").is_visible() == bool(following)
    assert not following or following in told(page, ".state-now__next")
    assert current == [number == marked for number in range(4)]
    assert abs(spans.nth(marked).evaluate(middle) - pointer) <= 1


@pytest.mark.parametrize(
    ("day", "answer"),
    (
        ("2019-03-14", ("chưa ban hành",)),
        ("2019-03-15", ("Chưa có hiệu lực",)),
        ("2019-04-01", ("Còn hiệu lực", "01/04/2019")),
        ("2022-08-04", ("Còn hiệu lực", "01/04/2019")),
        ("2022-08-05", ("Hết hiệu lực một phần", "18/2022/QĐ-UBND", "khoản 2 Điều 5")),
        ("2026-11-24", ("Hết hiệu lực một phần", "05/08/2022")),
        ("2026-11-25", ("Hết hiệu lực toàn bộ", "21/2026/QĐ-UBND")),
        ("2090-01-01", ("Hết hiệu lực toàn bộ", "25/11/2026")),
    ),
)
def test_the_state_on_any_day_is_told(
    site: SiteServer, new_page: NewPage, day: str, answer: tuple[str, ...]
) -> None:
    """Asked for a day, past or future, the page tells the state and its cause, and can be linked to so."""
    page = on(new_page, "2026-11-22")
    page.goto(site.url(VI + ENDING), wait_until="networkidle")
    assert told(page, ".state-on-day [role=status]") == ""
    page.get_by_label("Tình trạng vào ngày").fill(day)
    page.get_by_label("Tình trạng vào ngày").dispatch_event("change")

    said = told(page, ".state-on-day [role=status]")
    assert f"Vào ngày {'/'.join(reversed(day.split('-')))}" in said
    assert all(words in said for words in answer), said
    assert page.url.endswith(f"?ngay={day}")
    page.reload()
    assert told(page, ".state-on-day [role=status]") == said


@pytest.mark.parametrize("asked", ("?day=2020-05-04", "?ngay=2020-05-04", "#day=2020-05-04"))
def test_an_address_may_name_the_day(site: SiteServer, new_page: NewPage, asked: str) -> None:
    """A link may ask for a day; one button leads back to the visitor's own."""
    page = on(new_page, "2026-11-22")
    page.goto(site.url(f"{EN}{ENDING}{asked}"), wait_until="networkidle")
    field = page.locator(".state-on-day input")
    assert field.input_value() == "2020-05-04"
    assert told(page, ".state-on-day [role=status]").startswith("On 4 May 2020: In force")

    page.locator(".state-on-day button").press("Enter")
    assert field.input_value() == "2026-11-22"
    assert "Partly expired" in told(page, ".state-on-day [role=status]")
    assert "2020" not in page.url.partition("?")[2]


@pytest.mark.parametrize("asked", ("?ngay=hom-qua", "?ngay=2020-02-31", "?ngay=", "#%E0"))
def test_a_day_that_is_none_is_left_aside(site: SiteServer, new_page: NewPage, asked: str) -> None:
    """Nonsense in the address answers nothing and breaks nothing."""
    page = on(new_page, "2026-11-22")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(site.url(VI + ENDING + asked), wait_until="networkidle")

    assert page.locator(".state-on-day input").input_value() == "2026-11-22"
    assert told(page, ".state-on-day [role=status]") == ""
    assert faults == []


@pytest.mark.parametrize("keys", (("Delete",), tuple("02312020"), tuple("05041900")))
def test_a_day_taken_back_takes_its_answer_along(
    site: SiteServer, new_page: NewPage, keys: tuple[str, ...]
) -> None:
    """Cleared, no day of the calendar or too early: the answer of the day before it is gone, address and all."""
    page = on(new_page, "2026-11-22")
    page.goto(site.url(f"{EN}{ENDING}?day=2020-05-04"), wait_until="networkidle")
    assert told(page, ".state-on-day [role=status]").startswith("On 4 May 2020")
    field = page.locator(".state-on-day input")
    field.focus()
    for key in keys:
        page.keyboard.press(key)

    assert field.evaluate("(field) => !field.value || !field.validity.valid")
    assert told(page, ".state-on-day [role=status]") == ""
    assert "day" not in page.url.partition("?")[2]
    assert "Partly expired" in told(page, ".state-now__state")
    field.fill("2022-08-04")
    field.dispatch_event("change")
    assert told(page, ".state-on-day [role=status]").startswith("On 4 August 2022: In force")


# parts and citations


def test_a_heading_shows_its_link_and_is_not_printed_with_it(
    site: SiteServer, new_page: NewPage
) -> None:
    """The link of a heading shows where it is pointed at or has the focus, and never on paper."""
    page = new_page()
    page.goto(site.url(VI + FULL), wait_until="networkidle")
    link = page.locator("#dieu-5 .permalink")
    opacity = "(link) => getComputedStyle(link).opacity"
    assert link.evaluate(opacity) == "0"
    page.locator("#dieu-5").hover()
    assert link.evaluate(opacity) == "1"
    page.mouse.move(0, 0)
    page.locator("#dieu-4 .permalink").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.locator("#dieu-4 .permalink").evaluate(opacity) == "1"

    page.emulate_media(media="print")
    assert not any(link.is_visible() for link in page.locator(".permalink").all())
    text = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].extract_text()
    assert "#" not in text
    assert "Chép trích dẫn" not in text


@pytest.mark.parametrize(
    ("address", "document", "clause", "point"),
    (
        (
            VI + FULL,
            "Quyết định số 21/2026/QĐ-UBND ngày 09 tháng 11 năm 2026 của Ủy ban nhân dân tỉnh Minh Châu",
            "khoản 2 Điều 10 Quyết định số",
            "điểm đ khoản 1 Điều 10 Quyết định số",
        ),
        (
            EN + FULL,
            "Decision No. 21/2026/QĐ-UBND dated 9 November 2026 of the People's Committee of Minh Châu Province",
            "Clause 2, Article 10 of Decision No.",
            "Point đ, Clause 1, Article 10 of Decision No.",
        ),
    ),
)
def test_citations_are_copied_by_keyboard(
    site: SiteServer, new_page: NewPage, address: str, document: str, clause: str, point: str
) -> None:
    """The document, and each article, clause and point that is pointed at, is copied as it is cited."""
    page = new_page(permissions=CLIPBOARD)
    page.goto(site.url(address), wait_until="networkidle")
    held = "navigator.clipboard.readText()"
    page.locator(".citation-copy button").press("Enter")
    expect(page.locator(".citation-copy [role=status]")).not_to_be_empty()
    assert page.evaluate(held) == document
    assert document in told(page, ".citation-copy [role=status]")

    page.locator("#dieu-10 .permalink").press("Enter")
    assert page.url.endswith("#dieu-10")
    buttons = page.locator("#dieu-10 + .part-tools button")
    expect(buttons).to_have_count(4)
    buttons.nth(2).press("Enter")
    expect(page.locator(".part-tools [data-pressed]")).to_have_count(1)
    assert page.evaluate(held).startswith(clause)
    assert clause in told(page, ".citation-copy [role=status]")

    page.goto(site.url(f"{address}#dieu-10-khoan-1-diem-dd"), wait_until="networkidle")
    page.locator(".part-tools button").first.press("Enter")
    expect(page.locator(".part-tools [data-pressed]")).to_have_count(1)
    assert page.evaluate(held).startswith(point)


def test_where_the_clipboard_is_closed_the_words_are_shown(
    site: SiteServer, new_page: NewPage
) -> None:
    """A browser without a clipboard (plain http) shows the citation, marked to be copied by hand."""
    page = new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(site.url(VI + EXPIRED), wait_until="networkidle")
    page.locator(".citation-copy button").click()
    expect(page.locator(".citation-copy [role=status]")).not_to_be_empty()

    assert "Nghị định số 43/2011/NĐ-CP" in page.evaluate("getSelection().toString()")
    assert page.locator("[data-pressed]").count() == 0


def test_a_card_stays_while_it_is_needed_and_no_longer(site: SiteServer, new_page: NewPage) -> None:
    """The card of a citation can be dismissed, pointed at, and stays while the focus does (WCAG 1.4.13)."""
    page = new_page()
    page.goto(site.url(VI + FULL), wait_until="networkidle")
    link = page.locator(".citation[data-title]").first
    card = page.locator(".citation-card")
    assert link.get_attribute("title") is None

    link.focus()
    expect(card).to_be_visible()
    assert link.get_attribute("aria-describedby") == card.get_attribute("id")
    assert link.get_attribute("data-title") in told(page, ".citation-card")  # type: ignore[operator]
    assert card.locator(".status").count() == 1
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert link.evaluate("(link) => link === document.activeElement")

    page.locator("h1").click()
    link.hover()
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(500)
    expect(card).to_be_visible()
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)
    expect(card).to_be_hidden()

    link.focus()
    link.hover()
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)
    expect(card).to_be_visible()
    link.blur()
    page.wait_for_timeout(500)
    expect(card).to_be_hidden()


# paper


@pytest.mark.parametrize(
    ("address", "state"), ((VI + EXPIRED, "Hết hiệu lực toàn bộ"), (EN + EXPIRED, "Expired"))
)
def test_paper_says_what_holds(
    site: SiteServer, new_page: NewPage, address: str, state: str
) -> None:
    """A print of a document that is over says so under its title, with the cause, and shows no control."""
    page = new_page()
    page.goto(site.url(address), wait_until="networkidle")
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())

    assert text.index("43/2011/NĐ-CP") < text.index(state) < text.index("42/2022/NĐ-CP")
    for control in ("Chép trích dẫn", "Copy citation", "Về hôm nay", "Back to today"):
        assert control not in text

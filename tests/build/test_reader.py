"""Files to items: what is read, what is left alone, and that nothing an editor saves is a crash."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from congtinh.build.one_file import identity_of, language_of
from congtinh.build.reader import Reading, read_content
from congtinh.vocabulary.registry import Vocabularies
from tests.sites.copies import SITES, SiteCopy

HEAD = "---\ntitle: Khai trương điểm hỗ trợ\nsummary: Mở cửa.\n"


def read(content: Path) -> Reading:
    vocabularies, _ = Vocabularies.load()
    return read_content(content, vocabularies)


def write(content: Path, path: str, data: bytes | str) -> None:
    target = content / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data if isinstance(data, bytes) else data.encode())


def test_pairs_share_one_identity() -> None:
    """``ten-bai.vi.md`` and ``ten-bai.en.md`` are one item; the name says the language."""
    assert identity_of("news/a.b.vi.md") == identity_of("news/a.b.en.md") == "news/a.b"
    assert [language_of(f"news/a{end}") for end in (".vi.md", ".en.md", ".md", ".fr.md")] == [
        "vi", "en", None, None,
    ]  # fmt: skip
    reading = read(SITES / "small" / "content")
    pair = [item for item in reading.items if item.id == "news/2026/khai-truong"]
    assert sorted(item.lang for item in pair) == ["en", "vi"]
    assert pair[0].record.category == pair[1].record.category


def test_items_come_in_the_order_of_their_paths() -> None:
    """The order of reading depends on names alone."""
    reading = read(SITES / "small" / "content")
    paths = [item.path for item in reading.items]
    assert paths == sorted(paths)
    assert reading.files == len(paths)


def test_what_is_no_content_is_left_alone(tmp_path: Path) -> None:
    """Hidden folders, a README, other files and the media folders are no faults."""
    for path in (".git/a.md", "README.md", "news/so-lieu.csv", "news/.a.vi.md", "files/ghi-chu.md"):
        write(tmp_path, path, "x")
    reading = read(tmp_path)
    assert not reading.items
    assert not reading.problems
    assert reading.files == reading.read == 0


def test_line_ends_of_every_system_are_read(tmp_path: Path) -> None:
    """LF, CRLF and CR, with a byte order mark or without, give the same record and body."""
    text = f"{HEAD}---\n\nDòng một.\n\nDòng hai.\n"
    bodies = set()
    for number, end in enumerate(("\n", "\r\n", "\r")):
        for mark in (b"", b"\xef\xbb\xbf"):
            folder = tmp_path / f"{number}{len(mark)}"
            write(folder, "about/a.vi.md", mark + text.replace("\n", end).encode())
            (item,) = read(folder).items
            bodies.add((item.record.title, item.body.html))
    assert len(bodies) == 1


def test_lines_of_the_body_count_from_the_head_of_the_file(tmp_path: Path) -> None:
    """A fault in the body is told with the line of the file, not of the body."""
    write(tmp_path, "about/a.vi.md", f"{HEAD}---\n\nChữ.\n\n![](/images/a.jpg)\n")
    faults = [p for p in read(tmp_path).problems if p.rule == "R16"]
    assert [p.line for p in faults] == [8]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        st.sampled_from(["title", "date", "images", "topics", "id", "slug", "legacy", "old_urls"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text("aầ:-[]{}#\"'/. 1", max_size=8),
            lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
            max_leaves=4,
        ),
        max_size=4,
    ),
    st.text(max_size=60),
)  # fmt: skip
def test_no_front_matter_or_body_is_a_crash(
    tmp_path_factory: object, values: dict[str, object], body: str
) -> None:
    """Values of any shape and any body give an item or problems, never ``cannot be understood``."""
    folder = tmp_path_factory.mktemp("any")  # type: ignore[attr-defined]
    head = "".join(f"{key}: {_yaml(value)}\n" for key, value in values.items())
    write(folder, "news/a.vi.md", f"---\n{head}---\n{body}".encode("utf-8", "replace"))
    reading = read(folder)
    assert reading.items or reading.problems
    assert not [p for p in reading.problems if "understood" in p.message]


def _yaml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_yaml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    return (
        "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    )


def test_an_old_address_is_not_the_home_page_and_a_slug_has_letters(small: SiteCopy) -> None:
    """R20: a redirect from ``/`` would take the home page away; ``---`` names no page."""
    text = (small.content / "news/2026/so-ket.vi.md").read_text(encoding="utf-8")
    small.write(
        "news/2026/so-ket.vi.md", text.replace("---\n", "---\nold_urls: [/]\nslug: '---'\n", 1)
    )
    found = {(p.field, p.value) for p in small.check().problems if p.is_error}
    assert found == {("old_urls", "/"), ("slug", "---")}

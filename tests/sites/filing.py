"""What editors do with files: they come, go, get other names, are paired and parted."""

from __future__ import annotations

import os
import posixpath
import re
import time
from pathlib import PurePosixPath

from congtinh.records.registry import RECORD_TYPES
from tests.sites.desk import Desk, Facts, Pick, language_of, type_of
from tests.sites.edits import HEADINGS, MOSTLY, REFERENCES, Edit, name_of


def add(desk: Desk, pick: Pick) -> str:
    """A new item made from one that is there, in one language or as a pair."""
    model = pick(desk.identities())
    identity = f"{posixpath.dirname(model)}/muc-moi-{desk.new()}"
    languages = desk.languages(model)
    for code in pick((languages, languages[:1])):
        facts, told = desk.facts(f"{model}.{code}.md"), desk.body(f"{model}.{code}.md")
        own = dict.fromkeys(("id", "slug", "old_urls"))
        if "symbol" in facts:
            own |= {"symbol": f"{100 + desk.new()}/{facts['symbol'].rpartition('/')[2]}"}
        desk.write(f"{identity}.{code}.md", {**facts, **own}, told)
    return f"{identity} added after {model}"


def delete(desk: Desk, pick: Pick) -> str:
    """A whole item goes away; mostly nothing points to it any more."""
    identity = pick(desk.identities())
    gone = [f"{identity}.{code}.md" for code in desk.languages(identity)]
    if pick(MOSTLY):
        forget(desk, identity)
    for path in gone:
        desk.delete(path)
    return f"deleted {', '.join(gone)}"


def unpair(desk: Desk, pick: Pick) -> str:
    """One file of a pair goes away or gets a name of its own; mostly the other one stands alone well."""
    pairs = [identity for identity in desk.identities() if len(desk.languages(identity)) == 2]
    if not pairs:
        return "no pair to part"
    identity = pick(pairs)
    path = f"{identity}.{pick(('vi', 'en'))}.md"
    if pick(MOSTLY):
        desk.set(f"{identity}.en.md", **inherited(desk, identity))
        forget(desk, identity, language_of(path))
    if pick((True, False)):
        desk.delete(path)
        return f"deleted {path}, one of a pair"
    other = f"{identity}-{desk.new()}.{language_of(path)}.md"
    desk.rename(path, other)
    return f"renamed {path}, one of a pair, to {other}"


def pair(desk: Desk, pick: Pick) -> str:
    """The missing language of an item is written."""
    alone = [identity for identity in desk.identities() if len(desk.languages(identity)) == 1]
    if not alone:
        return "no item without its pair"
    identity = pick(alone)
    (there,) = desk.languages(identity)
    missing = "en" if there == "vi" else "vi"
    facts = desk.facts(f"{identity}.{there}.md")
    translated = {HEADINGS.get(type_of(identity), "title"), "summary", "series", "bio", "duties"}
    kept = {name: value for name, value in facts.items() if missing == "vi" or name in translated}
    desk.write(f"{identity}.{missing}.md", kept, f"Bản dịch số {desk.new()}.\n")
    return f"{identity}.{missing}.md written to {identity}.{there}.md"


def rename(desk: Desk, pick: Pick) -> str:
    """An item gets another name, or another folder of its type."""
    identity = pick(desk.identities())
    name = f"{pick(('a', 'ten-moi', 'z'))}-{desk.new()}"
    folder = pick((posixpath.dirname(identity), f"{type_of(identity)}/2024"))
    languages = desk.languages(identity)
    if pick(MOSTLY):
        forget(desk, identity)
    for code in languages:
        desk.rename(f"{identity}.{code}.md", f"{folder}/{name}.{code}.md")
    return f"renamed {identity} ({', '.join(languages)}) to {folder}/{name}"


def touch(desk: Desk, pick: Pick) -> str:
    """A file gets another time, or is written again with the same bytes."""
    path = pick(desk.files())
    if pick((True, False)):
        os.utime(desk.content / path, (time.time(), 1_700_000_000 + desk.new()))
        return f"touched {path}"
    (desk.content / path).write_bytes((desk.content / path).read_bytes())
    return f"wrote {path} again"


def unseen(desk: Desk, pick: Pick) -> str:
    """One letter changes, and neither size nor time of the change tells: as after ``rsync -t``."""
    path = pick(desk.items())
    file = desk.content / path
    before, letters = file.stat(), list(desk.text(path))
    places = [place for place, letter in enumerate(letters) if letter in "aeo"][-1:]
    for place in places:
        letters[place] = "o" if letters[place] != "o" else "a"
    file.write_bytes("".join(letters).encode())
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    return f"one letter of {path}, with its old size and time"


def spelling(desk: Desk, pick: Pick) -> str:
    """The same facts written otherwise: other line ends, a byte order mark, a comment above."""
    path = pick(desk.items())
    text = desk.text(path).replace("\r\n", "\n").lstrip("\ufeff")
    changed = pick(
        (
            text.replace("---\n", f"---\n# ghi chú {desk.new()}\n", 1),
            text.replace("\n", "\r\n"),
            f"\ufeff{text}",
        )
    )
    (desk.content / path).write_bytes(changed.encode())
    return f"spelling of {path}"


def stored(desk: Desk, pick: Pick) -> str:
    """A picture or an attachment is replaced by another, added, or deleted."""
    folder = pick(("images", "files"))
    if not desk.files(folder):
        return f"nothing in {folder}"
    path = pick(desk.files(folder))
    same_kind = [other for other in desk.files(folder) if _suffix(other) == _suffix(path)]
    data = (desk.content / pick(same_kind)).read_bytes()
    what = pick(("replaced", "added", "deleted"))
    if what == "deleted":
        desk.delete(path)
    elif what == "added":
        path = f"{folder}/{pick(('Tệp mới', 'moi'))} {desk.new()}{_suffix(path)}"
        (desk.content / path).write_bytes(data)
    else:
        ending = b"" if _suffix(path) == ".svg" else b"\n"
        (desk.content / path).write_bytes(data + ending * desk.new())
    return f"{what} {path}"


def stray(desk: Desk, pick: Pick) -> str:
    """A file that is no item: a note, a file without a language, an unknown folder, a hidden one."""
    path = pick(
        ("news/README.md", "news/tin.md", "tin_tuc/tin.vi.md", "news/.nhap.vi.md", "ghi-chu.txt")
    )
    if (desk.content / path).is_file():
        desk.delete(path)
        return f"deleted {path}"
    desk.site.write(path, f"Ghi chú {desk.new()}\n")
    return f"wrote {path}"


FILING: tuple[Edit, ...] = (
    add, delete, unpair, pair, rename, touch, unseen, spelling, stored, stray,
)  # fmt: skip


def inherited(desk: Desk, identity: str) -> Facts:
    """What an English file takes over from its Vietnamese one, with what it writes itself."""
    facts = RECORD_TYPES[type_of(identity)].facts()
    shared = {
        k: v for k, v in desk.facts(f"{identity}.vi.md").items() if k in facts and facts[k].shared
    }
    return {**shared, **desk.facts(f"{identity}.en.md")}


def forget(desk: Desk, identity: str, language: str = "") -> None:
    """Take out every reference to an item, or every link to one of its files."""
    name = name_of(identity)
    ending = re.escape(language) if language else "(?:vi|en)"
    link = re.compile(rf"\[([^\]]*)\]\([^)]*{re.escape(name)}\.{ending}\.md[^)]*\)")
    for path in desk.items():
        facts, told = desk.facts(path), desk.body(path)
        left = facts if language else _without(facts, name)
        plain = link.sub(r"\1", told)
        if (left, plain) != (facts, told):
            desk.write(path, left, plain)


def _without(facts: Facts, name: str) -> Facts:
    """Front matter that names the item ``name`` nowhere."""
    left = dict(facts)
    for field in REFERENCES:
        value = facts.get(field)
        if isinstance(value, list):
            left[field] = [one for one in value if one != name] or None
        elif value == name:
            left[field] = "so-thu" if field == "unit" and "rank" in facts else None
    if facts.get("relations"):
        left["relations"] = [r for r in facts["relations"] if r["target"] != name] or None
    return {field: value for field, value in left.items() if value is not None}


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix

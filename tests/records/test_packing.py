from __future__ import annotations

import datetime as dt
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from congtinh.build.reader import read_content
from congtinh.records.base import Record
from congtinh.records.contact import Contact
from congtinh.records.fields import HANOI
from congtinh.records.legal_document import LegalDocument, Relation
from congtinh.records.news import News
from congtinh.records.packing import record_digest
from congtinh.records.parts import AttachedFile, Correction, Image, Legacy
from congtinh.records.registry import RECORD_TYPES
from congtinh.vocabulary.registry import Vocabularies

PROJECT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 11, 9)
MOMENT = dt.datetime(2026, 11, 9, 14, 30, tzinfo=HANOI)
FULL = {"id": "news/a", "title": "Tin", "date": MOMENT, "review_by": DAY, "featured": True}
_TOLD = """
import datetime as dt
from congtinh.records.news import News
from congtinh.records.packing import record_digest
from congtinh.records.parts import Image
image = Image.model_construct(file="a.jpg", alt="A", date=dt.date(2026, 11, 9))
print(record_digest(News.model_construct(id="n", topics=("a", "b"), images=(image,))).hex())
"""


def records() -> list[Record]:
    content = PROJECT / "content"
    vocabularies, _ = Vocabularies.load(content / "vocabulary")
    return [item.record for item in read_content(content, vocabularies).items]


def test_every_record_comes_back_as_it_was() -> None:
    """Pickled and read again, the records of the demonstration are the same, parts and order too."""
    for record in records():
        again = pickle.loads(pickle.dumps(record, 5))

        assert again == record
        assert repr(again) == repr(record)
        assert list(again.__dict__) == list(type(record).model_fields)
        assert again.model_fields_set == {k for k, v in record.__dict__.items() if v is not None}
        assert record_digest(again) == record_digest(record)


def test_parts_and_what_was_imported_come_back() -> None:
    """Groups inside a record keep their types; an imported item keeps the fields of its own."""
    image = Image.model_construct(file="a.jpg", alt="A", date=DAY)
    parts = {
        "images": (image,),
        "attachments": (AttachedFile.model_construct(file="a.pdf", signed=False),),
        "corrections": (Correction.model_construct(date=DAY, text="sửa"),),
        "relations": (Relation.model_construct(kind="thay-the", target="x"),),
        "legacy": Legacy(id="5", table="tin", rows=[1, {"a": None}]),
    }
    document = LegalDocument.model_construct(**parts)
    again = pickle.loads(pickle.dumps(document, 5))

    assert again == document
    assert type(again.relations[0]) is Relation
    assert again.legacy.model_extra == {"table": "tin", "rows": [1, {"a": None}]}
    assert again.model_copy(update={"title": "x"}).title == "x"


def test_what_is_empty_is_not_kept() -> None:
    """A record of two fields is kept in a few bytes."""
    assert b"summary" not in pickle.dumps(News.model_construct(id="news/a", title="Tin"), 5)


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Tin."},
        {"title": None},
        {"summary": "Tin"},
        {"date": MOMENT.replace(minute=31)},
        {"review_by": DAY.replace(day=8)},
        {"featured": False},
        {"creator": ("a", "b")},
        {"legacy": Legacy(source="cu")},
        {"legacy": Legacy(source="cu", table="tin")},
    ],
)
def test_digest_changes_with_every_fact(other: dict[str, object]) -> None:
    """No two records share a digest, nor do days and the same day as text."""
    record = News.model_construct(**FULL)
    changed = News.model_construct(**FULL | other)

    assert record_digest(record) != record_digest(changed)
    assert record_digest(record) != record_digest(Contact.model_construct(**FULL))
    as_text = FULL | {"review_by": DAY.isoformat()}
    assert record_digest(record) != record_digest(News.model_construct(**as_text))


def test_digest_does_not_see_how_a_record_was_made() -> None:
    """Texts that are equal count as equal, whether they are one object or two."""
    once = "".join(["T", "in"])
    same = News.model_construct(title=once, summary=once)
    apart = News.model_construct(title=once, summary="".join(["T", "in"]))

    assert record_digest(same) == record_digest(apart)


def test_digest_is_the_same_in_every_process() -> None:
    """The seed of hashing does not count."""
    told = {
        subprocess.run(
            [sys.executable, "-c", _TOLD],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT / "plugins")},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(told) == 1


@pytest.mark.parametrize("name", sorted(RECORD_TYPES))
def test_every_field_may_be_empty(name: str) -> None:
    """A field that was not kept comes back as ``None``, so no field has another default."""
    assert {field.default for field in RECORD_TYPES[name].model_fields.values()} == {None}

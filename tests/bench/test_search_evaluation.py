"""An evaluation from end to end: files in, the real engine in Node, figures, a run for others to count."""

from __future__ import annotations

import dataclasses
import gzip
import json
import shutil
from pathlib import Path

import pytest

from congtinh.bench import search_command, search_index
from congtinh.bench.search_bench import collection, ratios, repeated
from congtinh.bench.search_engine import Answer, EngineRun, Request
from congtinh.bench.search_evaluation import costs, relevance
from congtinh.bench.search_files import (
    Document,
    Query,
    main_language,
    read_documents,
    read_queries,
    write_queries,
    write_run,
)
from congtinh.bench.search_rivals import LIBRARIES
from congtinh.bench.search_tables import bench_tables, evaluation_tables
from congtinh.errors import ContentError

TOPICS = Path(search_command.__file__).parent / "data" / "search" / "topics.jsonl"
ROWS = [
    {
        "id": "n1", "title": "Luật số 10/2011/QH12 về khoáng sản", "number": "10/2011/QH12",
        "type": "Luật", "issuer": "Quốc hội", "date": "2011-01-02", "lang": "vi",
        "text": "Điều 1. Thăm dò khoáng sản.\nĐiều 2. Khai thác khoáng sản.", "field": ["ngoài"],
    },
    {
        "id": "n2", "title": "Nghị định số 43/2011/NĐ-CP về trang thông tin", "type": "Nghị định",
        "number": "43/2011/NĐ-CP", "issuer": "Chính phủ", "date": "2011-06-13", "lang": "vi",
        "text": "Điều 1. Cung cấp thông tin trực tuyến của cơ quan nhà nước.",
    },
    {"id": "n3", "title": "Điều 3", "law_title": "Luật Công chứng", "lang": "vi", "text": "Phí."},
    {"id": "n4", "title": "Tin tức", "date": None, "lang": "vi", "text": "Hội nghị tập huấn."},
]  # fmt: skip
QUERIES = [
    {"qid": "q1", "query": "thăm dò khoáng sản", "relevant": ["n1"]},
    {"qid": "q2", "query": "43/2011/ND-CP", "relevant": ["n2"]},
    {"qid": "q3", "query": "luật công chứng", "relevant": ["n3"]},
    {"qid": "q4", "query": "tập huấn", "relevant": ["n4"]},
]


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Records and queries as others keep them: JSON Lines, the records packed."""
    docs, queries = tmp_path / "docs.jsonl.gz", tmp_path / "queries.jsonl"
    docs.write_bytes(gzip.compress("\n".join(map(json.dumps, ROWS)).encode()))
    queries.write_text("\n".join(map(json.dumps, QUERIES)), encoding="utf-8")
    return str(docs), str(queries)


def test_records_and_queries_are_read(files: tuple[str, str]) -> None:
    """What a record lacks is empty; fields that nobody knows are passed over."""
    documents = read_documents([files[0]])

    assert [one.id for one in documents] == ["n1", "n2", "n3", "n4"]
    assert documents[2].law_title == "Luật Công chứng"
    assert documents[3].date == documents[3].number == ""
    assert read_queries(files[1])[0] == Query("q1", "thăm dò khoáng sản", frozenset({"n1"}))
    assert main_language(documents) == "vi"
    assert read_queries(files[1])[0].bare.query == "tham do khoang san"


def test_files_that_do_not_fit_are_told(tmp_path: Path) -> None:
    """No file, a row without its id, an id of two records."""
    rows = tmp_path / "rows.jsonl"
    with pytest.raises(ContentError, match="--docs"):
        read_documents([])
    rows.write_text('{"title": "x"}')
    with pytest.raises(ContentError, match=r"rows\.jsonl:1"):
        read_documents([str(rows)])
    rows.write_text('{"id": "a", "title": "x"}')
    with pytest.raises(ContentError, match="a"):
        read_documents([str(rows), str(rows)])


def test_queries_are_written_as_they_are_read(tmp_path: Path) -> None:
    """With grades, or with what is relevant."""
    target = tmp_path / "queries.jsonl"
    queries = [
        Query("a", "đất", frozenset({"x"}), "vi", "title"),
        Query("b", "land", frozenset({"y"}), "en", "", {"y": 2, "z": 0}),
    ]
    write_queries(queries, target)

    assert read_queries(str(target)) == queries


def test_a_run_for_an_independent_count(tmp_path: Path) -> None:
    """Query, rank from 1, record and score between tabs."""
    write_run({"q": [("a", 2.5), ("b", 0.125)]}, tmp_path / "run.tsv")

    assert (tmp_path / "run.tsv").read_text() == "q\t1\ta\t2.5\nq\t2\tb\t0.125\n"


def test_sets_are_told_apart() -> None:
    """Names count as named; grades give nDCG only where all queries have them."""
    queries = [
        Query("1", "43/2011", frozenset({"a", "b"}), set="number:short"),
        Query("2", "đất", frozenset({"a"}), set="topics", judged={"a": 2}),
        Query("3", "rừng", frozenset(), set="topics"),
    ]
    report = relevance({"1": ["b", "a"], "2": ["a"]}, queries)

    assert report["queries"] == 2
    assert report["success_at_1"] == 1
    assert "ndcg_at_10" not in report and "as_named" not in report
    assert report["sets"]["number:short"]["as_named"] == 1
    assert report["sets"]["topics"]["ndcg_at_10"] == 1


def test_costs_by_hand() -> None:
    """Excerpts apart from the list; a warm browser fetches each file once."""
    term, other, text = Request("t/1", 100, 1), Request("t/2", 50, 2), Request("x/1", 30, 3)
    start = [Request("searcher.js", 1_000, 0), Request("manifest.json", 200, 1)]
    answers = [
        Answer("1", [], 0, None, [term, other, text], 2.0),
        Answer("2", [], 0, None, [term], 4.0),
    ]
    told = costs(EngineRun(start, answers))

    assert told["bytes"] == {"start": 1_200, "first": 150, "median": 125, "p95": 147.5, "max": 150}
    assert told["requests"]["start"] == 2 and told["requests"]["first"] == 2
    assert told["rounds"]["max"] == 2
    assert told["excerpts"]["bytes"]["max"] == 30
    assert told["warm"]["bytes"]["median"] == 75


@pytest.mark.skipif(not shutil.which("node"), reason="Node is not installed")
def test_from_end_to_end(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Index, queries without marks, JSON alone on standard output, the run beside it."""
    docs, queries = files
    run = tmp_path / "run.tsv"
    status = search_command.evaluate([docs], queries, strip_marks=True, format="json", run=str(run))
    out = capsys.readouterr().out
    assert status == 0
    report = json.loads(out)

    assert report["documents"] == report["queries"] == 4
    assert report["success_at_1"] == report["mrr_at_10"] == report["recall_at_10"] == 1
    assert report["confidence"]["success_at_1"] == [1, 1]
    assert {"searcher.js", "manifest.json"} <= report["start"].keys()
    assert report["bytes"]["start"] == sum(report["start"].values())
    for name in ("bytes", "requests"):
        assert set(report[name]) == {"start", "first", "median", "p95", "max"}
        assert 0 < report[name]["median"] <= report[name]["p95"] <= report[name]["max"]
    assert report["rounds"]["max"] >= 1
    lines = [line.split("\t") for line in run.read_text(encoding="utf-8").splitlines()]
    firsts = {qid: one for qid, rank, one, _ in lines if rank == "1"}
    assert firsts == {"q1": "n1", "q2": "n2", "q3": "n3", "q4": "n4"}
    for table in evaluation_tables(report):
        assert table.row_count


@pytest.mark.skipif(not shutil.which("node"), reason="Node is not installed")
def test_an_index_is_made_once_and_asked_often(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``search.index`` writes the folder that ``search.evaluate --index`` asks."""
    docs, queries = files
    folder = tmp_path / "index"

    assert search_index.index([docs], str(folder)) == 0
    made = {path.name: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert "manifest.json" in made
    capsys.readouterr()
    assert search_command.evaluate([docs], queries, format="json", index=str(folder)) == 0
    assert json.loads(capsys.readouterr().out)["success_at_1"] == 1
    assert made == {
        path.name: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }


def test_known_items_are_written(files: tuple[str, str], tmp_path: Path) -> None:
    """``search.known`` makes what ``search.evaluate`` reads."""
    target = tmp_path / "known.jsonl"

    assert search_command.known([files[0]], str(target), "number:*", 0, 0) == 0
    assert {query.set for query in read_queries(str(target))} >= {"number:full", "number:short"}


def test_faults_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there ends with 1 and its name."""
    assert search_command.evaluate([str(tmp_path / "none.jsonl")], "q.jsonl") == 1
    assert "none.jsonl" in capsys.readouterr().err


def test_topics_are_whole() -> None:
    """150 topics of one to three words, five of six Vietnamese, each with something relevant."""
    topics = read_queries(str(TOPICS))

    assert len({topic.qid for topic in topics}) == len({topic.query for topic in topics}) == 150
    assert sum(topic.lang == "vi" for topic in topics) == 125
    assert all(topic.relevant and set(topic.judged.values()) <= {0, 1, 2} for topic in topics)
    assert sum(len(topic.judged) for topic in topics) > 2_000


def test_judged_queries_are_asked_with_and_without_marks() -> None:
    """The known items of the sample come on top."""
    documents = [Document("a", "Luật Đất đai sửa đổi, bổ sung", number="10/2011/QH12", type="Luật")]
    given = collection(documents, [Query("1", "đất đai", frozenset({"a"}))], sample=1)
    sets = {query.set: query.query for query in given.queries}

    assert sets["judged"] == "đất đai"
    assert sets["judged:bare"] == "dat dai"
    assert sets["number:full"] == "10/2011/QH12"
    assert len({query.qid for query in given.queries}) == len(given.queries)


def test_records_repeat_to_so_many_words() -> None:
    """News again and again, each time another record, until the words are enough."""
    documents = [Document("law", "L", "a b c", number="1"), Document("news", "N", "d e")]
    made = repeated(documents, 9)

    assert sum(len(one.text.split()) for one in made) == 9
    assert len({one.id for one in made}) == len(made) == 4
    assert made[2].title == "N (2)"


def test_ratios_are_ours_by_theirs() -> None:
    """Below 1 is less than the other needs; what the other lacks has no ratio."""
    own = {"index_seconds": 3, "memory_mb": 1, "index_bytes": 10, "start_bytes": 5}
    other = {"index_seconds": 2, "memory_mb": 4, "index_bytes": 0, "start_bytes": 50}

    assert ratios(own, other) == {"index_seconds": 1.5, "memory_mb": 0.25, "start_bytes": 0.1}


def test_tables_of_the_comparison() -> None:
    """One row for each engine and each set; a set that an engine was not asked stays empty."""
    one = {
        "index_seconds": 1.0, "memory_mb": 10.0, "index_bytes": 1_000, "start_bytes": 100,
        "query_bytes": {"median": 1, "p95": 2, "max": 3},
        "sets": {"judged": {"queries": 1, "mrr_at_10": 1.0, "success_at_1": 1.0}},
    }  # fmt: skip
    report = {"engines": {"congtinh": one, LIBRARIES[0]: {**one, "sets": {}, "ratio": {}}}}
    costs_, *figures = bench_tables(report)

    assert costs_.row_count == 2
    assert all(table.row_count == 1 and len(table.columns) == 3 for table in figures)


def test_an_updated_index_has_the_bytes_of_a_new_one(tmp_path: Path) -> None:
    """One record edited, one new, one gone: from what the last run kept, or from nothing."""
    before = [Document(f"d{n}", f"Luật số {n} về rừng", f"Điều 1. Rừng {n}.") for n in range(30)]
    after = [dataclasses.replace(before[0], text="Điều 1. Đất."), *before[2:]]
    after.append(Document("new", "Nghị định về biển", "Biển."))
    cache = str(tmp_path / "cache")
    for documents in (before, after):
        search_index.build(documents, tmp_path / "updated", cache)
    search_index.build(after, tmp_path / "clean")
    trees = [
        {
            path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in (tmp_path / "updated", tmp_path / "clean")
    ]

    assert trees[0] == trees[1]

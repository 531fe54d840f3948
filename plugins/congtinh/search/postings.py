"""The postings of many documents at once: gathered in runs that lie on disk, then merged in order.

A run is a sorted array of 64-bit numbers, ``form1 | form2 | passage | impact``, where a pair has two
forms and a single form has none for the second.  Memory is bounded by ``RUN_TOKENS`` and ``PART``.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from congtinh.search.forms import Forms
from congtinh.search.own_numbers import own_number_term
from congtinh.search.passages import Passage
from congtinh.search.records import SearchRecord
from congtinh.search.rows import field_texts
from congtinh.search.tokens import raw_tokens
from congtinh.search.weights import BODY, CATALOGUE, FIELDS, LEVELS, SATURATION, TITLE, length_norm

RUN_TOKENS = 1_500_000
"""Tokens after which a run is sorted and written down."""
PART = 4_000_000
"""Postings that are merged at once."""
FORM_BITS, PASSAGE_BITS, FIELD_BITS = 20, 21, 2
IMPACT_BITS, ID_BITS = 3, 27

Numbers = NDArray[np.uint64]


class Part(NamedTuple):
    """Postings of terms in their order: each term with ``df`` ids and impacts, one term after the other."""

    terms: list[str]
    df: list[int]
    ids: NDArray[np.int64]
    impacts: NDArray[np.int64]


class Postings:
    """Takes in documents, and gives back all their postings in the order of the terms."""

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self.forms = Forms(language)
        self._folder = tempfile.TemporaryDirectory(dir=folder, prefix="postings-")
        self._runs: list[Path] = []
        self._passages = 0
        self._firsts: list[tuple[int, int]] = []
        self._start()

    def _start(self) -> None:
        self._texts: list[list[int]] = []
        self._owners: list[int] = []
        self._scales: list[float] = []
        self._own: list[tuple[int, int]] = []
        self._tokens = 0

    def add(self, record: SearchRecord, passages: Sequence[Passage]) -> None:
        """Take in one document; ``ids`` is later asked for its first id in the order of adding."""
        forms = self.forms
        catalogue, title = (
            list(map(forms.__getitem__, raw_tokens(text))) for text in field_texts(record)
        )
        for passage in passages:
            body = list(map(forms.__getitem__, raw_tokens(passage.text)))
            for number, text in ((BODY, body), (CATALOGUE, catalogue), (TITLE, title)):
                if text:
                    self._take(number, text)
            self._passages += 1
        if self._passages > 1 << PASSAGE_BITS:
            raise ValueError(f"more than {1 << PASSAGE_BITS} passages in one language")
        self._firsts.append((self._passages - len(passages), len(passages)))
        own = own_number_term(record.number, record.issued, record.kind)
        if own:
            self._own.append((forms.number(own), self._passages - len(passages)))
        if self._tokens >= RUN_TOKENS:
            self._write_run()

    def _take(self, field: int, text: list[int]) -> None:
        self._texts.append(text)
        self._owners.append(self._passages << FIELD_BITS | field)
        self._scales.append(length_norm(field, len(text) - text.count(0)))
        self._tokens += len(text)

    def _write_run(self) -> None:
        run = _run_of(self._texts, self._owners, self._scales, self._own)
        path = Path(self._folder.name) / f"{len(self._runs)}.npy"
        np.save(path, run)
        self._runs.append(path)
        self._start()

    def parts(self, first_ids: Sequence[int]) -> Iterator[Part]:
        """All postings, part by part; ``first_ids``: of each document, in the order of adding."""
        if self._texts or self._own:
            self._write_run()
        if not self._runs:
            self._folder.cleanup()
            return
        ids = np.empty(self._passages, np.uint64)
        for (start, count), first in zip(self._firsts, first_ids, strict=True):
            ids[start : start + count] = np.arange(first, first + count, dtype=np.uint64)
        codes = np.unique(np.concatenate([_codes(np.load(path)) for path in self._runs]))
        order, rank = self._ranks(codes)
        total = sum(self._rank_run(path, codes, rank, ids) for path in self._runs)
        yield from self._merged(codes[order], total)
        self._folder.cleanup()

    def _ranks(self, codes: Numbers) -> tuple[NDArray[np.intp], NDArray[np.uint64]]:
        """The order of the terms by key, then by form; and for each code its place in it."""
        keys = np.array(self.forms.keys(), dtype=object)
        key_rank = np.unique(keys, return_inverse=True)[1]
        form_rank = np.empty(len(keys), np.int64)
        form_rank[np.argsort(np.array(self.forms.written, dtype=object), kind="stable")] = (
            np.arange(len(keys))
        )
        first = (codes >> np.uint64(FORM_BITS)).astype(np.int64)
        second = (codes & np.uint64((1 << FORM_BITS) - 1)).astype(np.int64)
        order = np.lexsort((form_rank[second], form_rank[first], key_rank[second], key_rank[first]))
        rank = np.empty(len(codes), np.uint64)
        rank[order] = np.arange(len(codes), dtype=np.uint64)
        return order, rank

    def _rank_run(self, path: Path, codes: Numbers, rank: Numbers, ids: Numbers) -> int:
        """Write a run anew in the final order, with final ids."""
        run = np.load(path)
        passage = (run >> np.uint64(IMPACT_BITS)) & np.uint64((1 << PASSAGE_BITS) - 1)
        placed = rank[np.searchsorted(codes, _code_of(run))]
        run = (
            placed << np.uint64(ID_BITS + IMPACT_BITS)
            | ids[passage] << np.uint64(IMPACT_BITS)
            | run & np.uint64(LEVELS - 1)
        )
        run.sort()
        np.save(path, run)
        return len(run)

    def _merged(self, codes: Numbers, total: int) -> Iterator[Part]:
        runs = [np.load(path, mmap_mode="r") for path in self._runs]
        shift = np.uint64(ID_BITS + IMPACT_BITS)
        count = max(1, -(-total // PART))
        bounds = np.linspace(0, len(codes), count + 1).astype(np.uint64) << shift
        for low, high in pairwise(bounds):
            cut = [run[np.searchsorted(run, low) : np.searchsorted(run, high)] for run in runs]
            merged = np.concatenate(cut)
            merged.sort()
            if len(merged):
                yield self._part(codes, merged)

    def _part(self, codes: Numbers, merged: Numbers) -> Part:
        ranks = merged >> np.uint64(ID_BITS + IMPACT_BITS)
        starts = np.flatnonzero(np.diff(ranks, prepend=np.uint64(1 << 63)))
        df = np.diff(starts, append=len(ranks))
        found = codes[ranks[starts]]
        written = self.forms.written
        mask = (1 << FORM_BITS) - 1
        terms = [
            f"{written[code >> FORM_BITS]} {written[code & mask]}"
            if code & mask
            else written[code >> FORM_BITS]
            for code in found.tolist()
        ]
        ids = (merged >> np.uint64(IMPACT_BITS)) & np.uint64((1 << ID_BITS) - 1)
        return Part(
            terms,
            df.tolist(),
            ids.astype(np.int64),
            (merged & np.uint64(LEVELS - 1)).astype(np.int64),
        )


def _code_of(run: Numbers) -> Numbers:
    code: Numbers = run >> np.uint64(PASSAGE_BITS + IMPACT_BITS)
    return code


def _codes(run: Numbers) -> Numbers:
    """The codes of a sorted run, each once."""
    codes = _code_of(run)
    return codes[np.flatnonzero(np.diff(codes, prepend=np.uint64((1 << 64) - 1)))]


def _run_of(
    texts: list[list[int]], owners: list[int], scales: list[float], own: list[tuple[int, int]]
) -> Numbers:
    """Every term of the texts with its passage and impact, in order."""
    rows = _occurrences(texts, owners)
    starts = np.flatnonzero(np.diff(rows, prepend=np.uint64((1 << 64) - 1)))
    times = np.diff(starts, append=len(rows)).astype(np.float64)
    rows = rows[starts]
    weights = _weights(owners, scales, rows, times)
    rows >>= np.uint64(FIELD_BITS)
    starts = np.flatnonzero(np.diff(rows, prepend=np.uint64((1 << 64) - 1)))
    weighted = np.add.reduceat(weights, starts) if len(starts) else weights
    levels = (LEVELS * (weighted / (SATURATION + weighted))).astype(np.uint64)
    found = rows[starts] << np.uint64(IMPACT_BITS) | np.minimum(levels, np.uint64(LEVELS - 1))
    ours = [
        (form << FORM_BITS) << (PASSAGE_BITS + IMPACT_BITS) | passage << IMPACT_BITS | LEVELS - 1
        for form, passage in own
    ]
    run = np.concatenate([found, np.array(ours, np.uint64)])
    run.sort()
    return run


def _occurrences(texts: list[list[int]], owners: list[int]) -> Numbers:
    """``code | passage | field`` of every form and pair, sorted."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts)) + 1
    forms = np.zeros(int(lengths.sum()), np.uint64)
    at = 0
    for text in texts:
        forms[at : at + len(text)] = text
        at += len(text) + 1
    owner = np.repeat(np.array(owners, np.uint64), lengths)
    single = np.flatnonzero(forms)
    shift = np.uint64(PASSAGE_BITS + FIELD_BITS)
    first = forms << np.uint64(FORM_BITS)
    paired = np.flatnonzero((forms[:-1] != 0) & (forms[1:] != 0))
    rows = np.concatenate(
        [
            first[single] << shift | owner[single],
            (first[paired] | forms[paired + 1]) << shift | owner[paired],
        ]
    )
    rows.sort()
    return rows


def _weights(owners: list[int], scales: list[float], rows: Numbers, times: Any) -> Any:
    """What each row adds to its term's weighted frequency: boost × times / norm."""
    owner = np.array(owners, np.uint64)
    scale = np.array(scales)
    place = np.searchsorted(owner, rows & np.uint64((1 << (PASSAGE_BITS + FIELD_BITS)) - 1))
    boosts = np.array([field.boost for field in FIELDS])
    return boosts[(rows & np.uint64(3)).astype(np.int64)] * times / scale[place]

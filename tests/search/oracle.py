"""Whoosh as the oracle of the engine's ranking: BM25F over the same analysis, passages and weights.

Each passage is a document of Whoosh, found by words and by pairs of words, with marks and without;
what is found is put together by record. A word weighs what its fields give it (BM25F joins the fields
of a term before it saturates), which Whoosh takes as the boost of each token; counting, saturation,
rarity, sums and order are Whoosh's own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from whoosh.analysis.acore import Token
from whoosh.analysis.tokenizers import Tokenizer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.query import Or, Term
from whoosh.scoring import BM25F, BM25FScorer

from congtinh.search.analyzer import CutTokenizer, FormFilter, KeyFilter, PairFilter
from congtinh.search.building import light_keys
from congtinh.search.weights import FIELDS, SATURATION, impact, length_norm

SEPARATOR = "\x1e"
LIGHT = frozenset(light_keys())
MANY = 6
"""Pairs above which single words are looked up too, each at half the weight."""


class InFields(Tokenizer):  # type: ignore[misc]
    """The words, or the pairs, of body, catalogue and title, as heavy as the field and its length make them."""

    def __init__(self, language: str, keys: bool, pairs: bool) -> None:
        self.language, self.keys, self.pairs = language, keys, pairs

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        token = Token(**options)
        for number, text in enumerate(value.split(SEPARATOR)):
            terms = terms_in(text, self.language, self.keys)
            words = sum(" " not in term for term in terms)
            token.boost = FIELDS[number].boost / length_norm(number, words)
            for term in terms:
                if (" " in term) == self.pairs:
                    token.text = term
                    yield token


@lru_cache(maxsize=64)
def terms_in(text: str, language: str, keys: bool) -> list[str]:
    """Words and pairs of a text, as keys or as forms with their marks."""
    cut = CutTokenizer() | FormFilter()
    analysis = (cut | KeyFilter(language) if keys else cut) | PairFilter()
    return [token.text for token in analysis(text)]


class Ranking(BM25F):  # type: ignore[misc]
    """BM25F with the rarity of Robertson & Spärck Jones; with ``levels``, a frequency is known in these alone."""

    def __init__(self, levels: int = 0) -> None:
        super().__init__(B=0.0, K1=SATURATION)
        self.levels = levels

    def idf(self, searcher: Any, fieldname: str, text: str) -> float:
        parent = searcher.get_parent()
        passages, df = parent.doc_count_all(), parent.doc_frequency(fieldname, text)
        return math.log(1 + (passages - df + 0.5) / (df + 0.5))

    def scorer(self, searcher: Any, fieldname: str, text: str, qf: int = 1) -> Any:
        if not self.levels:
            return super().scorer(searcher, fieldname, text, qf)
        return InLevels(self.levels, searcher, fieldname, text)


class InLevels(BM25FScorer):  # type: ignore[misc]
    """A term's score with its frequency known as an impact; with one level, what it counts for being there."""

    def __init__(self, levels: int, searcher: Any, fieldname: str, text: str) -> None:
        self.levels = levels
        super().__init__(searcher, fieldname, text, 0.0, SATURATION)

    def _score(self, weight: float, length: int) -> float:
        level = impact(weight) if self.levels > 1 else 0
        return float(self.idf * (level + 0.5) / self.levels)


class Oracle:
    """Answers queries with the records of the best passages; those that are alike in the order they came."""

    def __init__(self, passages: Iterable[tuple[str, str]], language: str) -> None:
        self.language = language
        fields = {
            f"{kind}_{size}": TEXT(InFields(language, kind == "key", size == "pairs"), phrase=False)
            for kind in ("key", "form") for size in ("pairs", "words")
        }  # fmt: skip
        self._index = RamStorage().create_index(Schema(record=ID(stored=True), **fields))
        with self._index.writer() as writer:
            for record, text in passages:
                writer.add_document(record=record, **dict.fromkeys(fields, text))
        self._searchers: dict[int, Any] = {}

    def scored(self, terms: Iterable[Term], levels: int = 0) -> dict[str, float]:
        """Every record with the score of its best passage, the best first."""
        if levels not in self._searchers:
            self._searchers[levels] = self._index.searcher(weighting=Ranking(levels))
        best: dict[str, float] = {}
        for hit in self._searchers[levels].search(Or(list(terms)), limit=None):
            best.setdefault(hit["record"], hit.score)
        return best

    def terms(self, query: str) -> list[Term]:
        """What is looked up: pairs, at half for each function word; words where there are many, or one alone."""
        keys = terms_in(query, self.language, keys=True)
        forms = terms_in(query, self.language, keys=False)
        pairs = sum(" " in key for key in keys)
        asked = []
        for key, form in dict(zip(keys, forms, strict=True)).items():
            words = key.split(" ")
            lights = sum(word in LIGHT for word in words)
            if len(words) == 1 and pairs and (pairs <= MANY or lights):
                continue
            kind = "key" if form.isascii() or self.language == "en" else "form"
            size, weight = ("pairs", 0.5**lights) if len(words) > 1 else ("words", 0.5)
            asked.append(Term(f"{kind}_{size}", key if kind == "key" else form, boost=weight))
        return asked

    def close(self) -> None:
        for searcher in self._searchers.values():
            searcher.close()

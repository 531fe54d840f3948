"""Whoosh as the oracle of the engine's ranking: BM25F over the same analysis, passages and weights.

Each passage is a document of Whoosh, found by words and by pairs of words, with marks and without;
what is found is put together by record. A word weighs what its fields give it (BM25F joins the fields
of a term before it saturates), which Whoosh takes as the boost of each token; counting, saturation,
rarity, sums and order are Whoosh's own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

from whoosh.analysis.acore import Token
from whoosh.analysis.tokenizers import Tokenizer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.query import Or, Term
from whoosh.scoring import BM25F, BM25FScorer

from congtinh.search.analyzer import CutTokenizer, FormFilter, KeyFilter, PairFilter
from congtinh.search.building import light_keys
from congtinh.search.passages import passages_of
from congtinh.search.records import SearchRecord
from congtinh.search.rows import field_texts
from congtinh.search.weights import FIELDS, LEVELS, SATURATION, length_norm

SEPARATOR = "\x1e"
LIGHT = frozenset(light_keys())
MANY = 6
"""Pairs above which single words are looked up too, each at half the weight."""


class InFields(Tokenizer):  # type: ignore[misc]
    """The words, or the pairs, of body, catalogue and title, as heavy as the field and its length make them."""

    def __init__(self, analysis: Any, pairs: bool) -> None:
        self.analysis = analysis
        self.pairs = pairs

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        token = Token(**options)
        for number, text in enumerate(value.split(SEPARATOR)):
            terms = [token.text for token in self.analysis(text)]
            words = sum(" " not in term for term in terms)
            token.boost = FIELDS[number].boost / length_norm(number, words)
            for term in terms:
                if (" " in term) == self.pairs:
                    token.text = term
                    yield token


def analyses(language: str) -> dict[str, Any]:
    """By field: pairs and words, of keys and of forms with their marks."""
    forms = CutTokenizer() | FormFilter()
    keys = forms | KeyFilter(language)
    return {
        "key_pairs": InFields(keys | PairFilter(), pairs=True),
        "key_words": InFields(keys, pairs=False),
        "form_pairs": InFields(forms | PairFilter(), pairs=True),
        "form_words": InFields(forms, pairs=False),
    }


class Ranking(BM25F):  # type: ignore[misc]
    """BM25F with the rarity of Robertson & Spärck Jones, which a term in half of all passages has not lost."""

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
    """The same, with the saturated frequency known in levels alone."""

    def __init__(self, levels: int, searcher: Any, fieldname: str, text: str) -> None:
        self.levels = levels
        super().__init__(searcher, fieldname, text, 0.0, SATURATION)

    def _score(self, weight: float, length: int) -> float:
        most = self.idf * (SATURATION + 1)
        level = min(self.levels - 1, int(self.levels * super()._score(weight, length) / most))
        return most * (level + 0.5) / self.levels


class Oracle:
    """Answers queries of words with the ids of the best records."""

    def __init__(self, records: Iterable[SearchRecord], language: str) -> None:
        self.language = language
        fields = {
            name: TEXT(analysis, phrase=False)
            for name, analysis in analyses(language).items()
        }
        index = RamStorage().create_index(Schema(record=ID(stored=True), **fields))
        with index.writer(limitmb=256) as writer:
            for record in records:
                for passage in passages_of(record.body, record.anchors):
                    text = SEPARATOR.join((passage.text, *field_texts(record)))
                    writer.add_document(record=record.id, **dict.fromkeys(fields, text))
        self._searchers = {levels: index.searcher(weighting=Ranking(levels)) for levels in (0, LEVELS)}

    def scored(self, query: str, limit: int, levels: int = 0) -> list[tuple[str, float]]:
        """The best records, each by its best passage, with their scores."""
        asked = Or(list(self.terms(query)))
        best: dict[str, float] = {}
        for hit in self._searchers[levels].search(asked, limit=None):
            best.setdefault(hit["record"], hit.score)
        return list(best.items())[:limit]

    def terms(self, query: str) -> Iterator[Term]:
        """What is looked up: pairs, at half for each function word; words where there are many, or one alone."""
        keys = [token.text for token in (CutTokenizer() | FormFilter() | KeyFilter(self.language) | PairFilter())(query)]
        forms = [token.text for token in (CutTokenizer() | FormFilter() | PairFilter())(query)]
        pairs = [key for key in keys if " " in key]
        for key, form in dict(zip(keys, forms, strict=True)).items():
            words = key.split(" ")
            lights = sum(word in LIGHT for word in words)
            if len(words) == 1 and pairs and (len(pairs) <= MANY or lights):
                continue
            name = "key" if form.isascii() or self.language == "en" else "form"
            kind, weight = ("pairs", 0.5**lights) if len(words) > 1 else ("words", 0.5)
            yield Term(f"{name}_{kind}", key if name == "key" else form, boost=weight)

    def close(self) -> None:
        for searcher in self._searchers.values():
            searcher.close()

"""Queries of editors: Whoosh's query language, with document numbers, states of a day, and faults told."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from whoosh import query
from whoosh.fields import Schema
from whoosh.qparser import QueryParser, plugins, syntax

from congtinh.errors import N_, ContentError, Problem
from congtinh.search.content_faults import FIELD, OPERATORS, faults
from congtinh.search.content_fields import asked
from congtinh.search.content_schema import SEARCHED
from congtinh.search.numbers import read_numbers, tidy
from congtinh.search.tokens import BREAK, raw_tokens
from congtinh.text.slug import slugify

PUBLISHED, SCHEDULED = ("published", "da-dang"), ("scheduled", "hen-gio", "hen-gio-dang")
"""What ``status`` says of published files: that their day has come, or that it is still to come."""

_QUOTES = str.maketrans("“”„‟", '""""')
_WORDS_ALONE = re.compile(r'[^":*?()\[\]{}^~<>]*')
_OPERATOR = re.compile(rf"\b(?:{'|'.join(OPERATORS)})\b|(?:^|\s)-\S")
_NO_NUMBER_IN = ("date", "posted", "year", "path", "status", "lang", "type")


def parsed(text: str, schema: Schema, today: dt.date) -> query.Query:
    """The query that a text means; ``ContentError`` with all that is wrong with how it is written."""
    text = tidy(text).translate(_QUOTES).strip()
    wrong = [*faults(text)]
    if wrong:
        raise ContentError(wrong)
    found = _Parser(schema, today).parse(text)
    if found.is_leaf() and isinstance(found, type(query.NullQuery)):
        message, remedy = (
            N_("asks for nothing"),
            N_("Write a word, a number or a field to look for"),
        )
        raise ContentError([Problem("", message, remedy, "", text)])
    return _nearer(found, text)


class _Parser(QueryParser):  # type: ignore[misc]
    """Whoosh's parser, with all words required; each field says what is asked of it."""

    def __init__(self, schema: Schema, today: dt.date) -> None:
        minus = plugins.OperatorsPlugin.OpTagger(
            r"(^|(?<=[\s(]))-(?=[^\s\-])", syntax.NotGroup, syntax.PrefixOperator, memo="minus"
        )
        super().__init__(
            None,
            schema,
            [
                _NumberPlugin(),
                plugins.SingleQuotePlugin(),
                plugins.FieldsPlugin(FIELD),
                plugins.WildcardPlugin(r"(?P<text>[*]|[?](?=[\w*?]))"),
                _PhrasePlugin(),
                plugins.RangePlugin(),
                plugins.GtLtPlugin(r"(?<=\w:)(?P<rel>[<>]=?|=[<>])"),
                plugins.GroupPlugin(),
                plugins.OperatorsPlugin([(minus, 0)]),
                plugins.BoostPlugin(),
                plugins.EveryPlugin(),
                plugins.MultifieldPlugin(list(SEARCHED), SEARCHED),
            ],
        )
        self.today = f"{today:%Y%m%d}"

    def term_query(
        self,
        fieldname: str,
        text: str,
        termclass: type[query.Query],
        boost: float = 1.0,
        tokenize: bool = True,
        removestops: bool = True,
    ) -> query.Query | None:
        field = self.schema[fieldname]
        if issubclass(termclass, query.PatternQuery):
            if not text.strip("*"):
                return query.Every(None if fieldname in SEARCHED else fieldname)
            return field.pattern(fieldname, text, termclass, boost)
        if fieldname == "status" and slugify(text) in PUBLISHED + SCHEDULED:
            has_come = slugify(text) in PUBLISHED
            days = (None, self.today) if has_come else (self.today, None)
            posted = query.TermRange("posted", *days, startexcl=True)
            return query.And([query.Term("status", PUBLISHED[0]), posted])
        return field.word(fieldname, text, boost)


class _PhrasePlugin(plugins.PhrasePlugin):  # type: ignore[misc]
    """Phrases in quotes, each field asked for what it makes of them."""

    class PhraseNode(plugins.PhrasePlugin.PhraseNode):  # type: ignore[misc]
        def query(self, parser: _Parser) -> query.Query | None:
            field = parser.schema[self.fieldname]
            return field.phrase(self.fieldname, self.text, self.slop, self.boost)

    class PhraseTagger(plugins.PhrasePlugin.PhraseTagger):  # type: ignore[misc]
        def create(self, parser: _Parser, match: re.Match[str]) -> syntax.SyntaxNode:
            slop = int(match["slop"] or 1)
            return _PhrasePlugin.PhraseNode(match["text"], match.start("text"), slop)


_numbers = lru_cache(maxsize=1)(read_numbers)


class _NumberPlugin(plugins.Plugin):  # type: ignore[misc]
    """A document number in any spelling is one word: ``nghị định số 43 năm 2011``."""

    def taggers(self, parser: _Parser) -> list[tuple[_NumberPlugin, int]]:
        return [(self, -10)]

    def match(self, parser: _Parser, text: str, place: int) -> syntax.SyntaxNode | None:
        if not (place == 0 or text[place - 1] in " (:") or text[place].isspace():
            return None
        field = re.search(r"(\w+):$", text[:place])
        if field and field[1] in _NO_NUMBER_IN:
            return None
        end = next((one.end for one in _numbers(text) if one.start == place), 0)
        return syntax.WordNode(text[place:end]).set_range(place, end) if end else None


def _nearer(found: query.Query, text: str) -> query.Query:
    """The query, scoring more where words that follow each other in it do so in the text."""
    if not _WORDS_ALONE.fullmatch(text) or _OPERATOR.search(text):
        return found
    words = raw_tokens(text)
    pairs = [(one, two) for one, two in pairwise(words) if BREAK not in (one, two)]
    near = [
        query.Phrase(name, [asked(one)[0], asked(two)[0]], boost=SEARCHED[name] * 2)
        for one, two in pairs
        for name in ("title", "body")
    ]
    return query.AndMaybe(found, query.Or(near)) if near else found


def leaves(found: query.Query) -> Iterable[query.Query]:
    """The parts of a query that look for something, but for what must not be there."""
    if isinstance(found, query.Not):
        return
    if isinstance(found, query.AndNot):
        yield from leaves(found.a)
        return
    children = list(found.children())
    if not children:
        yield found
    for child in children:
        yield from leaves(child)

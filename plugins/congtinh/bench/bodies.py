"""Bodies of a wanted length: prose with headings, lists, links and a table, or the articles of a document."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.bench.phrases import Chance, said
from congtinh.languages import Language

_WORDS = {
    "vi": {"chapter": "Chương", "article": "Điều"},
    "en": {"chapter": "Chapter", "article": "Article"},
}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = "abcd"
_LONG = 1500
_TABLE_YEARS = range(2021, 2025)


def prose(words: int, chance: Chance, language: Language, pointer: str = "") -> str:
    """News and notices, of about ``words`` words; ``pointer`` is a sentence with a link, or empty."""
    blocks = [_paragraph(chance, language)]
    if pointer:
        blocks[0] = f"{blocks[0]} {pointer}"
    return _of_length(words, blocks, _prose_blocks(chance, language))


def _prose_blocks(chance: Chance, language: Language) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        if number % 4 == 0:
            yield f"## {said('heading', chance, language)}\n\n{_paragraph(chance, language)}"
        elif number % 5 == 0:
            yield _list(chance, language)
        elif chance.one_in(25):
            yield _table(chance, language)
        elif chance.one_in(15):
            yield f"{_paragraph(chance, language)} {said('outside', chance, language)}"
        else:
            yield _paragraph(chance, language)


def _paragraph(chance: Chance, language: Language) -> str:
    sentences = chance.between(2, 4)
    return " ".join(said("sentence", chance, language) for _ in range(sentences))


def _list(chance: Chance, language: Language) -> str:
    items = (f"- {said('list_item', chance, language)}" for _ in range(chance.between(3, 5)))
    return said("list_intro", chance, language) + "\n\n" + "\n".join(items)


def _table(chance: Chance, language: Language) -> str:
    title, head = said("table_title", chance, language), said("table_head", chance, language)
    rows = (
        f"| {year} | {chance.between(12, 940)} | {chance.between(60, 100)} |"
        for year in _TABLE_YEARS
    )
    return "\n".join([f"{title}\n", f"| {head} |", "| --- | --- | --- |", *rows])


def articles(words: int, chance: Chance, language: Language) -> str:
    """The text of a document of about ``words`` words: grounds, then articles, in chapters if long."""
    grounds = [said("ground", chance, language) for _ in range(3)]
    return _of_length(words, grounds, _articles(chance, language, words >= _LONG))


def _articles(chance: Chance, language: Language, chapters: bool) -> Iterator[str]:
    terms = _WORDS[language]
    level = "###" if chapters else "##"
    number = 0
    while True:
        if chapters and number % 8 == 0 and number // 8 < len(_ROMAN):
            title = said("chapter", chance, language)
            yield f"## {terms['chapter']} {_ROMAN[number // 8]}. {title}"
        number += 1
        title = said("article", chance, language)
        yield f"{level} {terms['article']} {number}. {title}\n\n" + _clause(1, chance, language)
        for clause in range(2, chance.between(3, 6)):
            yield _clause(clause, chance, language)


def _clause(number: int, chance: Chance, language: Language) -> str:
    if chance.one_in(4):
        points = (
            f"{_LETTERS[place]}) {said('point', chance, language)}"
            for place in range(chance.between(2, len(_LETTERS)))
        )
        intro = said("points_intro", chance, language)
        return "\n\n".join([f"{number}. {intro}", *points])
    return f"{number}. {said('clause', chance, language)}"


def _of_length(words: int, blocks: list[str], more: Iterator[str]) -> str:
    """As many blocks as come nearest to ``words`` words."""
    counted = sum(len(block.split()) for block in blocks)
    for block in more:
        size = len(block.split())
        if counted + size / 2 > words:
            break
        blocks.append(block)
        counted += size
    return "\n\n".join(blocks)

"""``docs/rules.md``: what each rule holds, and every sentence by which the program tells that it is broken.

The statements come from the vocabulary ``rules``; the sentences from the source of the package: each
call or table row that holds the code of a rule beside words marked by ``N_``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from congtinh.languages import LANGUAGES, Bilingual, Language
from congtinh.messages import PACKAGE_CATALOGUES, PACKAGE_DOMAIN, catalogue
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term

ADDRESS = "docs/rules.md"
PACKAGE = Path(__file__).resolve().parents[1]
_CODE = re.compile(r"R\d{1,2}")
_TITLE = Bilingual("Quy tắc kiểm tra nội dung", "Rules that content is held against")
_INTRO = Bilingual(
    "Trang này do `invoke schemas` viết ra từ chính các quy tắc; xin không sửa tay. "
    "Lỗi làm dừng lần dựng, trang đang có giữ nguyên; cảnh báo được nêu mà không dừng. "
    "Bài chuyển đổi từ hệ thống cũ (`legacy`) được hạ lỗi thiếu thông tin xuống cảnh báo.",
    "This page is written by `invoke schemas` from the rules themselves; do not edit it. "
    "An error stops the build and leaves the last good site; a warning is told and the build goes on. "
    "For imported items (`legacy`) missing facts are warnings.",
)
_LEVELS = {
    "error": Bilingual("lỗi", "error"),
    "warning": Bilingual("cảnh báo", "warning"),
    "report": Bilingual("nêu trong báo cáo", "told in a report"),
}
_PLACES = {
    "build": Bilingual("`invoke check`, `invoke build`", "`invoke check`, `invoke build`"),
    "dashboard": Bilingual("`invoke dashboard`, `invoke report`", "`invoke dashboard`, `invoke report`"),
    "report": Bilingual("`invoke report`", "`invoke report`"),
}
_HEAD = (
    (Bilingual("Mức", "Level"), Bilingual("Nơi nêu", "Told by"), Bilingual("Căn cứ", "From"))
)


class Sentence(NamedTuple):
    """What is said of one fault, and what is to be written instead, as message ids."""

    message: str
    remedy: str


@cache
def sentences(package: Path = PACKAGE) -> dict[str, list[Sentence]]:
    """The sentences of each rule, in the order of the modules."""
    found: dict[str, list[Sentence]] = {}
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = [pair for node in ast.walk(tree) for pair in (*_told(node), *_told_by_function(node))]
        for rule, sentence in told:
            if sentence not in found.setdefault(rule, []):
                found[rule].append(sentence)
    return found


def _told_by_function(node: ast.AST) -> Iterator[tuple[str, Sentence]]:
    """The sentences of a function that knows one rule alone, and picks its words from a table."""
    if not isinstance(node, ast.FunctionDef):
        return
    inner = [one for one in ast.walk(node) if isinstance(one, ast.Call | ast.Tuple)]
    codes = {c for one in inner for c in _codes(_parts(one))}
    if len(codes) == 1:
        for one in inner:
            words = [said for part in _parts(one) if (said := _marked(part))]
            if len(words) == 2 and not _codes(_parts(one)):
                yield min(codes), Sentence(words[0][0], words[1][0])


def _told(node: ast.AST) -> Iterator[tuple[str, Sentence]]:
    """The rule and the sentences of a call or a table row; of alternatives each one."""
    parts = _parts(node)
    codes = _codes(parts)
    words = [said for part in parts if (said := _marked(part))]
    if codes and words:
        remedies = words[1] if len(words) > 1 else [""]
        for place, message in enumerate(words[0]):
            yield codes[0], Sentence(message, remedies[min(place, len(remedies) - 1)])


def _parts(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Call):
        return [*node.args, *(word.value for word in node.keywords)]
    return [*node.elts] if isinstance(node, ast.Tuple) else []


def _codes(parts: list[ast.expr]) -> list[str]:
    values = [part.value for part in parts if isinstance(part, ast.Constant)]
    return [value for value in values if isinstance(value, str) and _CODE.fullmatch(value)]


def _marked(node: ast.expr) -> list[str]:
    """The words marked by ``N_`` in an argument: one, or both of a choice."""
    match node:
        case ast.Call(func=ast.Name(id="N_"), args=[ast.Constant(value=str(words))]):
            return [words]
        case ast.IfExp(body=body, orelse=otherwise):
            return [*_marked(body), *_marked(otherwise)]
        case _:
            return []


def document(vocabularies: Vocabularies) -> str:
    """The page in both languages, Vietnamese first."""
    told = sentences()
    return "\n".join(
        f"# {_TITLE.of(language)}\n\n{_INTRO.of(language)}\n\n"
        + "\n".join(_rule(term, told.get(term.code.upper(), []), language) for term in vocabularies["rules"])
        for language in LANGUAGES
    )


def _rule(term: Term, told: list[Sentence], language: Language) -> str:
    levels = ", ".join(_LEVELS[level].of(language) for level in term.texts("level"))
    values = (levels, _PLACES[term.text("told")].of(language), term.text("from"))
    facts = "; ".join(f"{head.of(language)}: {value}" for head, value in zip(_HEAD, values, strict=True))
    say = catalogue(PACKAGE_CATALOGUES, PACKAGE_DOMAIN, language).gettext
    lines = "".join(f"- {_sentence(say(one.message), say(one.remedy) if one.remedy else '')}\n" for one in told)
    return f"## {term.code.upper()}. {term.label.of(language)}\n\n{facts}.\n" + (f"\n{lines}" if lines else "")


def _sentence(message: str, remedy: str) -> str:
    told = f"“… {message}. {remedy}”" if remedy else f"“… {message}”"
    return told.replace("](", "]\\(")  # Markdown that is spoken of

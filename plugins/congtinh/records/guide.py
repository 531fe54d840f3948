"""What documentation takes from the records: field tables, vocabulary tables, schema files."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from congtinh.languages import Bilingual
from congtinh.records.base import Record, facts_of_model
from congtinh.records.fields import FieldFacts
from congtinh.records.registry import RECORD_TYPES
from congtinh.records.schema import front_matter_schema, schema_text
from congtinh.vocabulary.registry import Vocabularies

GUIDES = {"huong-dan-bien-tap.md": "vi", "editors-guide.md": "en"}
DOCUMENTS = {**GUIDES, "architecture.md": "en"}
PACKAGE = Path(__file__).resolve().parents[1]
SCHEMAS = "docs/schemas"
EDITOR_SETTINGS = ".vscode/settings.json"

_BLOCK = re.compile(r"<!-- (fields|vocabulary|modules):([a-z_.]+) -->\n.*?<!-- /\1 -->", re.DOTALL)
_FIELD_HEAD = (
    Bilingual("Khóa", "Key"),
    Bilingual("Tên", "Label"),
    Bilingual("Bắt buộc", "Required"),
    Bilingual("Dùng chung", "Shared"),
    Bilingual("Cách ghi", "What to write"),
    Bilingual("Từ vựng", "Vocabulary"),
)
_TERM_HEAD = (
    Bilingual("Mã", "Code"),
    Bilingual("Tiếng Việt", "Vietnamese"),
    Bilingual("Tiếng Anh", "English"),
)
_YES = Bilingual("có", "yes")
_BY_FORM = {
    "date": Bilingual("Ngày: 2026-11-09 hoặc 09/11/2026.", "A day: 2026-11-09 or 09/11/2026."),
    "date-time": Bilingual(
        "Ngày, có thể thêm giờ: 2026-11-09 14:30.",
        "A day, with a time if wanted: 2026-11-09 14:30.",
    ),
    "boolean": Bilingual("true hoặc false.", "true or false."),
    "integer": Bilingual("Số nguyên.", "A whole number."),
    "array": Bilingual(
        "Một giá trị, hoặc mỗi giá trị một dòng sau dấu gạch.",
        "One value, or one on each line after a hyphen.",
    ),
}
_BY_FILE = {
    "picture": Bilingual(
        "Đường dẫn tệp ảnh, ví dụ /images/ten-anh.jpg.",
        "The path of a picture, such as /images/name.jpg.",
    ),
    "file": Bilingual(
        "Đường dẫn tệp, ví dụ /files/ten-tep.pdf.", "The path of a file, such as /files/name.pdf."
    ),
    "table": Bilingual(
        "Đường dẫn tệp CSV (UTF-8), dòng đầu là tên các cột, ví dụ /files/so-lieu.csv.",
        "The path of a CSV file in UTF-8, the names of the columns first, such as /files/figures.csv.",
    ),
}
_REFERS = Bilingual(
    "Tên tệp trong thư mục {folder}, bỏ đuôi .vi.md.",
    "The name of a file in the folder {folder}, without .vi.md.",
)
_PARTS = Bilingual("Nhóm khóa con, xem bảng “{name}”.", "A group of keys, see the table “{name}”.")


def field_table(record_type: type[BaseModel], language: str) -> str:
    """The fields of a record or part as a Markdown table.

    ``Record`` gives the common fields; a content type only those that it declares itself.
    """
    facts = facts_of_model(record_type)
    own = [
        f
        for name, f in facts.items()
        if record_type is Record or name in record_type.__annotations__
    ]
    forms = record_type.model_json_schema()["properties"]
    rows = [
        (
            f"`{fact.name}`",
            fact.vi if language == "vi" else fact.en,
            _mark(fact.mandatory, language),
            _mark(fact.shared, language),
            _rule(record_type, fact, forms[fact.name], language),
            f"`{fact.vocabulary}`" if fact.vocabulary else "",
        )
        for fact in own
    ]
    return _table([head.of(language) for head in _FIELD_HEAD], rows)


def vocabulary_table(name: str, vocabularies: Vocabularies, language: str) -> str:
    """The terms of a vocabulary: code and label in both languages."""
    rows = [(f"`{term.code}`", term.label.vi, term.label.en) for term in vocabularies[name]]
    return _table([head.of(language) for head in _TERM_HEAD], rows)


def module_list(folder: Path) -> str:
    """The modules of ``folder``, each with the first sentence that it says of itself."""
    if not folder.is_dir():
        raise KeyError(folder.name)
    lines = []
    for path in sorted(folder.glob("*.py")):
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        if said and path.stem != "__init__":
            first = " ".join(said.split("\n\n")[0].split()).replace("``", "`")
            lines.append(f"- `{path.stem}`: {first}\n")
    return "".join(lines)


def updated(text: str, language: str) -> str:
    """``text`` with every marked block as the records say now.

    A block stands between ``<!-- fields:news -->`` and ``<!-- /fields -->`` (``fields:common``,
    ``fields:images`` and ``fields:legal_document.relations`` for parts), or between
    ``<!-- vocabulary:statuses -->`` and ``<!-- /vocabulary -->``; ``<!-- modules:records -->`` lists
    the modules of a folder of the package.  An unknown name is a ``KeyError``.
    """
    package, _ = Vocabularies.load()

    def made(match: re.Match[str]) -> str:
        kind, name = match.groups()
        if kind == "fields":
            table = field_table(described(name), language)
        elif kind == "vocabulary":
            table = vocabulary_table(name, package, language)
        else:
            table = module_list(PACKAGE if name == "congtinh" else PACKAGE / name)
        return f"<!-- {kind}:{name} -->\n\n{table}\n<!-- /{kind} -->"

    return _BLOCK.sub(made, text)


def blocks(text: str) -> list[tuple[str, str]]:
    """Kind and name of every marked block."""
    return [(kind, name) for kind, name in _BLOCK.findall(text)]


def described(name: str) -> type[BaseModel]:
    """The record or part that a block names; ``KeyError`` where there is none."""
    if name == "common":
        return Record
    if name in RECORD_TYPES:
        return RECORD_TYPES[name]
    type_name, _, field = name.rpartition(".")
    owner = RECORD_TYPES[type_name] if type_name else Record
    part = part_of(owner, field)
    if part is None:
        raise KeyError(name)
    return part


def part_of(owner: type[BaseModel], field: str) -> type[BaseModel] | None:
    """The model of a field that holds a group of keys, or a list of such groups."""
    return next(_models(owner.model_fields[field].annotation), None)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def generated(root: Path) -> Mapping[Path, str]:
    """Every file of the project that follows from the records, as it should stand."""
    package, _ = Vocabularies.load()
    files = {
        root / SCHEMAS / f"{name}.schema.json": schema_text(front_matter_schema(name, package))
        for name in RECORD_TYPES
    }
    for name, language in DOCUMENTS.items():
        path = root / "docs" / name
        files[path] = updated(path.read_text(encoding="utf-8"), language)
    files[root / EDITOR_SETTINGS] = _editor_settings(root / EDITOR_SETTINGS)
    return files


def _editor_settings(path: Path) -> str:
    """The settings of VS Code, with a schema for the front matter of each content folder."""
    settings: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    settings["congtinh.schemas"] = {
        f"content/{name}/": f"{SCHEMAS}/{name}.schema.json" for name in RECORD_TYPES
    }
    settings["yaml.schemas"] = {
        f"./{SCHEMAS}/{name}.schema.json": [f"content/{name}/**/*.yml", f"content/{name}/**/*.yaml"]
        for name in RECORD_TYPES
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def _rule(owner: type[BaseModel], fact: FieldFacts, form: Mapping[str, Any], language: str) -> str:
    said = fact.rule_vi if language == "vi" else fact.rule_en
    part = part_of(owner, fact.name)
    more = ""
    if part is not None:
        more = _PARTS.of(language).format(name=fact.name)
    elif fact.file:
        more = _BY_FILE.get(fact.file, _BY_FILE["file"]).of(language)
    elif fact.refers:
        more = _REFERS.of(language).format(folder=fact.refers)
    elif not said:
        more = next((_BY_FORM[f].of(language) for f in _forms(form) if f in _BY_FORM), "")
    return " ".join(part for part in (said, more) if part)


def _forms(form: Mapping[str, Any]) -> Iterator[str]:
    for choice in (form, *form.get("anyOf", ())):
        yield from (str(choice[key]) for key in ("format", "type") if key in choice)


def _mark(value: bool, language: str) -> str:
    return _YES.of(language) if value else ""


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines
    )

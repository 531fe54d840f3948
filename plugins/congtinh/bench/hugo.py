"""The same items as a Hugo site: equal bodies, and a plain theme that makes equal pages."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congtinh.bench.items import CATEGORIES, SHARED_FILE, BenchItem
from congtinh.bench.pdf import one_page
from congtinh.bench.site import SETTINGS
from congtinh.languages import LANGUAGES, Language
from congtinh.records.registry import RECORD_TYPES

_THEME = Path(__file__).parent / "data" / "hugo"
_YEARS = {name: f"{name}_years" for name in ("news", "legal_document", "notice")}
TAXONOMIES = (
    "categories", "doc_types", "issuers", "topics", "authors", *_YEARS.values(),
)  # fmt: skip
"""The lists by one value that the measured site has too; lists of values are no pages there."""


@dataclass(frozen=True, slots=True)
class HugoSite:
    """A Hugo site; ``root`` is the folder that ``hugo`` runs in."""

    root: Path

    @property
    def public(self) -> Path:
        return self.root / "public"

    def path(self, item: BenchItem) -> Path:
        """Where the file of an item stands."""
        return self.root / "content" / item.language / item.type / f"{item.stem}.md"

    def address(self, item: BenchItem) -> str:
        """Where the page of an item is served."""
        root = "" if item.language == "vi" else "/en"
        return f"{root}/{item.type}/{item.stem}/"

    def write(self, item: BenchItem) -> Path:
        """Write one item with the same body, and the front matter that Hugo's lists need."""
        path = self.path(item)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            _front_matter(_fields(item)) + item.body + "\n", encoding="utf-8", newline="\n"
        )
        return path


def write_hugo_frame(root: Path) -> HugoSite:
    """Everything of the Hugo site but its items: settings, theme, the attachment."""
    site = HugoSite(root)
    shutil.copytree(_THEME, root / "layouts")
    (root / "hugo.json").write_text(json.dumps(_settings(), ensure_ascii=False), encoding="utf-8")
    for language in LANGUAGES:
        for category in CATEGORIES:
            index = root / "content" / language / "categories" / category / "_index.md"
            index.parent.mkdir(parents=True)
            index.write_text(
                _front_matter({"title": category, "outputs": ["html", "rss"]}), encoding="utf-8"
            )
    shared = root / "static" / SHARED_FILE.lstrip("/")
    shared.parent.mkdir(parents=True)
    shared.write_bytes(one_page("Van ban dung de do toc do"))
    (root / "static" / "style.css").write_text("body{max-width:68ch;margin:auto}\n")
    return site


def _settings() -> dict[str, Any]:
    both = ["html", "rss"]
    return {
        "baseURL": SETTINGS["SITEURL"],
        "defaultContentLanguage": "vi",
        "languages": {language: _language(language) for language in LANGUAGES},
        "pagination": {"pagerSize": 20, "disableAliases": True},
        "taxonomies": {name: name for name in TAXONOMIES},
        "markup": {"goldmark": {"renderHooks": {"link": {"useEmbedded": "never"}}}},
        "disableKinds": ["taxonomy"],
        "outputs": {"home": both, "section": both, "term": ["html"], "page": ["html"]},
        "enableRobotsTXT": True,
        "disableHugoGeneratorInject": True,
    }


def _language(language: Language) -> dict[str, Any]:
    place = LANGUAGES.index(language)
    menu = [
        {
            "name": RECORD_TYPES[name].list_label.of(language),
            "address": f"{name}/",
            "section": name,
        }
        for name in _YEARS
    ]
    return {
        "weight": place + 1,
        "title": SETTINGS["SITENAME"],
        "contentDir": f"content/{language}",
        "params": {"menu": menu, "licence": SETTINGS["LICENCE"][place]},
    }


def _fields(item: BenchItem) -> dict[str, Any]:
    """What Hugo's pages and lists show of an item: as much as those of the measured site."""
    facts = item.facts
    day = facts.get("issued", facts["date"])
    return {
        "title": item.words.get("title") or item.words["abstract"],
        "date": facts["date"],
        "summary": item.words.get("summary", ""),
        "topics": facts["topics"],
        "authors": [facts["creator"]],
        _YEARS[item.type]: [day[:4]],
        **_more(item.type, facts),
    }


def _more(kind: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    if kind == "news":
        return {"categories": [facts["category"]]}
    shown: tuple[str, ...] = ("kind", "from_date", "to_date")
    if kind == "legal_document":
        shown = ("symbol", "issuer", "issued", "effective", "signer", "signer_title", "sectors")
        return {
            "number": facts["symbol"],
            "doc_types": [facts["doc_type"]],
            "issuers": facts["issuer"],
            "file": facts["file"][0].lstrip("/"),
            "facts": [{"name": name, "value": _plain(facts[name])} for name in shown],
        }
    return {"facts": [{"name": name, "value": facts[name]} for name in shown]}


def _plain(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


def _front_matter(fields: Mapping[str, Any]) -> str:
    """YAML, each value written as JSON, which is YAML too."""
    return "".join(["---\n", *_lines(fields), "---\n\n"])


def _lines(fields: Mapping[str, Any]) -> Iterator[str]:
    for name, value in fields.items():
        shown = value if name == "date" else json.dumps(value, ensure_ascii=False)
        yield f"{name}: {shown}\n"

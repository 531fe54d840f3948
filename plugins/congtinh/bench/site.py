"""A whole site to be measured, in a folder of its own: settings, theme, agency and the given items."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congtinh.bench.items import DEPARTMENTS, SHARED_FILE, TODAY, BenchItem
from congtinh.bench.pdf import one_page
from congtinh.build.run import KNOWN
from congtinh.migrate.front_matter import content_file
from congtinh.records.registry import RECORD_TYPES

PROJECT = Path(__file__).resolve().parents[3]
"""The clone that is measured: its package, its theme and its ``tasks.py``."""
SETTINGS: dict[str, Any] = {
    "SITENAME": "Sở Khoa học và Công nghệ tỉnh Minh Châu",
    "SITEURL": "https://skhcn.minhchau.example",
    "TIMEZONE": "Asia/Ho_Chi_Minh",
    "DEFAULT_LANG": "vi",
    "PATH": "content",
    "OUTPUT_PATH": "output",
    "THEME": "theme",
    "PLUGIN_PATHS": [str(PROJECT / "plugins")],
    "PLUGINS": ["congtinh.hooks"],
    "CACHE": ".cache",
    "AGENCY": "so-khcn",
    "PARENT_NAME": (
        "Ủy ban nhân dân tỉnh Minh Châu",
        "People’s Committee of Minh Châu Province",
    ),
    "RESPONSIBLE": ("Giám đốc Sở", "Director of the Department"),
    "MARK": "images/bieu-trung.svg",
    "LICENCE": (
        "Ghi rõ nguồn khi sử dụng lại thông tin.",
        "Name the source when you reuse this content.",
    ),
    "MENU": ("about", "news", "legal_document", "notice", "directory"),
    "HOME_BLOCKS": ("khoa-hoc-cong-nghe", "chuyen-doi-so"),
    "TODAY": TODAY.isoformat(),
    "PUBLIC": True,
}
_MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48">'
    '<circle cx="24" cy="24" r="20" fill="#a3271b"/></svg>\n'
)
_AGENCY: dict[str, Any] = {
    "name": SETTINGS["SITENAME"],
    "name_en": "Department of Science and Technology of Minh Châu Province",
    "short": "Sở KH&CN",
    "short_en": "DOST",
    "code": "SKHCN",
    "summary": "Cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh.",
    "date": "2016-03-03",
    "creator": "Văn phòng Sở",
    "kind": "so",
    "rank_order": 1,
    "status": "published",
    "approved_by": "Bùi Thanh Tòng",
    "address": "Số 1 đường Ngọc Trai, phường Minh Châu",
    "phone": "0000 555 0100",
    "email": "so@skhcn.minhchau.example",
    "site": SETTINGS["SITEURL"],
    "valid_from": "2016-01-01",
}
_AGENCY_EN = {
    "slug": "department-of-science-and-technology",
    "summary": "A specialised agency of the Provincial People’s Committee.",
}
_NAMES = ("Khoa học và Công nghệ", "Tài chính", "Xây dựng", "Y tế")
_NAMES_EN = ("Science and Technology", "Finance", "Construction", "Health")


@dataclass(frozen=True, slots=True)
class BenchSite:
    """A measured site; ``root`` is the folder that commands run in."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def settings(self) -> Path:
        return self.root / "pelicanconf.py"

    @property
    def theme(self) -> Path:
        return self.root / "theme"

    @property
    def made(self) -> tuple[Path, ...]:
        """What a build leaves behind: without these folders the next one is cold."""
        return (self.output, self.root / "output-report", self.root / ".cache")

    def address(self, item: BenchItem) -> str:
        """Where the page of an item is served, as the last build noted it."""
        known = json.loads((self.root / "output-report" / KNOWN).read_text(encoding="utf-8"))
        identity = item.path.removesuffix(f".{item.language}.md")
        return f"/{known[f'{identity} {item.language}']}"

    def write(self, item: BenchItem) -> Path:
        """Write one item as editors would."""
        path = self.content / item.path
        path.parent.mkdir(parents=True, exist_ok=True)
        text = content_file(RECORD_TYPES[item.type], item.values, item.body)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path


def write_frame(root: Path) -> BenchSite:
    """Everything of a site but its items: settings, the project's theme and tasks, an agency."""
    site = BenchSite(root)
    shutil.copytree(PROJECT / "theme", site.theme)
    shutil.copy(PROJECT / "tasks.py", root / "tasks.py")
    write_settings(site, SETTINGS)
    unit = RECORD_TYPES["unit"]
    texts = {
        "unit/so-khcn.vi.md": content_file(unit, _AGENCY, "Sở quản lý khoa học và công nghệ."),
        "unit/so-khcn.en.md": content_file(unit, _AGENCY_EN, "It looks after science."),
        "images/bieu-trung.svg": _MARK,
        "vocabulary/issuers.toml": _issuers(),
    }
    for name, text in texts.items():
        _write(site.content / name, text.encode())
    _write(site.content / SHARED_FILE.lstrip("/"), one_page("Van ban dung de do toc do"))
    return site


def write_site(root: Path, items: Iterable[BenchItem]) -> BenchSite:
    """A site with ``items`` below the empty folder ``root``."""
    site = write_frame(root)
    for item in items:
        site.write(item)
    return site


def write_settings(site: BenchSite, settings: Mapping[str, Any]) -> None:
    """``pelicanconf.py``: one line for each setting."""
    lines = (f"{name} = {value!r}\n" for name, value in settings.items())
    _write(site.settings, "".join(lines).encode())


def _issuers() -> str:
    bodies = {
        "ubnd-tinh-minh-chau": ("UBND", *SETTINGS["PARENT_NAME"]),
        **{
            code: (symbol, f"Sở {vi} tỉnh Minh Châu", f"Department of {en} of Minh Châu Province")
            for (code, symbol), vi, en in zip(DEPARTMENTS, _NAMES, _NAMES_EN, strict=True)
        },
    }
    return "\n".join(
        f'[{code}]\nvi = "{vi}"\nen = "{en}"\nsymbols = ["{symbol}"]\nnational = false\n'
        for code, (symbol, vi, en) in bodies.items()
    )


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)

"""Documents of a test site, written with the facts that a test is about."""

from __future__ import annotations

from typing import Any

import yaml

from tests.sites.copies import SiteCopy

FACTS: dict[str, Any] = {
    "doc_class": "hanh-chinh",
    "doc_type": "ke-hoach",
    "issuer": "so-thu",
    "abstract": "Kiểm định cân ở chợ",
    "issued": "2026-03-02",
    "date": "2026-03-03",
    "creator": "Văn phòng",
    "signer": "Lê Thử",
    "signer_title": "giam-doc-so",
    "sectors": ["khoa-hoc-cong-nghe"],
    "file": "/files/12-kh-stn.pdf",
    "status": "published",
    "approved_by": "Lê Thử",
}


def write_document(site: SiteCopy, name: str, symbol: str, **facts: Any) -> None:
    """Write ``legal_document/<name>.vi.md``; a fact that is ``None`` is left out."""
    given = {"symbol": symbol, **FACTS, **facts}
    kept = {key: value for key, value in given.items() if value is not None}
    front = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=1000)
    site.write(f"legal_document/{name}.vi.md", f"---\n{front}---\n\nNội dung {symbol}.\n")

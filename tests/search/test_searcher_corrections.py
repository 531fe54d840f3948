"""What was meant: raw Telex and VNI, slips, and when nothing is corrected."""

from __future__ import annotations

from typing import Any

import pytest

from tests.search.engine import Engine, needs_node

pytestmark = needs_node


def asked(engine: Engine, query: str, **options: Any) -> dict[str, Any]:
    answer: dict[str, Any] = engine.search(query, literal=False, **options)
    return answer


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ddawng kys keets hoon", "ket-hon"),
        ("d9a8ng ky1 ke61t ho6n", "ket-hon"),
        ("thu hooif ddaats", "dat"),
        ("đăng ký kết hom", "ket-hon"),
        ("dang ky ket hpn", "ket-hon"),
    ],
)
def test_what_was_meant_is_found_and_told(engine: Engine, query: str, first: str) -> None:
    """Raw Telex, raw VNI and a slip find what was meant; the answer says what it answers, and for what."""
    answer = asked(engine, query)
    assert answer["hits"][0]["id"] == first
    assert answer["showing"] == {"text": answer["asked"], "instead": query}


@pytest.mark.parametrize("query", ["thu hồi đất", "thu hoi dat", "đăng ký kết hôn", "43/2011/NĐ-CP"])
def test_what_is_typed_right_is_not_corrected(engine: Engine, query: str) -> None:
    """A query whose words are all there is answered as it stands."""
    assert asked(engine, query)["showing"] is None


def test_the_query_may_be_taken_as_it_was_typed(engine: Engine) -> None:
    """``literal`` searches for exactly what was typed."""
    answer = engine.search("ddawng kys keets hoon")
    assert answer["asked"] == "ddawng kys keets hoon"
    assert answer["total"] == 0

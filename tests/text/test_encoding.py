from __future__ import annotations

import gzip
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from congtinh.text.encoding import (
    BROKEN_UTF8,
    DOUBLE_UTF8,
    TCVN3,
    UNKNOWN,
    VNI,
    decode,
    legacy_font,
)
from congtinh.text.legacy_fonts import from_tcvn3, from_vni

DATA = Path(__file__).resolve().parents[2] / "../shared/data"
VIETNAMESE = "Số 12\nSở Khoa học và Công nghệ tỉnh ban hành quyết định về việc sử dụng mạng\n"
IN_TCVN3 = "Sè 12\nSë Khoa häc vµ C«ng nghÖ tØnh ban hµnh quyÕt ®Þnh vÒ viÖc sö dông m¹ng\n"
IN_VNI = "Soá 12\nSôû Khoa hoïc vaø Coâng ngheä tænh ban haønh quyeát ñònh veà vieäc duøng maïng\n"
FRENCH = "L'été dernier, à Genève, la préfète a célébré le 14 juillet où elle était née, là.\n"
GERMAN = "Die Bürger müssen für größere Änderungen in Österreich über das Gebäude schließen.\n"


def in_1258(text: str) -> bytes:
    """Windows-1258 has letters with their shape and sets the tone after them as a mark."""
    out = bytearray()
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = next((c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323"), "")
        base = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else letter
        out += (base + tone).encode("cp1258")
    return bytes(out)


def test_utf8_is_read_with_and_without_its_mark() -> None:
    """UTF-8 is the encoding of content; a byte order mark is let pass and taken off."""
    assert decode(VIETNAMESE.encode()) == (VIETNAMESE, None)
    assert decode(b"\xef\xbb\xbf" + VIETNAMESE.encode()) == (VIETNAMESE, None)
    assert decode(b"") == ("", None)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("UTF-16", VIETNAMESE.encode("utf-16")),
        ("UTF-16", VIETNAMESE.encode("utf-16-le")),
        ("UTF-16", VIETNAMESE.encode("utf-16-be")),
        ("UTF-32", VIETNAMESE.encode("utf-32")),
        ("UTF-32", VIETNAMESE.encode("utf-32-le")),
        ("UTF-32", VIETNAMESE.encode("utf-32-be")),
        (TCVN3, IN_TCVN3.encode("latin-1")),
        (VNI, IN_VNI.encode("latin-1")),
        ("Windows-1258", in_1258(VIETNAMESE)),
    ],
)
def test_other_encodings_are_named_and_shown(name: str, data: bytes) -> None:
    """The fault names the encoding; its sample is the first line with Vietnamese, readable."""
    text, fault = decode(data)

    assert text is None and fault is not None
    assert fault.encoding == name
    assert fault.sample == "Số 12"


def test_place_of_the_first_wrong_byte_is_told() -> None:
    """A UTF-8 file with a damaged letter is told so, with line and byte."""
    data = VIETNAMESE.encode() + b"Nghi\xe1\xbb quy\xe1\xba\xbft\n"

    _, fault = decode(data)

    assert fault is not None
    assert (fault.encoding, fault.line, fault.offset) == (BROKEN_UTF8, 3, data.index(b"\xe1\xbb q"))


@pytest.mark.parametrize("text", [FRENCH, GERMAN])
def test_other_languages_in_latin1_stay_unknown(text: str) -> None:
    """Bytes that make no Vietnamese in any table are not guessed at."""
    _, fault = decode(text.encode("latin-1"))

    assert fault is not None
    assert (fault.encoding, fault.sample) == (UNKNOWN, "")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (TCVN3, "Céng hoµ x· héi chñ nghÜa ViÖt Nam"),
        (VNI, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"),
        (DOUBLE_UTF8, "Viá»‡t Nam"),
        (TCVN3, f"Một dòng tốt của Sở\n{IN_TCVN3}"),
        (DOUBLE_UTF8, VIETNAMESE.encode().decode("latin-1")),
    ],
)
def test_text_of_an_old_font_is_recognised(name: str, text: str) -> None:
    """Valid UTF-8 whose characters are those of an old font, or were encoded twice, is named."""
    assert legacy_font(text) == name


@pytest.mark.parametrize(
    "text",
    [
        VIETNAMESE,
        FRENCH * 3,
        GERMAN * 3,
        "Smörgåsbord på Østerbro: æble, rødgrød, Ångström, naïve façade, Zoë, Brontë – 5 µm ± 2 %",
        "El niño comió en Bogotá, «Bogotá»; así pasó el año. É ã ç: São João não é João.",
        "« Là », dit-elle, § 5 · © 2026",
    ],
)
def test_good_text_is_not_accused(text: str) -> None:
    """Vietnamese and the languages of Europe with their own marks pass."""
    assert legacy_font(text) is None


def rows() -> Iterator[dict[str, str]]:
    for path in sorted(DATA.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


@pytest.mark.skipif(not DATA.is_dir(), reason="the collected records are not beside this project")
def test_no_collected_record_is_accused() -> None:
    """Laws, news and titles in both languages, 19 million characters: no false alarm."""
    texts = [row[key] for row in rows() for key in ("title", "text") if row.get(key)]

    assert len(texts) > 10_000
    assert [text[:60] for text in texts if legacy_font(text)] == []


def test_tables_cover_both_cases() -> None:
    """Each Vietnamese letter is reached: small ones by both tables, capitals by VNI."""
    small = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    # In VNI í and ì are themselves; the other one-byte letters stand for something else.
    codes = "aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä eø eù eû eõ eï eâ eà eá eå eã eä"
    codes += " ì í æ ó ò oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù"
    codes += " öû öõ öï yø yù yû yõ î ñ"

    assert from_vni(codes).split() == list(small)
    assert from_vni(codes.upper()).split() == list(small.upper())
    assert set(from_tcvn3("".join(map(chr, range(0xA1, 0x100))))) >= set(small + "ĂÂÊÔƠƯĐ")

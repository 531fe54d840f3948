"""A number written out in words, as it is cited."""

from __future__ import annotations

from congtinh.languages import Bilingual
from congtinh.numbering.reading import DocumentNumber
from congtinh.numbering.types import type_of
from congtinh.vocabulary.terms import Vocabulary

_ANY_TYPE = Bilingual("Văn bản", "Document")
_NUMBERED = Bilingual("số", "No.")


def spelled(
    number: DocumentNumber, language: str, vocabulary: Vocabulary, type_code: str = ""
) -> str:
    """``Nghị định số 43/2011/NĐ-CP`` or ``Decree No. 43/2011/NĐ-CP``.

    ``type_code`` is a code of ``vocabulary`` (document_types), for symbols that do not decide the
    type; without it such a one is a “văn bản”. A draft has dots for its number, and text that is no
    number stays as it is.
    """
    if number.number is None and number.type_code is None:
        return number.canonical
    code = type_code or type_of(number, vocabulary)
    label = vocabulary.label(code, language) if code else _ANY_TYPE.of(language)
    written = number.canonical if number.number else f"…/{number.canonical.lstrip('/')}"
    return f"{label} {_NUMBERED.of(language)} {written}"

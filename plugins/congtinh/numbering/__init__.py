"""Number and symbol of a document (số, ký hiệu): read, made canonical, compared, ordered, spelled."""

from congtinh.numbering.abbreviations import LEGACY_FORMS
from congtinh.numbering.comparing import match_key, same, slug, sort_key
from congtinh.numbering.reading import DocumentNumber, parse
from congtinh.numbering.spelling import spelled
from congtinh.numbering.types import candidates, type_fits, type_of

__all__ = [
    "LEGACY_FORMS",
    "DocumentNumber",
    "candidates",
    "match_key",
    "parse",
    "same",
    "slug",
    "sort_key",
    "spelled",
    "type_fits",
    "type_of",
]

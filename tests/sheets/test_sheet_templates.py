"""Templates of every content type: each heading is one that is read, each word offered means its code."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from congtinh.records.registry import RECORD_TYPES
from congtinh.sheets.columns import column_of, shape_at
from congtinh.sheets.expanding import expanded
from congtinh.sheets.layout import LISTS
from congtinh.sheets.shapes import shapes_of
from congtinh.sheets.template import template
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES, _ = Vocabularies.load()
TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_an_empty_template_holds_no_items(name: str) -> None:
    """Its headings are all known, its example is not read, and a row under it would be."""
    data = template(RECORD_TYPES[name], VOCABULARIES, TODAY)
    assert [p.message for p in expanded(f"{name}/mau.xlsx", data).problems] == ["holds no rows"]
    book = load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    sheet.cell(5, 1).value = "mot"
    file = io.BytesIO()
    book.save(file)
    found = expanded(f"{name}/mau.xlsx", file.getvalue())
    assert found.problems == () or {p.message for p in found.problems} == {"holds no rows"}
    marked = {str(cell.value) for cell in sheet[1] if str(cell.value).endswith(" *")}
    mandatory = [f for f, shape in shapes_of(RECORD_TYPES[name]).items() if shape.facts.mandatory and not shape.group]
    assert len(marked) == len(mandatory)


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_words_of_lists_mean_their_codes(name: str) -> None:
    """Every word of a drop-down list is one that the field's vocabulary finds."""
    model = RECORD_TYPES[name]
    book = load_workbook(io.BytesIO(template(model, VOCABULARIES, TODAY)))
    sheet, lists = book.worksheets[0], book[LISTS]
    checked = 0
    for one in sheet.data_validations.dataValidation:
        column = column_of(model, str(sheet.cell(1, min(at.min_col for at in one.sqref.ranges)).value), whole=True)
        shape = shape_at(model, column.keys) if column else None
        if one.type == "list" and shape and shape.facts.vocabulary:
            cells = lists[one.formula1.partition("!")[2].replace("$", "")]
            words = [str(row[0].value) for row in cells]
            found = [VOCABULARIES[shape.facts.vocabulary].find(word) for word in words]
            assert tuple(term.code for term in found if term) == VOCABULARIES[shape.facts.vocabulary].codes
            checked += 1
    assert checked or not any(shape.facts.vocabulary and not shape.several for shape in shapes_of(model).values())

"""Spreadsheets in and out: rows of a workbook as items of content, and items as rows."""

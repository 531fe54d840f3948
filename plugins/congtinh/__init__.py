"""Cổng Tĩnh: the bilingual static site of a Vietnamese government department, from a git folder of Markdown.

The floors, from the ground up; an import only ever runs down (``tests/test_layers.py``):

1. ``errors`` ``languages`` ``settings``
2. ``text/`` ``numbering`` ``vocabulary/`` ``messages``
3. ``records/``
4. ``addresses`` ``validity`` ``translations``
5. ``model``
6. ``opendata/``
7. ``pages/`` ``migrate/``
8. ``build/``
9. ``hooks``
"""

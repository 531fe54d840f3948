"""SVG drawings are safe to publish as they are, or refused."""

from __future__ import annotations

import pytest

from congtinh.build.drawings import NO_SIZE, NOT_SVG, NOT_XML, UNSAFE_PART, drawing_size
from congtinh.errors import Problem

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30" height="20"', (30, 20)),
        ('width="1in" height="25.4mm"', (96, 96)),
        ('width="100%" height="100%" viewBox="0,0,7,9"', (7, 9)),
        ('width="40" viewBox="0 0 10 5"', (40, 20)),
        ('height="40px" viewBox="0 0 10 5"', (80, 40)),
    ],
)
def test_the_size_of_a_drawing(attributes: str, size: tuple[int, int]) -> None:
    """Width and height where they are lengths, else the proportions of the viewBox."""
    assert drawing_size(f"{SVG} {attributes}></svg>".encode()) == size


@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script>",
        '<rect onclick="x()"/>',
        "<foreignObject/>",
        '<a href="https://example.org/"/>',
        '<use xlink:href="other.svg#a"/>',
        '<image href="https://example.org/a.png"/>',
        '<image href=" javascript:alert(1)"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<rect fill="url(https://example.org/a#b)"/>',
        '<rect style="fill:u\\72l(https://example.org)"/>',
        "<style>@import 'a.css';</style>",
        "<style>rect{fill:url( 'a.svg#b')}</style>",
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<iframe xmlns="http://www.w3.org/1999/xhtml"/>',
        '<?xml-stylesheet href="a.css"?>',
    ],
)
def test_a_drawing_that_does_more_than_draw_is_refused(part: str) -> None:
    """No program, no handler, no foreign content, no reference to anything outside the file."""
    found = drawing_size(f'{SVG} width="9" height="9">{part}</svg>'.encode())
    assert isinstance(found, Problem) and found.message == UNSAFE_PART
    assert "{part}" in found.message and found.told()


def test_entities_are_refused() -> None:
    """Entities hide what a drawing holds, and may grow without bound."""
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    found = drawing_size(f'{bomb}{SVG} width="9" height="9"><text>&b;</text></svg>'.encode())
    assert isinstance(found, Problem) and found.message == UNSAFE_PART


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<svg>", NOT_XML),
        ("", NOT_XML),
        ("<html/>", NOT_SVG),
        (f"{SVG}/>", NO_SIZE),
        (f'{SVG} viewBox="0 0 0 0"/>', NO_SIZE),
        (f'{SVG} width="1e9" height="1"/>', NO_SIZE),
    ],
)
def test_a_file_that_is_no_drawing_is_refused(text: str, message: str) -> None:
    """Broken XML, another language of XML, and drawings without size."""
    found = drawing_size(text.encode())
    assert isinstance(found, Problem) and found.message == message

"""SVG drawings: the size of one, and whether it is only a drawing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from congtinh.errors import N_, Problem

NOT_XML = N_("the SVG drawing is damaged (line {line})")
NOT_SVG = N_("the file is not an SVG drawing")
UNSAFE_PART = N_("the SVG drawing holds “{part}”, which may run a program or fetch from elsewhere")
NO_SIZE = N_("the SVG drawing does not say how large it is")
EXPORT_PLAIN = N_("Save it again as “plain SVG”, without scripts, animation and links")
GIVE_SIZE = N_("Give the element “svg” width and height in pixels, or a viewBox")

SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"

# fmt: off
DRAWING_ELEMENTS = frozenset({
    "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "path", "rect",
    "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image",
    "switch", "marker", "pattern", "mask", "clipPath", "linearGradient", "radialGradient", "stop",
    "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite",
    "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight",
    "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
    "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting",
    "feSpotLight", "feTile", "feTurbulence",
})
# fmt: on
"""Elements that only draw: no script, no foreignObject, no animation, no link."""

_INNER = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE)
_URL = re.compile(r"url\s*\(\s*[\"']?\s*[^#\"'\s]", re.IGNORECASE)
_STYLE_FETCH = re.compile(r"@import|@font-face|image-set|expression\s*\(|\\|//", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[0-9]+)?)\s*(px|pt|pc|mm|cm|in|)\s*", re.IGNORECASE)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54}
_PIXELS["in"] = 96.0


@dataclass(slots=True)
class _Reading:
    """What one pass over a drawing has found."""

    root: dict[str, str] | None = None
    is_svg: bool = False
    unsafe: str = ""
    inside_style: int = 0
    style: list[str] = field(default_factory=list)

    def refuse(self, part: str) -> None:
        self.unsafe = self.unsafe or part

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if self.root is None:
            self.root, self.is_svg = attributes, local == "svg" and space in (SVG, "")
        if space == XHTML or (space in (SVG, "") and local not in DRAWING_ELEMENTS):
            self.refuse(local)
        self.inside_style += local == "style"
        for key, value in attributes.items():
            self.attribute(key.rpartition(" ")[2], value)

    def attribute(self, key: str, value: str) -> None:
        plain, kind = value.strip(), key.lower()
        leads_out = kind in ("href", "src", "base") and plain != "" and not _INNER.match(plain)
        styled = kind == "style" and _STYLE_FETCH.search(value) is not None
        if kind.startswith("on") or leads_out or styled or _URL.search(value):
            self.refuse(f"{key}={plain[:40]}")

    def end(self, name: str) -> None:
        self.inside_style -= name.rpartition(" ")[2] == "style"

    def characters(self, text: str) -> None:
        if self.inside_style:
            self.style.append(text)

    def doctype(self, name: str, system: str | None, public: str | None, subset: bool) -> None:
        if subset:  # entities: they may hide anything, and grow without bound
            self.refuse("<!ENTITY>")

    def instruction(self, target: str, _content: str) -> None:
        self.refuse(f"<?{target}?>")


def drawing_size(content: bytes) -> tuple[int, int] | Problem:
    """Width and height in pixels of a drawing that is safe to publish as it is.

    A ``Problem`` where it is no well-formed SVG, states no size, or holds anything but drawing:
    scripts, event handlers, foreign objects, animation (TT 32/2017/TT-BTTTT, article 18, forbids
    pictures that move by themselves), or references to anything outside the file.
    """
    reading = _Reading()
    fault = _read(content, reading)
    if fault is not None:
        return fault
    style = "".join(reading.style)
    if _URL.search(style) or _STYLE_FETCH.search(style):
        reading.refuse("style")
    if not reading.is_svg or reading.root is None:
        return Problem("", NOT_SVG, EXPORT_PLAIN)
    if reading.unsafe:
        return Problem("", UNSAFE_PART, EXPORT_PLAIN, params={"part": reading.unsafe})
    return _size(reading.root) or Problem("", NO_SIZE, GIVE_SIZE)


def _read(content: bytes, reading: _Reading) -> Problem | None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.characters
    parser.StartDoctypeDeclHandler = reading.doctype
    parser.ProcessingInstructionHandler = reading.instruction
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as fault:
        line = getattr(fault, "lineno", 1)
        return Problem("", NOT_XML, EXPORT_PLAIN, params={"line": line})
    return None


def _size(root: dict[str, str]) -> tuple[int, int] | None:
    width, height = _pixels(root.get("width", "")), _pixels(root.get("height", ""))
    box = [_number(part) for part in root.get("viewBox", "").replace(",", " ").split()]
    box_width, box_height = (box[2], box[3]) if len(box) == 4 else (0.0, 0.0)
    if box_width > 0 and box_height > 0:
        if not width:
            width = height * box_width / box_height if height else box_width
        height = height or width * box_height / box_width
    if not (0 < width < 100_000 and 0 < height < 100_000):
        return None
    return max(1, round(width)), max(1, round(height))


def _pixels(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _PIXELS[found[2].lower()] if found else 0.0


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0

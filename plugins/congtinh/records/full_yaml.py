"""Front matter as YAML: its values, the lines of its keys, and its faults in the words of an editor."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from congtinh.errors import N_, Problem


class _Loader(yaml.CSafeLoader):
    """YAML whose scalars are text, but for plain integers, decimals, true, false and null.

    ``01`` stays text (a document's number), and so do days, since editors also write 09/11/2026.
    """


_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z"), list("tf"))
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"(?:0|-?[1-9][0-9]*)\Z"), list("-0123456789")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"(?:~|null|)\Z"), ["~", "n", ""]
)
_Loader.add_implicit_resolver("tag:yaml.org,2002:merge", re.compile(r"<<\Z"), ["<"])
_Loader.yaml_constructors = {
    tag: made
    for tag, made in yaml.CSafeLoader.yaml_constructors.items()
    if tag is None or tag.rpartition(":")[2] in ("str", "bool", "null", "seq")
}
"""A tag that an editor writes, such as ``!!timestamp``, is refused like any stray sign."""

_STRAY_SIGN = "found character that cannot start any token"
_MOST_DIGITS = 18
_MOST_NODES = 100_000
_DEEPEST = 50
_SHORT = 4_000


def _mapping(loader: _Loader, node: MappingNode) -> dict[Any, Any]:
    seen: dict[Any, int] = {}
    for key, _ in node.value:
        if not isinstance(key, ScalarNode):
            raise yaml.constructor.ConstructorError(None, None, _STRAY_SIGN, key.start_mark)
        name = key.value
        if name in seen:
            raise yaml.constructor.ConstructorError(
                None, None, N_("is written twice"), key.start_mark
            )
        seen[name] = key.start_mark.line
    return loader.construct_mapping(node, deep=True)


def _whole_number(loader: _Loader, node: ScalarNode) -> int | str:
    """An integer; text where it is no number of any field, so that the field tells its fault."""
    digits = node.value.lstrip("-")
    if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS:
        return int(node.value)
    return str(node.value)


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
_Loader.add_constructor("tag:yaml.org,2002:int", _whole_number)


def _check_size(source: str) -> None:
    """Refuse what nests without end or grows without bounds once its aliases are written out.

    Read as events, for what builds nodes of such a text would run out of stack or memory.
    """
    if len(source) < _SHORT and "&" not in source:
        return
    sizes: dict[str | None, int] = {}
    open_parts: list[tuple[str | None, int]] = [(None, 0)]
    for event in yaml.parse(source, Loader=_Loader):
        size = 0
        if isinstance(event, yaml.CollectionStartEvent):
            open_parts.append((event.anchor, 1))
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, size = open_parts.pop()
            sizes[anchor] = size
        elif isinstance(event, yaml.AliasEvent):
            size = sizes.get(event.anchor, 1)
        elif isinstance(event, yaml.ScalarEvent):
            size = 1
        outer, before = open_parts[-1]
        open_parts[-1] = (outer, before + size)
        if len(open_parts) > _DEEPEST or before + size > _MOST_NODES:
            mark: Any = event.start_mark
            raise yaml.constructor.ConstructorError(None, None, _TOO_MUCH, mark)


def values_of(path: str, source: str, text: str) -> dict[str, Any] | Problem:
    """The values of the front matter ``source`` of the file ``text``; a ``Problem`` where it has none."""
    try:
        _check_size(source)
        values = yaml.load(source, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return _yaml_problem(path, error, text.split("\n"))
    except RecursionError:
        return Problem(path, _TOO_MUCH, _STEP, line=2)
    except yaml.YAMLError as error:
        return Problem(
            path,
            N_("the front matter is not YAML: {reason}"),
            _YAML_REMEDY,
            line=1,
            params={"reason": str(error).splitlines()[0]},
        )
    if values is None:
        values = {}
    if not isinstance(values, dict):
        return Problem(
            path,
            N_("the front matter is not a list of fields"),
            N_("Write each field as: name, colon, space, value"),
            line=2,
        )
    return {str(key): value for key, value in values.items()}


def tree_of(source: str) -> Node | None:
    """The YAML nodes of front matter that has values."""
    root: Node | None = yaml.compose(source, Loader=_Loader)
    return root


def line_in(tree: Node | None, keys: tuple[str | int, ...]) -> int | None:
    """The line (from 0) of a key path, or of the nearest part written."""
    node, line = tree, None
    for key in keys:
        step = _step(node, key)
        if step is None:
            break
        node, line = step
    return line


def _step(node: Node | None, key: str | int) -> tuple[Node, int] | None:
    if isinstance(node, MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return value, name.start_mark.line
    if isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key].start_mark.line
    return None


_YAML_REMEDY = N_(
    "Put a value that holds a colon or begins with a sign between “double quotes”, and indent with spaces"
)


_QUOTE = N_("Put the whole value between “double quotes”")
_NAME_FIRST = N_("Write each field as: name, colon, space, value")
_STEP = N_("Begin each field at the start of its line, and indent what belongs to it by two spaces")
_TOO_MUCH = N_("holds lists inside lists without end")
_SIGN = (N_("begins with a sign that means something in YAML"), _QUOTE)
_YAML_FAULTS = {
    _TOO_MUCH: (_TOO_MUCH, _STEP),
    "found undefined alias": _SIGN,
    "found unconstructable recursive node": _SIGN,
    "block sequence entries are not allowed in this context": _SIGN,
    "did not find expected comment or line break": _SIGN,
    "did not find expected node content": _SIGN,
    "did not find expected alphabetic or numeric character": _SIGN,
    "mapping values are not allowed in this context": (N_("holds a colon"), _QUOTE),
    "found character that cannot start any token": (
        N_("begins with a sign that means something in YAML"),
        _QUOTE,
    ),
    "could not find expected ':'": (N_("has no colon after the name of a field"), _NAME_FIRST),
    "did not find expected key": (
        N_("is indented unlike the lines above it, or holds a stray sign"),
        _STEP,
    ),
    "did not find expected <document start>": (N_("is indented unlike the lines above it, or holds a stray sign"), _STEP),
    "found unknown escape character": (N_("holds a backslash that means nothing here"), N_("Write two backslashes for one")),
    "did not find expected '-' indicator": (
        N_("is indented unlike the lines above it, or holds a stray sign"),
        _STEP,
    ),
    "found unexpected end of stream": (
        N_("opens a quotation mark and does not close it"),
        N_("Close it, or leave both out"),
    ),
    "did not find expected ',' or ']'": (
        N_("opens a square bracket and does not close it"),
        N_("Close it, or leave both out"),
    ),
    "did not find expected ',' or '}'": (
        N_("opens a curly bracket and does not close it"),
        N_("Close it, or leave both out"),
    ),
}
"""What libyaml says of a fault, in the words of an editor."""
_UNCLOSED = ("found unexpected end of stream", "did not find expected ',' or ']'", "did not find expected ',' or '}'")
_UNKNOWN_TAG = "could not determine a constructor for the tag"
_NAMED = re.compile(r"([a-z_]+):(?:\s+(.*)|)\Z")


def _yaml_problem(path: str, error: yaml.MarkedYAMLError, lines: list[str]) -> Problem:
    mark = error.problem_mark or error.context_mark
    if error.problem in _UNCLOSED:
        mark = error.context_mark or mark
    line = (mark.line + 2) if mark else 1
    shown = lines[line - 1].strip() if 0 < line <= len(lines) else None
    if error.problem == "is written twice":
        return Problem(
            path,
            error.problem,
            N_("Keep one of the two"),
            (shown or "").partition(":")[0],
            None,
            line,
        )
    if 0 < line <= len(lines) and "\t" in lines[line - 1][: -len(lines[line - 1].lstrip()) or None]:
        remedy = N_("Indent with spaces, two for each step")
        return Problem(path, N_("the line is indented with a tab"), remedy, "", shown, line)
    named = _NAMED.match(shown or "")
    field, value = (named[1], named[2]) if named else ("", shown)
    known = _YAML_FAULTS.get(error.problem or "")
    if (error.problem or "").startswith(_UNKNOWN_TAG):
        known = _SIGN
    elif error.problem == "did not find expected key" and (value or "").startswith(("[", "{", '"', "'")):
        known = _SIGN  # title: [Mới] Tin, title: "Tin" mới
    if known:
        message, remedy = known
        return Problem(path, message, remedy, field, value, line)
    return Problem(
        path,
        N_("the front matter is not YAML: {reason}"),
        _YAML_REMEDY,
        field,
        value,
        line,
        params={"reason": error.problem or error.context or ""},
    )

"""A content file from values and body: tidy YAML that reads back as the same values."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from typing import Any

import yaml

from congtinh.records.base import Record

_ENDLESS = 2**31 - 1


class _Dumper(yaml.CSafeDumper):
    """Text is quoted where any YAML reader could take it for something else, but days are not."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


# What front matter reads as true, false, a number or nothing, and what other readers would.
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in copy.deepcopy(yaml.SafeDumper.yaml_implicit_resolvers).items()
}
_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"(?:0|-?[1-9][0-9]*)\Z"), list("-0123456789")
)
_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+.\d][\d_.,]*\Z"), list("-+.0123456789")
)


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else '"' if _is_awkward(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _is_awkward(text: str) -> bool:
    """Text that single quotes would have to double: it is easier to read in double quotes."""
    return "'" in text and (": " in text or text[:1] in "'\"&*!|>%@`[]{}#,?-" or " #" in text)


_Dumper.add_representer(str, _text)


def content_file(record_type: type[Record], values: Mapping[str, Any], body: str) -> str:
    """The text of a content file; fields stand in the order of the record, ``legacy`` last."""
    order = {name: place for place, name in enumerate(record_type.model_fields)}
    fields = {
        k: values[k]
        for k in sorted(values, key=lambda k: (k == "legacy", order.get(k, len(order)), k))
    }
    source = yaml.dump(
        fields,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=_ENDLESS,
    )
    text = body.strip("\n").rstrip()
    return f"---\n{source}---\n" + (f"\n{text}\n" if text else "")

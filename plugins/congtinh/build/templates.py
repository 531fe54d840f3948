"""Jinja for thousands of pages: compiled once for all, and short ways through what templates call.

Compiled templates are Jinja's own; what they look up when they run is put in their hands here:
how a function is called, how a text is escaped, how a component is called.  A test holds that
every page is the same, byte for byte, without these short ways.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from congtinh.build import cache

Function = Callable[..., Any]

OPTIONS: Mapping[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "auto_reload": False,
}
"""How templates are read, whatever renders them."""


class Templates(Environment):
    """The templates of a folder; ``functions`` are what they may call beside their own components.

    Components are imported without context, so that Jinja makes each once: they read their
    arguments and ``functions``, and nothing of the page that is being rendered.
    """

    def __init__(
        self, folder: Path, functions: Mapping[str, Function], compiled: Compiled | None = None
    ) -> None:
        super().__init__(loader=FileSystemLoader(folder), bytecode_cache=compiled, **OPTIONS)
        self.template_class = _Template
        self.context_class = _Context
        self.globals = dict(functions)
        self._loaded: dict[str, Template] = {}
        self._chosen: dict[tuple[str, ...], Template] = {}

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: Any = None
    ) -> Template:
        """The template of that name, loaded once; ``TemplateNotFound`` where there is none."""
        found = self._loaded.get(name) if isinstance(name, str) else name
        if found is None:
            found = super().get_template(name, parent, globals)
            self._loaded[str(found.name)] = found
        return found

    def written(self, names: tuple[str, ...], **values: object) -> str:
        """What the first template that is there makes of ``values``."""
        template = self._chosen.get(names) or self._choose(names)
        context = template.new_context({**self.globals, **values}, shared=True)
        try:
            return "".join(template.root_render_func(context))
        except Exception:
            self.handle_exception()

    def _choose(self, names: tuple[str, ...]) -> Template:
        chosen = self._chosen[names] = self.select_template(list(names))
        return chosen


class _Context(Context):
    """Variables of a template, all of which its imports know too."""

    def __init__(self, *facts: Any, globals: object = None) -> None:
        super().__init__(*facts)

    def call(self, function: Function, /, *args: Any, **kwargs: Any) -> Any:
        """Call a function; none of ours asks for the context that it is called from."""
        if not kwargs:
            return function(*args)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return function(*args, **kwargs)


class _Template(Template):
    @classmethod
    def from_code(
        cls, environment: Environment, code: CodeType, globals: Any, uptodate: Any = None
    ) -> Template:
        """A template of compiled code, that escapes and calls components in the short ways."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(escape=escaped, Macro=component)
        return template

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


def escaped(value: object) -> str:
    """What ``markupsafe.escape`` makes of a value; a text without any sign to escape, as it is."""
    if type(value) is str:
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return escape(value)
        return value
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int else escape(value)


def component(
    environment: Environment,
    written: Callable[..., str],
    name: str,
    arguments: tuple[str, ...],
    *varying: bool,
) -> Function:
    """A macro as a function of its arguments; Jinja's own where it takes others than it names."""
    if any(varying[:3]):
        return Macro(environment, written, name, list(arguments), *varying)
    count = len(arguments)
    left_out = [(missing,) * (count - given) for given in range(count + 1)]

    def call(*given: object, **named: object) -> Markup:
        if named:
            rest = arguments[len(given) :]
            given += tuple([named.pop(key, missing) for key in rest])
        if named or len(given) > count:
            raise TypeError(f"{name} takes nothing but {', '.join(arguments) or 'no argument'}")
        return _as_markup(Markup, written(*given, *left_out[len(given)]))

    return call


_as_markup = str.__new__
"""``Markup`` of what a component has written: text that needs none of its questions."""


class Compiled(BytecodeCache):
    """Compiled templates, one file each in ``folder``; what is damaged or old is compiled again.

    Code that was changed by chance could crash Python or make other pages, so each file is sealed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, where the other language has it or the folder holds it whole."""
        known = (bucket.key, bucket.checksum)
        if known not in self._known:
            match cache.load(self.folder / bucket.key)[0]:
                case [bucket.checksum, bytes(code)]:
                    self._known[known] = marshal.loads(code)
        bucket.code = self._known.get(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code; a folder that cannot be written to only costs time."""
        self._known[bucket.key, bucket.checksum] = bucket.code
        cache.save(self.folder / bucket.key, (bucket.checksum, marshal.dumps(bucket.code)))

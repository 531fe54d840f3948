"""What axe-core finds on open pages; pages of several visitors are looked at at the same time.

Each visitor has a process of the browser to itself, so two looks take little longer than one
where the machine has two cores. What axe-core looks for is not changed by that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.e2e.conftest import KeptPage

Options = dict[str, Any]

PHONE, DESK = 375, 1280
EVERY_RULE: Options = {"resultTypes": ["violations"]}
# what the size of the window and the ground can change once the rest of a page is right
RULES_OF_SIGHT: Options = {**EVERY_RULE, "runOnly": ["color-contrast", "target-size"]}
LOOKS = (
    (PHONE, "light", EVERY_RULE),
    (DESK, "dark", EVERY_RULE),
    (PHONE, "dark", RULES_OF_SIGHT),
    (DESK, "light", RULES_OF_SIGHT),
)
IS_THERE = "typeof axe !== 'undefined'"
# begun in a task of its own: the answer comes at once, and the work goes on in the browser
BEGIN = """([within, options]) => {
  const begun = new Promise((resolve) => setTimeout(resolve));
  window.looked = begun.then(() => axe.run(within ?? document, options)).then((found) => found.violations);
  window.looked.catch(() => {});  // told where it is asked for
}"""


def violations(page: Page, options: Options = EVERY_RULE, within: str | None = None) -> list[str]:
    """What axe-core finds on the page, or ``within`` a part of it, one line for each element."""
    (found,) = violations_at_once([(page, options)], within)
    return found


def violations_at_once(
    looks: list[tuple[Page, Options]], within: str | None = None
) -> list[list[str]]:
    """The same of several open pages, each by its own options, in their order."""
    for page, options in looks:
        if not page.evaluate(IS_THERE):
            page.evaluate(AXE_SCRIPT)
        page.evaluate(BEGIN, [within, options])
    return [_lines(page.evaluate("window.looked")) for page, _ in looks]


def _lines(found: list[dict[str, Any]]) -> list[str]:
    return [
        f"{rule['id']} {node['target']}: {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
        for rule in found
        for node in rule["nodes"]
    ]


def violations_in_all_looks(
    kept_page: KeptPage,
    url: str,
    prepare: Callable[[Page], None] = lambda page: None,
    within: str | None = None,
) -> list[str]:
    """What axe-core finds in ``LOOKS``: by a visitor with a phone and one at a desk, at the same time.

    ``prepare`` does on each of the two pages what has to be done before.
    """
    pages = {width: kept_page(width) for width in (PHONE, DESK)}
    for page in pages.values():
        page.goto(url)
        prepare(page)
    told = []
    for looks in (LOOKS[:2], LOOKS[2:]):
        for width, scheme, _ in looks:
            pages[width].emulate_media(color_scheme=scheme)
        found = violations_at_once([(pages[width], options) for width, _, options in looks], within)
        told += [
            f"{width} {scheme}: {line}"
            for (width, scheme, _), lines in zip(looks, found, strict=True)
            for line in lines
        ]
    return told

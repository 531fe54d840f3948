"""Exceptions of items (``guard_exceptions``): what of the findings they allow, and which allow nothing (R15)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from hashlib import blake2b

from congtinh.errors import N_, Problem, Severity
from congtinh.guards.finding import key_of
from congtinh.records.parts import GuardException

NOTHING_FOUND = N_("is an exception for something that is not there")
TAKE_EXCEPTION_OUT = N_("Take the exception out, or correct its kind, value or file")


def print_of(value: str) -> str:
    """A digest by which a cache knows a value again without holding it."""
    return blake2b(key_of(value).encode(), digest_size=12).hexdigest()


class Exceptions:
    """Exceptions with the place that each was written in; those that allowed something are noted.

    One without a reason or a name is none.
    """

    def __init__(self, written: Iterator[tuple[str, str, GuardException]]) -> None:
        self._known = [one for one in written if one[2].kind and one[2].reason and one[2].by]
        self._used: set[tuple[str, str]] = set()

    def allow(self, kind: str, masked: str, value_print: str) -> bool:
        """Whether one of them allows a finding."""
        allowing = [
            (path, field)
            for path, field, one in self._known
            if one.kind == kind and _is_meant(one.value, masked, value_print)
        ]
        self._used.update(allowing)
        return bool(allowing)

    def unused(self, but: Collection[str] = ()) -> Iterator[Problem]:
        """A warning for each that allowed nothing, of any kind ``but`` these."""
        for path, field, one in self._known:
            if (path, field) not in self._used and one.kind not in but:
                severity = Severity.WARNING
                shown = one.file or one.kind
                yield Problem(path, NOTHING_FOUND, TAKE_EXCEPTION_OUT, field, shown, None, severity, "R15")


def _is_meant(written: str | None, masked: str, value_print: str) -> bool:
    return written is None or key_of(written) == key_of(masked) or print_of(written) == value_print

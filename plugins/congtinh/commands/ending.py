"""How a command ends: with its status, where that is none of success."""

from __future__ import annotations

import sys


def end(status: int) -> None:
    """Leave the program with ``status``, unless it is 0."""
    if status:
        sys.exit(status)

"""A page that will stand: its address, what decides it, and how it is made when it must be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from congtinh.languages import Language
from congtinh.pages.contexts import Page


@dataclass(frozen=True, slots=True)
class Planned:
    """One page that will stand at ``address``.

    ``owner`` is the content path of the item that it comes from, empty where it comes from many.
    ``decided`` is what decides the page besides what it reads of the model while it is made.
    ``is_old``: an old address that leads to the item.
    """

    address: str
    language: Language
    owner: str
    decided: bytes
    make: Callable[[], Page]
    is_old: bool = False

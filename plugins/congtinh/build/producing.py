"""Products made on all cores, each put into the staging folder where it differs from the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from congtinh.build.commit import Left, Stage
from congtinh.build.products import Product
from congtinh.build.workers import cores, each

FEW = 16
"""Products up to which one process is quicker than several."""


@dataclass(frozen=True)
class ProduceJob:
    """The products to be made, and where they are put."""

    products: Sequence[Product]
    stage: Stage


class Produced(NamedTuple):
    """One product that was made: how each of its files is left, and how many of them changed."""

    number: int
    left: list[Left]
    changed: int


def produced(job: ProduceJob, workers: int) -> Iterator[Produced]:
    """Every product of the job, in no fixed order."""
    few = len(job.products) <= FEW
    return each(_produce, job, range(len(job.products)), 1 if few else cores(workers))


def _produce(job: ProduceJob, number: int) -> Produced:
    left, changed = [], 0
    product = job.products[number]
    for address, content in zip(product.addresses, product.make(), strict=True):
        if isinstance(content, Path):
            found, is_other = job.stage.copy(address, content)
        else:
            found, is_other = job.stage.put(address, content)
        left.append(found)
        changed += is_other
    return Produced(number, left, changed)

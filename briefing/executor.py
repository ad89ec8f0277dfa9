"""Where per-document work is done: in this process, in a pool of processes, or on a Dask cluster.

All of them give the results in the order of the items, so the output does not depend on the choice.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol, TypeVar

from briefing.errors import BriefingError, UsageError

Item = TypeVar("Item")
Result = TypeVar("Result")


AHEAD = 16
"""So many items a process are given out before their results are asked for: no more results wait in memory."""


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


@dataclass(frozen=True, slots=True)
class Processes:
    """A pool of `jobs` processes. When one of them dies, what it had is done again in a process of its own."""

    jobs: int

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield `function` of each item, in their order."""
        with self._pool(self.jobs) as pool:
            underway: deque[tuple[Item, Future[Result]]] = deque()
            for item in items:
                underway.append((item, self._submit(pool, function, item)))
                if len(underway) > AHEAD * self.jobs:
                    yield self._next(underway, function)
            while underway:
                yield self._next(underway, function)

    def _submit(self, pool: ProcessPoolExecutor, function: Callable[[Item], Result], item: Item) -> Future[Result]:
        """Hand an item to the pool; to one that has broken nothing can be given, so the item fails as those there."""
        try:
            return pool.submit(function, item)
        except BrokenProcessPool as error:
            failed: Future[Result] = Future()
            failed.set_exception(error)
            return failed

    def _next(self, underway: deque[tuple[Item, Future[Result]]], function: Callable[[Item], Result]) -> Result:
        item, future = underway.popleft()
        return self._result(future, function, item)

    def _pool(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))

    def _result(self, future: Future[Result], function: Callable[[Item], Result], item: Item) -> Result:
        try:
            return future.result()
        except BrokenProcessPool:
            return self._again(function, item)

    def _again(self, function: Callable[[Item], Result], item: Item) -> Result:
        name = getattr(item, "path", "a document")
        try:
            with self._pool(1) as pool:
                return pool.submit(function, item).result()
        except BrokenProcessPool as error:
            raise BriefingError("the process that analysed it died twice", where=str(name)) from error


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Dask cluster, by its scheduler's address. Work of a worker that dies is done by another one."""

    address: str
    batch: int = 256
    """Items handed out before the first result is taken, so that not all wait in the scheduler's memory."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield `function` of each item, in their order."""
        waiting = iter(items)
        with self._client() as client:
            while batch := list(islice(waiting, self.batch)):
                yield from self._batch(client, function, batch)

    def _client(self) -> Any:
        try:
            from distributed import Client
        except ImportError as error:
            raise UsageError("Dask is not installed", where="--scheduler", hint="pip install briefing[dask]") from error
        try:
            connect: Callable[..., Any] = Client
            return connect(self.address, timeout="5s")
        except (OSError, ValueError) as error:
            hint = "start one with: dask scheduler"
            raise UsageError(f"no scheduler answers at {self.address}", where="--scheduler", hint=hint) from error

    def _batch(self, client: Any, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        futures = client.map(function, items, pure=False, retries=2)
        results: list[Result] = client.gather(futures)
        yield from results


def choose(*, jobs: int = 1, scheduler: str | None = None) -> Executor:
    """Return the executor that the command line asks for; UsageError when both are asked for."""
    if scheduler and jobs > 1:
        raise UsageError("--jobs and --scheduler exclude each other", hint="give one of them")
    if scheduler:
        return Cluster(scheduler)
    return Processes(jobs) if jobs > 1 else InProcess()

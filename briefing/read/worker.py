"""Reading in a process of its own that can be stopped, so that a parser's hang or crash costs one file alone.

The process is forked when the first file needs it and used again for the next ones; after a fault a new one takes over.
Small plain texts are read in the calling process: nothing of them can hang, and most folders hold little else.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import PurePosixPath
from typing import Any

from briefing.errors import InputError, UnreadableSource
from briefing.read.entries import Entry, read_entry
from briefing.read.limits import Limits

PLAIN = frozenset({".txt", ".text", ".md", ".markdown"})
PLAIN_BYTES = 500_000
GRACE = 2.0
"""Seconds a process gets to end by itself."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An `InputError` on its way between processes: its arguments, since exceptions travel badly."""

    message: str
    hint: str | None


class Worker:
    """A process that reads files one after the other."""

    def __init__(self, *, limits: Limits, ocr: bool) -> None:
        self._limits = limits
        self.ocr = ocr
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def read(self, name: str, data: bytes) -> Entry:
        """Read one file; raises `InputError` where it cannot be used, took too long or too much memory."""
        if PurePosixPath(name).suffix.lower() in PLAIN and len(data) <= PLAIN_BYTES and data[:2] != b"\x1f\x8b":
            return read_entry(name, data, limits=self._limits, ocr=self.ocr)
        answer = self._ask(name, data)
        if isinstance(answer, Fault):
            raise UnreadableSource(answer.message, where=name, hint=answer.hint)
        return answer

    def _ask(self, name: str, data: bytes) -> Entry | Fault:
        pipe = self._started()
        try:
            pipe.send((name, data))
            if not pipe.poll(self._limits.max_seconds):
                self.stop(at_once=True)
                return Fault(f"took longer than {self._limits.max_seconds:g} seconds", "split it or leave it out")
            answer: Entry | Fault = pipe.recv()
        except (EOFError, OSError):
            self.stop(at_once=True)
            return Fault("brought its reader down", "save it anew from the program it comes from")
        return answer

    def _started(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            forks = "fork" in multiprocessing.get_all_start_methods()
            context: Any = multiprocessing.get_context("fork" if forks else "spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(
                target=_serve, args=(theirs, self._pipe, self._limits, self.ocr), daemon=True
            )
            self._process.start()
            theirs.close()
        return self._pipe

    def stop(self, *, at_once: bool = False) -> None:
        """End the process; `at_once` does not wait for what it is doing."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if pipe is not None:
            pipe.close()
        if process is None:
            return
        if not at_once:
            process.join(GRACE)
        if process.is_alive():
            process.kill()
        process.join()


@contextlib.contextmanager
def worker(*, limits: Limits, ocr: bool = False) -> Iterator[Worker]:
    """Give a worker and end its process afterwards."""
    one = Worker(limits=limits, ocr=ocr)
    try:
        yield one
    finally:
        one.stop()


def _serve(pipe: Connection, other: Connection, limits: Limits, ocr: bool) -> None:
    """Answer until the other end closes; what a parser prints is no business of the user's terminal.

    `other` is the caller's end, held here too since the fork: unless it is closed, its closing there goes unseen.
    """
    other.close()
    _bound_memory(limits.max_memory)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 2)
        while True:
            try:
                name, data = pipe.recv()
            except (EOFError, OSError, KeyboardInterrupt):
                return
            pipe.send(_answer(name, data, limits, ocr))


def _answer(name: str, data: bytes, limits: Limits, ocr: bool) -> Entry | Fault:
    try:
        return read_entry(name, data, limits=limits, ocr=ocr)
    except InputError as fault:
        return Fault(fault.message, fault.hint)
    except MemoryError:
        return Fault(f"needs more than {limits.max_memory // 1_000_000:,} MB to be read", "split it or leave it out")


def _bound_memory(most: int) -> None:
    """Bound the address space to what the process has already and `most` more, where the system can."""
    if sys.platform != "linux":
        return
    import resource

    with open("/proc/self/statm", encoding="ascii") as stream:
        held = int(stream.read().split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = held + most if hard == resource.RLIM_INFINITY else min(held + most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))

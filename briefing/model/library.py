"""Many documents without many documents in memory: their words lie in a working file, their cards stay at hand."""

from __future__ import annotations

import tempfile
import weakref
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from threading import Lock
from typing import TypeVar, overload

import msgspec

from briefing.errors import BriefingError
from briefing.model.document import Card, Document

Value = TypeVar("Value", covariant=True)

AT_HAND = 1024
"""So many documents, those asked for last, stay in memory."""
IN_MEMORY = 2**24
"""From so many bytes on, the working file is one on the disk; it has no name there and goes with the process."""


class Library(Sequence[Document]):
    """Documents in their order. Asking for one reads it from the working file unless it is at hand."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        """Take the documents in, one after the other; BriefingError when the disk has no room for them."""
        self._file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
        weakref.finalize(self, self._file.close)
        self._ends = array("Q", [0])
        self._at_hand: OrderedDict[int, Document] = OrderedDict()
        self._lock = Lock()
        self.cards: tuple[Card, ...] = tuple(map(self._take, documents))
        with _room():
            self._file.flush()

    def _take(self, document: Document) -> Card:
        data = msgspec.msgpack.encode(document)
        with _room():
            self._file.write(data)
        self._ends.append(self._ends[-1] + len(data))
        self._put_at_hand(len(self._ends) - 2, document)
        return card_of(document)

    def _put_at_hand(self, number: int, document: Document) -> None:
        self._at_hand[number] = document
        if len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)

    def __len__(self) -> int:
        """Return the number of documents."""
        return len(self._ends) - 1

    @overload
    def __getitem__(self, number: int) -> Document: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Document, ...]: ...
    def __getitem__(self, number: int | slice) -> Document | tuple[Document, ...]:
        """Return a document, or those of a slice; several threads may ask."""
        if isinstance(number, slice):
            return tuple(self[n] for n in range(*number.indices(len(self))))
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        with self._lock:
            return self._document(number % len(self))

    def _document(self, number: int) -> Document:
        if number in self._at_hand:
            self._at_hand.move_to_end(number)
            return self._at_hand[number]
        self._file.seek(self._ends[number])
        data = self._file.read(self._ends[number + 1] - self._ends[number])
        document = msgspec.msgpack.decode(data, type=Document)
        self._put_at_hand(number, document)
        return document

    def __iter__(self) -> Iterator[Document]:
        """Yield the documents in their order."""
        return (self[number] for number in range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Tell whether another sequence holds the same documents."""
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return all(mine == its for mine, its in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


@contextmanager
def _room() -> Iterator[None]:
    """Word the fault of a disk that takes no more of the working file."""
    try:
        yield
    except OSError as error:
        cause = f"no working file can be written: {error.strerror}"
        hint = "make room there, or let TMPDIR name another folder"
        raise BriefingError(cause, where=tempfile.gettempdir(), hint=hint) from error


def card_of(document: Document) -> Card:
    """Return what is known of the document beside its words."""
    return Card(
        id=document.id,
        path=document.path,
        sha256=document.sha256,
        media_type=document.media_type,
        metadata=document.metadata,
    )


def cards_of(documents: Sequence[Document]) -> Sequence[Card]:
    """Return the cards of the documents without reading their words."""
    return documents.cards if isinstance(documents, Library) else documents


class Fetched(Mapping[str, Value]):
    """Values by name, each made when it is asked for and never held."""

    def __init__(self, makers: Mapping[str, Callable[[], Value]]) -> None:
        """Let each name stand for what its maker returns."""
        self._makers = dict(makers)

    def __getitem__(self, name: str) -> Value:
        """Return the value of that name."""
        return self._makers[name]()

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._makers)

    def __len__(self) -> int:
        """Return the number of names."""
        return len(self._makers)

    def __or__(self, more: Mapping[str, Value]) -> Fetched[Value]:
        """Return these values and those of `more`."""
        return Fetched({**self._makers, **fetched(more)._makers})


def fetched(values: Mapping[str, Value]) -> Fetched[Value]:
    """Return values that are there as fetched ones."""
    return Fetched({name: partial(values.__getitem__, name) for name in values})

"""Words to the rows of numbers that the model takes.

A *segment* is a run of whole paragraphs read in one go: the recurrent layer and the tag decoding
see all of it. A *chunk* is what the encoder sees at once: a paragraph, or some sentences of a
very long one. Chunks are packed side by side into rows of one width and kept apart by `part`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from briefing.analyse.attribution.words import Words

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Integers = NDArray[np.int64]
Pieces = tuple[tuple[int, ...], ...]

SEGMENT_PIECES = 384
CHUNK_PIECES = 190
ROW_PIECES = 64
WORD_PIECES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """One segment. All but `first` and `boundary` are rows x width, 0 where there is nothing."""

    piece: Integers
    part: Integers
    position: Integers
    shape: Integers
    mark: Integers
    place: Integers
    first: Integers
    boundary: Integers


@dataclass(frozen=True, slots=True, kw_only=True)
class Speller:
    """A tokenizer with the numbers of the three signs that stand for no spelling."""

    tokenizer: Tokenizer
    begin: int
    end: int
    unknown: int


def speller(tokenizer: Tokenizer) -> Speller:
    """Look the three signs up; `KeyError` names one that the vocabulary lacks."""
    vocabulary = tokenizer.get_vocab()
    tokenizer.no_truncation()
    tokenizer.no_padding()
    begin, end, unknown = (vocabulary[sign] for sign in ("[CLS]", "[SEP]", "[UNK]"))
    return Speller(tokenizer=tokenizer, begin=begin, end=end, unknown=unknown)


def pieces_of(spell: Speller, texts: Sequence[str]) -> Pieces:
    """The vocabulary numbers of every word; a word the vocabulary cannot spell is one unknown."""
    encoding = spell.tokenizer.encode(list(texts), is_pretokenized=True, add_special_tokens=False)
    out: list[list[int]] = [[] for _ in texts]
    for number, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None and len(out[word]) < WORD_PIECES:
            out[word].append(number)
    return tuple(tuple(numbers) or (spell.unknown,) for numbers in out)


def segments(words: Words, pieces: Pieces, limit: int = SEGMENT_PIECES) -> tuple[tuple[int, int], ...]:
    """Ranges of words of about equal size, near `limit` pieces, cut between chunks.

    Their number is even in all but short texts, so that two cores share the work; it depends on
    nothing but the text, and so does every result.
    """
    parts = chunks(words, pieces, 0, len(words.texts))
    sizes = [_length(pieces, *part) for part in parts]
    total = sum(sizes)
    count = 2 * -(-total // (2 * limit)) if 2 * total > limit else 1
    out: dict[int, tuple[int, int]] = {}
    done = 0
    for (begin, end), size in zip(parts, sizes, strict=True):
        number = (2 * done + size) * count // (2 * total)
        out[number] = (out.get(number, (begin, end))[0], end)
        done += size
    return tuple(out.values())


def chunks(words: Words, pieces: Pieces, begin: int, end: int) -> tuple[tuple[int, int], ...]:
    """Paragraphs, and parts of those that are too long, cut before a sentence where one begins."""
    out: list[tuple[int, int]] = []
    start = begin
    while start < end:
        stop, size, cut = start, 2, start
        while stop < end and words.paragraph[stop] == words.paragraph[start]:
            size += len(pieces[stop])
            if size > CHUNK_PIECES:
                break
            if words.opens_sentence[stop]:
                cut = stop
            stop += 1
        else:
            cut = stop
        stop = cut if cut > start else stop
        out.append((start, stop))
        start = stop
    return tuple(out)


def _length(pieces: Pieces, begin: int, end: int) -> int:
    return 2 + sum(len(numbers) for numbers in pieces[begin:end])


def pack(words: Words, pieces: Pieces, begin: int, end: int, spell: Speller) -> Rows:
    """The rows of words `begin` to `end`; each chunk framed by the two signs of `spell`."""
    parts = chunks(words, pieces, begin, end)
    lengths = [_length(pieces, *part) for part in parts]
    slots, width, height = slots_of(lengths, max(ROW_PIECES, max(lengths)))
    grid = np.zeros((6, height * width), dtype=np.int64)
    first = np.zeros(end - begin, dtype=np.int64)
    for number, (part, slot, length) in enumerate(zip(parts, slots, lengths, strict=True), start=1):
        grid[1, slot : slot + length] = number
        grid[2, slot : slot + length] = np.arange(length)
        grid[0, slot], grid[0, slot + length - 1] = spell.begin, spell.end
        at = slot + 1
        for word in range(*part):
            first[word - begin] = at
            after = at + len(pieces[word])
            grid[0, at:after] = pieces[word]
            grid[3, at:after] = words.shape[word] + 1
            grid[4, at:after] = words.mark[word] + 1
            grid[5, at:after] = words.place[word] + 1
            at = after
    piece, part_, position, shape, mark, place = grid.reshape(6, height, width)
    paragraph = np.array(words.paragraph[begin:end], dtype=np.int64)
    boundary = np.diff(paragraph, prepend=-1) != 0
    return Rows(
        piece=piece,
        part=part_,
        position=position,
        shape=shape,
        mark=mark,
        place=place,
        first=first,
        boundary=boundary.astype(np.int64),
    )


def slots_of(lengths: Sequence[int], width: int) -> tuple[list[int], int, int]:
    """Where each chunk begins in the flattened rows (first fit, the longest first), their width and number."""
    free: list[int] = []
    out = [0] * len(lengths)
    for chunk in sorted(range(len(lengths)), key=lambda at: -lengths[at]):
        length = lengths[chunk]
        row = next((at for at, room in enumerate(free) if room >= length), len(free))
        if row == len(free):
            free.append(width)
        out[chunk] = row * width + width - free[row]
        free[row] -= length
    return out, width, len(free)

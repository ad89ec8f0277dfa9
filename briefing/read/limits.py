"""How much one file may ask of a reader before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds for one file; the readers check what they can count, the worker enforces time and memory."""

    max_bytes: int = 50_000_000
    """Of the file as it lies on the disk."""
    max_unpacked: int = 200_000_000
    """Of everything a file unpacks to: archive members, compressed pages."""
    max_ratio: float = 200.0
    """Unpacked size over packed size of one archive member, counted once it unpacks to more than a megabyte."""
    max_members: int = 10_000
    """Members of one archive."""
    max_pages: int = 2_000
    """Of one PDF."""
    max_depth: int = 200
    """Nesting of elements, tables or messages within one file."""
    max_entries: int = 5_000
    """Messages or feed entries in one file."""
    max_characters: int = 20_000_000
    """Of the text that comes out."""
    max_seconds: float = 60.0
    """For one file, all its parts together."""
    max_memory: int = 1_500_000_000
    """Bytes the worker may hold."""

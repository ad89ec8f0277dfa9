"""Bytes -> Documents: clean text with typed blocks, spans and metadata, or one clear diagnostic a file."""

from briefing.read.duplicates import find_duplicates, sketch_features
from briefing.read.entries import read_bytes
from briefing.read.formats import FORMATS
from briefing.read.limits import Limits
from briefing.read.sources import read_sources

__all__ = ["FORMATS", "Limits", "find_duplicates", "read_bytes", "read_sources", "sketch_features"]

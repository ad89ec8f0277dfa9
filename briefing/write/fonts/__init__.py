"""The shipped faces: which there are, where they lie, and which of them can print a text."""

from briefing.write.fonts.coverage import covers, split_by_coverage
from briefing.write.fonts.faces import FACES, FAMILIES, Face, face_for, path_of

__all__ = ["FACES", "FAMILIES", "Face", "covers", "face_for", "path_of", "split_by_coverage"]

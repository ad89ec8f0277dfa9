"""The tokenizer that ships: the base's, without the pieces that no document of ours can use."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

SCRIPTS = ("LATIN", "HANGUL", "GREEK", "CYRILLIC")
"""Scripts whose letters are kept; the encoder knows next to nothing of the others."""


def shrink(tokenizer: Path, out: Path) -> list[int]:
    """Write the smaller tokenizer; the old numbers of the pieces that stay, in their new order."""
    content = json.loads(tokenizer.read_text(encoding="utf-8"))
    vocabulary = content["model"]["vocab"]
    kept = [piece for piece in sorted(vocabulary, key=vocabulary.__getitem__) if _usable(piece)]
    content["model"]["vocab"] = {piece: number for number, piece in enumerate(kept)}
    for token in content["added_tokens"]:
        token["id"] = content["model"]["vocab"][token["content"]]
    content |= {"truncation": None, "padding": None, "post_processor": None}
    out.write_text(json.dumps(content, ensure_ascii=False) + "\n", encoding="utf-8")
    return [vocabulary[piece] for piece in kept]


def _usable(piece: str) -> bool:
    if piece.startswith("[unused"):
        return False
    letters = [char for char in piece if char.isalpha() and not char.isascii()]
    return all(unicodedata.name(char, "").startswith(SCRIPTS) for char in letters)

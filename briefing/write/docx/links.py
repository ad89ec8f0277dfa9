"""Links: which addresses may leave the document, and their relations to the part that bears them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from briefing.model.characters import legible

_SCHEMES = frozenset({"http", "https", "mailto"})
_KEPT = "%/:=&?~#+!$,;'@()*[]"
_LONGEST = 2000
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def safe_address(target: str) -> str | None:
    """Return `target` as a URI when it is an http, https or mailto address, None for any other."""
    cleaned = legible(target).strip()
    try:
        parts = urlsplit(cleaned)
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not (parts.netloc or parts.scheme.lower() == "mailto"):
        return None
    address = quote(_BROKEN_ESCAPE.sub("%25", cleaned), safe=_KEPT)
    return address if len(address) <= _LONGEST else None


class Links:
    """The outward relations of one part; python-docx looks through all of them for each new one."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._ids: dict[str, str] = {}

    def relation(self, address: str) -> str:
        """Return the id of the relation to `address`."""
        if address not in self._ids:
            self._ids[address] = f"rLink{len(self._ids) + 1}"
            self._part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, self._ids[address], is_external=True)
        return self._ids[address]

"""Zip archives whose bytes depend on their content alone."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MOMENT = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = "[Content_Types].xml"


def packed(members: Mapping[str, bytes]) -> bytes:
    """Zip `members` sorted by name, the list of content types first, all of the same age."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name in sorted(members, key=lambda each: (each != _CONTENT_TYPES, not each.startswith("_rels/"), each)):
            member = ZipInfo(name, _MOMENT)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, members[name])
    return target.getvalue()


def unpacked(archive: bytes) -> Mapping[str, bytes]:
    """Return the members of `archive`."""
    with ZipFile(BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def repacked(archive: bytes) -> bytes:
    """Zip the members of `archive` anew."""
    return packed(unpacked(archive))

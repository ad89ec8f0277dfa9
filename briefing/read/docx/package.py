"""The parts of a Word file, opened with suspicion: bombs, entities, encryption and holes are told apart."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from briefing.errors import UnreadableSource
from briefing.read.limits import Limits

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORTH_A_RATIO = 1_000_000
_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A link from one part to another; `kind` is the last word of its type (`footnotes`, `header`)."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The members of a Word file, unpacked on demand within the limits."""

    name: str
    archive: zipfile.ZipFile
    limits: Limits

    def has(self, part: str) -> bool:
        """Tell whether the file has a member of this name."""
        return part in self.archive.NameToInfo

    def read(self, part: str) -> bytes:
        """Return the bytes of one member, refusing one that unpacks to more than the limits allow."""
        info = self.archive.NameToInfo.get(part)
        if info is None:
            raise UnreadableSource(
                f"the Word file lacks its part {part}", where=self.name, hint="save it again in Word"
            )
        if info.flag_bits & 1:
            raise _encrypted(self.name)
        self._refuse_bomb(info)
        try:
            with self.archive.open(info) as stream:
                data = stream.read(self.limits.max_unpacked + 1)
        except _ZIP_FAULTS as fault:
            raise _damaged(self.name, f"its part {part} cannot be unpacked") from fault
        if len(data) > self.limits.max_unpacked:
            raise _bomb(self.name, part)
        return data

    def xml(self, part: str) -> etree._Element:
        """Return the root of one XML member; document types and entities are refused, nothing is fetched."""
        data = self.read(part)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise _damaged(self.name, f"its part {part} is not well-formed XML") from fault
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableSource(
                f"its part {part} declares a document type, as no Word file does: refused",
                where=self.name,
                hint="entities could expand without bound or reach other files",
            )
        return root

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return the internal links of a part, in the file's order; empty where it has none."""
        folder, base = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", base + ".rels")
        return tuple(self._relations(rels, folder)) if self.has(rels) else ()

    def _relations(self, rels: str, folder: str) -> Iterator[Relation]:
        for link in self.xml(rels):
            target = link.get("Target", "")
            if link.get("TargetMode") == "External" or not target:
                continue
            place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield Relation(id=link.get("Id", ""), kind=link.get("Type", "").rsplit("/", 1)[-1], target=place)

    def _refuse_bomb(self, info: zipfile.ZipInfo) -> None:
        swollen = info.file_size > self.limits.max_ratio * max(1, info.compress_size)
        if info.file_size > self.limits.max_unpacked or (swollen and info.file_size > _WORTH_A_RATIO):
            raise _bomb(self.name, info.filename)


def open_package(name: str, data: bytes, limits: Limits) -> Package:
    """Open the bytes of a Word file; one `UnreadableSource` says why it is none."""
    if data.startswith(_OLE):
        raise _old_format(name, data)
    if not data.startswith(b"PK"):
        raise UnreadableSource(_not_a_package(data), where=name, hint="save it as .docx in Word")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _ZIP_FAULTS as fault:
        raise _damaged(name, "its list of parts cannot be read") from fault
    if len(archive.infolist()) > limits.max_members:
        raise UnreadableSource(f"the file has more than {limits.max_members:,} parts: refused", where=name)
    return Package(name=name, archive=archive, limits=limits)


def main_part(package: Package) -> str:
    """Return the name of the part that holds the document's body."""
    for relation in package.relations(""):
        if relation.kind == "officeDocument":
            _refuse_foreign(package, relation.target)
            return relation.target
    if package.has("word/document.xml"):
        return "word/document.xml"
    raise UnreadableSource("the file is an archive without a Word document in it", where=package.name)


def _refuse_foreign(package: Package, part: str) -> None:
    for folder, what in (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation")):
        if part.startswith(folder):
            raise UnreadableSource(f"the file is {what}, not a Word document", where=package.name)


def _old_format(name: str, data: bytes) -> UnreadableSource:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _encrypted(name)
    return UnreadableSource(
        "the file is in Word's old binary format (.doc)", where=name, hint="save it as .docx in Word or LibreOffice"
    )


def _not_a_package(data: bytes) -> str:
    if not data:
        return "the file is empty"
    if data.lstrip().startswith(b"{\\rtf"):
        return "the file is rich text (.rtf) under a Word name"
    return "the file is not a Word document (it does not begin like one)"


def _encrypted(name: str) -> UnreadableSource:
    return UnreadableSource("the Word file is encrypted with a password", where=name, hint="save it without a password")


def _damaged(name: str, what: str) -> UnreadableSource:
    return UnreadableSource(f"the Word file is damaged: {what}", where=name, hint="open and save it in Word")


def _bomb(name: str, part: str) -> UnreadableSource:
    return UnreadableSource(
        f"its part {part} unpacks to far more than the file's size allows (an archive bomb): refused", where=name
    )

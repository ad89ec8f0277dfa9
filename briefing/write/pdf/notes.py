"""Notes as bands: number, words, and the way back to the mark; laid out when their mark is first placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.errors import ExportError
from briefing.model.blocks import Note
from briefing.write.pdf.bands import Band, Print
from briefing.write.pdf.flow import Flow, Place, baseline, indented
from briefing.write.pdf.lines import Run
from briefing.write.pdf.tree import Node

_INDENT = 15.0
_GAP = 7.0
_SHARES = (0.25, 0.5)
"""Of the width of the page: what a note of one line may take, so that short ones stand side by side in columns."""


class NoteBook:
    """The notes of one document, laid out like its blocks but small."""

    def __init__(self, flow: Flow, place: Place) -> None:
        self._flow = flow
        self._place = replace(place, width=place.room, text=flow.styles.note, boxed=True)
        self._notes = {note.id: note for note in flow.pages.notes}
        highest = str(max((note.number for note in flow.pages.notes), default=1))
        self._indent = max(_INDENT, flow.setter.shape(highest, flow.styles.note)[0][2] + _GAP)
        self._bands: dict[str, list[Band]] = {}

    def bands(self, identity: str) -> Sequence[Band]:
        """Return the lines of a note."""
        known = self._bands.get(identity)
        if known is None:
            note = self._notes.get(identity)
            if note is None:
                raise ExportError(f"a mark leads to the note “{identity}”, which the document does not have")
            known = self._bands[identity] = self._lay(note)
        return known

    def _lay(self, note: Note) -> list[Band]:
        style, place = self._flow.styles.note, self._place
        flow = self._flow.blank()
        node = place.node.child("Note")
        node.identified = True
        flow.anchors.append(f"note-{note.id}")
        flow.lead.append(self._number(note, node))
        inner = replace(indented(place, self._indent), node=node)
        if note.blocks:
            flow.blocks(note.blocks, inner)
        else:
            flow.text((), style, node, inner)
        flow.bands[0].before = style.before
        if len(flow.bands) == 1:
            flow.bands[0].share = self._share(flow.bands[0])
        _tie(flow.bands)
        return flow.bands

    def _share(self, band: Band) -> float:
        """Return the least part of the width that holds a note of one line, with a gap to the next."""
        end = max(printed.x + printed.run.width for printed in band.prints) - self._place.x + 2 * _GAP
        return next((share for share in _SHARES if end <= share * self._place.room), 1.0)

    def _number(self, note: Note, node: Node) -> Print:
        style = replace(self._flow.styles.note, colour=self._flow.theme.colours.accent)
        link = node.child("Lbl").child("Link", target=f"#mark-{note.id}", title=str(note.number))
        text, pen, width = self._flow.setter.shape(str(note.number), style)[0]
        return Print(self._place.x, baseline(style), Run(0.0, f"{text} ", pen, link, width))


def _tie(bands: list[Band]) -> None:
    """Mark the lines after which a note is not cut: the first, and the last but one."""
    for index, band in enumerate(bands):
        band.tie = len(bands) > 1 and index in (0, len(bands) - 2)

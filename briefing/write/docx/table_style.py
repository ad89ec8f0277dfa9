"""The table style: horizontal rules only, a heavier one under the header row."""

from __future__ import annotations

from briefing.model.theme import Theme
from briefing.write.docx.measures import colour, twips
from briefing.write.docx.xml import Element, node, value


def table_style(theme: Theme) -> tuple[Element, ...]:
    """Make Word's default character and table styles and the briefing's own table style."""
    return _default_character(), _default_table(), _ruled(theme)


def _default_character() -> Element:
    return node(
        "w:style",
        {"w:type": "character", "w:default": "1", "w:styleId": "DefaultParagraphFont"},
        value("w:name", "Default Paragraph Font"),
        value("w:uiPriority", "1"),
        node("w:semiHidden"),
    )


def _default_table() -> Element:
    return node(
        "w:style",
        {"w:type": "table", "w:default": "1", "w:styleId": "TableNormal"},
        value("w:name", "Normal Table"),
        value("w:uiPriority", "99"),
        node("w:semiHidden"),
        node("w:tblPr", None, _margins(0, 0)),
    )


def _ruled(theme: Theme) -> Element:
    colours, cell = theme.colours, theme.spacing.cell
    borders = node(
        "w:tblBorders",
        None,
        _rule("w:top", colours.accent, 8),
        _rule("w:bottom", colours.rule, 4),
        _rule("w:insideH", colours.rule, 4),
    )
    head = node(
        "w:tblStylePr",
        {"w:type": "firstRow"},
        node("w:rPr", None, node("w:b"), node("w:bCs")),
        node("w:tcPr", None, node("w:tcBorders", None, _rule("w:bottom", colours.accent, 6))),
    )
    return node(
        "w:style",
        {"w:type": "table", "w:customStyle": "1", "w:styleId": "BriefingTable"},
        value("w:name", "Briefing Table"),
        value("w:basedOn", "TableNormal"),
        node("w:qFormat"),
        node("w:tblPr", None, borders, _margins(cell * 0.75, cell)),
        head,
    )


def _margins(vertical: float, horizontal: float) -> Element:
    lengths = (("w:top", vertical), ("w:left", horizontal), ("w:bottom", vertical), ("w:right", horizontal))
    return node(
        "w:tblCellMar", None, *(node(side, {"w:w": twips(length), "w:type": "dxa"}) for side, length in lengths)
    )


def _rule(name: str, ink: str, eighths: int) -> Element:
    return node(name, {"w:val": "single", "w:sz": str(eighths), "w:space": "0", "w:color": colour(ink)})

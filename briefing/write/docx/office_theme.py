"""The theme part that office programs offer colours and faces from."""

from __future__ import annotations

from briefing.model.theme import Faces, Theme
from briefing.write.docx.measures import colour
from briefing.write.docx.xml import Element, node


def office_theme(theme: Theme) -> Element:
    """Make the theme part; the styles name their faces and colours themselves and do not depend on it."""
    elements = node("a:themeElements", None, _colours(theme), _faces(theme.faces), _effects())
    return node("a:theme", {"name": "Briefing"}, elements)


def _colours(theme: Theme) -> Element:
    inks = theme.colours
    named = {"dk1": inks.text, "lt1": "#ffffff", "dk2": inks.accent, "lt2": inks.ground}
    accents = (inks.accent, inks.muted, inks.mark, inks.rule, inks.text, inks.accent)
    named |= {f"accent{number}": ink for number, ink in enumerate(accents, 1)}
    named |= {"hlink": inks.accent, "folHlink": inks.muted}
    swatches = [node(f"a:{name}", None, node("a:srgbClr", {"val": colour(ink)})) for name, ink in named.items()]
    return node("a:clrScheme", {"name": "Briefing"}, *swatches)


def _faces(faces: Faces) -> Element:
    pairs = {"serif": (faces.serif, faces.korean_serif), "sans": (faces.sans, faces.korean_sans)}
    return node(
        "a:fontScheme",
        {"name": "Briefing"},
        _font("a:majorFont", *pairs[faces.headings]),
        _font("a:minorFont", *pairs[faces.body]),
    )


def _font(name: str, latin: str, korean: str) -> Element:
    return node(
        name,
        None,
        node("a:latin", {"typeface": latin}),
        node("a:ea", {"typeface": korean}),
        node("a:cs", {"typeface": latin}),
    )


def _effects() -> Element:
    """Give the three plain fills, lines and effects that a theme must have."""
    lines = [node("a:ln", {"w": width}, _fill()) for width in ("6350", "12700", "19050")]
    return node(
        "a:fmtScheme",
        {"name": "Briefing"},
        node("a:fillStyleLst", None, *(_fill() for _ in range(3))),
        node("a:lnStyleLst", None, *lines),
        node("a:effectStyleLst", None, *(node("a:effectStyle", None, node("a:effectLst")) for _ in range(3))),
        node("a:bgFillStyleLst", None, *(_fill() for _ in range(3))),
    )


def _fill() -> Element:
    return node("a:solidFill", None, node("a:schemeClr", {"val": "phClr"}))

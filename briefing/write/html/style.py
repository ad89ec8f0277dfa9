"""The style sheet of the web page, from the theme."""

from __future__ import annotations

from importlib.resources import files
from string import Template

from briefing.model.theme import Faces, Theme

_SERIF = 'Charter, "Bitstream Charter", Cambria, Georgia'
_SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue"'
_KOREAN_SERIF = '"Nanum Myeongjo", AppleMyungjo, Batang'
_KOREAN_SANS = '"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR"'


def style_sheet(theme: Theme) -> str:
    """Fill the style sheet with the faces, sizes, colours and paper of a theme."""
    sizes, colours = theme.sizes, theme.colours
    first, second, third = (size / sizes.body for size in sizes.heading)
    return Template(files("briefing.write.html").joinpath("page.css").read_text(encoding="utf-8")).substitute(
        body_face=_stack(theme.faces, theme.faces.body),
        heading_face=_stack(theme.faces, theme.faces.headings),
        table_face=_stack(theme.faces, theme.faces.tables),
        leading=f"{sizes.leading / sizes.body:.3f}",
        title=f"{sizes.title / sizes.body:.3f}",
        heading_2=f"{first:.3f}",
        heading_3=f"{second:.3f}",
        heading_4=f"{third:.3f}",
        table=f"{sizes.table / sizes.body:.3f}",
        table_leading=f"{sizes.table_leading / sizes.table:.3f}",
        note=f"{sizes.note / sizes.body:.3f}",
        body_points=f"{sizes.body:g}",
        text=colours.text,
        muted=colours.muted,
        accent=colours.accent,
        rule=colours.rule,
        ground=colours.ground,
        mark=colours.mark,
        paper="A4" if theme.page.paper == "a4" else "letter",
        margins=" ".join(f"{m:g}pt" for m in (theme.page.top, theme.page.right, theme.page.bottom, theme.page.left)),
        hyphens="auto" if theme.hyphenate else "manual",
    )


def _stack(faces: Faces, kind: str) -> str:
    if kind == "serif":
        return f'"{faces.serif}", {_SERIF}, {_KOREAN_SERIF}, serif'
    return f'"{faces.sans}", {_SANS}, {_KOREAN_SANS}, sans-serif'

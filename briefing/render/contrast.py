"""Whether the colours of a theme can be read: 4.5 to 1 at least, by the formula of WCAG."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.theme import Colours

LEAST = 4.5
_WHITE = "#ffffff"


def contrast_problems(colours: Colours) -> Iterator[str]:
    """Yield each colour of text that is too faint on white or on the ground behind the bottom line."""
    for name in ("text", "muted", "accent", "mark"):
        for ground, told in ((_WHITE, "white"), (colours.ground, "colours.ground")):
            ratio = contrast(getattr(colours, name), ground)
            if ratio < LEAST:
                yield f"colours.{name} on {told} reaches {ratio:.1f} to 1; words need {LEAST} to 1"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two hex colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

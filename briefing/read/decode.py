"""Bytes of a text file -> its characters, untouched: byte-order marks, UTF-8, UTF-16, legacy encodings."""

from __future__ import annotations

import codecs

from briefing.errors import UnreadableSource

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16 because its little-endian mark begins with the other's."""

SHIFTING = ("iso-2022", "hz", "utf-7")
"""Encodings whose bytes are all ASCII: their name must be believed, since they pass for UTF-8."""

SAMPLE = 65_536
CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Return the characters of `data`; `declared` is a charset that a header or tag names, tried after the marks.

    The byte-order mark stays as U+FEFF, so that offsets agree with those of anybody who decodes the bytes as UTF-8.
    Raises `UnreadableSource` for binary data.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace")
    if is_binary(data):
        raise UnreadableSource("holds binary data, not text", hint="give the file its right suffix or leave it out")
    shifting = declared is not None and declared.lower().startswith(SHIFTING)
    for encoding in filter(None, (declared, "utf-8") if shifting else ("utf-8", declared)):
        text = _strictly(data, encoding)
        if text is not None:
            return text
    return _damaged(data) or _legacy(data)


def _damaged(data: bytes) -> str | None:
    """Return UTF-8 with a few broken bytes, each of them made U+FFFD; None where the text is not UTF-8 at all."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(c > "\x7f" for c in text[:SAMPLE]) - broken
    return text if broken <= max(3, len(text) // 1000) and whole > 2 * broken else None


def is_binary(data: bytes) -> bool:
    """Tell whether `data` has more control bytes than any text; zero bytes of UTF-16 are the caller's concern."""
    sample = data[:SAMPLE]
    return len(sample) - len(sample.translate(None, CONTROLS)) > len(sample) * 0.01


def _wide_encoding(data: bytes) -> str | None:
    """Name UTF-16 without its mark: ordinary Latin text has every other byte zero."""
    sample = data[:SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > half * 0.4 and sample[0::2].count(0) < half * 0.02:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.4 and sample[1::2].count(0) < half * 0.02:
        return "utf-16-be"
    return None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _legacy(data: bytes) -> str:
    """Ask charset-normalizer; where it cannot tell, Windows-1252 is what Western offices wrote."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    return data.decode(encoding, errors="replace")

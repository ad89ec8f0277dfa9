"""A PDF file as numbered objects: small ones go into compressed object streams, so that big structure trees stay small.

Only bytes are handled here; nothing depends on time or chance, so the same objects give the same file.
"""

from __future__ import annotations

import hashlib
import zlib

_PER_STREAM = 200
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def name(text: str) -> str:
    """Write a PDF name, with `#` escapes where the syntax asks for them."""
    raw = text.encode("utf-8")
    return "/" + "".join(chr(byte) if chr(byte).isalnum() and byte < 128 else f"#{byte:02x}" for byte in raw)


def string(text: str) -> str:
    """Write a text string: as it is when ASCII, else as UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return "<FEFF" + text.encode("utf-16-be", "replace").hex().upper() + ">"


def number(value: float) -> str:
    """Write a number with two decimals at most: a hundredth of a point is below what a printer shows."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def seen(before: str, what: bytes) -> str:
    """Return the digest of what a page shows, made from that of what came `before` and of the next thing."""
    return hashlib.sha256(before.encode() + what).hexdigest()


class PdfFile:
    """Collects objects by number and serialises them once."""

    def __init__(self) -> None:
        self._streams: dict[int, bytes] = {}
        self._plain: dict[int, bytes] = {}
        self._seen: dict[int, str] = {}
        self._last = 0

    def reserve(self) -> int:
        """Return the number of an object that is to be `put` later."""
        self._last += 1
        return self._last

    def put(self, at: int, body: str) -> None:
        """Set the object `at` to `body`, PDF syntax without `obj` and `endobj`."""
        self._plain[at] = body.encode("latin-1")

    def add(self, body: str) -> int:
        """Add an object and return its number."""
        at = self.reserve()
        self.put(at, body)
        return at

    def add_stream(self, entries: str, data: bytes, *, compress: bool = True) -> int:
        """Add a stream whose dictionary holds `entries` beside its length and filter."""
        if compress:
            data = zlib.compress(data, 6)
            entries += "/Filter/FlateDecode"
        at = self.reserve()
        head = f"<<{entries}/Length {len(data)}>>stream\n".encode("latin-1")
        self._streams[at] = head + data + b"\r\nendstream"
        return at

    def see(self, page: int, what: bytes) -> None:
        """Note something that is seen on a page, in order, for the digest of the page."""
        self._seen[page] = seen(self._seen.get(page, ""), what)

    def seen(self, page: int) -> str:
        """Return the digest of all that was noted of a page."""
        return self._seen.get(page, "")

    def finish(self, root: int, info: int) -> bytes:
        """Serialise all objects; the identifier is made from the content."""
        out = bytearray(_HEADER)
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        self._pack()
        for at in sorted(self._streams):
            places[at] = (1, len(out), 0)
            out += b"%d 0 obj\n" % at + self._streams[at] + b"\nendobj\n"
        places.update(self._packed)
        table = self.reserve()
        places[table] = (1, len(out), 0)
        identity = hashlib.sha256(out).hexdigest()[:32].upper()
        rows = b"".join(
            kind.to_bytes(1, "big") + first.to_bytes(4, "big") + second.to_bytes(2, "big")
            for kind, first, second in (places[at] for at in range(table + 1))
        )
        entries = f"/Type/XRef/Size {table + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R/ID[<{identity}><{identity}>]"
        data = zlib.compress(rows, 6)
        start = len(out)
        out += f"{table} 0 obj\n<<{entries}/Filter/FlateDecode/Length {len(data)}>>stream\n".encode("latin-1")
        out += data + b"\r\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
        return bytes(out)

    def _pack(self) -> None:
        """Move the plain objects into object streams and remember where each went."""
        self._packed: dict[int, tuple[int, int, int]] = {}
        numbers = sorted(self._plain)
        for first in range(0, len(numbers), _PER_STREAM):
            group = numbers[first : first + _PER_STREAM]
            offsets, bodies, length = [], [], 0
            for at in group:
                body = self._plain[at]
                offsets.append(f"{at} {length}")
                bodies.append(body)
                length += len(body) + 1
            head = (" ".join(offsets) + "\n").encode("latin-1")
            entries = f"/Type/ObjStm/N {len(group)}/First {len(head)}"
            stream = self.add_stream(entries, head + b"\n".join(bodies))
            self._packed.update({at: (2, stream, index) for index, at in enumerate(group)})
        self._plain.clear()

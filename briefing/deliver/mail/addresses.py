"""Who gets the mail: addresses and groups of them, in any script, checked before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.utils import getaddresses

from briefing.errors import DeliveryError


def expanded(names: Iterable[str], groups: Mapping[str, Iterable[str]]) -> tuple[Address, ...]:
    """Return the addresses behind `names` (groups opened), each once, in order; DeliveryError names a wrong one."""
    found: dict[str, Address] = {}
    for name in names:
        for entry in groups.get(name, (name,)):
            address = parse_address(entry)
            found.setdefault(address.addr_spec.lower(), address)
    return tuple(found.values())


def parse_address(text: str) -> Address:
    """Return one address, with or without a display name; DeliveryError when it is none or breaks the line."""
    if any(c in text for c in "\r\n\0"):
        raise DeliveryError("an address breaks the line", where=repr(text), hint="write it on one line")
    pairs = [(name, spec) for name, spec in getaddresses([text]) if spec]
    if len(pairs) != 1 or "@" not in pairs[0][1]:
        raise DeliveryError("is no mail address", where=text, hint="write Name <name@example.org>")
    name, spec = pairs[0]
    try:
        return Address(display_name=name, addr_spec=spec)
    except (HeaderParseError, ValueError, IndexError) as error:
        raise DeliveryError("is no mail address", where=text, hint="write Name <name@example.org>") from error

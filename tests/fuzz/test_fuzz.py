"""A short run of every fuzz target: spoilt inputs give a clear error or a result, never anything else."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, seeds

QUICK = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with some bytes changed, cut out, doubled or put in."""
    parts = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(parts) + 1)
        length = chance.randint(1, 12)
        match chance.randrange(4):
            case 0:
                parts[place : place + length] = chance.randbytes(length)
            case 1:
                del parts[place : place + length]
            case 2:
                parts[place:place] = parts[place : place + length] * chance.randint(1, 40)
            case _:
                parts[place:place] = chance.choice((b"<", b"\0", b"\xff", b"&x;", b"](", b"\xe2\x80\xae", b'"', b"{{"))
    return bytes(parts)


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
@QUICK
@given(number=st.integers(0, 2**32))
def test_spoilt_input(name: str, number: int) -> None:
    chance = random.Random(number)
    TARGETS[name](spoilt(chance.choice(seeds(name)), chance))


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
@QUICK
@given(data=st.binary(max_size=400))
def test_any_bytes(name: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize("name", TARGETS)
def test_well_formed_input(name: str) -> None:
    for seed in seeds(name):
        TARGETS[name](seed)


CUE_AT_THE_END = (
    b"T.tle\n\nBUSAN: NorlaContent-Transfer-Content-Transfer-EnEncodint-Transfer-EnEncoding:TitPhot bao: le\n\n"
    b"BUSAN: Norse64\x9cland said ion MonJay (Mar 3) that*t*** she said"
)


def test_a_text_that_ends_with_its_reporting_verb() -> None:
    TARGETS["analysis"](CUE_AT_THE_END)


@pytest.mark.parametrize("kind", ["changed", "cut"])
def test_a_word_file_whose_packed_parts_are_damaged(kind: str) -> None:
    data = next(seed for seed in seeds("finished") if seed.startswith(b"PK"))
    for place in range(40, len(data) - 40, max(1, len(data) // 60)):
        middle = b"\xff" * 8 if kind == "changed" else b""
        TARGETS["finished"](data[:place] + middle + data[place + 8 :])

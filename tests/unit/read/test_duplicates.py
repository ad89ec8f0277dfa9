"""Copies of one text are found, whichever way newsrooms change them, and texts of their own are left alone."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from benchmarks.duplicates import grade, variants
from briefing.model.document import Document
from briefing.read import find_duplicates, read_bytes

FERRY = """The ferry between the islands and the mainland stops in May, the harbour council said on Monday.

The council had met for three days without finding the money that the old ship needs to be safe in winter.

The mayor called the decision bitter but right, and asked the mainland to pay for a new ship at last.

Fishermen who had come to the hall said nobody had told them how they should sell their catch from now on.
"""
OTHER = """A train line along the coast will open in autumn, the ministry of transport said in a short note on Friday.

It will carry ten thousand people a day and take an hour less than the road does when the weather is good.
"""


def _document(name: str, text: str) -> Document:
    document = read_bytes(name, text.encode())[0]
    return replace(document, id=name)


def test_a_changed_date_a_new_headline_and_a_cut_are_copies() -> None:
    cut = "\n\n".join(FERRY.split("\n\n")[:3])
    documents = [
        _document("a.txt", FERRY),
        _document("b.txt", FERRY.replace("Monday", "Sunday")),
        _document("c.txt", "No ferry for the islands\n\n" + cut),
        _document("d.txt", OTHER),
    ]
    assert set(find_duplicates(documents)) | {"d.txt"} == {"b.txt", "c.txt", "d.txt"}
    assert set(find_duplicates(documents).values()) == {"a.txt"}


def test_identical_short_texts_are_copies_similar_ones_are_not() -> None:
    documents = [_document(f"{n}.txt", t) for n, t in enumerate(["It sails.", "It sails.", "It sails not."])]
    assert find_duplicates(documents) == {"1.txt": "0.txt"}


def test_a_short_statement_in_a_long_report_stays_a_source() -> None:
    offices = [
        "captain",
        "clerk",
        "pilot",
        "cook",
        "porter",
        "warden",
        "diver",
        "baker",
        "tailor",
        "smith",
        "nurse",
        "judge",
    ]
    sentences = [f"The {office} of the harbour asked for a hearing and waited until spring." for office in offices]
    statement = "The ferry stays where it is and nobody shall touch it until the council has spoken, the mayor said."
    documents = [_document("long.txt", "\n\n".join([*sentences, statement])), _document("short.txt", statement)]
    assert find_duplicates(documents) == {}


def test_the_preferred_one_is_used() -> None:
    documents = [_document("long.txt", FERRY + "\n\nThe council meets again in March."), _document("wire.txt", FERRY)]
    assert find_duplicates(documents) == {"wire.txt": "long.txt"}
    assert find_duplicates(documents, prefer=("wire",)) == {"long.txt": "wire.txt"}


def test_order_does_not_matter() -> None:
    documents = variants(12, 4)
    found = find_duplicates(documents)
    random.Random(3).shuffle(documents)
    assert find_duplicates(documents) == found
    assert grade(documents, found) == (1.0, 0)


@pytest.mark.slow
def test_many_families_come_down_to_one_each() -> None:
    documents = variants(80, 6)
    whole, wrong = grade(documents, find_duplicates(documents))
    assert whole == 1.0
    assert wrong == 0

"""Read finished files back: their printed lines and the record of lines, passages and sources kept in them."""

from briefing.verify.finished.record import RECORD, Finished, read_finished

__all__ = ["RECORD", "Finished", "read_finished"]

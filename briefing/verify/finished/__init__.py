"""Read finished files back: their printed lines and the record of lines, passages and sources kept in them."""

from briefing.verify.finished.record import Finished, read_finished

__all__ = ["Finished", "read_finished"]

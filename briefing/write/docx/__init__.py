"""Write a briefing as a Word document."""

from briefing.write.docx.base import base_document
from briefing.write.docx.writer import write_docx

__all__ = ["base_document", "write_docx"]

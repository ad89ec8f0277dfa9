"""Pages to PDF: tagged, archival, set on our own lines so that notes stand at the foot of their page."""

from briefing.write.pdf.document import write_pdf

__all__ = ["write_pdf"]

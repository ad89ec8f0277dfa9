"""Word files, with the parts that python-docx skips."""

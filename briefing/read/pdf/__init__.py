"""PDF: reading order, furniture, notes, tables, and what cannot be read."""

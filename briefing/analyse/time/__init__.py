"""Dates, and the words they are resolved from."""

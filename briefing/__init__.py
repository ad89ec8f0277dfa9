"""Assemble a policy briefing from documents and export it from shared templates."""

__version__ = "0.1.0"

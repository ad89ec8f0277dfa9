"""The mail of a run: made as a file, sent when asked, never twice."""

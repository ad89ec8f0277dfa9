"""Who says what: reports and quotations, their cues, contents and sources, resolved to speakers."""

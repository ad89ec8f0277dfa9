"""What kind of statement each sentence is, and how it is hedged."""

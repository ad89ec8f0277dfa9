"""Web pages: the article told from what stands around it."""

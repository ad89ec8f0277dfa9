"""Title, author, outlet, dates, genre and language of a text, with what they rest on."""

"""States, bodies, organisations and people, and where the text names them."""

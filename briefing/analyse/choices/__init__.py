"""What actors could do, do, consider, are urged to do or rule out."""

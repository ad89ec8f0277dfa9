"""Nightly runs, what they remember, when they happen, and the mail they send."""

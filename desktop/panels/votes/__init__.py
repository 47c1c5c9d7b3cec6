"""Votes: what is voted on, the count, the result."""

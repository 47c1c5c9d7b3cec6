"""Text to notes: the grammar of the scribe bar, cell addresses, what is like what."""

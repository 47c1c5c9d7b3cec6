"""What customers say: figures, trends, comments and tests."""

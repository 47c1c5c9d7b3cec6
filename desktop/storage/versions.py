"""The format's name and version."""

FORMAT = "journeywall"
MAJOR, MINOR = 1, 0

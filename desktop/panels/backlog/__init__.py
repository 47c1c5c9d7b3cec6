"""Backlog: the matrix of impact and ease, opportunities, pain points, tactics and experiments as tables."""

"""Bringing in tables of feedback, and results of tests."""

"""A clock that goes only when it is told to."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Says the same time until it is set or moved on."""

    def __init__(self, now=datetime(2026, 3, 12, 9, 30, tzinfo=UTC)):
        self.now = now

    def __call__(self):
        return self.now

    def go_on(self, **much):
        """Hours, days … in the words of a timedelta."""
        self.now += timedelta(**much)

"""How many examples a property is tried on, where each of them is dear."""

from hypothesis import settings

USUAL = 50
"""What the short form tries where nothing else is said: see conftest.py."""


def examples(short: int, **more) -> settings:
    """So many in the short form; in the long form as many times more as it tries of all others."""
    return settings(max_examples=max(1, short * settings.default.max_examples // USUAL), **more)

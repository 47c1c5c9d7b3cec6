"""How many examples a property is tried on, where each of them is dear."""

from hypothesis import settings

USUAL = 25
"""What the short form tries where nothing else is said: see conftest.py."""


def examples(short: int, **more) -> settings:
    """So many in the short form; in the long form as many times more as it tries of all others, and no fewer."""
    usual = settings.default.max_examples
    return settings(max_examples=short if usual == USUAL else max(usual, short * usual // USUAL), **more)

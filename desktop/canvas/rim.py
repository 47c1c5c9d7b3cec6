"""Scrolling while a gesture's pointer is in the rim of the window."""

EDGE, FASTEST, BEAT = 32, 24, 16
"""Px of the rim in which it begins, px per beat at the very edge, ms per beat."""


def push(at: float, extent: int) -> int:
    """Px to scroll per beat, negative to the left or up, for a pointer at `at` of 0 … extent, and beyond."""
    if at < EDGE:
        return -round(FASTEST * min(1.0, (EDGE - at) / EDGE))
    if at > extent - EDGE:
        return round(FASTEST * min(1.0, (at - extent + EDGE) / EDGE))
    return 0

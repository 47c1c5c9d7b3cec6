"""Python's search for circular garbage, kept away from work that makes millions of values which stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting_collector() -> Iterator[None]:
    """No search meanwhile: it would go through the growing values again and again. Afterwards they count as old.

    Values that were made meanwhile would otherwise all be searched at once as soon as it ends.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()  # frozen values come back as the oldest generation, unsearched
            gc.enable()

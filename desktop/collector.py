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


@contextmanager
def manual_collector() -> Iterator[None]:
    """No search starts by itself meanwhile, in whatever thread; `collect_due` does what is due."""
    limits = gc.get_threshold()
    gc.set_threshold(0, *limits[1:])
    try:
        yield
    finally:
        gc.set_threshold(*limits)


def collect_due(limits: tuple[int, int, int] = gc.get_threshold()) -> None:
    """Searches as Python would have done by itself, but in the thread that calls this.

    limits: by generation, how many values, or searches of the generation before, make a search due.
    """
    due = [generation for generation, count in enumerate(gc.get_count()) if count > limits[generation]]
    if due:
        gc.collect(due[-1])

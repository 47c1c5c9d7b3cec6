"""Older files brought up to date in memory, on raw dicts, before anything else looks at them.

Format history
    1.0  The first version: `format`, `version`, `project`, `assets`. Cards stand in their lane and name their steps;
         ranks give the order; pictures are keyed by SHA-256.
    1.1  Maps have `views`: saved ways to look at them.
    1.2  The brand has the files of its fonts, which stand in `fonts` beside the `assets`; editions have a `pin`: how
         the map stood when it was printed last.
    1.3  Maps have `ballots`: votes on cards; points of an agenda have a `kind`, a `form`,
         an `example` and `stages`.

A minor version only adds fields that may be left out, so files of the same major are read as they are, without a step
and without a message. What is saved says the least minor that has every field in use, or the one that the file came
with if that is later: a file of 1.0 stays one until it gets a view, a font or a ballot, and opens in older
programs until then.

Steps lead up to a later major. A step takes the whole file as it came out of JSON, changes it in place to the next
version, and returns a message for people about each thing they may want to look at. A step is never edited once its
version was released; each version has a sample in tests/samples that must open for ever.
"""

from collections.abc import Callable, Mapping
from typing import Any

from desktop.storage.versions import MAJOR, MINOR

Version = tuple[int, int]
Raw = dict[str, Any]
Step = Callable[[Raw], list[str]]
Steps = Mapping[Version, tuple[Version, Step]]
"""From a version to the next one and the step that leads there."""

STEPS: Steps = {}
CURRENT: Version = (MAJOR, MINOR)


def migrate(raw: Raw, version: Version, steps: Steps = STEPS, current: Version = CURRENT) -> list[str] | None:
    """Brings `raw` from `version` to the major of `current` in place; the messages, or None when no way leads there.

    The steps may meet any nonsense in `raw`: what they raise on it is for the caller to report.
    """
    messages: list[str] = []
    while version[0] < current[0]:
        if version not in steps:
            return None
        version, step = steps[version]
        messages += step(raw)
        raw["version"] = list(version)
    return messages

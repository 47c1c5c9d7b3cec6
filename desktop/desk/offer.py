"""Something to tell with what can be done about it right away."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """The words that are clicked, and what they do."""

    words: str
    do: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Offer:
    """Stands until the project changes or another is made; it means the project as it is now."""

    sentence: str
    choices: tuple[Choice, ...]

"""Which words are spelt as a dictionary of the machine has them; without one for the language nothing is ever wrong."""

from functools import lru_cache
from typing import Protocol

SUGGESTIONS = 5


class Dictionary(Protocol):
    """A word list of the machine."""

    def check(self, word: str) -> bool: ...

    def suggest(self, word: str) -> list[str]: ...


class Speller:
    """A dictionary that remembers what it was asked; asking is slow, and text is marked again at every key."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._known: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether a word is spelt right. Abbreviations in capitals and what holds digits count as right."""
        if len(word) < 2 or word.isupper() or any(letter.isdigit() for letter in word):
            return True
        if word not in self._known:
            self._known[word] = self._dictionary.check(word.replace("’", "'"))
        return self._known[word]

    def suggestions(self, word: str) -> list[str]:
        """The likeliest few words that may have been meant."""
        return self._dictionary.suggest(word)[:SUGGESTIONS]


@lru_cache(maxsize=4)
def speller(language: str) -> Speller | None:
    """For a language such as “en” or “de-AT”; None where the machine has no dictionary of it, or none at all."""
    try:
        import enchant  # noqa: PLC0415 - needs a library of the system, which many machines lack
    except ImportError:
        return None
    name = _installed(language, enchant.list_languages())
    return Speller(enchant.Dict(name)) if name else None


def _installed(language: str, names: list[str]) -> str:
    """The dictionary that fits best: the very one, the language's own country, any of the language."""
    wanted = language.replace("-", "_")
    plain = wanted.partition("_")[0].lower()
    own = f"{plain}_{plain.upper()}" if plain != "en" else "en_GB"
    fitting = sorted(name for name in names if name.partition("_")[0].lower() == plain)
    return next((name for name in (wanted, own, *fitting) if name in names), "")

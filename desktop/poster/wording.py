"""What may be wrong with a print, in words."""

from desktop.layout.names import name_of
from desktop.layout.style import Words
from desktop.poster.figures import decimals
from desktop.poster.preflight import Problem

FIGURES = frozenset(("size", "legible", "distance", "ratio", "least", "height", "length", "most"))
"""Arguments of problems that are numbers."""

LONGEST = 60
"""Letters of a card's text or a word that are told."""


def sentence(problem: Problem, words: Words, name: str = "") -> str:
    """A problem in words, without a full stop; name: what the card or header that it is about says."""
    arguments = Known({key: brief(value) for key, value in problem.arguments.items()})
    arguments.update({key: decimals(arguments[key], words) for key in FIGURES & arguments.keys()})
    arguments["text"] = arguments.get("text") or brief(name)
    for group in ("role", "kind"):
        if group in arguments:
            arguments[group] = arguments["thing"] = name_of(group, arguments[group], words)
    nameless = problem.code == "cut" and not arguments["text"]
    code = f"preflight.{problem.code}{'_empty' if nameless else ''}"
    text = words(code)
    return problem.code if text == code else text.format_map(arguments)


def brief(text: str) -> str:
    """The beginning of a text, in one line."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


class Known(dict[str, str]):
    """A name that nothing is known of stays empty: a sentence with a gap is better than none."""

    def __missing__(self, key: str) -> str:
        return ""

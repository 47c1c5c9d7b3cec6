"""The tools of presses, kept from one print to the next: what has not changed is not laid out and drawn again."""

from collections import deque
from typing import NamedTuple

from desktop import resources
from desktop.drawing.artist import Artist
from desktop.layout.layouter import Layouter
from desktop.layout.style import Style, Words
from desktop.typeset.typesetter import Typesetter

KEPT = 4
"""How many sets of tools: one for the usual style, others for those enlarged to be read from afar."""


class Tools(NamedTuple):
    """What a project is laid out and drawn with, in one style and language."""

    typesetter: Typesetter
    style: Style
    language: str
    comments: bool
    words: Words
    layouter: Layouter
    artist: Artist


class Workshop:
    """Hands out tools, the same ones for the same wish; the least recently used go. For one thread, as typesetters
    are."""

    def __init__(self) -> None:
        self._kept: deque[Tools] = deque(maxlen=KEPT)

    def tools(self, typesetter: Typesetter, style: Style, language: str, *, comments: bool) -> Tools:
        """With `comments`, cards show how many comments they have."""
        wish = typesetter, style, language, comments
        found = next((kept for kept in self._kept if kept[: len(wish)] == wish), None)
        if found is None:
            words = resources.words(language)
            artist = Artist(typesetter, style, words, comments=comments)
            found = Tools(*wish, words, Layouter(typesetter, style, words), artist)
        else:
            self._kept.remove(found)
        self._kept.appendleft(found)
        return found

"""What a text was before, step by step: a typed word is one, so is everything else that changes it."""

from typing import NamedTuple


class State(NamedTuple):
    """A text and where the caret stood in it."""

    text: str
    caret: int


class Trail:
    """Kept beside Qt's own history, which counts the formats of paragraphs as changes of the text."""

    def __init__(self, text: str) -> None:
        self._states = [State(text, len(text))]
        self._at = 0
        self._typing = False

    @property
    def begun(self) -> bool:
        """Whether there is a step to take back."""
        return self._at > 0

    @property
    def left(self) -> bool:
        """Whether there is a step to take again."""
        return self._at + 1 < len(self._states)

    def note(self, text: str, caret: int) -> None:
        """The text as it is now; nothing when it is the same."""
        before, now = self._states[self._at], State(text, caret)
        if text == before.text:
            return
        letter = _typed(before, now)
        goes_on = bool(letter) and self._typing and not (before.text[before.caret - 1 : before.caret].isspace())
        del self._states[self._at + (0 if goes_on else 1) :]
        self._states.append(now)
        self._at = len(self._states) - 1
        self._typing = bool(letter)

    def back(self) -> State:
        """The step before; the first text stays."""
        return self._stand_at(max(self._at - 1, 0))

    def forth(self) -> State:
        """The step after, as far as any was taken back."""
        return self._stand_at(min(self._at + 1, len(self._states) - 1))

    def _stand_at(self, at: int) -> State:
        self._at, self._typing = at, False
        return self._states[at]


def _typed(before: State, now: State) -> str:
    """The one letter that was written at the caret, "" when something else happened."""
    letter = now.text[now.caret - 1 : now.caret]
    whole = before.text[: before.caret] + letter + before.text[before.caret :]
    return letter if now.caret == before.caret + 1 and whole == now.text else ""

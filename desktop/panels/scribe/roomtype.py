"""The scribe bar's type in a room: as large as that of the notes beside the map."""

from desktop.panels.scribe.bar import HINT, ScribeBar

FRAME = 2.0
"""Ems that the line is high."""

ASIDE, LEAST = 0.55, 13
"""The size of what is said beside the line, which is for whoever types, in ems; at least so many px."""

WIDE = 15
"""Of its own ems that what Enter will do has room for."""


class RoomType:
    """Of one bar; as everywhere else until it is set."""

    def __init__(self, bar: ScribeBar) -> None:
        self._bar = bar
        self._em = 0.0
        self._usual = bar.frame.minimumHeight()

    def set_em(self, em: float) -> None:
        """Px of type; 0 for the usual one."""
        if em != self._em:
            if not self._em:
                self._usual = self._bar.frame.minimumHeight()  # another one for fingers
            self._em = em
            self._dress()

    def _dress(self) -> None:
        bar, em = self._bar, self._em
        bar.setStyleSheet(_rules(em) if em else "")
        bar.frame.setFixedHeight(max(self._usual, round(FRAME * em)))
        bar.hint.setFixedWidth(max(HINT, round(WIDE * ASIDE * em)))
        bar.offers.set_em(em)
        above = bar.parentWidget()
        layout = above.layout() if above is not None else None
        if layout is not None:
            layout.activate()  # at once: whoever frames the map looks at the room that is left to it


def _rules(em: float) -> str:
    line, aside = f"{{ font-size: {round(em)}px; }}", f"{{ font-size: {max(round(ASIDE * em), LEAST)}px; }}"
    return f"#scribe, #scribe QLabel, #scribe QToolButton {aside} #scribe #scribefield, #scribe ChipRow {line}"

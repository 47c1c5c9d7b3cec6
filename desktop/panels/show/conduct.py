"""The run of show of a window: its panel, its clock, and what its actions do."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from desktop.canvas.canvas import Canvas
from desktop.desk.agenda import Agenda
from desktop.desk.desk import Desk
from desktop.desk.show import Show
from desktop.panels.docks import RIGHT, Docks
from desktop.panels.show.agendalist import FIVE
from desktop.panels.show.clock import SteadyClock
from desktop.panels.show.panel import ShowPanel
from desktop.panels.show.ticker import Ticker
from desktop.resources import root
from desktop.storage.agendas import AgendaTemplate, agendas

NAME = "show"
"""Of the dock."""


class Conduct(QObject):
    """`show` is what runs; everybody who shows or follows it uses this one. `hand_in` makes what is being written count
    before a point is over."""

    def __init__(
        self,
        desk: Desk,
        canvas: Canvas,
        docks: Docks,
        hand_in: Callable[[], object],
        *,
        clock: SteadyClock | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._canvas = canvas
        self._docks = docks
        self._clock = clock or SteadyClock()
        self.show = Show(desk, self._now, _today)
        self.ticker = Ticker(self.show, self)
        agenda = Agenda(desk, lambda: self.show.map_id)
        self.panel = ShowPanel(self.show, agenda, self._templates, desk.words)
        self.panel.left.connect(canvas.setFocus)
        self.show.leaving.connect(hand_in)
        self.show.begun.connect(canvas.show_slot)
        docks.add(NAME, self.panel, RIGHT, self.panel.take_focus, shown=False)

    def call(self) -> None:
        """Shows the panel and goes on there; from there, hides it and goes back to the map."""
        self._docks.call(NAME, self._canvas)

    def next(self) -> None:
        """The current point is over and the next one begins; the first where nothing runs."""
        if self.show.agenda:
            self.show.next()
        else:
            self.call()

    def toggle(self) -> None:
        """Starts, rests or goes on."""
        if self.show.agenda:
            self.show.toggle()
        else:
            self.call()

    def back(self) -> None:
        self.show.back()

    def skip(self) -> None:
        self.show.skip()

    def extend(self) -> None:
        """Five minutes more for the current point."""
        self.show.extend(FIVE)

    def stop(self) -> None:
        self.show.stop()

    def commit(self) -> None:
        """Hands in what is being written in the panel."""
        self.panel.commit()

    def _now(self) -> float:
        """By the clock on the wall when a run begins, and from then on by what has gone by."""
        if not self.show.running:
            self._clock.set()
        return self._clock()

    def _templates(self) -> tuple[AgendaTemplate, ...]:
        """In the language of the project, whose text they become."""
        return agendas(root() / "agendas", self._desk.project.language or "en")


def _today() -> str:
    """The day on the calendar of the people in the room."""
    return datetime.now().astimezone().date().isoformat()

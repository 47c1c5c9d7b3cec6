"""What a window needs to make a journey better: each part made once, with what it works on."""

from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow

from desktop.canvas.canvas import Canvas
from desktop.desk.desk import Desk
from desktop.dialogs.curve import Curve
from desktop.dialogs.feedback.part import Hearing
from desktop.dialogs.ideal.part import Deriving, Printing, Remembers
from desktop.dialogs.measures import Measures
from desktop.dialogs.personas import Personas
from desktop.dialogs.questions import Questions
from desktop.panels.backlog.part import Improving
from desktop.panels.counsel.part import Counsel
from desktop.panels.docks import Docks
from desktop.panels.facts import Facts
from desktop.panels.votes.part import Save


class Improvement:
    """The parts by name; the table of actions reaches them as `improvement.NAME.…`.

    `hand_in` makes what is being written count; `save` writes what was made into a file that is asked for, `printing`
    opens the dialog for printing, `home` remembers how it was looked at. What a part shows is made when it is first
    asked for: a window opens no slower.
    """

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        canvas: Canvas,
        docks: Docks,
        hand_in: Callable[[], None],
        *,
        questions: Questions,
        save: Save,
        printing: Printing,
        home: Remembers,
    ) -> None:
        self.curve = Curve(window, desk, hand_in)
        self.backlog = Improving(window, desk, canvas, hand_in, save=save, printing=printing)
        self.feedback = Hearing(window, desk, canvas, docks, hand_in, ask=questions)
        self.people = Personas(window, desk, hand_in, questions)
        self.measures = Measures(window, desk, hand_in)
        self.counsel = Counsel(window, desk, canvas, docks, hand_in)
        self.ideal = Deriving(window, desk, hand_in, printing, home)

    def attend(self, facts: Facts) -> None:
        """From now on speaks unasked in the status bar, which is there by now."""
        self.counsel.attend(facts)
        self.ideal.attend()

"""What the dialog asks to be done with a print; whoever does it asks for names, shows progress, tells what failed."""

from typing import Protocol

from pydantic import JsonValue

from desktop.desk.desk import Desk
from desktop.plan.settings import Settings
from desktop.preferences import Habits


class Errands(Protocol):
    """What is printed and with what; and the ways out, each of which says whether it was gone to its end."""

    @property
    def desk(self) -> Desk: ...

    @property
    def latest(self) -> Settings | None:
        """What was printed last in this window, None when nothing was."""

    @property
    def edition(self) -> str:
        """The edition or preset from which those come, "" for none."""

    @property
    def wish(self) -> Settings | None:
        """What is to be printed when the dialog opens, as a content; None for what was printed last."""

    @property
    def habits(self) -> Habits: ...

    @property
    def pin(self) -> JsonValue:
        """Where everything stood on the last print, None when there was none."""

    def keep_habits(self, habits: Habits) -> None:
        """Remembers them for the next time, in whatever project."""

    def keep_settings(self, settings: Settings, edition: str = "") -> None:
        """Remembers them, and from which edition they come, while the window is open."""

    def save(self, settings: Settings) -> bool:
        """As a PDF."""

    def print_out(self, settings: Settings) -> bool:
        """On a printer, at 100 %."""

    def test_sheet(self, settings: Settings) -> bool:
        """One sheet on a printer that shows whether sizes come out as they are."""

    def save_ticket(self, settings: Settings) -> bool:
        """The order for the copy shop."""

    def save_all(self) -> bool:
        """Every edition of the project as a PDF, in one folder."""

    def go_to(self, thing: str) -> None:
        """Shows a card on the canvas."""

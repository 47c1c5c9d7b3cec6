"""What the dialog asks to be done with a print; whoever does it asks for names, shows progress, tells what failed."""

from dataclasses import dataclass, replace
from typing import Protocol

from desktop.plan.printers import PrinterProfile
from desktop.plan.settings import Settings
from desktop.plan.wall import Wall

LATEST = 8
"""So many papers of one's own are remembered."""


class Errands(Protocol):
    """Each says whether it was done; what was thought better of was not."""

    def save(self, settings: Settings) -> bool:
        """As a PDF."""

    def print_out(self, settings: Settings) -> bool:
        """On the printer, at 100 %."""

    def test_sheet(self, settings: Settings) -> bool:
        """One sheet on the printer that shows whether sizes come out as they are."""

    def save_ticket(self, settings: Settings) -> bool:
        """The order for the copy shop as a text file."""

    def save_all(self) -> bool:
        """Every edition of the project as a PDF, in one folder."""

    def go_to(self, thing: str) -> None:
        """Shows a card on the canvas."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What somebody prints with: printers and papers of their own, their wall, and the unit they measure in."""

    printers: tuple[PrinterProfile, ...] = ()
    papers: tuple[str, ...] = ()
    wall: Wall | None = None
    unit: str = "cm"

    def using(self, paper: str) -> "Habits":
        """With this paper as the latest of one's own."""
        return replace(self, papers=(paper, *(each for each in self.papers if each != paper))[:LATEST])

"""Somebody who opens, edits and saves one file, and says what came of it."""

from pathlib import Path

from desktop.document.base import changed
from desktop.session import Session
from desktop.storage.errors import StorageError
from desktop.storage.keeping import Keeping
from desktop.storage.locks import HeldError


class Person:
    """One window on the file."""

    def __init__(self, path: Path, keeping: Keeping) -> None:
        self.path = path
        self.keeping = keeping
        self.session: Session | None = None

    def does(self, deed: str, how: str = "") -> str:
        """“done”, or why not: the name of an error. The title is a list of all whose work is in it."""
        try:
            return self.opens(how) if deed == "open" else self.edits(how) if deed == "edit" else self.saves()
        except StorageError as error:
            return type(error).__name__

    def opens(self, how: str) -> str:
        """“over” takes the lock from whoever has it; else a file that is held is opened to be read."""
        try:
            self.session = Session.open(self.path, self.keeping, over=how == "over")
        except HeldError:
            self.session = Session.open(self.path, self.keeping, read_only=True)
            return "held"
        return "done"

    def edits(self, name: str) -> str:
        """Adds a name to the title."""
        project = self.session.project
        return "done" if self.session.edit("Rename", changed(project, title=project.title + name)) else "refused"

    def saves(self) -> str:
        self.session.save()
        return "done"

    def leaves(self) -> None:
        """Closes the window."""
        if self.session is not None:
            self.session.close(keep=False)

"""What a window asks of the program around it."""

from pathlib import Path
from typing import Any, Protocol

from desktop.preferences import Habits
from desktop.storage.reader import Opened


class Home(Protocol):
    """The program, seen from a window."""

    def open_start(self) -> None:
        """Shows the page on which projects are begun and opened."""

    def open_path(self, path: Path) -> None:
        """Raises StorageError."""

    def open_copy(self, opened: Opened, path: Path, name: str) -> None:
        """Something that the file at `path` held once, in a window of its own; saved under another name."""

    def remember(self, path: Path) -> None:
        """Keeps a file among the recent ones."""

    def leave(self, window: Any) -> None:
        """Called when a window, a desktop.window.Window, has been closed for good."""

    def show_recoveries(self) -> None:
        """Shows what was not saved when the program ended."""

    def show_preferences(self) -> None: ...

    def show_about(self) -> None: ...

    def quit(self) -> None: ...

    @property
    def author(self) -> str:
        """The name under comments."""

    @property
    def habits(self) -> Habits:
        """What is printed with."""

    def keep_habits(self, habits: Habits) -> None: ...

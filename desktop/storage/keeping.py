"""What keeps people's work besides the file itself, as one value for all the sessions of a program."""

from dataclasses import dataclass
from pathlib import Path

from desktop.storage.backups import Backups


@dataclass(frozen=True, slots=True)
class Keeping:
    """journals: the folder of what is not saved yet. locks: for files in folders that cannot be written."""

    journals: Path
    backups: Backups
    locks: Path

    @property
    def responses(self) -> Path:
        """The folder of tables of responses that are not saved yet, and of those that no project names any more."""
        return self.journals.with_name("responses")

"""Whether what is not saved outlives the program: kept in the journals, or where these fail as copies."""

import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from desktop.dialogs.crash import Kept
from desktop.session import Session
from desktop.storage.errors import StorageError


def is_kept(session: Session) -> bool:
    """Whether nothing is lost if the program ends now; waits for the journal, but not for long."""
    return not session.modified or (session.journal is not None and session.journal.flush())


def keep(sessions: Iterable[Session]) -> Kept:
    """Looks after every session; of what no journal can keep at present, a copy is written where that is possible."""
    endangered = [session for session in sessions if not is_kept(session)]
    copies = [_copy(session) for session in endangered]
    return Kept(all(copies), tuple(copy for copy in copies if copy))


def _copy(session: Session) -> Path | None:
    """A copy beside the file, in the home folder or among the temporary files: whichever takes it first."""
    path = session.path
    own = [path.absolute().parent] if path else []
    name = f"{path.stem if path else 'untitled'} (rescued {time.strftime('%Y-%m-%d %H-%M-%S')}).journey"
    for folder in (*own, Path.home(), Path(tempfile.gettempdir())):
        try:
            session.save_copy(folder / name)
        except StorageError as error:
            if sys.stderr is not None:
                sys.stderr.write(f"journeywall: {error}\n")
        else:
            return folder / name
    return None

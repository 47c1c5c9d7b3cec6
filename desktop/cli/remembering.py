"""What commands write into a project's own file; what it held before is kept among its versions."""

from collections.abc import Mapping
from functools import partial, reduce
from pathlib import Path

from pydantic import JsonValue

from desktop.cli.speech import CommandError, complain
from desktop.document.edits.editions import pin_edition
from desktop.document.project import Project
from desktop.preferences import folders
from desktop.storage.backups import Backups, Reason
from desktop.storage.keeping import Keeping
from desktop.storage.locks import take
from desktop.storage.reader import Opened
from desktop.storage.responses import Beside, Tables
from desktop.storage.saving import Saving, Target
from desktop.storage.writer import dump


def check_writable(opened: Opened, file: Path, way: str = "") -> None:
    """Raises CommandError for a project that is not to be written over, StorageError while somebody works on it.

    way: what to do instead, behind a semicolon.
    """
    if opened.newer_minor or not opened.untouched:
        why = "comes from a newer Journeywall" if opened.newer_minor else "has to be repaired first"
        raise CommandError(f"“{file}” {why}, so that nothing is written into it{way}.")
    take(file, folders().locks).release()


def remember(opened: Opened, file: Path, pins: Mapping[str, JsonValue]) -> None:
    """`export --pin`: writes the pins of these editions, by id, into the project's file, and nothing else.

    Raises StorageError, also when the file is another one by now.
    """
    rewrite(opened, file, reduce(_pinned, pins.items(), opened.project))


def rewrite(opened: Opened, file: Path, project: Project) -> None:
    """Writes what became of a project into its file, if it is another one. Raises StorageError as `remember` does."""
    if project is opened.project:
        return
    own = _keeping()
    target = Target(file, known=opened.fingerprint, reason=Reason.MIGRATION if opened.messages else Reason.SAVE)
    data = partial(dump, project, opened.assets, opened.minor, opened.unknown)
    saving = Saving(project, target, own, data, Beside(tables_of(file), lambda: project))
    saving.run(lasting=False)
    if saving.warning:
        complain(f"warning: {saving.warning}")


def tables_of(file: Path) -> Tables:
    """The responses that are kept beside a project's file."""
    return Tables((file,), _keeping().responses)


def _keeping() -> Keeping:
    own = folders()
    return Keeping(own.journals, Backups(own.backups), own.locks)


def _pinned(project: Project, pin: tuple[str, JsonValue]) -> Project:
    return pin_edition(project, *pin)

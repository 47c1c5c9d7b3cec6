"""`export --pin`: editions remember in the project's file where everything stood when they were printed."""

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


def check_writable(opened: Opened, file: Path) -> None:
    """Raises CommandError for a project that is not to be written over, StorageError while somebody works on it."""
    if opened.newer_minor or not opened.untouched:
        why = "comes from a newer Journeywall" if opened.newer_minor else "has to be repaired first"
        raise CommandError(f"“{file}” {why}, so that nothing is written into it; leave out --pin.")
    take(file, folders().locks).release()


def remember(opened: Opened, file: Path, pins: Mapping[str, JsonValue]) -> None:
    """Writes the pins of these editions, by id, into the project's file, and nothing else; what it held before is kept
    among its versions. Raises StorageError, also when the file is another one by now."""
    project = reduce(_pinned, pins.items(), opened.project)
    if project is opened.project:
        return
    own = folders()
    keeping = Keeping(own.journals, Backups(own.backups), own.locks)
    target = Target(file, known=opened.fingerprint, reason=Reason.MIGRATION if opened.messages else Reason.SAVE)
    beside = Beside(Tables((file,), keeping.responses), lambda: project)
    data = partial(dump, project, opened.assets, opened.minor, opened.unknown)
    saving = Saving(project, target, keeping, data, beside)
    saving.run(lasting=False)
    if saving.warning:
        complain(f"warning: {saving.warning}")


def _pinned(project: Project, pin: tuple[str, JsonValue]) -> Project:
    return pin_edition(project, *pin)

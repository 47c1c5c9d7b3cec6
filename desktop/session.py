"""The open project: its value, its history, its file, and one signal that tells everybody what changed."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Generic, ParamSpec

from desktop.document.history import Entry, History
from desktop.document.project import Project
from desktop.storage.assets import Asset, Assets
from desktop.storage.backups import Reason
from desktop.storage.errors import DetachedError, NewerFileError, ReadError, ReadOnlyError, UntitledError
from desktop.storage.files import LIMIT, Disk, Mark, fingerprint, mark_of
from desktop.storage.journal import Journal, Origin
from desktop.storage.keeping import Keeping
from desktop.storage.locks import Lock, take
from desktop.storage.reader import Opened, read
from desktop.storage.recoveries import Recovered
from desktop.storage.responses import Beside, Tables
from desktop.storage.saving import Saving, Target
from desktop.storage.writer import dump

P = ParamSpec("P")


class Signal(Generic[P]):
    """Calls its listeners in the order in which they came."""

    def __init__(self) -> None:
        self._listeners: list[Callable[P, object]] = []

    def connect(self, listener: Callable[P, object]) -> None:
        """From now on `listener` is called too."""
        self._listeners.append(listener)

    def disconnect(self, listener: Callable[P, object]) -> None:
        """Raises ValueError when it was not connected."""
        self._listeners.remove(listener)

    def emit(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """One listener's bug does not keep the news from the others; it is raised when all were told."""
        with ExitStack() as told:
            for listener in reversed(self._listeners):
                told.callback(listener, *args, **kwargs)


class Session:
    """What is edited, and where it is saved.

    changed(before, after): after every edit, undo and redo. saved(path): after every save. refused(): an edit came to
    nothing because the file is open elsewhere. kept(): more edits are safe, or fewer can be; told in another thread.
    A preview is no edit: the canvas shows a candidate by itself and hands it in when the gesture ends.
    """

    def __init__(
        self, opened: Opened, path: Path | None = None, keeping: Keeping | None = None, *, read_only: bool = False
    ) -> None:
        """Without `keeping` there are neither journal nor backups nor lock."""
        self.changed: Signal[[Project, Project]] = Signal()
        self.saved: Signal[[Path]] = Signal()
        self.refused: Signal[[]] = Signal()
        self.kept: Signal[[]] = Signal()
        self.messages = opened.messages
        self.read_only = read_only
        self._history = History(opened.project)
        self._assets = dict(opened.assets)
        self._path = path
        self._keeping = keeping
        self._journal: Journal | None = None
        self._lock: Lock | None = None
        self._mark: Mark | None = None
        self._copy_name = ""
        self._gone = False
        self._opened = opened
        self._take_up(opened)
        self._begin_journal(opened.project)

    @classmethod
    def open(
        cls,
        path: Path,
        keeping: Keeping | None = None,
        *,
        limit: int = LIMIT,
        read_only: bool = False,
        over: bool = False,
    ) -> "Session":
        """The project in this file. limit: bytes. over: even if it is open elsewhere. Raises StorageError."""
        mark = mark_of(path)
        session = cls(read(path, limit=limit), path, keeping, read_only=read_only)
        session._mark = mark
        if keeping and not read_only:
            try:
                session._lock = take(path, keeping.locks, over=over)
            except BaseException:
                session.close(keep=False)
                raise
        return session

    @classmethod
    def recovered(cls, recovered: Recovered, keeping: Keeping) -> "Session":
        """Goes on with work that was not saved; its steps can be undone. Raises HeldError when its file is open.

        Where nothing was but lines that nobody had entered, all of the project is saved.
        """
        origin = recovered.origin
        session = cls(recovered.opened, origin.path)
        session._keeping, session._fingerprint, session._copy_name = keeping, origin.fingerprint, origin.copy_name
        session._begin_journal(None if recovered.edited else session.project)
        try:
            session._lock = take(origin.path, keeping.locks) if origin.path and not origin.copy_name else None
        except BaseException:
            session.close(keep=False)
            raise
        for step in recovered.steps:
            session.edit(step.label, step.after, step.map_id)
        if session._journal is not None and recovered.edited and not recovered.steps:  # all of it is in the copy
            session._journal.record(session.project, session.project)
        if recovered.edited:
            session._history.mark_unsaved()
        return session

    @property
    def project(self) -> Project:
        return self._history.current

    @property
    def assets(self) -> Assets:
        """The pictures, which are no part of the values that undo brings back."""
        return MappingProxyType(self._assets)

    @property
    def tables(self) -> Tables:
        """The responses that are kept beside the project."""
        return Tables((self._path, self._opened.path), self._keeping.responses if self._keeping else None)

    @property
    def path(self) -> Path | None:
        """None until the first save."""
        return self._path

    @property
    def opened(self) -> Opened:
        """What was read last."""
        return self._opened

    @property
    def keeping(self) -> Keeping | None:
        return self._keeping

    @property
    def journal(self) -> Journal | None:
        """None where nothing is kept: for files that can only be read, and in programs without windows."""
        return self._journal

    @property
    def copy_name(self) -> str:
        """What a copy that has to be saved under another name may be called; "" for no particular name."""
        return self._copy_name

    @property
    def newer(self) -> bool:
        """Whether the file came from a later version of the program, which knows fields that this one does not."""
        return self._opened.newer_minor

    @property
    def modified(self) -> bool:
        """Whether the value is not on the disk: it differs, which undo can change, or its file is gone.

        Where the file is only read, nothing that differs is anybody's work.
        """
        return self._gone or not (self.read_only or self._history.clean)

    @property
    def undoable(self) -> Entry | None:
        """What `undo` would undo."""
        return self._history.undoable

    @property
    def redoable(self) -> Entry | None:
        """What `redo` would do again."""
        return self._history.redoable

    def edit(self, label: str, candidate: Project, map_id: str = "", selection: tuple[str, ...] = ()) -> bool:
        """Makes the candidate of one gesture the current value; False, and no undo step, when nothing changes."""
        before = self.project
        if candidate == before:  # quick: what was not edited is the same object
            return False
        if self.read_only:
            self.refused.emit()
            return False
        self._history.push(label, candidate, map_id, selection)
        self._tell(before, candidate, label, map_id)
        return True

    def keep(self, label: str, verb: Callable[[Project], Project], map_id: str = "") -> bool:
        """Gives the project something that undo passes over, as `History.keep`. Whether anything changed."""
        before = self.project
        if self.read_only or self._history.keep(label, verb, map_id) is None:
            return False
        self._tell(before, self.project, label, map_id)
        return True

    def undo(self) -> Entry | None:
        """Takes back the last gesture and returns it, so that the place where it happened can be shown."""
        entry = self._history.undo()
        if entry is not None:
            self._tell(entry.after, entry.before, entry.label, entry.map_id)
        return entry

    def redo(self) -> Entry | None:
        """Does again what was undone last, and returns it."""
        entry = self._history.redo()
        if entry is not None:
            self._tell(entry.before, entry.after, entry.label, entry.map_id)
        return entry

    def draft(self, candidate: Project | None) -> None:
        """What the project would be with the text that is being typed, for the journal; None when nothing is."""
        if self._journal is not None:
            self._journal.draft(candidate)

    def add_asset(self, key: str, asset: Asset) -> None:
        """A picture that an edit is about to name; it stays even if that edit is undone."""
        self._assets[key] = asset
        if self._journal is not None:
            self._journal.keep_asset(key, asset)

    def take_in(self, guest: Opened) -> None:
        """What an edit is about to bring out of another file has its pictures here, and keeps what only a later version
        knows; all of that stays even if the edit is undone."""
        for key, asset in guest.assets.items():
            if key not in self._assets:
                self.add_asset(key, asset)
        self.tables.take_in(Tables((guest.path,)), guest.project)
        own, minor = self._opened, guest.minor if guest.newer_minor else 0
        unknown = MappingProxyType({**guest.unknown, **own.unknown})
        self._opened = replace(own, minor=max(own.minor, minor), unknown=unknown)

    def save(self) -> None:
        """Writes the file. Raises SaveAsError when a name must be asked for first, other StorageErrors on failure."""
        self.note(self.saving().run())

    def save_as(self, path: Path) -> None:
        """Writes the file under this name, which it has from then on. Raises StorageError; then nothing has changed."""
        self.note(self.saving(path).run())

    def save_copy(self, path: Path) -> None:
        """Writes a file beside its own, which it keeps. Raises StorageError."""
        self.saving(path).run(lasting=False)

    def saving(self, path: Path | None = None, *, over: bool = False) -> Saving:
        """A save of the value as it is now, which may `run` in another thread; `note` takes up what came of it.

        path: another file than its own. over: even if somebody else has changed the file, after that was backed up.
        Raises SaveAsError when a name must be asked for first.
        """
        known = "" if path else self._fingerprint
        reason = Reason.MIGRATION if self.messages else Reason.SAVE
        target = Target(path or self._own_path(), self._path, self._lock, known, over, reason)
        project = self.project
        beside = Beside(self.tables, lambda: project)
        return Saving(project, target, self._keeping, lambda: self._dump(project), beside)

    def note(self, saved: Saving) -> None:
        """From now on the project is the one in the file that was written."""
        target = saved.target
        self._path, self._fingerprint, self._mark, self._lock = target.path, saved.fingerprint, saved.mark, saved.lock
        self._ask_for_copy, self._copy_name, self.read_only, self._gone = False, "", False, False
        self._history.mark_saved(saved.project)
        if self._journal is not None:
            self._journal.saved(self._origin(), saved.project)
        else:
            self._begin_journal(saved.project)
        self.saved.emit(target.path)

    def on_disk(self) -> Disk:
        """Whether the file still holds what was read or written last; looks into it only when its status differs.

        May be asked in any thread; `heed` takes up the answer.
        """
        if self._path is None or not self._fingerprint:
            return Disk.SAME
        mark = mark_of(self._path)
        if mark is not None and mark == self._mark:
            return Disk.SAME
        try:
            found = fingerprint(self._path)
        except ReadError:
            return Disk.UNREADABLE
        if found == self._fingerprint:
            self._mark = mark
        return Disk.GONE if not found else Disk.SAME if found == self._fingerprint else Disk.CHANGED

    def heed(self, disk: Disk) -> None:
        """Takes up what `on_disk` found: while the file is gone, all of the project is unsaved, and in the journal."""
        gone = self._gone if disk is Disk.UNREADABLE else disk is Disk.GONE
        if gone == self._gone:
            return
        self._gone = gone
        if self._journal is not None and gone:
            self._journal.record(self.project, self.project)
        else:
            self._place_journal()

    def theirs(self) -> Opened:
        """What stands in the file now. Raises StorageError."""
        if self._path is None:
            raise UntitledError("the project has no file yet", remedy="save it under a name")
        return read(self._path)

    def keep_mine(self) -> None:
        """Saves over what somebody else wrote, once that is in the backups. Raises StorageError."""
        self.note(self.saving(over=True).run())

    def revert(self, label: str, map_id: str = "") -> bool:
        """Takes up what stands in the file, an edit which can be undone; what there was is backed up first.

        Raises StorageError; then nothing has changed.
        """
        mark = mark_of(self._path) if self._path else None
        opened, before = self.theirs(), self.project
        self._put_aside()
        for key, asset in opened.assets.items():
            self.add_asset(key, asset)
        self._take_up(opened)
        self._mark = mark
        taken = before if opened.project == before else opened.project
        changed = self._history.push(label, taken, map_id) is not None
        self._history.mark_saved()
        self._tell(before, taken, label, map_id)
        if self._journal is not None:
            self._journal.begin(self._origin(), taken)  # what the file has beside the project is new, too
        return changed

    def detach(self, name: str) -> None:
        """From now on the file stays as it is: saving asks for a name, for which this one is suggested."""
        self._copy_name = name
        self._place_journal()

    def close(self, *, keep: bool) -> None:
        """Nothing is edited any more. keep: what is not saved is offered at the next start, else it is discarded."""
        if self._journal is not None:
            self._journal.close(keep=keep)
            self._journal = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _take_up(self, opened: Opened) -> None:
        self._opened, self._fingerprint, self._ask_for_copy = opened, opened.fingerprint, opened.newer_minor

    def _put_aside(self) -> None:
        """What is not saved goes into the backups before something else takes its place. Raises WriteError."""
        if self._keeping is not None and self._path is not None and self.modified:
            self._keeping.backups.keep(self._path, self.project.id, self._dump(self.project), Reason.OVERWRITE)

    def _tell(self, before: Project, after: Project, label: str, map_id: str) -> None:
        """The journal comes first: what a listener's bug may do must not cost the edit."""
        if self._journal is not None and after is not before:
            self._journal.record(before, after, label, map_id)
        self.changed.emit(before, after)

    def _own_path(self) -> Path:
        if self._path is None:
            raise UntitledError("the project has no file yet", remedy="save it under a name")
        if self.read_only:
            raise ReadOnlyError("the file is open elsewhere", path=self._path, remedy="save a copy of it")
        if self._copy_name:
            raise DetachedError("the original shall stay as it is", path=self._path, remedy="save a copy of it")
        if self._ask_for_copy:
            raise NewerFileError(
                "the file comes from a newer version of Journeywall", path=self._path, remedy="save a copy of it"
            )
        return self._path

    def _origin(self) -> Origin:
        return Origin(self._path, self._fingerprint, self._copy_name)

    def _begin_journal(self, on_disk: Project | None) -> None:
        """From now on edits are kept; undo to what is on the disk leaves nothing to recover."""
        if self._keeping is not None and not self.read_only:
            self._journal = Journal(self._keeping.journals, self._dump, self.kept.emit)
            self._journal.begin(self._origin(), on_disk)

    def _place_journal(self) -> None:
        """Tells the journal anew where the project belongs, and what of it stands there."""
        if self._journal is not None:
            self._journal.begin(self._origin(), None if self._gone else self._history.saved)

    def _dump(self, project: Project) -> bytes:
        return dump(project, self._assets, self._opened.minor, self._opened.unknown)

"""What was done to a project, to be undone and done again: a plain list of values."""

from dataclasses import dataclass

from desktop.document.project import Project


@dataclass(frozen=True, slots=True)
class Entry:
    """One gesture: what it was called, the project before and after, the map and what was selected there."""

    label: str
    before: Project
    after: Project
    map_id: str = ""
    selection: tuple[str, ...] = ()


class History:
    """The states of one project in the order they were made, and which of them is the current one.

    `limit` bounds the number of steps that can be undone; the oldest go first.
    """

    def __init__(self, project: Project, limit: int | None = None) -> None:
        self._current = project
        self._saved: Project | None = project
        self._limit = limit
        self._entries: list[Entry] = []
        self._done = 0

    @property
    def current(self) -> Project:
        return self._current

    @property
    def saved(self) -> Project | None:
        """The state that stands on disk, if any does."""
        return self._saved

    @property
    def clean(self) -> bool:
        """Whether the current state is the one that was saved last; undo and redo come back to it."""
        return self._current is self._saved

    @property
    def undoable(self) -> Entry | None:
        """What `undo` would undo."""
        return self._entries[self._done - 1] if self._done else None

    @property
    def redoable(self) -> Entry | None:
        """What `redo` would do again."""
        return self._entries[self._done] if self._done < len(self._entries) else None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All steps, those that can be done again included, oldest first."""
        return tuple(self._entries)

    def push(self, label: str, after: Project, map_id: str = "", selection: tuple[str, ...] = ()) -> Entry | None:
        """Makes `after` the current state; None, and nothing kept, when it is the current state already.

        What was undone can no longer be done again.
        """
        if after is self._current:
            return None
        entry = Entry(label, self._current, after, map_id, selection)
        self._entries[self._done :] = [entry]
        if self._limit is not None:
            del self._entries[: -self._limit or None]
        self._done = len(self._entries)
        self._current = after
        return entry

    def undo(self) -> Entry | None:
        """Goes back one step and returns it; None when there is none."""
        entry = self.undoable
        if entry is not None:
            self._done -= 1
            self._current = entry.before
        return entry

    def redo(self) -> Entry | None:
        """Goes forward one step and returns it; None when there is none."""
        entry = self.redoable
        if entry is not None:
            self._done += 1
            self._current = entry.after
        return entry

    def mark_saved(self, project: Project | None = None) -> None:
        """This state, else the current one, is what stands on disk."""
        self._saved = self._current if project is None else project

    def mark_unsaved(self) -> None:
        """No state stands on disk: the project was recovered or its file is gone."""
        self._saved = None

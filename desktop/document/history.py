"""What was done to a project, to be undone and done again: a plain list of values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from desktop.document.project import Project


@dataclass(frozen=True, slots=True)
class Entry:
    """One gesture: what it was called, the project before and after, the map and what was selected there.

    `verb`: what is not taken back with the gestures before it, as something that any state of the project can be given.
    """

    label: str
    before: Project
    after: Project
    map_id: str = ""
    selection: tuple[str, ...] = ()
    verb: Callable[[Project], Project] | None = None


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
        at = self._top()
        return self._entries[at] if at >= 0 else None

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

    def keep(self, label: str, verb: Callable[[Project], Project], map_id: str = "") -> Entry | None:
        """Gives the current state something that stays: undo passes over it, and what was undone can be done again.

        The verb gives it to any state, and returns that itself where it cannot be. None when nothing changes.
        """
        after = verb(self._current)
        if after is self._current:
            return None
        entry = Entry(label, self._current, after, map_id, verb=verb)
        self._entries[self._done :] = [entry, *_given(self._entries[self._done :], after, verb)]
        self._done += 1
        self._current = after
        return entry

    def undo(self) -> Entry | None:
        """Goes back one step and returns it; None when there is none. What is kept stays."""
        at = self._top()
        if at < 0:
            return None
        kept: list[Entry] = []
        state = self._entries[at].before
        for entry in self._entries[at + 1 : self._done]:
            after = entry.verb(state) if entry.verb else state
            kept += [replace(entry, before=state, after=after)] if after is not state else []
            state = after
        undone = self._entries[at]
        if undone.after is not self._current:
            undone = replace(undone, before=state, after=self._current)
        self._entries[at : self._done] = [*kept, undone]
        self._done = at + len(kept)
        self._current = state
        return undone

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

    def _top(self) -> int:
        """Where the last step stands that can be undone; −1 where there is none."""
        return next((at for at in range(self._done - 1, -1, -1) if self._entries[at].verb is None), -1)


def _given(entries: list[Entry], before: Project, verb: Callable[[Project], Project]) -> Iterator[Entry]:
    """The same steps from a state that has been given something."""
    for entry in entries:
        after = verb(entry.after)
        yield replace(entry, before=before, after=after)
        before = after

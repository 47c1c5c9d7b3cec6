"""Two maps beside each other, or one drawn over the other, with marks on what differs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.canvas.changemark import Mark
from desktop.dialogs.differences import placed
from desktop.dialogs.snapshots.marks import marks_of
from desktop.dialogs.snapshots.view import ChangesView
from desktop.document.difference import Difference
from desktop.document.project import Project
from desktop.layout.style import Words
from desktop.method.comparing import Comparison
from desktop.storage.assets import Assets


def marks_before(differences: Sequence[Difference], words: Words) -> Mapping[str, Mark]:
    """What is said on the earlier map: where a thing has moved to, not from where."""
    there = dict(marks_of(differences, words))
    for each in differences:
        if each.to is not None and each.thing.id in there:
            text = words("comparison.mark_moved_to").format(place=placed(each.to, words))
            there[each.thing.id] = replace(there[each.thing.id], text=text)
    return there


class MapViews(QWidget):
    """picked(id): a marked thing was clicked, by the id that it has in the first map, if it is there.

    Whoever moves or enlarges one map, moves the other.
    """

    picked = Signal(str)

    def __init__(self, project: Project, assets: Assets, words: Words) -> None:
        super().__init__()
        self.before, self.after = (ChangesView(project, assets) for _ in range(2))
        self._over = False
        self._following = False
        self._found: Comparison | None = None
        self._words = words
        self.before.setAccessibleName(words("comparison.before"))
        self.after.setAccessibleName(words("comparison.after"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for view in (self.before, self.after):
            row.addWidget(view, 1)
            view.picked.connect(self.picked)
        self.before.view_changed.connect(self._follow_before)
        self.after.view_changed.connect(self._follow_after)

    def show_comparison(self, found: Comparison) -> None:
        """Another pair of maps."""
        self._found = found
        self._show()

    def lay_over(self, over: bool) -> None:
        """One map over the other, or beside it."""
        self._over = over
        self._show()

    def clear(self) -> None:
        """Shows no map."""
        self._found = None
        self.before.clear_scene()
        self.after.clear_scene()

    def fit(self) -> None:
        """Both maps whole."""
        self.before.fit()
        self.after.fit()

    def look_at(self, thing: str) -> None:
        """Brings a marked thing into the middle, in each map in which it stands; "" looks at none."""
        self._following = True
        views = [view for view in (self.before, self.after) if view.isVisibleTo(self)]
        for view in views:
            view.look_at(thing)
        self._following = False
        there = [view for view in views if thing in view.boxes]
        if len(there) == 1 and len(views) == 2:
            self._lead(there[0], views[1 - views.index(there[0])])

    def _show(self) -> None:
        if self._found is None:
            return
        self._following = True
        self.before.setVisible(not self._over)
        map_id = self._found.one.id
        if not self._over:
            marks = marks_before(self._found.differences, self._words)
            self.before.show_changes(self._found.before, map_id, marks)
        whole = self._found.together() if self._over else self._found.after
        self.after.show_changes(whole, map_id, marks_of(self._found.differences, self._words))
        self._following = False

    def _follow_before(self) -> None:
        self._lead(self.before, self.after)

    def _follow_after(self) -> None:
        self._lead(self.after, self.before)

    def _lead(self, leader: ChangesView, other: ChangesView) -> None:
        """The other stands where the leader does, as far as it is as large."""
        if not self._following and not self._over and self._found is not None:
            self._following = True
            other.stand_at(leader.standpoint)
            self._following = False

"""The row below the maps that says how one looks at this one: filters, folds, hidden lanes, saved views."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.desk.desk import Desk
from desktop.desk.facets import Facets
from desktop.desk.lens import FACETS
from desktop.desk.views import Views
from desktop.document.base import in_order
from desktop.document.journey import JourneyMap
from desktop.layout.names import counted
from desktop.layout.short import short
from desktop.panels.filtermenu import FilterMenu
from desktop.panels.flow import Flow
from desktop.panels.icons import icon

GAP = 6
NAME_WIDTH = 200
FEW = 2
"""So many folded stages are named."""

Chip = tuple[str, Callable[[], object]]
"""What is not seen as usual, and what makes it usual again."""


class ViewBar(QFrame):
    """Is there while something is not seen as usual, or since it was asked for. left(): nobody writes in it now."""

    left = Signal()

    def __init__(self, desk: Desk, views: Views, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._views = views
        self._facets = Facets(desk.words)
        self._opened = False
        self._renamed = ""
        self._shown: tuple[object, ...] = ()
        self._make_parts()
        self._arrange()
        desk.shown.connect(self.follow)
        views.applied_changed.connect(self.follow)
        views.asked.connect(self.ask)
        self.follow()

    def ask(self, what: str) -> None:
        """Lets people choose: “filter” what is seen, one of the saved “views”, or a “name” for a new one."""
        if not self._desk.map_id:
            return
        self._opened = True
        self.show()
        if what == "filter":
            _open(self.filter)
        elif what == "views":
            _open(self.saved)
        else:
            self._renamed = ""
            self.name.ask("")

    def follow(self) -> None:
        """Shows what the desk shows, if that is another way of looking."""
        state = self._state()
        if state != self._shown:
            self._shown = state
            self._show_chips()
            self._show_saved()
        self.setVisible(bool(self._desk.map_id) and (self._opened or self._views.active))

    def _state(self) -> tuple[object, ...]:
        """All that the row depends on."""
        desk, views = self._desk, self._views
        journey, applied = desk.journey, views.applied
        if journey is None:
            return ()
        parts = (journey.stages, journey.groups, desk.project.personas)
        return desk.lens, views.hidden, applied, views.faithful, views.saved, parts

    def _make_parts(self) -> None:
        words = self._desk.words
        self.setObjectName("views")
        self.setAccessibleName(words("views.name"))
        self.filter = _button(words("view.filter"), "filter")
        self.filter.setMenu(FilterMenu(self._desk, self._views, self._facets, self.filter))
        self.chips = QWidget()
        self.rest = _button(words("view.leave_out"), "eye-off")
        self.rest.setCheckable(True)
        self.rest.clicked.connect(self._views.leave_out)
        self.saved = _button("", "down")
        self.saved.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the name
        menu = SavedMenu(self._desk, self._views, self.saved)
        menu.renaming.connect(self._rename)
        self.saved.setMenu(menu)
        self.name = NameField(words("view.untitled"))
        self.name.named.connect(self._keep)
        self.name.left.connect(self.left)
        self.close_button = _button("", "close")
        self.close_button.setToolTip(words("view.close"))
        self.close_button.setAccessibleName(words("view.close"))
        self.close_button.clicked.connect(self._close)

    def _arrange(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.chips.setSizePolicy(policy)
        Flow(GAP, self.chips)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(GAP)
        row.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.chips, 1)
        for widget in (self.rest, self.name, self.saved, self.close_button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _show_chips(self) -> None:
        row = self.chips.layout()
        while row is not None and (old := row.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for text, undo in self._found():
            chip = _button(text, "close", "chip")
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setToolTip(self._desk.words("view.chip"))
            chip.clicked.connect(undo)
            if row is not None:
                row.addWidget(chip)
        self.rest.setVisible(self._desk.lens.filters)
        self.rest.setChecked(self._desk.lens.leave_out)

    def _found(self) -> Iterator[Chip]:
        """Everything that is not seen as usual."""
        desk, views, words = self._desk, self._views, self._desk.words
        for facet in FACETS:
            chosen: frozenset[str] = getattr(desk.lens, facet)
            if chosen:
                names = sorted(self._facets.name(facet, value, desk.project) for value in chosen)
                text = f"{words(f'facet.{facet}')}: {', '.join(names)}"
                yield short(text), partial(views.free, facet)
        if views.hidden:
            yield counted(words, "view.lane_hidden", "view.lanes_hidden", len(views.hidden)), views.show_lanes
        if desk.journey is not None:
            yield from self._found_folded(desk.journey)

    def _found_folded(self, journey: JourneyMap) -> Iterator[Chip]:
        """A few folded stages one by one, more of them together; folded groups."""
        views = self._views
        stages = [stage for stage in in_order(journey.stages) if stage.id in self._desk.lens.stages]
        if len(stages) > FEW:
            yield self._desk.words("view.stages_folded").format(count=len(stages)), views.unfold_stages
        for stage in stages if len(stages) <= FEW else ():
            yield self._folded(stage.title), partial(views.fold, stage.id, folded=False)
        for group in in_order(journey.groups):
            if group.folded:
                yield self._folded(group.title), partial(views.unfold_group, group.id)

    def _folded(self, title: str) -> str:
        return short(self._desk.words("view.folded").format(title=title or self._desk.words("project.untitled")))

    def _show_saved(self) -> None:
        """The name of the view that one looks at, with a mark when something is other by now."""
        applied = self._views.applied
        mark = "" if self._views.faithful else self._desk.words("view.changed")
        self.saved.setText(short(applied.title) + mark if applied else self._desk.words("view.saved"))

    def _rename(self, view: str) -> None:
        """Asks for another name of a saved view."""
        applied = self._views.applied
        self._renamed = view
        self.name.ask(applied.title if applied else "")

    def _keep(self, title: str) -> None:
        """Gives the name to what it was asked for."""
        if self._renamed:
            self._views.rename(self._renamed, title)
        else:
            self._views.save_as(title)

    def _close(self) -> None:
        self._opened = False
        self._views.clear()
        self.setVisible(self._views.active)


class SavedMenu(QMenu):
    """The saved views of the map, and what can be done with the one that is looked at.

    renaming(view): the saved view with this id is to get another name.
    """

    renaming = Signal(str)

    def __init__(self, desk: Desk, views: Views, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._views = views
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._choose)

    def fill(self) -> None:
        """Makes the entries for the map as it is now."""
        self.clear()
        words, applied = self._desk.words, self._views.applied
        for view in self._views.saved:
            action = self._add("apply", short(view.title or words("project.untitled")), view.id)
            action.setCheckable(True)
            action.setChecked(applied is not None and view.id == applied.id)
        self.addSeparator()
        self._add("save", words("action.save_view"))
        if applied is not None:
            title = short(applied.title)
            if not self._views.faithful:
                self._add("update", words("view.update").format(title=title), applied.id)
            self._add("rename", words("view.rename").format(title=title), applied.id)
            self._add("remove", words("view.remove").format(title=title), applied.id)

    def _add(self, what: str, text: str, view: str = "") -> QAction:
        action = self.addAction(text)
        action.setData(f"{what} {view}")
        return action

    def _choose(self, action: QAction) -> None:
        what, _, view = str(action.data()).partition(" ")
        views = self._views
        verbs = {"apply": views.apply, "update": views.update, "rename": self.renaming.emit, "remove": views.remove}
        if what == "save":
            views.ask_name()
        else:
            verbs[what](view)


class NameField(QLineEdit):
    """Asks for a name, and goes away. named(text): one was given. left(): by a key."""

    named = Signal(str)
    left = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setMaxLength(80)
        self.setFixedWidth(NAME_WIDTH)
        self.returnPressed.connect(self._give)
        self.hide()

    def ask(self, text: str) -> None:
        """Opens with this text, all of it selected."""
        self.setText(text)
        self.show()
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide()

    def _give(self) -> None:
        name = self.text().strip()
        self._end()
        if name:
            self.named.emit(name)

    def _end(self) -> None:
        self.hide()
        self.left.emit()


def _open(button: QToolButton) -> None:
    """Opens a button's menu below it, the first entry ready for Enter; `showMenu` would wait until it is closed."""
    menu = button.menu()
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    menu.setActiveAction(menu.actions()[0])


def _button(text: str, drawing: str, name: str = "") -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(text if name or not text else f"\N{THIN SPACE}{text}")  # a little off the icon before it
    button.setAccessibleName(text)
    button.setIcon(icon(drawing))
    button.setIconSize(QSize(16, 16) if not name else QSize(12, 12))
    both, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
    button.setToolButtonStyle(alone if not text and drawing == "close" else both)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button

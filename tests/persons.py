"""Somebody in front of the program: real events only, as hands and eyes would make them."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
)

from desktop.canvas.connect import handle
from desktop.canvas.tools import window_rect
from desktop.document.base import in_order
from desktop.document.keyed import find
from desktop.document.kinds import CARD_KINDS, OTHER_KINDS
from desktop.document.locate import columns_of
from desktop.layout.places import Rect
from desktop.panels.inspector.dots import INSET, PITCH, Dots
from desktop.panels.inspector.form import Form

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def press(key, modifiers=NONE, times=1):
    """A key to whatever has the focus."""
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifiers)


def write(words):
    """Types into whatever has the focus."""
    for letter in words:
        if letter == "\n":
            press(Key.Key_Return)
        else:
            write_into(QApplication.focusWidget(), letter)


def write_into(field, words):
    """Types; what is on no key comes as from an input method."""
    for letter in words:
        if letter.isascii():
            QTest.keyClick(field, letter)
        else:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(field, event)


def settle():
    QApplication.processEvents()


class Person:
    """What both ways have in common: looking at the window."""

    def __init__(self, window):
        self.window = window
        self.canvas = window.canvas
        self.desk = window.desk

    def lane(self, title):
        return next(lane for lane in self.desk.journey.lanes if lane.title == title)

    def step(self, column):
        return columns_of(self.desk.journey).steps[column]

    def card(self, words):
        found = [c for lane in self.desk.journey.lanes for c in lane.cards if c.text == words]
        assert found, (words, [c.text for lane in self.desk.journey.lanes for c in lane.cards])
        return found[0]

    def field(self, path):
        """The editor of a field of the inspector that is in use."""
        forms = self.window.inspector.findChildren(Form)
        found = (field for form in forms if form.isVisible() for spec, field in form.fields if spec.path == path)
        return next(field.editor for field in found if field.isVisible())

    def fill(self, path, value):
        """Enters a value into a field."""
        editor = self.field(path)
        self.reach(editor)
        if isinstance(editor, QComboBox):
            self.choose(editor, value)
        elif isinstance(editor, Dots):
            self.grade(editor, value)
        elif isinstance(editor, QPlainTextEdit):
            press(Key.Key_A, CTRL)
            write("\n".join(value) if isinstance(value, list) else str(value))
            press(Key.Key_Return, CTRL)
        else:
            assert isinstance(editor, QLineEdit)
            press(Key.Key_A, CTRL)
            write(str(value))
            press(Key.Key_Return)
        settle()

    def add_person(self, name):
        """One more persona, by the inspector of the map."""
        self.nothing_selected()
        self.press_button("persona.add")
        settle()
        self.fill("name", name)
        self.back()

    def facts(self, said):
        """Enters what a card or a marker says besides its text, in the inspector."""
        for path, value in flat(said):
            self.fill(path, value)
        self.back()


def flat(said, before=""):
    """("pain.severity", 5) … of nested values; empty ones are left out."""
    for name, value in said.items():
        if isinstance(value, dict):
            yield from flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


class Mouse(Person):
    """Builds with the pointer; only words are typed."""

    def back(self):
        """Nothing needs to be left."""

    def nothing_selected(self):
        QTest.mouseClick(self.canvas.viewport(), LEFT, pos=QPoint(4, 4))
        settle()

    def reach(self, editor):
        """Scrolls to a field with the wheel and clicks into it."""
        area = editor.parentWidget()
        while not isinstance(area, QAbstractScrollArea):
            area = area.parentWidget()
        view = area.viewport()
        for _ in range(60):
            middle = view.mapFromGlobal(editor.mapToGlobal(editor.rect().center()))
            if view.rect().contains(middle):
                break
            wheel(view, -120 if middle.y() > view.height() / 2 else 120)
        if not isinstance(editor, QComboBox | Dots):
            QTest.mouseClick(click_target(editor), LEFT)

    def choose(self, box, value):
        index = option(box, self, value)
        QTest.mouseClick(box, LEFT)
        view = box.view()
        QTest.qWait(30)
        view.scrollTo(view.model().index(index, 0))
        settle()
        at = view.visualRect(view.model().index(index, 0)).center()
        for way in (at + QPoint(0, 60), at):  # a release near the press would only leave the list open
            QTest.mouseMove(view.viewport(), way)
        QTest.mouseClick(view.viewport(), LEFT, pos=at)
        settle()

    def grade(self, dots, value):
        QTest.mouseClick(dots, LEFT, pos=QPoint(INSET + (value - 1) * PITCH, dots.height() // 2))

    def press_button(self, code):
        button = named(self.window.inspector, self.window.desk.words(code))
        QTest.mouseClick(button, LEFT)

    def point(self, x, y):
        """A point of the map in px of the viewport."""
        return QPoint(*map(round, self.canvas.view.to_window(x, y)))

    def cell(self, title, column):
        """The free foot of a cell, as a rectangle of the map."""
        layout = self.canvas.scene.layout
        row = next(row for row in layout.rows if row.lane.title == title)
        place = layout.columns[column]
        held = [card.rect.bottom for card in row.content.cells[column]] if row.content.cells else []
        top = max(held, default=0.0)
        return Rect(place.x, row.y + top, place.width, max(row.height - top, 2.0))

    def carry(self, kind, to, keys=NONE):
        """Drags a kind from the palette to a point of the viewport."""
        entry = self.window.palette_panel.entries[kind]
        start = entry.rect().center()
        goal = entry.mapFromGlobal(self.canvas.viewport().mapToGlobal(to))
        QTest.mousePress(entry, LEFT, keys, start)
        for share in (0.02, 0.3, 0.6, 0.9, 1.0):
            move(entry, start + (goal - start) * share, keys)
        QTest.mouseRelease(entry, LEFT, keys, goal)
        settle()

    def drag(self, start, to, keys=NONE):
        view = self.canvas.viewport()
        QTest.mouseMove(view, start)
        QTest.mousePress(view, LEFT, keys, start)
        for share in (0.1, 0.4, 0.7, 1.0):
            move(view, start + (to - start) * share, keys)
        QTest.mouseRelease(view, LEFT, keys, to)
        settle()

    def write_text(self, words):
        """Into the editor that a drop has opened; a click elsewhere hands it in."""
        write(words)
        QTest.mouseClick(self.canvas.viewport(), LEFT, pos=QPoint(4, 4))
        settle()

    def select(self, thing):
        rect = self.canvas.scene.hits.rect(thing)
        QTest.mouseClick(
            self.canvas.viewport(), LEFT, pos=self.point(rect.x + rect.width / 2, rect.y + rect.height / 2)
        )
        settle()

    def add_lane(self, before, title):
        """Drops a lane on the upper edge of another, or below the last."""
        layout = self.canvas.scene.layout
        rows = {row.lane.title: row for row in layout.rows}
        y = rows[before].y + 1 if before else layout.labels.bottom - 1
        self.carry("lane", self.point(layout.labels.x + layout.labels.width / 2, y))
        self.write_text(title)
        self.select(self.lane(title).id)

    def add_card(self, kind, title, column, words):
        cell = self.cell(title, column)
        self.carry(kind, self.point(cell.x + cell.width / 2, cell.bottom - 1))
        self.write_text(words)
        self.select(self.card(words).id)

    def add_pictures(self, title, column, paths):
        cell, view = self.cell(title, column), self.canvas.viewport()
        at, mime = self.point(cell.x + cell.width / 2, cell.y + cell.height / 2), files(paths)
        copy = Qt.DropAction.CopyAction
        QApplication.sendEvent(view, QDragEnterEvent(at, copy, mime, LEFT, NONE))
        QApplication.sendEvent(view, QDragMoveEvent(at, copy, mime, LEFT, NONE))
        QApplication.sendEvent(view, QDropEvent(QPointF(at), copy, mime, LEFT, NONE))
        settle()

    def span(self, words, steps):
        rect = self.canvas.scene.hits.rect(self.card(words).id)
        columns = self.canvas.scene.layout.columns
        first = next(column.index for column in columns if column.step.id == self.card(words).first)
        goal = columns[first + steps - 1]
        y = rect.y + rect.height / 2
        self.drag(self.point(rect.right - 1, y), self.point(goal.x + goal.width * 0.8, y))

    def feel(self, column, value):
        """Drops an emotion at the height of its value."""
        layout = self.canvas.scene.layout
        row = next(row for row in layout.rows if row.lane.kind == "emotions")
        place = layout.columns[column]
        y = row.y + row.content.zero - value * row.content.unit
        self.carry("emotion", self.point(place.x + place.width / 2, y), SHIFT)

    def connect(self, _kind, source, target):
        """From the handle beside the selected card to another card."""
        self.select(self.card(source).id)
        box = window_rect(self.canvas.view, self.canvas.scene.hits.rect(self.card(source).id))
        rect = self.canvas.scene.hits.rect(self.card(target).id)
        self.drag(handle(box).toPoint(), self.point(rect.x + rect.width / 2, rect.y + rect.height / 2))

    def select_lane(self, title):
        self.select(self.lane(title).id)

    def undo_all(self):
        self._click_out("undo")

    def redo_all(self):
        self._click_out("redo")

    def _click_out(self, name):
        action = self.window.acts[name]
        button = next(b for b in self.window.findChildren(QToolButton) if b.defaultAction() is action)
        while action.isEnabled():
            QTest.mouseClick(button, LEFT)

    @staticmethod
    def begin(program, plan):
        """Clicks into the fields of the start page and on its button."""
        page = program.start.new
        for field, words in ((page.title, plan.title), (page.persona, plan.personas[0]), (page.stages, plan.line)):
            QTest.mouseClick(field, LEFT)
            field.setFocus()
            write_into(field, words)
        QTest.mouseClick(page.button, LEFT)


class Keyboard(Person):
    """Builds without touching the mouse."""

    def back(self):
        """From the inspector to the map."""
        for _ in range(3):
            if not self.canvas.hasFocus():
                press(Key.Key_Escape)
        assert self.canvas.hasFocus()

    def nothing_selected(self):
        press(Key.Key_Escape)
        settle()

    def reach(self, editor):
        """By F6 to the inspector and by Tab to the field."""
        for _ in range(120):
            if QApplication.focusWidget() in (editor, editor.focusProxy()):
                return
            inside = self.window.inspector.isAncestorOf(QApplication.focusWidget())
            press(Key.Key_Tab if inside else Key.Key_F6)
        raise AssertionError(f"Tab does not reach {editor.accessibleName()}")

    def choose(self, box, value):
        index = option(box, self, value)
        press(Key.Key_Home)
        for _ in range(index):
            press(Key.Key_Down)
        settle()

    def grade(self, _dots, value):
        press(getattr(Key, f"Key_{value}"))

    def press_button(self, code):
        button = named(self.window.inspector, self.window.desk.words(code))
        self.reach(button)
        press(Key.Key_Space)

    def go(self, title, column):
        """Walks to the free place at the foot of a cell."""
        press(Key.Key_Home, CTRL)
        lane = self.lane(title).id
        self._until(Key.Key_PageDown, lambda: self.desk.target and self.desk.target.lane == lane)
        press(Key.Key_Home)
        step = self.step(column)
        self._until(Key.Key_Right, lambda: self.desk.target and self.desk.target.step == step)
        self._until(Key.Key_Down, lambda: not self.desk.selected)
        assert (self.desk.target.lane, self.desk.target.step) == (lane, step)

    def select_card(self, words):
        """Walks to a card."""
        card = self.card(words)
        title = next(lane.title for lane in self.desk.journey.lanes if find(lane.cards, card.id))
        self.go(title, columns_of(self.desk.journey).index[card.first])
        self._until(Key.Key_Up, lambda: self.desk.selected == {card.id})

    def _until(self, key, reached):
        for _ in range(80):
            if reached():
                return
            press(key)
        raise AssertionError(f"{key} does not lead there")

    def add_lane(self, before, title):
        """F4 L puts a lane below that of the slot; it is moved up to where it belongs."""
        press(Key.Key_F4)
        press(Key.Key_L)
        write(title)
        press(Key.Key_Return)
        settle()
        lane = self.lane(title).id
        assert self.desk.selected == {lane}
        while self._place(title) > (self._place(before) if before else len(self.desk.journey.lanes)):
            press(Key.Key_Up, CTRL)
        while self._place(title) + 1 < (self._place(before) if before else len(self.desk.journey.lanes)):
            press(Key.Key_Down, CTRL)

    def _place(self, title):
        """Which lane it is, from the top."""
        return [lane.title for lane in in_order(self.desk.journey.lanes)].index(title)

    def add_card(self, kind, title, column, words):
        self.go(title, column)
        press(Key.Key_F4)
        press(ord(LETTERS[kind].upper()))
        write(words)
        press(Key.Key_Return, CTRL)
        settle()
        assert self.card(words).kind == kind

    def add_pictures(self, title, column, paths):
        self.go(title, column)
        QGuiApplication.clipboard().setMimeData(files(paths))
        press(Key.Key_V, CTRL)
        settle()

    def span(self, words, steps):
        self.select_card(words)
        press(Key.Key_Right, CTRL | SHIFT, steps - 1)

    def feel(self, column, value):
        """Signs and digits at the empty place; tenths with Shift."""
        lane = next(lane for lane in self.desk.journey.lanes if lane.kind == "emotions")
        self.go(lane.title, column)
        write("+" if value > 0 else "-")
        tenths = round((value - (0.5 if value > 0 else -0.5)) * 10)
        press(Key.Key_Plus if tenths > 0 else Key.Key_Minus, SHIFT, abs(tenths))

    def connect(self, _kind, source, target):
        """In the outline any two things can be selected: the space bar with Ctrl adds what the arrows have come to."""
        outline = self.window.outline
        self.select_card(source)
        press(Key.Key_F6, SHIFT)
        settle()
        for branch in outline.branches.tree.find(self.card(target).id).path:
            self._to_branch(outline.branches.index_of(branch))
        press(Key.Key_Space, CTRL)
        assert self.desk.selected == {self.card(source).id, self.card(target).id}
        press(Key.Key_L, CTRL)
        press(Key.Key_Escape)
        settle()

    def _to_branch(self, goal):
        """With the arrows to a branch that can be seen, and opens it; what is selected stays so."""
        outline = self.window.outline
        for _ in range(200):
            here = outline.visualRect(outline.currentIndex()).y()
            if outline.currentIndex() == goal:
                break
            press(Key.Key_Up if outline.visualRect(goal).y() < here else Key.Key_Down, CTRL)
        if outline.branches.hasChildren(goal) and not outline.isExpanded(goal):
            press(Key.Key_Right)

    def select_lane(self, title):
        """Up to the lane and left to its label."""
        self.go(title, 0)
        self._until(Key.Key_Left, lambda: self.desk.selected == {self.lane(title).id})

    def undo_all(self):
        while self.desk.session.undoable:
            press(Key.Key_Z, CTRL)

    def redo_all(self):
        while self.desk.session.redoable:
            press(Key.Key_Y, CTRL)

    @staticmethod
    def begin(program, plan):
        """The cursor stands in the title; Tab goes on, Enter begins."""
        page = program.start.new
        program.start.activateWindow()
        page.title.setFocus(Qt.FocusReason.TabFocusReason)
        for field, words in ((page.title, plan.title), (page.persona, plan.personas[0]), (page.stages, plan.line)):
            assert field.hasFocus()
            write(words)
            press(Key.Key_Tab)
        page.stages.setFocus(Qt.FocusReason.TabFocusReason)
        press(Key.Key_Return)


LETTERS = {kind.key: kind.letter for kind in (*CARD_KINDS, *OTHER_KINDS)}


def option(box, person, value):
    """Where a value stands in a box, by the words it is called by there."""
    words = person.desk.words
    names = {words(f"{group}.{value}") for group in ("channel", "evidence", "trend", "lane", "link")} | {str(value)}
    found = [at for at in range(box.count()) if box.itemText(at) in names]
    assert found, (value, [box.itemText(at) for at in range(box.count())])
    return found[0]


def named(parent, name):
    """The button that is called so."""
    return next(b for b in parent.findChildren(QAbstractButton) if b.isVisible() and b.accessibleName() == name)


def click_target(editor):
    return editor.viewport() if isinstance(editor, QAbstractScrollArea) else editor


def move(widget, at, keys):
    """The pointer moves with a button down; QTest's own move tells nothing of keys."""
    event = QMouseEvent(QMouseEvent.Type.MouseMove, QPointF(at), QPointF(widget.mapToGlobal(at)), LEFT, LEFT, keys)
    QApplication.sendEvent(widget, event)


def wheel(view, angle):
    at = view.rect().center()
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def files(paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime

"""What the keys do while the map has the focus: the one table, and whoever carries it out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.canvas.tools import Surface
from desktop.desk.arrange import Arrange
from desktop.desk.direction import Direction
from desktop.desk.draft import Draft
from desktop.desk.drafts import draft_of
from desktop.desk.place import Place
from desktop.desk.shift import COARSE, FINE, MOST
from desktop.desk.telling import noun
from desktop.desk.walk import Walk
from desktop.document.cards import Marker
from desktop.document.keyed import find
from desktop.document.kinds import CARD_KINDS, OTHER_KINDS

LETTERS = {kind.letter: kind.key for kind in (*CARD_KINDS, *OTHER_KINDS) if kind.letter}
CARDS = frozenset(kind.key for kind in CARD_KINDS)

SIGNS = {"+": COARSE, "=": COARSE, "-": -COARSE, "−": -COARSE, "*": FINE, "_": -FINE}
"""What is typed to make a feeling better or worse; beside plus and minus what these keys give with Shift or without."""

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Board(Surface, Protocol):
    """What the keys need of the canvas besides what tools do."""

    def write(self, draft: Draft, typed: str | None = None) -> bool: ...

    def show_slot(self) -> None:
        """Scrolls the place where one stands into sight."""


class Keyboard:
    """Carries out what keys mean on the map; `calling` while F4 waits for the letter of a kind."""

    def __init__(self, board: Board) -> None:
        self.calling = False
        self.walk = Walk(board.desk)
        self.arrange = Arrange(board.desk)
        self._board = board
        self._desk = board.desk
        self._place = Place(board.desk)

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        if self.calling and event.key() not in MODIFIERS:
            return self._answer(event.text())
        key = _table().get(_combination(event))
        if key is not None:
            key.do(self)
            return True
        text = event.text()
        return text.isprintable() and text.strip() != "" and not _commands(event) and self.type(text, _shifted(event))

    def go(self, direction: Direction) -> None:
        """To the next place."""
        self._walked(lambda: self.walk.go(direction))

    def extend(self, direction: Direction) -> None:
        """To the next place, keeping what is selected."""
        self._walked(lambda: self.walk.go(direction, extend=True))

    def home(self) -> None:
        self._walked(self.walk.home)

    def end(self) -> None:
        self._walked(self.walk.end)

    def corner(self, *, first: bool) -> None:
        """To the first cell of the map or the last."""
        self._walked(lambda: self.walk.corner(first=first))

    def page(self, down: int) -> None:
        """A lane down or up."""
        self._walked(lambda: self.walk.page(down))

    def onward(self, by: int) -> None:
        """To the free place in the next cell of the lane, or the one before."""
        self._walked(lambda: self.walk.onward(by))

    def move(self, direction: Direction) -> None:
        """What is selected one place further."""
        self.arrange.move(direction)
        self._board.show_slot()

    def span(self, direction: Direction) -> None:
        """The end of what is selected one step further."""
        self.arrange.span(direction)

    def write(self) -> None:
        """The text of what is selected, or that of a new card in the slot."""
        self._write(None)

    def call(self) -> None:
        """The next key is the letter of a kind."""
        self.calling = True
        named = (f"{letter.upper()} {noun(self._desk.words, kind)}" for letter, kind in LETTERS.items())
        self._desk.said.emit(self._desk.words("said.letters").format(kinds=" · ".join(named)))
        self._board.repaint_marks()

    def hush(self) -> bool:
        """No letter is waited for any more; False when none was."""
        was, self.calling = self.calling, False
        if was:
            self._desk.said.emit("")
            self._board.repaint_marks()
        return was

    def compose(self, text: str) -> None:
        """An input method has begun with a text: the editor is opened for it, or F4 has its letter."""
        if self.calling:
            self._answer(text)
        elif len(self._desk.selected) <= 1:
            self._write("")

    def type(self, text: str, shifted: bool = False) -> bool:
        """Begins to write, or judges a feeling where one stands on one or in its empty place."""
        if len(self._desk.selected) > 1:
            return False
        if self._feeling() and (text in SIGNS or text.isdigit()):
            return self._feel(text, shifted)
        return self._write(text)

    def _write(self, typed: str | None) -> bool:
        selected, desk = self._desk.selected, self._desk
        draft = draft_of(desk, next(iter(selected))) if len(selected) == 1 else None
        if draft is None and not selected:
            spot = desk.target or self._place.spot("")
            if self._feeling():
                desk.said.emit(desk.words("said.feel"))
                return True
            draft = self._place.draft(self._place.kind_at(spot), spot) if spot else None
        return draft is not None and self._board.write(draft, typed)

    def _answer(self, letter: str) -> bool:
        """The letter after F4: converts what is selected, or places the kind at the slot."""
        kind = LETTERS.get(letter.lower())
        self.hush()
        if kind in CARDS and self.arrange.converts():
            self.arrange.convert(kind)
        elif kind is not None:
            draft = self._place.place(kind)
            if draft is not None:
                self._board.write(draft)
        return True

    def _feeling(self) -> bool:
        """Whether one stands on a marker or in the empty place for one."""
        return self._marker() is not None or (not self._desk.selected and self._slot_lane() == "emotions")

    def _slot_lane(self) -> str:
        """The kind of the lane of the slot."""
        journey, spot = self._desk.journey, self._desk.target
        lane = find(journey.lanes, spot.lane) if journey and spot else None
        return lane.kind if lane else ""

    def _marker(self) -> Marker | None:
        found = self._desk.chosen.markers
        return found[0] if len(found) == 1 else None

    def _feel(self, text: str, shifted: bool) -> bool:
        """Signs change a feeling by a step, digits say how strong it is, with the sign that it has."""
        marker, desk = self._marker(), self._desk
        value = marker.value if marker else 0.0
        if text.isdigit():
            wanted = min(float(text), MOST) * (-1 if value < 0 else 1)
        else:
            step = SIGNS[text]
            wanted = value + (FINE * step / abs(step) if shifted else step)
        if marker is not None:
            return self.arrange.nudge(wanted - value)
        return self._place.emotion(max(-MOST, min(MOST, wanted)), desk.target)

    def _walked(self, walk: Callable[[], None]) -> None:
        walk()
        self._board.show_slot()


@dataclass(frozen=True, slots=True)
class Key:
    """A row of the table: its words are `key.ID` in the catalogue, `shortcuts` as Qt writes them."""

    id: str
    shortcuts: tuple[str, ...]
    do: Callable[[Keyboard], object]


LEFT, RIGHT, UP, DOWN = Direction.LEFT, Direction.RIGHT, Direction.UP, Direction.DOWN
KEYS = (
    Key("left", ("Left",), lambda keyboard: keyboard.go(LEFT)),
    Key("right", ("Right",), lambda keyboard: keyboard.go(RIGHT)),
    Key("up", ("Up",), lambda keyboard: keyboard.go(UP)),
    Key("down", ("Down",), lambda keyboard: keyboard.go(DOWN)),
    Key("home", ("Home",), Keyboard.home),
    Key("end", ("End",), Keyboard.end),
    Key("first", ("Ctrl+Home",), lambda keyboard: keyboard.corner(first=True)),
    Key("last", ("Ctrl+End",), lambda keyboard: keyboard.corner(first=False)),
    Key("lane_up", ("PgUp",), lambda keyboard: keyboard.page(-1)),
    Key("lane_down", ("PgDown",), lambda keyboard: keyboard.page(1)),
    Key("next", ("Tab",), lambda keyboard: keyboard.onward(1)),
    Key("previous", ("Shift+Tab",), lambda keyboard: keyboard.onward(-1)),
    Key("extend_left", ("Shift+Left",), lambda keyboard: keyboard.extend(LEFT)),
    Key("extend_right", ("Shift+Right",), lambda keyboard: keyboard.extend(RIGHT)),
    Key("extend_up", ("Shift+Up",), lambda keyboard: keyboard.extend(UP)),
    Key("extend_down", ("Shift+Down",), lambda keyboard: keyboard.extend(DOWN)),
    Key("move_left", ("Ctrl+Left",), lambda keyboard: keyboard.move(LEFT)),
    Key("move_right", ("Ctrl+Right",), lambda keyboard: keyboard.move(RIGHT)),
    Key("move_up", ("Ctrl+Up",), lambda keyboard: keyboard.move(UP)),
    Key("move_down", ("Ctrl+Down",), lambda keyboard: keyboard.move(DOWN)),
    Key("span_less", ("Ctrl+Shift+Left",), lambda keyboard: keyboard.span(LEFT)),
    Key("span_more", ("Ctrl+Shift+Right",), lambda keyboard: keyboard.span(RIGHT)),
    Key("write", ("Return", "Enter", "F2"), Keyboard.write),
    Key("call", ("F4",), Keyboard.call),
    Key("better", ("+",), lambda keyboard: keyboard.type("+")),
    Key("worse", ("-",), lambda keyboard: keyboard.type("-")),
    Key("better_fine", ("Shift++",), lambda keyboard: keyboard.type("+", shifted=True)),
    Key("worse_fine", ("Shift+-",), lambda keyboard: keyboard.type("-", shifted=True)),
)
"""Everything that a key does on the map and that no menu names."""

MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


@cache
def _table() -> dict[str, Key]:
    """The rows by their keys, as Qt writes them."""
    return {QKeySequence(each).toString(): key for key in KEYS for each in key.shortcuts}


def _combination(event: QKeyEvent) -> str:
    """The keys as Qt writes them; those of the number pad count as the others."""
    keys = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
    key = Qt.Key.Key_Tab if event.key() == Qt.Key.Key_Backtab else Qt.Key(event.key())
    return QKeySequence(QKeyCombination(keys, key)).toString()


def _shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def _commands(event: QKeyEvent) -> bool:
    """Whether a key is held that makes a command of a letter; Ctrl and Alt together write the third letters of keys."""
    held = event.modifiers() & HELD
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return held not in (Qt.KeyboardModifier.NoModifier, both)

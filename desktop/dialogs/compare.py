"""Two versions of one project side by side: pictures with rings round what differs, and every difference in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.canvas.differencesigns import SIDE
from desktop.canvas.scene import Scene
from desktop.dialogs.differencemarks import sign
from desktop.dialogs.differences import Chapter, chapters, summary
from desktop.dialogs.differencetree import MAP, THING, DifferenceTree
from desktop.dialogs.mappicture import SIZE as PICTURE
from desktop.dialogs.mappicture import MapPicture
from desktop.document.base import in_order
from desktop.document.compare import compare
from desktop.document.difference import Difference
from desktop.document.keyed import find
from desktop.layout.style import Words
from desktop.panels.plaintext import plain
from desktop.panels.thumbnail import Easel
from desktop.storage.reader import Opened

GAP = 16
SIDES = ("before", "after")
WINDOW = (1064, 720)
"""Px."""


@dataclass(frozen=True, slots=True)
class Way:
    """A button at the foot, under which name it is answered, and whether it is the strong one."""

    words: str
    name: str
    strong: bool = False


class CompareDialog(QDialog):
    """`chosen` is the name of the way that somebody took; "" when the dialog was only closed."""

    def __init__(
        self,
        words: Words,
        language: str,
        mine: Opened,
        theirs: Opened,
        titles: tuple[str, str],
        *,
        parent: QWidget | None = None,
        ways: Sequence[Way] = (),
    ) -> None:
        """language: of the projects, in which their maps are drawn. titles: of the two sides."""
        super().__init__(parent)
        self.chosen = ""
        self._words = words
        self._opened = (mine, theirs)
        self._easel = Easel(language)
        self._differences = compare(mine.project, theirs.project)
        self._map = ""
        self._scenes: list[Scene | None] = [None, None]
        self.setObjectName("compare")
        self.setWindowTitle(words("compare.title"))
        self.pictures = tuple(MapPicture(self._easel, each.assets, words("compare.no_map")) for each in self._opened)
        self.tree = DifferenceTree(words, PICTURE.width() + GAP)
        self._arrange(titles, ways)
        told = chapters(self._differences, words)
        self.tree.show_chapters(told)
        self.tree.currentItemChanged.connect(self._follow)
        self._show_map(_first(told) or _first_of(mine) or _first_of(theirs))
        self._show_places("")
        self.resize(*WINDOW)

    def _arrange(self, titles: tuple[str, str], ways: Sequence[Way]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(self._head(titles))
        column.addWidget(
            self.tree if self._differences else plain(self._words("compare.same"), "note", wrapped=True), 1
        )
        column.addLayout(self._foot(ways))

    def _head(self, titles: tuple[str, str]) -> QGridLayout:
        """The words at the left, the pictures over the columns that they belong to."""
        self._top = QGridLayout()
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.setHorizontalSpacing(GAP)
        self._top.setVerticalSpacing(6)
        self._top.setColumnStretch(0, 1)
        self._top.addLayout(self._told(), 0, 0, 2, 1)
        for column, (title, picture) in enumerate(zip(titles, self.pictures, strict=True), 1):
            self._top.addWidget(plain(title, "section", wrapped=True), 0, column)
            self._top.addWidget(picture, 1, column)
        self.tree.verticalScrollBar().rangeChanged.connect(self._keep_above)
        return self._top

    def _told(self) -> QVBoxLayout:
        """How many differences there are of each kind."""
        lines = QVBoxLayout()
        lines.setSpacing(8)
        lines.addWidget(
            plain(self._words("compare.heading" if self._differences else "compare.none"), "heading", wrapped=True)
        )
        for code, text in summary(self._differences, self._words):
            lines.addLayout(_counted(code, text))
        lines.addStretch(1)
        return lines

    def _foot(self, ways: Sequence[Way]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        close = QPushButton(self._words("answer.close"))
        close.clicked.connect(self.reject)
        close.setDefault(True)
        row.addWidget(close)
        self.buttons = [close]
        for way in ways:
            button = QPushButton(way.words)
            button.setProperty("way", way.name)
            button.setAutoDefault(False)
            button.clicked.connect(self._take)
            button.setObjectName("strong" if way.strong else "")
            self.buttons.append(button)
            row.addWidget(button)
        return row

    def _take(self) -> None:
        button = self.sender()
        if button is not None:
            self.chosen = str(button.property("way"))
            self.accept()

    def _follow(self, item: QTreeWidgetItem | None) -> None:
        """Shows what the current row is about from close by."""
        if item is not None and item.data(0, MAP):
            self._show_map(str(item.data(0, MAP)))
            self._show_places(str(item.data(0, THING) or ""))

    def _show_map(self, map_id: str) -> None:
        if map_id != self._map:
            self._map = map_id
            self._scenes = [self._scene(opened, map_id) for opened in self._opened]

    def _show_places(self, thing: str) -> None:
        """Both maps at a thing, where it is only on one side at the same place on the other; whole without a thing."""
        there = [scene.hits.rect(thing) if scene else None for scene in self._scenes]
        found = next((box for box in there if box), None)
        for side, scene, picture, box in zip(SIDES, self._scenes, self.pictures, there, strict=True):
            picture.show_scene(scene, marks_of(self._differences, side), box or found)

    def _scene(self, opened: Opened, map_id: str) -> Scene | None:
        return self._easel.scene(opened, map_id) if find(opened.project.maps, map_id) else None

    def _keep_above(self, _least: int, most: int) -> None:
        """The pictures stay over their columns when a scroll bar comes."""
        self._top.setContentsMargins(0, 0, self.tree.verticalScrollBar().sizeHint().width() if most else 0, 0)


def marks_of(differences: Sequence[Difference], side: str) -> dict[str, str]:
    """The codes of what is ringed on a side by the thing's id: what is new only after, what is gone only before."""
    hidden = "added" if side == "before" else "removed"
    return {each.thing.id: each.code for each in differences if each.code != hidden}


def _first(told: Sequence[Chapter]) -> str:
    """The map with the most rows."""
    maps = [(sum(len(section.rows) for section in chapter.sections), chapter.id) for chapter in told if chapter.id]
    return max(maps, key=lambda pair: pair[0])[1] if maps else ""


def _first_of(opened: Opened) -> str:
    return next((each.id for each in in_order(opened.project.maps)), "")


def _counted(code: str, text: str) -> QHBoxLayout:
    row, mark = QHBoxLayout(), plain("", "sign", wrapped=True)
    mark.setPixmap(sign(code).pixmap(SIDE, SIDE))
    row.setSpacing(8)
    row.addWidget(mark)
    row.addWidget(plain(text, "told", wrapped=True), 1)
    return row

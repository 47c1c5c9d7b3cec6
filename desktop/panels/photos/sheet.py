"""The window in which photos are chosen and their corners set."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.canvas.viewer import single_shot
from desktop.desk.album import Album, Shot, guessed
from desktop.layout.style import Words
from desktop.panels.photos.corners import CornerEditor
from desktop.panels.photos.images import ImageView, to_qimage
from desktop.panels.plaintext import plain
from desktop.storage.errors import StorageError

SIDE = 300
"""Px of width of the list and what is below it."""

PREVIEW = QSize(SIDE, 210)
PAUSE = 120
"""Ms after which what was moved is straightened anew."""

KEEP = "Ctrl+Alt+Shift+I"
"""The same keys as in the walk."""

Choose = Callable[[], list[Path]]


class PhotoSheet(QDialog):
    """Not modal: the map stays at hand. changed(): other photos, or others of their corners. walking(): done here.
    keeping(): the photo that is shown is wanted on the map."""

    changed = Signal()
    walking = Signal()
    keeping = Signal()

    def __init__(self, album: Album, choose: Choose, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._album = album
        self._choose = choose
        self._words = words
        self._faults: list[str] = []
        self._images: dict[object, QImage] = {}
        self._straightening = single_shot(self, PAUSE, self._straighten)
        self.setObjectName("photosheet")
        self.setWindowTitle(words("photos.title"))
        self._make_parts()
        self._lay_out()
        self._connect()
        self.resize(1080, 720)
        self._show_list(0)

    def add(self) -> None:
        """Asks for photos and reads them; what cannot be used is told."""
        self.read(self._choose())

    def read(self, paths: list[Path]) -> None:
        """Takes photos in; what cannot be used is told, one sentence each."""
        self._faults = []
        for path in paths:
            try:
                self._album.add(path)
            except StorageError as error:
                self._faults.append(str(error))
        self._show_list(len(self._album.shots) - 1)
        self.changed.emit()

    @property
    def shot(self) -> Shot | None:
        """The photo that is shown."""
        row = self.list.currentRow()
        return self._album.shots[row] if 0 <= row < len(self._album.shots) else None

    def done(self, result: int) -> None:
        """What waits to be straightened need not be any more."""
        self._straightening.stop()
        super().done(result)

    def _make_parts(self) -> None:
        words = self._words
        self.list = QListWidget()
        self.list.setAccessibleName(words("photos.list"))
        self.more = QPushButton(words("photos.add"))
        self.turn = QPushButton(words("photos.turn"))
        self.remove = QPushButton(words("photos.remove"))
        self.keep = QPushButton(words("photos.keep"))
        self.keep.setToolTip(words("photos.keep_tip"))
        self.keep.setShortcut(KEEP)
        for button in (self.more, self.turn, self.remove, self.keep):
            button.setAutoDefault(False)
        self.what = QComboBox()
        self.what.setAccessibleName(words("photos.what"))
        self.what.addItems([words("photos.by_marks"), words("photos.by_cells")])
        cells = [cell.address for cell in self._album.plan.cells if not cell.ticks]
        self.first, self.last = QComboBox(), QComboBox()
        for box, name in ((self.first, "photos.from"), (self.last, "photos.to")):
            box.addItems(cells)
            box.setAccessibleName(words(name))
        self.last.setCurrentIndex(len(cells) - 1)
        self.editor = CornerEditor(words("photos.corners"))
        self.preview = ImageView(PREVIEW)
        self.told = plain("", "told", wrapped=True)
        self.measure = plain("", "caption")
        self.measure.setWordWrap(True)
        self.go = QPushButton(words("photos.go"))
        self.go.setObjectName("strong")

    def _lay_out(self) -> None:
        words = self._words
        side = QVBoxLayout()
        side.setSpacing(8)
        buttons = QHBoxLayout()
        for button in (self.more, self.turn, self.remove):
            buttons.addWidget(button)
        side.addWidget(self.list, 1)
        side.addLayout(buttons)
        side.addWidget(self.keep)
        side.addSpacing(6)
        side.addWidget(plain(words("photos.what"), "caption"))
        side.addWidget(self.what)
        between = QHBoxLayout()
        between.addWidget(plain(words("photos.from"), "caption"))
        between.addWidget(self.first, 1)
        between.addWidget(plain(words("photos.to"), "caption"))
        between.addWidget(self.last, 1)
        self.between = QWidget()
        self.between.setLayout(between)
        between.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.between)
        side.addSpacing(6)
        side.addWidget(plain(words("photos.straightened"), "caption"))
        side.addWidget(self.preview)
        side.addWidget(self.measure)
        held = QWidget()
        held.setFixedWidth(SIDE)
        side.setContentsMargins(0, 0, 0, 0)
        held.setLayout(side)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(held)
        row.addWidget(self.editor, 1)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.more.clicked.connect(self.add)
        self.turn.clicked.connect(self._turn)
        self.remove.clicked.connect(self._remove)
        self.go.clicked.connect(self.walking)
        self.keep.clicked.connect(self.keeping)
        self.list.currentRowChanged.connect(self._show_shot)
        self.editor.moved.connect(self._take_corners)
        self.what.activated.connect(self._take_extent)
        self.first.activated.connect(self._take_extent)
        self.last.activated.connect(self._take_extent)

    def _show_list(self, row: int) -> None:
        """The photos by name and state, one of them chosen."""
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([self._line(shot) for shot in self._album.shots])
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._show_shot()

    def _line(self, shot: Shot) -> str:
        return f"{shot.photo.name}\n{self._state(shot)}"

    def _state(self, shot: Shot) -> str:
        """What is known of a photo's corners, in a few words."""
        words, fault = self._words, self._album.fault(shot)
        if fault == "missing":
            return words("photos.none" if len(shot.missing) == 4 else "photos.missing").format(count=len(shot.missing))
        if fault:
            return words("photos.wrong")
        return words("photos.found" if all(shot.found) else "photos.set")

    def _show_shot(self) -> None:
        """The chosen photo with its corners."""
        shot = self.shot
        for widget in (self.turn, self.remove, self.what, self.first, self.last, self.editor):
            widget.setEnabled(shot is not None)
        if shot is None:
            self.editor.show_photo(QImage(), (1, 1), (None,) * 4, guessed(1, 1))
        else:
            size = shot.photo.width, shot.photo.height
            self.editor.show_photo(self._image(shot), size, shot.corners, shot.quad)
            self.what.setCurrentIndex(int(shot.extent is not None))
            for box, address in zip((self.first, self.last), shot.extent or (), strict=False):
                box.setCurrentText(address)
        self._follow()

    def _image(self, shot: Shot) -> QImage:
        """The photo as the editor shows it, kept as long as the window is there."""
        if shot.photo not in self._images:
            self._images = {shot.photo: to_qimage(self._album.room.image(shot.photo))}
        return self._images[shot.photo]

    def _follow(self) -> None:
        """What follows from the corners."""
        shot, row = self.shot, self.list.currentRow()
        self.between.setVisible(shot is not None and shot.extent is not None)
        if shot is not None:
            item = self.list.item(row)
            item.setText(self._line(shot))
        self.go.setEnabled(bool(self._album.cells()))
        self.told.setText(self._sentence(shot))
        self._straightening.start()

    def _sentence(self, shot: Shot | None) -> str:
        words = self._words
        if self._faults:
            return " ".join(self._faults)
        if shot is None:
            return words("photos.lead")
        fault = self._album.fault(shot)
        if fault == "missing":
            return words("photos.do_cells" if shot.extent else "photos.do_marks")
        return words(f"photos.fault_{fault}") if fault else words("photos.ready").format(count=len(self._album.cells()))

    def _straighten(self) -> None:
        shot, words = self.shot, self._words
        image = self._album.straightened(shot, 2 * PREVIEW.width()) if shot else None
        name = words("photos.straightened")
        self.preview.show_image(to_qimage(image) if image else QImage(), name, words("photos.not_yet"))
        area = self._album.area(shot) if shot else None
        text = words("photos.size").format(width=f"{area.width:.0f}", height=f"{area.height:.0f}") if area else ""
        self.measure.setText(text if shot and not shot.extent else "")

    def _take_corners(self) -> None:
        self._album.set_corners(self.list.currentRow(), self.editor.corners)
        self._faults = []
        self._follow()
        self.changed.emit()

    def _take_extent(self) -> None:
        extent = (self.first.currentText(), self.last.currentText()) if self.what.currentIndex() else None
        self._album.set_extent(self.list.currentRow(), extent)
        self._follow()
        self.changed.emit()

    def _turn(self) -> None:
        row = self.list.currentRow()
        self._album.turn(row)
        self._show_list(row)
        self.changed.emit()

    def _remove(self) -> None:
        row = self.list.currentRow()
        self._album.remove(row)
        self._show_list(min(row, len(self._album.shots) - 1))
        self.changed.emit()

"""The right side of the dialog: the poster, its sheets, or the wall that it hangs on."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop.dialogs.poster.choices import ROLL, medium
from desktop.dialogs.poster.fields import Segments
from desktop.dialogs.poster.marks import Mark
from desktop.dialogs.poster.preview import STEP, Part, Preview
from desktop.dialogs.poster.proof import Order, Proof, part_picture, proof, sheet_picture
from desktop.dialogs.poster.wallpage import USUAL, WallPage
from desktop.dialogs.poster.work import Job, Latest
from desktop.layout.style import Words
from desktop.paint.raster import Raster
from desktop.panels.icons import icon
from desktop.panels.plaintext import plain
from desktop.plan.page import MM
from desktop.plan.wall import Wall
from desktop.poster.refusals import CancelledError, told
from desktop.poster.workshop import Workshop
from desktop.preferences import Habits
from desktop.storage.errors import StorageError

POSTER, SHEETS, WALL = "poster", "sheets", "wall"
VIEWS = (POSTER, SHEETS, WALL)


class Showing(QWidget):
    """proofed(proof): the print for the last order is there. failed(): there can be none, and the preview says why."""

    proofed = Signal(object)
    failed = Signal()

    def __init__(self, words: Words, habits: Habits) -> None:
        super().__init__()
        self._words = words
        self.proof: Proof | None = None
        self._workshop = Workshop()
        self.view, self.number = POSTER, 0
        self._asked: Part | None = None
        self._proofs, self._pictures = Latest(self), Latest(self)
        self.preview = Preview(words("poster.preview"))
        self.wall = WallPage(words, Wall(*habits.wall) if habits.wall else USUAL, habits.unit)
        self.views = Segments(words("poster.view"), [(each, words(f"poster.view_{each}")) for each in VIEWS])
        self.views.show_value(POSTER)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self.wall)
        self._make_buttons()
        self._arrange()
        self._follow()

    @property
    def busy(self) -> bool:
        """Whether what is shown is not yet what was ordered last."""
        return self._proofs.busy

    def order(self, order: Order) -> None:
        """Makes the print for this instead of the one that is shown."""
        self._pictures.give_up()
        self._proofs.ask(partial(proof, order, workshop=self._workshop))
        self.note.setText(self._words("poster.working"))

    def give_up(self) -> None:
        """Nothing more is wanted."""
        self._proofs.give_up()
        self._pictures.give_up()

    def show_view(self, view: str) -> None:
        """The poster, its sheets, or the wall."""
        self.view, self.number = view, 0
        self.views.show_value(view)
        self._stack.setCurrentWidget(self.wall if view == WALL else self.preview)
        self.preview.fit()
        self._show_page()

    def show_number(self, number: int) -> None:
        """Another of the posters or sheets, the first being 0."""
        self.number = min(max(number, 0), self.count - 1)
        self._show_page()

    @property
    def count(self) -> int:
        """How many pages there are to look at."""
        if self.proof is None:
            return 1
        return len(self.proof.sheets) if self.view == SHEETS else len(self.proof.panels)

    def _make_buttons(self) -> None:
        self.tools: dict[str, QToolButton] = {}
        for name, image in (
            ("before", "left"),
            ("after", "right"),
            ("away", "minus"),
            ("closer", "plus"),
            ("fit", "fit"),
        ):
            button = QToolButton()
            button.setObjectName("tool")
            button.setIcon(icon(image))
            button.setToolTip(self._words(f"poster.tool_{name}"))
            button.setAccessibleName(self._words(f"poster.tool_{name}"))
            self.tools[name] = button
        self.page = plain("", "quiet")
        self.note = plain("", "quiet")

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(4)
        row.addWidget(self.views)
        row.addSpacing(12)
        row.addWidget(self.note)
        row.addStretch(1)
        for widget in (self.tools["before"], self.page, self.tools["after"]):
            row.addWidget(widget)
        row.addSpacing(12)
        for name in ("away", "closer", "fit"):
            row.addWidget(self.tools[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _follow(self) -> None:
        self._proofs.ended.connect(self._take_proof)
        self._pictures.ended.connect(self._take_picture)
        self.preview.wanted.connect(self._want)
        self.views.picked.connect(self.show_view)
        self.tools["before"].clicked.connect(self._go_before)
        self.tools["after"].clicked.connect(self._go_after)
        self.tools["away"].clicked.connect(self._go_away)
        self.tools["closer"].clicked.connect(self._go_closer)
        self.tools["fit"].clicked.connect(self.preview.fit)

    def _take_proof(self, job: Job[Any]) -> None:
        self.note.clear()
        try:
            self.proof = job.result()
        except CancelledError:
            return
        except StorageError as error:
            self.proof = None
            self.preview.show_message(told(error, self._words))
            self._show_tools()
            self.failed.emit()
            return
        self.number = min(self.number, self.count - 1)
        self._show_page()
        self.proofed.emit(self.proof)

    def _show_page(self) -> None:
        self._show_tools()
        found = self.proof
        if found is None:
            return
        panel = found.panels[0 if self.view == SHEETS else self.number]
        if self.view == WALL:
            settings = found.order.settings
            self.wall.roll = settings.paper if medium(settings) == ROLL else ""
            self.wall.show_poster(panel.size)
            self._want(self._wall_scale(panel.size), None)
        elif self.view == SHEETS:
            sheet = found.sheets[self.number]
            self.preview.show_sheet((sheet.width / MM, sheet.height / MM))
        else:
            self.preview.show_sheet(panel.sheet, panel)

    def _wall_scale(self, size: tuple[float, float]) -> float:
        """Px per pt that are enough for the picture on the wall."""
        return 700 * self.devicePixelRatioF() / (max(size) * MM)

    def _show_tools(self) -> None:
        """Only what there is a use for."""
        several = self.proof is not None and self.count > 1
        for name in ("before", "after"):
            self.tools[name].setVisible(several)
            self.tools[name].setEnabled(several and 0 <= self.number + (1 if name == "after" else -1) < self.count)
        self.page.setVisible(several)
        self.page.setText(self._page_name() if several else "")
        for name in ("away", "closer", "fit"):
            self.tools[name].setEnabled(self.proof is not None and self.view != WALL)

    def _page_name(self) -> str:
        """“B2 · 3 of 16”."""
        found = self.proof
        if found is None:
            return ""
        name = found.sheets[self.number].label if self.view == SHEETS else found.panels[self.number].title
        place = self._words("poster.page").format(number=self.number + 1, count=self.count)
        return " · ".join(filter(None, (name, place)))

    def _want(self, scale: float, part: Part | None) -> None:
        found = self.proof
        if found is None:
            return
        self._asked = part
        if self.view == SHEETS:
            self._asked = None
            self._pictures.ask(partial(sheet_picture, found, self.number, scale))
        else:
            self._pictures.ask(partial(_part, found, self.number, scale, part))

    def _take_picture(self, job: Job[Any]) -> None:
        try:
            picture: Raster = job.result()
        except (CancelledError, StorageError):
            return
        if self.view == WALL and self.proof is not None:
            panel = self.proof.panels[self.number]
            self.wall.show_poster(panel.size, _trimmed(picture, panel.origin, panel.size))
        else:
            self.preview.show_picture(picture, self._asked)

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """What is wrong where, on the poster."""
        if self.view == POSTER:
            self.preview.show_marks(marks)

    def go_to(self, mark: Mark) -> None:
        """Shows it on the poster from close by."""
        if self.view != POSTER:
            self.show_view(POSTER)
        self.preview.go_to(mark)

    def _go_before(self) -> None:
        self.show_number(self.number - 1)

    def _go_after(self) -> None:
        self.show_number(self.number + 1)

    def _go_away(self) -> None:
        self.preview.zoom_by(1 / STEP)

    def _go_closer(self) -> None:
        self.preview.zoom_by(STEP)


def _part(found: Proof, number: int, scale: float, part: Part | None, _progress: object) -> Raster:
    return part_picture(found, number, scale, part)


def _trimmed(picture: Raster, origin: tuple[float, float], size: tuple[float, float]) -> QImage:
    """Without the bleed and the marks around the poster."""
    image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    left, top, wide, high = (round(each * MM * picture.scale) for each in (*origin, *size))
    return image.copy(left, top, wide, high)

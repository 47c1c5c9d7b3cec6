"""Touch mode: whatever is tapped is large enough for a finger. The first touch begins it, only a person ends it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputDevice, QTouchEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.canvas.canvas import Canvas
from desktop.canvas.pen import Pen
from desktop.canvas.touch import Touch
from desktop.desk.desk import Desk
from desktop.panels import theme
from desktop.panels.room.part import Remembers


class TouchMode(QObject):
    """Keeps a window in the mode that the program is in, and its canvas open to fingers and pens in either."""

    def __init__(self, window: QMainWindow, desk: Desk, canvas: Canvas, home: Remembers) -> None:
        super().__init__(window)
        self._desk = desk
        self._canvas = canvas
        self._home = home
        self._declined = False
        self.pen = Pen(canvas)
        self.touch = Touch(canvas, self.pen)
        self.touch.touched.connect(self._note)
        window.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)  # told of those that nobody else wants
        window.installEventFilter(self)
        canvas.touched = home.habits.touch

    @property
    def on(self) -> bool:
        return self._canvas.touched

    def toggle(self) -> None:
        """The other way from now on, here and in all windows, and at the next start."""
        self._declined = self.on
        self._set(not self.on)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A touch stays with whoever it is for; other windows tell of the mode by the style that all wear."""
        if isinstance(event, QTouchEvent):
            if event.type() == QEvent.Type.TouchBegin and event.deviceType() == QInputDevice.DeviceType.TouchScreen:
                self._note()
            event.ignore()
            return True
        if event.type() == QEvent.Type.StyleChange and self.on != self._home.habits.touch:
            self._follow()
        return False

    def _note(self) -> None:
        """Somebody touches the screen; whoever has ended the mode in this window is not asked again."""
        if not (self.on or self._declined):
            self._set(True)

    def _set(self, on: bool) -> None:
        self._home.keep_habits(self._home.habits.model_copy(update={"touch": on}))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.suit(application, touch=on)
        self._follow()
        self._desk.said.emit(self._desk.words("said.touch_on" if on else "said.touch_off"))

    def _follow(self) -> None:
        self._canvas.touched = self._home.habits.touch
        self._canvas.repaint_marks()

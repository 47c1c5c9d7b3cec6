"""Which widgets have been painted so far. A module that is loaded after the program's, as Qt is in a start of it."""

from PySide6.QtCore import QEvent, QObject


class Painted(QObject):
    """Filters the events of an application; `seen` are the widgets."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[QObject] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.add(watched)
        return False

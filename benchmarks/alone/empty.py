"""When a window without anything in it has been painted, in seconds of the machine's steady clock."""

import json
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Empty(QWidget):
    """Remembers whether it has been painted."""

    painted = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.painted = True


application = QApplication([])
window = Empty()
window.resize(1600, 1000)
window.show()
while not window.painted:
    application.processEvents()
print(json.dumps({"painted": time.monotonic()}))

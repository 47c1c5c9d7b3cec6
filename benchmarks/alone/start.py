"""When the program has painted the map of a file for the first time, in seconds of the machine's steady clock."""

import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QObject

from desktop.app import Program, set_up, tear_down


class Watch(QObject):
    """Sees which viewport was painted last."""

    seen: QObject | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched.objectName() == "qt_scrollarea_viewport":
            self.seen = watched
        return False


application = set_up()
watch = Watch()
application.installEventFilter(watch)
with TemporaryDirectory() as folder:
    program = Program(Path(folder) / "preferences.json")
    program.open_path(Path(sys.argv[1]))
    while watch.seen is not program.windows[0].canvas.viewport():
        application.processEvents()
    painted = time.monotonic()
    tear_down()
print(json.dumps({"painted": painted}))

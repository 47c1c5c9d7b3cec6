"""When the program has painted the map of a file for the first time, in seconds of the machine's steady clock."""

import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.__main__ import windows

app = windows()  # the modules in the order in which the program loads them

from PySide6.QtCore import QEvent, QObject  # noqa: E402 - see above


class Watch(QObject):
    """Sees which viewport was painted last."""

    seen: QObject | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched.objectName() == "qt_scrollarea_viewport":
            self.seen = watched
        return False


application = app.set_up()
watch = Watch()
application.installEventFilter(watch)
with TemporaryDirectory() as folder:
    program = app.Program(Path(folder) / "preferences.json")
    program.open_path(Path(sys.argv[1]))
    while watch.seen is not program.windows[0].canvas.viewport():
        application.processEvents()
    painted = time.monotonic()
    app.tear_down()
print(json.dumps({"painted": painted}))

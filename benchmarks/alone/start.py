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
    """Sees which viewports were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[QObject] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched.objectName() == "qt_scrollarea_viewport":
            self.seen.add(watched)
        return False


application = app.set_up()
watch = Watch()
application.installEventFilter(watch)
with TemporaryDirectory() as folder:
    program = app.Program(app.preferences.Folders.below(Path(folder)))
    program.open_path(Path(sys.argv[1]))
    while program.windows[0].canvas.viewport() not in watch.seen:
        application.processEvents()
    painted = time.monotonic()
    app.tear_down()
print(json.dumps({"painted": painted}))

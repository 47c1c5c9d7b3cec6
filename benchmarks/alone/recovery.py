"""When the program has painted the list of unsaved work after its start, in seconds of the machine's steady clock."""

import json
import sys
import time
from pathlib import Path

from desktop.__main__ import windows

app = windows()  # the modules in the order in which the program loads them

from PySide6.QtCore import QEvent, QObject  # noqa: E402 - see above


class Watch(QObject):
    """Sees which windows were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[QObject] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.add(watched)
        return False


application = app.set_up()
watch = Watch()
application.installEventFilter(watch)
program = app.Program(app.preferences.Folders.below(Path(sys.argv[1])))
program.open_start()
program.recovering.tidy()
if not program.recovering.found():
    raise SystemExit("there is no unsaved work")
program.recovering.offer()
while program.recovering.dialog not in watch.seen:
    application.processEvents()
painted = time.monotonic()
program.recovering.leave()
app.tear_down()
print(json.dumps({"painted": painted}))

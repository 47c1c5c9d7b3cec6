"""The status bar: whether all is saved, what the map holds, and messages."""

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from desktop.document.journey import JourneyMap
from desktop.layout.style import Words

MESSAGE_TIME = 10_000
"""Ms that a message stands."""


class Facts(QStatusBar):
    """Messages take the place of the facts for a while."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.saved = QLabel()
        self.contents = QLabel()
        self.setSizeGripEnabled(False)
        for label in (self.saved, self.contents):
            self.addWidget(label)

    def say(self, message: str) -> None:
        """Shows a message for a while."""
        self.showMessage(message, MESSAGE_TIME)

    def show_saved(self, time: str, *, modified: bool, new: bool) -> None:
        """`time` is that of the last save since the start, as “14:02”, or ""; `new` is a project without a file."""
        code = f"status.{'changed' if modified or new else 'saved'}{'_at' if time else ''}"
        self.saved.setText(self._words("status.new" if new else code).format(time=time))

    def show_map(self, shown: JourneyMap) -> None:
        """How much the map holds."""
        counts = {
            "stage": len(shown.stages),
            "step": sum(len(stage.steps) for stage in shown.stages),
            "card": sum(len(lane.cards) for lane in shown.lanes),
        }
        self.contents.setText(" · ".join(self._counted(thing, count) for thing, count in counts.items()))

    def show_nothing(self) -> None:
        """For a project without a map."""
        self.contents.clear()

    def _counted(self, thing: str, count: int) -> str:
        return self._words(f"status.{thing}" if count == 1 else f"status.{thing}s").format(count=count)

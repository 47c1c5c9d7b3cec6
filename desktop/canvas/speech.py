"""What a screen reader is told of the canvas: the cell or the thing that has the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from desktop.desk.desk import Desk
from desktop.desk.spoken import of_desk


class Speech:
    """Keeps a widget's accessible description on the place where one is, and has it read out when it changes."""

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        self._desk = desk
        self._widget = widget
        for told in (desk.aimed, desk.picked, desk.shown):
            told.connect(self.tell)
        self.tell()

    def tell(self) -> None:
        """Describes where one is now; nothing is read out while the focus is elsewhere."""
        said = of_desk(self._desk)
        if said == self._widget.accessibleDescription():
            return
        self._widget.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self._widget, QAccessible.Event.DescriptionChanged))
        if said and self._widget.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, said))

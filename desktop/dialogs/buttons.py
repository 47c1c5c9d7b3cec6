"""The two buttons at the foot of a dialog, and what Return does to buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QDialogButtonBox

from desktop.layout.style import Words


def answers(dialog: QDialog, go: str, words: Words) -> QDialogButtonBox:
    """The strong one, which accepts the dialog and is called by the words of the code `go`, and the way out."""
    box = QDialogButtonBox()
    box.addButton(words(go), QDialogButtonBox.ButtonRole.AcceptRole).setObjectName("strong")
    box.addButton(words("answer.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def press_focused(dialog: QDialog, event: QKeyEvent) -> bool:
    """Return presses the button that has the focus, and never another one; whether the key was Return."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    focused = dialog.focusWidget()
    if isinstance(focused, QAbstractButton):
        focused.click()
    return True

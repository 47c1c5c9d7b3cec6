"""The two buttons at the foot of a dialog."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox

from desktop.layout.style import Words


def answers(dialog: QDialog, go: str, words: Words) -> QDialogButtonBox:
    """The strong one, which accepts the dialog and is called by the words of the code `go`, and the way out."""
    box = QDialogButtonBox()
    box.addButton(words(go), QDialogButtonBox.ButtonRole.AcceptRole).setObjectName("strong")
    box.addButton(words("answer.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box

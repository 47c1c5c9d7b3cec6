"""The snapshots of a map: taken, looked at, compared with one another and with the map as it is."""

from desktop.dialogs.snapshots.asking import TitleAsker
from desktop.dialogs.snapshots.dialog import SnapshotsDialog
from desktop.dialogs.snapshots.marks import ghost_marks, marks_of
from desktop.dialogs.snapshots.strip import SinceStrip

__all__ = ["SinceStrip", "SnapshotsDialog", "TitleAsker", "ghost_marks", "marks_of"]

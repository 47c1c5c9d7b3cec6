"""The snapshots of a map: taken, looked at, compared with one another and with the map as it is."""

from desktop.dialogs.snapshots.asking import TitleAsker
from desktop.dialogs.snapshots.dialog import SnapshotsDialog

__all__ = ["SnapshotsDialog", "TitleAsker"]

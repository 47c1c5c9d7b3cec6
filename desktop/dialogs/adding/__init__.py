"""What another file brings: what comes, and what both have differently."""

from desktop.dialogs.adding.dialog import AddDialog

__all__ = ["AddDialog"]

"""The emotion curve from what people said: two dialogs, and the part of a window that opens them."""

from desktop.dialogs.curve.part import Curve

__all__ = ["Curve"]

"""Brand…: a client's logo, colour and typefaces, with a small map that wears them at once."""

from desktop.dialogs.brand.dialog import BrandDialog

__all__ = ["BrandDialog"]

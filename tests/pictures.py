"""Pictures for tests, as bytes of files and as assets."""

from io import BytesIO

from PIL import Image

from desktop.storage.pictures import picture


def png(width=60, height=40, colour="#2F7DD1"):
    """A drawing of one colour."""
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def ready(width=60, height=40, colour="#2F7DD1"):
    """The same, read."""
    return picture(png(width, height, colour))

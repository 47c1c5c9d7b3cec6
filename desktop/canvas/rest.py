"""Whether Escape on the map has anything to take back."""

from desktop.canvas.canvas import Canvas


def at_rest(canvas: Canvas) -> bool:
    """No gesture, no text that is written, no letter that is waited for, and nothing selected."""
    return canvas.tool is None and canvas.writer is None and not (canvas.keyboard.calling or canvas.desk.selected)

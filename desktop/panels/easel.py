"""The canvas of a window, with fonts, style and the project's pictures."""

from desktop.canvas.canvas import Canvas
from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Studio
from desktop.canvas.sheet import Sheet
from desktop.desk.desk import Desk
from desktop.resources import style, typesetter, words
from desktop.spelling import speller
from desktop.storage.assets import bytes_of


def canvas_on(desk: Desk) -> Canvas:
    """A canvas that shows the desk's map in the project's language and colours."""
    project, setter = desk.project, typesetter()
    studio = Studio(setter, style("screen", project.brand.accent), words(project.language))
    canvas = Canvas(desk, studio, Sheet(studio, ShapePainter(setter.fonts, bytes_of(desk.session.assets))))
    canvas.speller = lambda: speller(desk.project.language)  # asked for when somebody writes: a dictionary takes time
    return canvas

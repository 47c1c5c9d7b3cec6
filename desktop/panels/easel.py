"""The canvas of a window, with fonts, style and the project's pictures."""

from weakref import WeakValueDictionary

from desktop.canvas.canvas import Canvas
from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Studio
from desktop.canvas.sheet import Sheet
from desktop.desk.desk import Desk
from desktop.resources import style, typesetter, words
from desktop.spelling import speller
from desktop.storage.assets import bytes_of
from desktop.storage.brandfonts import wardrobe
from desktop.typeset.entries import BrandFonts
from desktop.typeset.typesetter import Typesetter

Look = tuple[BrandFonts | None, str]
"""A brand's fonts, as far as they can be had, and its accent."""


def canvas_on(desk: Desk) -> Canvas:
    """A canvas that shows the desk's map in the project's language and brand, whatever becomes of the brand."""
    canvas = Canvas(desk, *_dressed(desk, _look(desk)))
    canvas.speller = lambda: speller(desk.project.language)  # asked for when somebody writes: a dictionary takes time
    desk.shown.connect(_Attire(desk, canvas).follow)
    return canvas


class _Attire:
    """Keeps a canvas in the look of its project, also when that is undone."""

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        self._desk = desk
        self._canvas = canvas
        self._brand = desk.project.brand
        self._look = _look(desk)

    def follow(self) -> None:
        """A brand with the same fonts and accent changes nothing that has been remembered."""
        if self._desk.project.brand is self._brand:
            return
        self._brand = self._desk.project.brand
        look = _look(self._desk)
        if look != self._look:
            self._look = look
            self._canvas.dress(*_dressed(self._desk, look))


def _look(desk: Desk) -> Look:
    brand = desk.project.brand
    return wardrobe(brand, desk.session.assets).fonts, brand.accent


def _dressed(desk: Desk, look: Look) -> tuple[Studio, Sheet]:
    fonts, accent = look
    setter = typesetter(brand=fonts, language=desk.project.language)
    studio = studio_of(setter, accent, desk.project.language)
    return studio, Sheet(studio, ShapePainter(setter.fonts, bytes_of(desk.session.assets)))


def studio_of(setter: Typesetter, accent: str, language: str) -> Studio:
    """The one studio of all canvases that look alike, as long as any of them stands: two windows on copies of a map,
    or one that is closed and opened again beside others, find what is laid out and drawn already.
    """
    studio = _studios.get((setter, accent, language))
    if studio is None:
        studio = _studios[setter, accent, language] = Studio(setter, style("screen", accent), words(language))
    return studio


_studios: WeakValueDictionary[tuple[Typesetter, str, str], Studio] = WeakValueDictionary()

"""How a window stands: where it is, how its panels are arranged, what of the map it shows and how large."""

from base64 import b64decode, b64encode
from contextlib import suppress

from PySide6.QtCore import QByteArray

from desktop.preferences import Place
from desktop.window import Window


def place_of(window: Window) -> Place:
    """How the window stands now."""
    standpoint = window.canvas.standpoint
    zoom, scroll = standpoint or (None, (0, 0))
    return Place(
        geometry=_text(window.saveGeometry().data()),
        layout=_text(window.layout_state()),
        map=window.desk.map_id,
        zoom=zoom,
        scroll=scroll,
    )


def put(window: Window, place: Place) -> None:
    """Shows a window as one was left once; what cannot be understood of that is as usual."""
    with suppress(ValueError):  # text that somebody edited
        window.restoreGeometry(QByteArray(b64decode(place.geometry)))
    with suppress(ValueError):
        if place.layout:
            window.restore_layout(b64decode(place.layout))
    if place.map in {each.id for each in window.desk.project.maps}:
        window.desk.show_map(place.map)
    window.show()
    if place.zoom is not None:
        window.canvas.stand_at((place.zoom, place.scroll))


def take_over(window: Window, other: Window) -> None:
    """Goes on in a window where one was in the other: what is looked at, selected and aimed at, and being typed."""
    window.desk.look(other.desk.lens)
    window.desk.select(other.desk.selected)
    window.desk.aim(other.desk.target)
    window.workshop.jottings.put_back(other.workshop.jottings.lines)


def _text(data: bytes | bytearray | memoryview) -> str:
    return b64encode(data).decode("ascii")

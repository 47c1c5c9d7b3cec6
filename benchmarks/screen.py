"""Frames of the real window: its canvas is 1600 × 1000 px, input comes as real events, frames are painted at once."""

from collections.abc import Iterator
from functools import partial
from itertools import count, cycle, islice
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from benchmarks import typing
from benchmarks.stage import HEIGHT, WIDTH, Stage, opened
from benchmarks.targets import ARROW_DRAG, DRAG, EDIT, FIT, PAN, ZOOM, Reading, median_ms, timed
from desktop.app import set_up
from desktop.document.edits.cards import edit_cards
from desktop.layout.places import Rect

STEP = 40
"""Px that a pan moves per frame."""


def of_file(size: str, path: Path, times: int) -> Iterator[Reading]:
    """Opens the file in a window and measures its frames."""
    if QApplication.instance() is None:
        set_up()
    with opened(path) as stage:
        yield from measure(size, stage, times)
        yield from typing.measure(size, stage, times)


def with_arrows(size: str, path: Path, times: int) -> Iterator[Reading]:
    """Opens a map with arrows in a window and drags a card."""
    if QApplication.instance() is None:
        set_up()
    with opened(path) as stage:
        yield Reading(ARROW_DRAG, size, _drag(stage, times), "ms")


def measure(size: str, stage: Stage, times: int) -> Iterator[Reading]:
    """All figures of one open map."""
    yield Reading(PAN, size, _pan(stage, times), "ms", _blit(times))
    yield Reading(FIT, size, _fit(stage, times), "ms")
    yield Reading(ZOOM, size, _zoom(stage, times), "ms")
    yield Reading(DRAG, size, _drag(stage, times), "ms")
    yield Reading(EDIT, size, _edit(stage, times), "ms")


def _blit(times: int) -> float:
    """The floor: a picture of the viewport drawn onto another."""
    picture, target = QPixmap(WIDTH, HEIGHT), QPixmap(WIDTH, HEIGHT)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(target)
    floor = median_ms(lambda: painter.drawPixmap(0, 0, picture), times)
    painter.end()
    return floor


def _pan(stage: Stage, times: int) -> float:
    """To the right and down through the middle of the map, and back when there is no more of it."""
    stage.actual_size()
    canvas = stage.canvas
    right, down = canvas.view.reach
    way = [(at * STEP, at * STEP * down // max(right, 1)) for at in range(max(right // STEP, 1) + 1)]
    path = cycle([*way, *reversed(way)])
    return median_ms(
        lambda: stage.frame(canvas.scroll_to, *next(path)), times, warm=len(way) if len(way) < times else 5
    )


def _fit(stage: Stage, times: int) -> float:
    stage.fit()
    return median_ms(stage.paint, times)


def _zoom(stage: Stage, times: int) -> float:
    """Between 80 % and 125 % of the scale that shows the whole map, a little at a time."""
    stage.fit()
    fit = stage.canvas.zoom
    factors = [0.8 + 0.015 * at for at in range(31)]
    path = cycle([*factors, *reversed(factors)])
    return median_ms(lambda: stage.frame(stage.canvas.zoom_to, fit * next(path)), times)


def _drag(stage: Stage, times: int) -> float:
    """One card over the window and back: only frames count in which it entered a new slot."""
    stage.actual_size()
    held, way = _held(stage), cycle(_way())
    _mouse(stage, QEvent.Type.MouseButtonPress, held)
    frames: list[float] = []
    for at in islice(way, times * 8):
        before = stage.canvas.scene
        spent = timed(partial(stage.frame, _mouse, stage, QEvent.Type.MouseMove, at))
        if stage.canvas.scene is not before:
            frames.append(spent)
    stage.escape()
    _mouse(stage, QEvent.Type.MouseButtonRelease, held)
    return median(frames)


def _held(stage: Stage) -> QPointF:
    """A point on the card nearest to the middle of the window."""
    canvas = stage.canvas
    middle = Rect(*canvas.view.to_map(WIDTH / 2 - 300, HEIGHT / 2 - 300), 600, 600)
    rect = next(rect for card in canvas.scene.hits.inside(middle) if (rect := canvas.scene.hits.rect(card)))
    return QPointF(*canvas.view.to_window(rect.x + 20, rect.y + rect.height / 2))


def _way() -> list[QPointF]:
    return [QPointF(x, y) for y in range(300, HEIGHT - 100, 90) for x in range(300, WIDTH - 100, 90)]


def _mouse(stage: Stage, kind: QEvent.Type, at: QPointF) -> None:
    viewport, left = stage.canvas.viewport(), Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else left
    everywhere = viewport.mapToGlobal(at)
    event = QMouseEvent(kind, at, everywhere, button, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def _edit(stage: Stage, times: int) -> float:
    """The text of a card in the window changed through the session, until the window shows it."""
    stage.actual_size()
    canvas = stage.canvas
    card = next(canvas.scene.hits.inside(canvas.view.seen))
    numbers = count()

    def edit() -> None:
        project = stage.session.project
        candidate = edit_cards(project, project.maps[0].id, (card,), text=f"Changed for the {next(numbers)}th time")
        stage.session.edit("Edit card", candidate, project.maps[0].id, (card,))
        stage.paint()

    return median_ms(edit, times)

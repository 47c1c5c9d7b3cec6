"""Pictures dragged in from other programs, with real drag events."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from desktop.canvas.dropping import brings_pictures, local_files, picture_paths
from desktop.desk.pictures import MOST
from desktop.document.edits.cards import Spot
from desktop.document.locate import columns_of
from pictures import png

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def files(tmp_path):
    def made(*names):
        for number, name in enumerate(names):
            (tmp_path / name).write_bytes(png(60 + number, 40))
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
        return mime

    return made


@pytest.fixture
def told(canvas):
    sentences = []
    canvas.desk.said.connect(sentences.append)
    return sentences


def send(canvas, event):
    QApplication.sendEvent(canvas.viewport(), event)
    return event.isAccepted()


def over(canvas, mime, at):
    entered = send(canvas, QDragEnterEvent(at, COPY, mime, LEFT, NONE))
    send(canvas, QDragMoveEvent(at, COPY, mime, LEFT, NONE))
    return entered


def drop(canvas, mime, at):
    over(canvas, mime, at)
    return send(canvas, QDropEvent(QPointF(at), COPY, mime, LEFT, NONE))


def storyboard(canvas):
    return next((lane.cards for lane in canvas.desk.journey.lanes if lane.kind == "images"), ())


def test_a_picture_file_becomes_a_card_at_its_step(hand, canvas, files):
    at = hand.on("Reads the menu")
    assert drop(canvas, files("menu.png"), at)
    (card,) = storyboard(canvas)
    assert card.first == columns_of(canvas.desk.journey).steps[2]
    assert canvas.desk.session.assets[card.picture.asset].width == 60
    assert canvas.desk.session.undo().label == "Place picture"
    assert canvas.desk.session.undoable is None


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("file:///tmp/a.png", True),
        ("file://evil.example/share/a.png", False),
        ("file:////evil.example/share/a.png", False),
        ("http://evil.example/a.png", False),
        ("https://evil.example/a.png", False),
        ("ftp://evil.example/a.png", False),
        ("smb://evil.example/a.png", False),
        ("data:image/png;base64,AAAA", False),
        ("qrc:/a.png", False),
        ("javascript:alert(1)", False),
    ],
)
def test_nothing_is_fetched_from_elsewhere(address, local):
    mime = QMimeData()
    mime.setUrls([QUrl(address)])
    assert bool(local_files(mime)) == bool(picture_paths(mime)) == brings_pictures(mime) == local


def test_a_flood_of_files_is_cut():
    mime = QMimeData()
    mime.setUrls([QUrl(f"file:///tmp/{number}.png") for number in range(MOST + 100)])
    assert len(local_files(mime)) == MOST


def test_the_slot_shows_where_it_will_land_and_goes_back(hand, canvas, files):
    before = Spot(canvas.desk.journey.lanes[0].id, columns_of(canvas.desk.journey).steps[0])
    canvas.desk.aim(before)
    mime = files("a.png")
    assert over(canvas, mime, hand.on("Reads the menu"))
    assert canvas.desk.target.step == columns_of(canvas.desk.journey).steps[2]
    send(canvas, QDragLeaveEvent())
    assert canvas.desk.target == before


def test_a_picture_on_a_picture_takes_its_place(hand, canvas, files):
    drop(canvas, files("a.png"), hand.on("Reads the menu"))
    (card,) = storyboard(canvas)
    canvas.point_out([card.id])
    rect = canvas.scene.hits.rect(card.id)
    mime = files("b.png", "c.png")
    mime.setUrls(mime.urls()[1:])
    drop(canvas, mime, hand.point(rect.x + rect.width / 2, rect.y + rect.height / 2))
    (after,) = storyboard(canvas)
    assert after.id == card.id
    assert after.picture.asset != card.picture.asset


def test_a_picture_on_the_portrait_is_the_personas(hand, canvas, files):
    portrait = canvas.scene.layout.heading.portrait
    canvas.scroll_to(round(portrait.x), 0)
    drop(canvas, files("maya.png"), hand.point(portrait.x + portrait.width / 2, portrait.y + portrait.height / 2))
    persona = next(p for p in canvas.desk.project.personas if p.id == canvas.desk.journey.persona)
    assert persona.picture.asset in canvas.desk.session.assets
    assert not storyboard(canvas)


def test_a_bare_picture_is_taken(hand, canvas):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    mime = QMimeData()
    mime.setImageData(image)
    drop(canvas, mime, hand.on("Reads the menu"))
    assert storyboard(canvas)[0].picture.aspect == 1.5


@pytest.mark.parametrize("name", ["notes.txt", "map.journey"])
def test_other_files_are_left_to_the_window(hand, canvas, files, name):
    assert not over(canvas, files(name), hand.on("Reads the menu"))


def test_text_is_left_alone_though_it_brings_a_picture(hand, canvas):
    mime = QMimeData()
    mime.setText("a table")
    mime.setImageData(QImage(3, 2, QImage.Format.Format_RGB32))
    assert not over(canvas, mime, hand.on("Reads the menu"))


def test_what_is_far_away_is_not_fetched(hand, canvas):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.png")])
    assert not over(canvas, mime, hand.on("Reads the menu"))


def test_a_damaged_file_is_said_and_the_others_are_taken(hand, canvas, files, told, tmp_path):
    mime = files("good.png", "bad.png")
    (tmp_path / "bad.png").write_bytes(b"no picture")
    drop(canvas, mime, hand.on("Reads the menu"))
    assert len(storyboard(canvas)) == 1
    assert "bad.png" in told[0]

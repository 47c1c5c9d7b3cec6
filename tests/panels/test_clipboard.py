"""Cut, copy and paste through the real clipboard, within a map, between projects, and with other programs."""

import random
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from bombs import bombs, encoded
from desktop import resources
from desktop.desk.clipping import MIME
from desktop.desk.desk import Desk
from desktop.document.base import changed, in_order
from desktop.document.cards import Picture
from desktop.document.checks import check
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import lock_lane
from desktop.document.ids import Ids, ids_of
from desktop.panels.clipboard import SVG_MIME, Clipboard
from desktop.session import Session
from desktop.storage.pictures import LONGEST
from desktop.storage.reader import read
from desktop.storage.writer import dump
from pictures import png, ready


def desk_on(opened):
    session = Session(opened)
    return Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits, ids_of(session.project)))


@pytest.fixture
def desk(sample):
    return desk_on(sample)


@pytest.fixture
def told(desk):
    sentences = []
    desk.said.connect(sentences.append)
    return sentences


@pytest.fixture
def board(qapp, desk):
    yield Clipboard(desk)
    QGuiApplication.clipboard().setText("")  # what Python put there must not be there at exit


def lane(desk, kind):
    return next(lane for lane in desk.journey.lanes if lane.kind == kind)


def texts(desk, kind):
    return sorted(card.text for card in lane(desk, kind).cards)


def step(desk, at):
    return [s.id for stage in in_order(desk.journey.stages) for s in in_order(stage.steps)][at]


def mime():
    return QGuiApplication.clipboard().mimeData()


def put_text(text):
    QGuiApplication.clipboard().setText(text)


def test_copies_land_at_the_target_and_are_selected(desk, board, told):
    card = lane(desk, "pains").cards[0]
    desk.select([card.id])
    board.copy()
    desk.aim(Spot(lane(desk, "pains").id, step(desk, 0)))
    board.paste()
    (copy,) = desk.selected
    found = next(c for c in lane(desk, "pains").cards if c.id == copy)
    assert (found.text, found.first) == (card.text, step(desk, 0))
    assert told == ["Copied: 1 card"]


def test_cut_is_one_step_and_paste_another(desk, board):
    before = desk.project
    desk.select([lane(desk, "pains").cards[0].id])
    board.cut()
    assert len(lane(desk, "pains").cards) == 8
    board.paste()
    assert len(lane(desk, "pains").cards) == 9
    desk.undo()
    desk.undo()
    assert desk.project == before


def test_a_stage_that_is_cut_leaves_nothing_in_the_inbox(desk, board):
    stage = desk.journey.stages[0]
    inbox = desk.journey.inbox
    desk.select([stage.id])
    board.cut()
    assert stage.id not in {each.id for each in desk.journey.stages}
    assert desk.journey.inbox == inbox
    board.paste()
    assert stage.title in {each.title for each in desk.journey.stages}


def test_a_lane_goes_from_one_project_to_another(desk, board, qapp):
    other = desk_on(read(resources.root() / "templates" / "blank.journey"))
    chosen = lane(desk, "touchpoints")
    desk.select([chosen.id])
    board.copy()
    Clipboard(other).paste()
    (came,) = (each for each in other.journey.lanes if each.id in other.selected)
    assert sorted(c.text for c in came.cards) == sorted(c.text for c in chosen.cards)
    assert not check(other.project, ())


def test_other_programs_get_text_and_a_table(desk, board):
    desk.select([lane(desk, "pains").id])
    board.copy()
    assert "Pain points\tOpening hours differ from the map entry" in mime().text()
    assert "<td>Opening hours differ from the map entry</td>" in mime().html()


def test_lines_become_cards(desk, board):
    put_text("too loud\n\ntoo late")
    desk.aim(Spot(lane(desk, "pains").id, step(desk, 0)))
    board.paste()
    assert {"too loud", "too late"} <= set(texts(desk, "pains"))
    assert len(desk.selected) == 2
    desk.undo()
    assert "too loud" not in texts(desk, "pains")


@pytest.mark.parametrize("html", ["<p>too <b>loud</b></p>", "<img src='/dev/zero'>", "<table>" * 5_000])
def test_a_page_is_never_read(desk, board, told, html):
    page = QMimeData()
    page.setHtml(html)
    QGuiApplication.clipboard().setMimeData(page)
    before = desk.project
    board.paste()
    assert desk.project is before
    assert "pages are not read" in told[0]


def test_of_a_page_with_text_it_is_the_text(desk, board):
    page = QMimeData()
    page.setHtml("<img src='/dev/zero'>")
    page.setText("<b>too loud</b>")
    QGuiApplication.clipboard().setMimeData(page)
    desk.aim(Spot(lane(desk, "pains").id, step(desk, 0)))
    board.paste()
    assert "<b>too loud</b>" in texts(desk, "pains")


@pytest.mark.parametrize("form", ["png", "jpeg", "webp", "gif"])
def test_a_picture_is_taken_as_it_was_written(desk, board, form):
    copied = QMimeData()
    copied.setData(f"image/{form}", encoded(form.upper()))
    copied.setImageData(QImage(5, 5, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(copied)
    board.paste()
    (card,) = lane(desk, "images").cards
    assert desk.session.assets[card.picture.asset].width == 32


def test_a_large_picture_is_made_smaller_before_it_is_written(desk, board):
    image = QImage(LONGEST * 2, LONGEST, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    board.paste()
    (card,) = lane(desk, "images").cards
    assert desk.session.assets[card.picture.asset].width == LONGEST


@pytest.mark.parametrize("name", ["png of 3.6 billion pixels", "png with 100 MB of text", "png cut short"])
def test_a_bomb_on_the_clipboard_is_said(desk, board, told, name):
    copied = QMimeData()
    copied.setData("image/png", bombs()[name][0])
    copied.setImageData(QImage())
    QGuiApplication.clipboard().setMimeData(copied)
    board.paste()
    assert desk.session.undoable is None
    assert told[0].startswith("The picture ")


def test_a_picture_that_is_none_is_said(desk, board, told):
    copied = QMimeData()
    copied.setImageData(b"no picture")
    QGuiApplication.clipboard().setMimeData(copied)
    board.paste()
    assert "no picture that can be used" in told[0]


def test_a_clip_cannot_change_the_pictures_that_are_there(desk, board):
    key, picture = ready()
    desk.session.add_asset(key, picture)
    other = picture.model_copy(update={"data": ready(colour="red")[1].data})
    card = changed(lane(desk, "pains").cards[0], picture=Picture(asset=key))
    hostile = changed(desk.project, maps=(changed(desk.journey, lanes=(changed(lane(desk, "pains"), cards=(card,)),)),))
    clip = QMimeData()
    clip.setData(MIME, dump(hostile, {key: other}))
    QGuiApplication.clipboard().setMimeData(clip)
    board.paste()
    assert desk.session.assets[key] == picture


def test_a_spreadsheet_is_read_as_text_though_it_brings_a_picture(desk, board, qapp):
    from_office = QMimeData()
    from_office.setText('a\t"b\nc"\n')
    from_office.setImageData(b"")
    QGuiApplication.clipboard().setMimeData(from_office)
    desk.aim(Spot(lane(desk, "pains").id, step(desk, 0)))
    board.paste()
    assert {"a", "b", "c"} <= set(texts(desk, "pains"))


def office(text):
    """As Office fills the clipboard: text, a page and a picture of it."""
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    data = QMimeData()
    data.setText(text)
    data.setHtml("<table><tr><td>not read</td></tr></table>")
    data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)


def test_office_brings_text_and_a_picture_and_the_text_counts(desk, board):
    office("slow\r\nlate\r\n")
    desk.aim(Spot(lane(desk, "pains").id, step(desk, 0)))
    board.paste()
    assert {"slow", "late"} <= set(texts(desk, "pains"))
    assert all(each.kind != "images" for each in desk.journey.lanes)


def test_a_picture_with_a_blank_for_text_is_a_picture(desk, board):
    office("\ufffc\r\n")
    board.paste()
    assert len(lane(desk, "images").cards) == 1


@pytest.fixture
def shown(qapp, desk):
    """A clipboard that only keeps the ranges which it is to show."""
    tables = []
    yield tables, Clipboard(desk, tables.append)
    QGuiApplication.clipboard().setText("")


def test_a_range_is_shown_before_it_is_pasted(desk, shown):
    tables, board = shown
    office('\tCompares\tOrders\r\nPain points\t"slow\nlate"\t5" pipe\r\n')
    board.paste()
    assert tables == [[["", "Compares", "Orders"], ["Pain points", "slow\nlate", '5" pipe']]]
    assert desk.session.undoable is None


def test_lines_and_a_row_of_cells_are_pasted_at_once(desk, shown):
    tables, board = shown
    desk.aim(Spot(lane(desk, "pains").id, step(desk, 0)))
    put_text("- slow\n- late")
    board.paste()
    put_text("here\tthere\tbeyond")
    board.paste()
    assert tables == []
    assert {"slow", "late", "here", "there", "beyond"} <= set(texts(desk, "pains"))


def test_anything_can_be_shown_first(desk, shown, told):
    tables, board = shown
    put_text("slow\nlate\tagain")
    board.paste_as()
    assert tables == [[["slow", ""], ["late", "again"]]]
    put_text("  ")
    board.paste_as()
    assert "no text" in told[0]


def test_a_picture_becomes_a_card(desk, board):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    board.paste()
    (card,) = lane(desk, "images").cards
    assert card.picture.aspect == 1.5


def test_copied_picture_files_become_cards(desk, board, tmp_path):
    (tmp_path / "a.png").write_bytes(png())
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    copied.setText(str(tmp_path / "a.png"))
    QGuiApplication.clipboard().setMimeData(copied)
    board.paste()
    assert len(lane(desk, "images").cards) == 1


def test_copied_files_of_other_kinds_are_no_cards(desk, board, told, tmp_path):
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(tmp_path / "plan.docx"))])
    copied.setText(str(tmp_path / "plan.docx"))
    QGuiApplication.clipboard().setMimeData(copied)
    board.paste()
    assert desk.session.undoable is None
    assert "no pictures" in told[0]


def test_the_text_beside_a_damaged_clip_will_do(desk, board):
    bad = QMimeData()
    bad.setData(MIME, b"{")
    bad.setText("from elsewhere")
    QGuiApplication.clipboard().setMimeData(bad)
    board.paste()
    assert "from elsewhere" in texts(desk, "actions")


def test_without_a_target_the_first_cell_takes_it(desk, board):
    put_text("first of all")
    board.paste()
    assert "first of all" in texts(desk, "actions")


@pytest.mark.parametrize("data", [b"", b"{", b"\x00" * 40])
def test_what_is_no_clip_is_said_and_changes_nothing(desk, board, told, data):
    bad = QMimeData()
    bad.setData(MIME, data)
    QGuiApplication.clipboard().setMimeData(bad)
    before = desk.project
    board.paste()
    assert desk.project is before
    assert len(told) == 1


def test_a_locked_lane_says_so(desk, board, told):
    desk.attempt("Lock", lambda p: lock_lane(p, desk.map_id, lane(desk, "pains").id, True))
    put_text("no")
    desk.aim(Spot(lane(desk, "pains").id, step(desk, 0)))
    board.paste()
    assert "locked" in told[-1]


def test_nothing_selected_or_nothing_there_is_said(desk, board, told):
    put_text("")
    board.copy()
    board.paste()
    assert told == ["Nothing is selected.", "There is nothing on the clipboard that could be pasted."]


def test_a_picture_of_the_selection(desk, board):
    desk.select([lane(desk, "pains").cards[0].id])
    board.copy_png()
    image = QGuiApplication.clipboard().image()
    assert image.width() > 300
    assert image.width() < 600


def test_a_drawing_of_the_map_is_text_too(desk, board):
    board.copy_svg()
    root = ElementTree.fromstring(mime().text())
    assert root.tag.endswith("svg")
    assert bytes(mime().data(SVG_MIME).data()).decode() == mime().text()


def test_text_finds_no_place_on_a_map_without_lanes(desk, board, told):
    desk.edit("Bare", changed(desk.project, maps=(changed(desk.journey, lanes=()),)))
    put_text("one")
    board.paste()
    assert told == ["The map has no cell that takes text yet."]


def test_a_clipboard_that_nobody_has_filled_is_empty(board, told):
    QGuiApplication.clipboard().setMimeData(None)
    board.paste()
    assert told == ["There is nothing on the clipboard that could be pasted."]

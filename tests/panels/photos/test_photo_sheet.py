from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.desk.album import Album
from walls import px

LEFT = Qt.MouseButton.LeftButton


def sheet_of(photos, script, paths):
    script.pictures = paths
    photos.call()
    return photos.open.sheet


def rows(sheet):
    return [sheet.list.item(at).text() for at in range(sheet.list.count())]


def test_calling_for_photos_asks_for_some_shows_what_was_found_and_goes_through_the_cells(photos, window):
    photos.call()
    sheet = photos.open.sheet
    assert sheet.isVisible()
    assert not sheet.isModal(), "the map stays at hand"
    assert rows(sheet) == ["wall.jpg\nCorner marks found"]
    assert sheet.go.isEnabled()
    assert "117" in sheet.told.text()
    QTest.mouseClick(sheet.go, LEFT)
    assert sheet.isHidden()
    assert window.focusWidget() is photos.panel.field


def test_what_cannot_be_read_is_told_and_of_the_rest_a_block_of_slots_is_chosen_none_of_them_in_lanes_of_feelings(
    photos, script, photo, tmp_path
):
    (tmp_path / "a.heic").write_bytes(b"\x00\x00\x00\x18ftypheic" + b"\x00" * 20)
    (tmp_path / "b.jpg").write_bytes(b"nothing")
    sheet = sheet_of(photos, script, [tmp_path / "a.heic", tmp_path / "b.jpg", photo])
    assert len(rows(sheet)) == 1
    assert "HEIC" in sheet.told.text()
    assert "PNG, JPEG, WebP or GIF" in sheet.told.text()
    assert sheet.first.findText("A3") >= 0
    assert sheet.first.findText("A4") < 0
    assert sheet.between.isHidden()
    sheet.what.setFocus()
    QTest.keyClick(sheet.what, Qt.Key.Key_Down)
    assert sheet.shot.extent == ("A1", "M9")
    assert not sheet.between.isHidden()
    sheet.last.setFocus()
    QTest.keyClick(sheet.last, Qt.Key.Key_Up)
    assert sheet.shot.extent == ("A1", "L9")


def test_no_photos_are_no_walk(photos, script):
    sheet = sheet_of(photos, script, [])
    assert not sheet.go.isEnabled()
    assert not sheet.remove.isEnabled()
    assert photos.panel.walk.cell is None


def test_a_missing_mark_is_asked_for_and_put_by_a_click(photos, script, three_marks, plan):
    sheet = sheet_of(photos, script, [three_marks])
    assert rows(sheet) == ["three.jpg\n1 of 4 points missing"]
    assert not sheet.go.isEnabled()
    assert "Click the corner marks" in sheet.told.text()
    sheet.editor.put(2, px(plan.marks[2], 1.6))
    assert rows(sheet) == ["three.jpg\nFour points set"]
    assert sheet.go.isEnabled()


def test_the_straightened_photo_follows_the_points_is_not_read_again_and_crossed_points_are_told_in_a_sentence(
    photos, script, photo, qtbot, monkeypatch
):
    sheet, read = sheet_of(photos, script, [photo]), []
    monkeypatch.setattr(Album, "add", lambda self, path: read.append(path))
    qtbot.waitUntil(lambda: not sheet.preview.image.isNull())
    before = sheet.preview.image
    sheet.editor.put(0, (400.0, 300.0))
    qtbot.waitUntil(lambda: sheet.preview.image != before)
    assert "mm between the marks" in sheet.measure.text()
    sheet.editor.setFocus()
    for _ in range(5):
        QTest.keyClick(sheet.editor, Qt.Key.Key_Right)
    assert read == []
    first, second = sheet.editor.corners[:2]
    sheet.editor.put(0, second)
    sheet.editor.put(1, first)
    assert "each to its own corner" in sheet.told.text()
    assert not sheet.go.isEnabled()


def test_more_photos_come_below_the_others_and_one_is_turned_and_removed(photos, script, photo, three_marks):
    sheet = sheet_of(photos, script, [photo])
    script.pictures = [three_marks]
    QTest.mouseClick(sheet.more, LEFT)
    assert [each.partition("\n")[0] for each in rows(sheet)] == ["wall.jpg", "three.jpg"]
    assert sheet.list.currentRow() == 1
    QTest.keyClick(sheet.list, Qt.Key.Key_Up)
    assert sheet.shot.photo.name == "wall.jpg"
    assert None not in sheet.editor.corners
    size = sheet.shot.photo.width, sheet.shot.photo.height
    QTest.mouseClick(sheet.turn, LEFT)
    assert (sheet.shot.photo.height, sheet.shot.photo.width) == size
    QTest.mouseClick(sheet.remove, LEFT)
    assert [each.partition("\n")[0] for each in rows(sheet)] == ["three.jpg"]
    QTest.mouseClick(sheet.remove, LEFT)
    assert (rows(sheet), sheet.shot) == ([], None)

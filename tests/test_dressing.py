"""Brand… in the window's menu: one edit, seen on the map, kept in the file."""

from types import SimpleNamespace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.dialogs.brand import BrandDialog
from desktop.session import Session
from desktop.storage.reader import read
from typefaces import typeface


def opened_dialog(window):
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return window.findChild(BrandDialog)


def accept(dialog):
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)


def test_a_brand_is_worn_saved_and_undone(open_window, path):
    window = open_window(Session.open(path))
    dialog = opened_dialog(window)
    QTest.keyClicks(dialog.name, " & Figli")
    QTest.mouseClick(dialog.accent.swatches[4], Qt.MouseButton.LeftButton)
    accept(dialog)
    brand = window.session.project.brand
    assert brand.name.endswith("& Figli")
    assert window.canvas.studio.style.colours["stage"] == brand.accent == dialog.accent.swatches[4].accent
    window.files.save()
    assert window.files.settle()
    assert read(path).project.brand == brand
    window.acts["undo"].trigger()
    assert window.canvas.studio.style.colours["stage"] != brand.accent


def test_the_palette_has_the_accent_of_the_map(open_window, path):
    window = open_window(Session.open(path))
    stage, pain = (window.palette_panel.entries[kind] for kind in ("stage", "pain"))
    before = [entry.grab().toImage() for entry in (stage, pain)]
    dialog = opened_dialog(window)
    QTest.mouseClick(dialog.accent.swatches[4], Qt.MouseButton.LeftButton)
    accept(dialog)
    assert stage.grab().toImage() != before[0]
    assert pain.grab().toImage() == before[1]


def test_fonts_go_into_the_file(open_window, path, tmp_path):
    (tmp_path / "lume.ttf").write_bytes(typeface())
    window = open_window(Session.open(path))
    dialog = opened_dialog(window)
    dialog.asks = SimpleNamespace(which_fonts=lambda folder: [tmp_path / "lume.ttf"])
    QTest.mouseClick(dialog.fonts["title"].choose, Qt.MouseButton.LeftButton)
    accept(dialog)
    window.files.save()
    assert window.files.settle()
    opened = read(path)
    assert (opened.minor, opened.project.brand.title_font) == (2, "Lume Sans")
    assert set(opened.project.brand.title_files) <= opened.assets.keys()


def test_who_thinks_better_of_it_has_edited_nothing(open_window, path):
    window = open_window(Session.open(path))
    dialog = opened_dialog(window)
    QTest.keyClicks(dialog.name, " & Figli")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not window.session.modified


def test_what_is_being_written_is_handed_in_first(open_window, path):
    window = open_window(Session.open(path))
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_F2)
    opened_dialog(window).reject()
    assert window.canvas.writer is None

"""Fonts of one's own in the preferences."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.dialogs.fontlist import FontList
from desktop.dialogs.preferences import PreferencesDialog
from desktop.preferences import MOST_OWN, Preferences
from typefaces import typeface


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Lume.ttf"
    path.write_bytes(typeface("Lume Telugu", letters="అఆఇ"))
    return path


@pytest.fixture
def making(qtbot):
    """Makes the list with these files, and counts how often it tells of a change."""

    def make(*fonts):
        made = FontList(resources.words("en"), tuple(map(str, fonts)))
        qtbot.addWidget(made)
        made.told = []
        made.changed.connect(lambda: made.told.append(made.fonts))
        made.show()
        return made

    return make


def rows(listed):
    return [listed.files.item(row).text() for row in range(listed.files.count())]


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_file_is_shown_by_the_families_in_it(making, file):
    listed = making(file)
    assert rows(listed) == ["Lume Telugu"]
    assert listed.files.item(0).toolTip() == str(file)


def test_a_file_is_taken_in_once(making, file):
    listed = making()
    listed.put(file)
    listed.put(file)
    assert listed.told == [(str(file),)]
    assert rows(listed) == ["Lume Telugu"]


def test_what_is_no_font_is_told_and_not_taken(making, tmp_path):
    listed, words = making(), tmp_path / "words.ttf"
    words.write_text("words")
    listed.put(words)
    assert listed.told == []
    assert "words.ttf" in listed.trouble.text()
    assert listed.trouble.isVisible()


def test_a_good_file_takes_the_trouble_away(making, tmp_path, file):
    listed = making()
    listed.put(tmp_path / "gone.ttf")
    listed.put(file)
    assert not listed.trouble.isVisible()


def test_a_font_that_is_gone_says_so_and_stays(making, tmp_path):
    listed = making(tmp_path / "Old.ttf")
    assert rows(listed) == ["Old.ttf (cannot be used)"]
    assert listed.fonts == (str(tmp_path / "Old.ttf"),)


def test_the_chosen_file_is_taken_away(making, file, tmp_path):
    listed = making(tmp_path / "Old.ttf", file)
    assert not listed.remove.isEnabled()
    listed.files.setCurrentRow(0)
    press(listed.remove)
    assert listed.told == [(str(file),)]
    assert rows(listed) == ["Lume Telugu"]


def test_there_is_an_end_to_them(making, tmp_path):
    listed = making(*(tmp_path / f"{number}.ttf" for number in range(MOST_OWN)))
    assert not listed.add.isEnabled()


def test_the_preferences_tell_of_them(qtbot, file):
    told = []
    dialog = PreferencesDialog(resources.words("en"), Preferences())
    qtbot.addWidget(dialog)
    dialog.chosen.connect(told.append)
    dialog.fonts.put(file)
    assert [each.fonts for each in told] == [(str(file),)]


def test_they_have_a_page_of_their_own(qtbot):
    dialog = PreferencesDialog(resources.words("en"), Preferences())
    qtbot.addWidget(dialog)
    assert [dialog.pages.tabText(at) for at in range(dialog.pages.count())] == ["General", "Printing", "Fonts"]
    assert dialog.pages.widget(2).isAncestorOf(dialog.fonts)

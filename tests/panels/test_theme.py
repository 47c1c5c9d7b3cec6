"""The interface in its two looks: readable, complete, and changed at once."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QMainWindow, QToolButton

from desktop import resources
from desktop.layout.colour import MARK, TEXT, contrast
from desktop.panels import icons, theme
from desktop.preferences import Appearance

LOOKS = ("light", "dark")
TEXTS = [
    *((ink, ground) for ink in ("ink", "ink_2", "ink_3") for ground in ("surface", "ground", "bar", "field")),
    *(("ink", ground) for ground in ("hover", "pressed", "chosen", "notice")),
    *(("link", ground) for ground in ("surface", "ground", "field")),
    *(("danger", ground) for ground in ("surface", "ground", "field")),
    *(("strong_ink", ground) for ground in ("strong", "strong_hover", "strong_pressed")),
    ("chosen_ink", "chosen"),
    ("notice_ink", "notice"),
    ("tip_ink", "tip"),
    ("highlight_ink", "highlight"),
]
MARKS = [("accent", "surface"), ("accent", "ground"), ("accent", "field"), ("faint", "surface"), ("faint", "field")]


@pytest.fixture
def dressed(qapp):
    """Gives the application a look; the light one again afterwards."""
    yield lambda appearance: theme.wear(qapp, appearance)
    theme.wear(qapp, Appearance.LIGHT)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_is_readable(look, ink, ground):
    table = theme.colours(look)
    assert contrast(table[ink], table[ground]) >= TEXT


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_are_seen(look, mark, ground):
    table = theme.colours(look)
    assert contrast(table[mark], table[ground]) >= MARK


@pytest.mark.parametrize("look", LOOKS)
def test_what_qt_draws_is_readable(look):
    role, made = QPalette.ColorRole, theme.palette(look)
    pairs = [(role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button)]
    pairs += [(role.PlaceholderText, role.Base), (role.ToolTipText, role.ToolTipBase), (role.Link, role.Window)]
    pairs += [(role.HighlightedText, role.Highlight), (role.Text, role.AlternateBase)]
    assert min(contrast(*(made.color(each).name() for each in pair)) for pair in pairs) >= TEXT


def test_both_looks_have_the_same_colours():
    assert theme.colours("light").keys() == theme.colours("dark").keys()


@pytest.mark.parametrize("look", LOOKS)
def test_the_rules_hold_no_name_and_no_dollar(look):
    assert "$" not in theme.rules(look)


def test_no_rule_has_a_colour_of_its_own():
    sheet = (resources.root() / "styles" / "interface.qss").read_text("utf-8")
    assert re.findall(r":[^;{]*(#[0-9A-Fa-f]{3,8}\b|rgba?\()", sheet) == []


@pytest.mark.parametrize("look", LOOKS)
def test_the_rules_are_understood(dressed, qapp, capfd, look):
    dressed(Appearance(look))
    qapp.processEvents()
    assert "Could not parse" not in capfd.readouterr().err


def test_the_dark_look_is_the_one_decided():
    table = theme.colours("dark")
    assert (table["ground"], table["surface"], table["ink"]) == ("#1E2129", "#272B35", "#E7EAF1")


@pytest.mark.parametrize(
    ("appearance", "system", "look"),
    [
        (Appearance.SYSTEM, Qt.ColorScheme.Dark, "dark"),
        (Appearance.SYSTEM, Qt.ColorScheme.Light, "light"),
        (Appearance.SYSTEM, Qt.ColorScheme.Unknown, "light"),
        (Appearance.LIGHT, Qt.ColorScheme.Dark, "light"),
        (Appearance.DARK, Qt.ColorScheme.Light, "dark"),
    ],
)
def test_a_choice_goes_before_the_system(appearance, system, look):
    assert theme.look_of(appearance, system) == look


def test_a_panel_asks_for_the_colours_of_the_look(dressed):
    dressed(Appearance.DARK)
    assert theme.colour("surface") == QColor("#272B35")
    dressed(Appearance.LIGHT)
    assert theme.colour("surface") == QColor("#FFFFFF")


def middle_of_plus(holder):
    return holder.icon().pixmap(20, 20).toImage().pixelColor(10, 10)


def test_open_windows_change_at_once(dressed, qtbot):
    dressed(Appearance.LIGHT)
    window, button = QMainWindow(), QToolButton()
    qtbot.addWidget(window)
    qtbot.addWidget(button)
    action = QAction(icons.icon("plus"), "Larger", window)
    window.addAction(action)
    button.setIcon(icons.icon("plus"))
    dressed(Appearance.DARK)
    assert all(middle_of_plus(holder).lightness() > 220 for holder in (action, button))
    assert window.palette().window().color() == QColor("#1E2129")


def test_icons_of_others_are_left_alone(dressed, qtbot):
    dressed(Appearance.LIGHT)
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(icons.icon("plus", QColor("#FF0000")))
    dressed(Appearance.DARK)
    assert middle_of_plus(button).name() == "#ff0000"


def test_the_interface_is_set_in_the_bundled_typeface(qapp):
    theme.dress(qapp, resources.typesetter().fonts, Appearance.LIGHT)
    assert qapp.font().families() == ["JW Inter"]
    assert qapp.font().pixelSize() == 13


@pytest.mark.parametrize("look", LOOKS)
def test_lists_open_by_an_arrow_that_is_seen(look):
    arrow = Path(re.search(r'image: url\("([^"]+arrows[^"]+)"\)', theme.rules(look))[1])
    ink = re.search(r'stroke="(#\w{6})"', arrow.read_text("utf-8"))[1]
    assert contrast(ink, theme.colours(look)["field"]) >= MARK


@pytest.mark.parametrize("look", LOOKS)
def test_boxes_are_seen_bare_and_ticked(look):
    table = theme.colours(look)
    tick = Path(re.search(r'image: url\("([^"]+tick[^"]+)"\)', theme.rules(look))[1])
    ink = re.search(r'stroke="(#\w{6})"', tick.read_text("utf-8"))[1]
    assert contrast(ink, table["strong"]) >= MARK


def test_a_bare_box_has_an_edge_in_the_dark(dressed, qtbot):
    dressed(Appearance.DARK)
    box = QCheckBox("All")
    qtbot.addWidget(box)
    box.show()
    picture = box.grab().toImage()
    row = [picture.pixelColor(x, picture.height() // 2).name() for x in range(20)]
    table = theme.colours("dark")
    assert max(contrast(one, table["surface"]) for one in row) >= MARK

"""The rows round the canvas."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop import resources
from desktop.document.journey import JourneyMap, Stage, Step
from desktop.panels import theme
from desktop.panels.facts import Facts
from desktop.panels.icons import SIZES, STROKES, icon, program_icon
from desktop.panels.mapbar import MapBar
from desktop.panels.toprow import LONGEST_TITLE, TopRow
from desktop.panels.waiting import waiting


@pytest.fixture
def maps(qtbot):
    bar = MapBar(resources.words("en"))
    qtbot.addWidget(bar)
    return bar


def journey(number, title, status="current"):
    return JourneyMap(id=f"m{number}", title=title, status=status)


def texts(bar):
    return [bar.tabText(index) for index in range(bar.count())]


def test_a_tab_names_its_map_and_its_status(maps):
    maps.show_maps([journey(1, "Dinner"), journey(2, "Lunch & more", "ideal"), journey(3, "", "draft")], "m2")
    assert texts(maps) == ["Dinner · current", "Lunch && more · ideal", "Untitled · draft"]
    assert maps.currentIndex() == 1


def test_a_long_title_is_shortened_on_the_tab_only(maps):
    maps.show_maps([journey(1, "A very long dinner " * 5)], "m1")
    assert len(texts(maps)[0]) < 55
    assert maps.tabToolTip(0) == "A very long dinner " * 5


def test_only_a_hand_is_told_of(maps, qtbot):
    with qtbot.assertNotEmitted(maps.chosen):
        maps.show_maps([journey(1, "Dinner"), journey(2, "Lunch")], "m2")
        maps.show_maps([journey(2, "Lunch")], "m2")
    maps.show_maps([journey(1, "Dinner"), journey(2, "Lunch")], "m1")
    with qtbot.waitSignal(maps.chosen) as told:
        QTest.mouseClick(maps, Qt.MouseButton.LeftButton, pos=maps.tabRect(1).center())
    assert told.args == ["m2"]


def test_a_long_project_title_is_shortened(qtbot):
    row = TopRow(QMenu(), [], "Print")
    qtbot.addWidget(row)
    row.show_project("x" * 100)
    assert len(row.project.text()) == LONGEST_TITLE
    assert row.project.toolTip() == "x" * 100


def test_the_strong_button_tells(qtbot):
    row = TopRow(QMenu(), [], "Print")
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.strong):
        QTest.mouseClick(row.print_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", STROKES)
def test_an_icon_has_ink_in_every_size(qapp, name):
    for size in SIZES:
        image = icon(name).pixmap(size, size).toImage()
        alphas = [image.pixelColor(x, y).alpha() for x in range(size) for y in range(size)]
        assert 0 < sum(alpha > 128 for alpha in alphas) < len(alphas) / 2


def test_an_unknown_icon_is_empty(qapp):
    assert icon("unknown").isNull()


def test_the_program_has_an_icon_for_every_use(qapp):
    assert {size.width() for size in program_icon().availableSizes()} == {16, 24, 32, 48, 64, 128, 256}


def test_the_pointer_waits_and_comes_back(qapp):
    with waiting():
        assert QApplication.overrideCursor().shape() == Qt.CursorShape.WaitCursor
    assert QApplication.overrideCursor() is None


def test_the_pointer_comes_back_after_a_failure(qapp):
    with pytest.raises(OSError, match="full"), waiting():
        raise OSError("full")
    assert QApplication.overrideCursor() is None


@pytest.fixture
def facts(qtbot):
    bar = Facts(resources.words("en"))
    qtbot.addWidget(bar)
    return bar


def test_the_menu_is_not_mirrored_with_its_button(qtbot):
    menu = QMenu()
    export = menu.addMenu("Export")
    row = TopRow(menu, [], "Print")
    qtbot.addWidget(row)
    row.show()
    QTimer.singleShot(0, menu.close)
    QTest.mouseClick(row.project, Qt.MouseButton.LeftButton)
    assert {menu.layoutDirection(), export.layoutDirection()} == {Qt.LayoutDirection.LeftToRight}
    assert row.project.layoutDirection() == Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize(
    ("time", "modified", "new", "said"),
    [
        ("", False, False, "Saved"),
        ("", True, False, "Changed"),
        ("14:02", False, False, "Saved 14:02"),
        ("14:02", True, False, "Changed since 14:02"),
        ("", False, True, "Not saved yet"),
        ("", True, True, "Not saved yet"),
    ],
)
def test_the_status_bar_says_how_things_stand(facts, time, modified, new, said):
    facts.show_saved(time, modified=modified, new=new)
    assert facts.saved.text() == said


def test_the_status_bar_counts(facts, sample):
    facts.show_map(sample.project.maps[0])
    assert facts.contents.text() == "6 stages · 13 steps · 93 cards"


def test_one_of_a_thing_is_not_counted_as_several(facts):
    step = Step(id="s", rank="a", title="Step")
    stage = Stage(id="t", rank="a", title="Stage", steps=(step,))
    facts.show_map(JourneyMap(id="m", stages=(stage,)))
    assert facts.contents.text() == "1 stage · 1 step · 0 cards"


def test_a_message_takes_the_place_of_the_facts(facts):
    facts.say("Printed.")
    assert facts.currentMessage() == "Printed."


def test_the_interface_has_enough_contrast():
    def light(name):
        channels = [int(name[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one, other):
        lights = sorted((light(one), light(other)))
        return (lights[1] + 0.05) / (lights[0] + 0.05)

    role = QPalette.ColorRole
    pairs = [(role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button)]
    pairs += [(role.PlaceholderText, role.Base), (role.ToolTipText, role.ToolTipBase)]
    assert min(contrast(theme.COLOURS[ink], theme.COLOURS[ground]) for ink, ground in pairs) >= 4.5
    assert contrast("#FFFFFF", "#2C4BA8") >= 4.5


def test_the_rules_of_the_interface_are_understood(qapp, capfd):
    theme.dress(qapp, resources.typesetter().fonts)
    qapp.processEvents()
    assert "Could not parse" not in capfd.readouterr().err

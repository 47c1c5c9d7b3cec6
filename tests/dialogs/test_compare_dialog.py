"""Two versions side by side, as somebody sees and uses them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.canvas.differencesigns import STROKES
from desktop.dialogs.compare import CompareDialog, Way, marks_of
from desktop.dialogs.differencemarks import ROLES, colour_of, sign
from desktop.dialogs.differences import Chapter, Row, Section
from desktop.dialogs.differencetree import MAP, MOST, DifferenceTree
from desktop.dialogs.mappicture import CLOSE, SIZE, MapPicture, view_of
from desktop.document.base import changed
from desktop.document.difference import Difference, Name, Where
from desktop.document.edits.cards import Spot, add_card, edit_cards, move_cards, remove_cards
from desktop.document.edits.maps import duplicate_map
from desktop.layout.colour import MARK, contrast
from desktop.layout.places import Rect
from desktop.panels.theme import colours
from desktop.panels.thumbnail import Easel
from desktop.resources import words

WORDS = words("en")
TITLES = ("Yours", "In the file")
CODES = list(ROLES)


def ids():
    numbers = iter(range(1000))
    return lambda: f"fresh{next(numbers)}"


@pytest.fixture(scope="module")
def edited(sample):
    """The restaurant visit with one card new, one gone, one moved and one changed."""
    project = sample.project
    journey = project.maps[0]
    pains = next(lane for lane in journey.lanes if lane.kind == "pains")
    acts = next(lane for lane in journey.lanes if lane.kind == "actions")
    after = edit_cards(project, journey.id, [acts.cards[0].id], text="Reads it twice")
    after = remove_cards(after, journey.id, [pains.cards[0].id])
    after = move_cards(after, journey.id, [acts.cards[1].id], Spot(acts.id, acts.cards[2].first))
    target = Spot(pains.id, journey.stages[0].steps[0].id)
    return replace(sample, project=add_card(after, journey.id, target, "pain", new_id=ids(), text="No quiet corner"))


@pytest.fixture
def shown(qtbot):
    """Opens the dialog."""

    def show(mine, theirs, ways=()):
        dialog = CompareDialog(WORDS, "en", mine, theirs, TITLES, ways=ways)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


@pytest.fixture
def dialog(shown, sample, edited):
    return shown(sample, edited)


def texts(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.text()]


def rows(tree):
    items = map(tree.topLevelItem, range(tree.topLevelItemCount()))
    return [tuple(item.text(column) for column in range(3)) for item in items]


def ringed(picture, code):
    """Whether another picture comes when nothing of this code is marked."""
    with_rings = picture.grab().toImage()
    others = {thing: each for thing, each in picture.marks.items() if each != code}
    picture.show_scene(picture.scene, others)
    return picture.grab().toImage() != with_rings


def test_both_sides_have_their_title(dialog):
    assert {*TITLES} <= {*texts(dialog)}


def test_the_counts_are_told(dialog):
    assert {"1 new", "1 moved"} <= {*texts(dialog)}


def test_every_difference_is_a_row(dialog):
    assert ("Pain point “No quiet corner”", "not there", "Finds the place") in rows(dialog.tree)
    assert any(after == "Text: Reads it twice" for _, _, after in rows(dialog.tree))


def test_the_rows_stand_under_map_and_lane(dialog, sample):
    firsts = [row[0] for row in rows(dialog.tree) if row[1:] == ("", "")]
    assert firsts[:2] == [sample.project.maps[0].title, "Actions"]
    assert "Pain points" in firsts


@pytest.mark.parametrize(
    ("code", "sides"),
    [("added", [False, True]), ("removed", [True, False]), ("moved", [True, True]), ("changed", [True, True])],
)
def test_what_differs_is_ringed_on_the_sides_that_have_it(dialog, code, sides):
    assert [ringed(picture, code) for picture in dialog.pictures] == sides


def test_the_pictures_stand_over_their_columns(dialog):
    tree, head = dialog.tree, dialog.tree.header()
    for column, picture in enumerate(dialog.pictures, 1):
        place = tree.viewport().mapTo(dialog, QPoint(head.sectionViewportPosition(column), 0)).x()
        assert abs(picture.x() - place - 16) <= 4


def test_nothing_that_differs(shown, sample):
    dialog = shown(sample, sample)
    assert texts(dialog)[:3] == ["Nothing differs", *TITLES]
    assert "Both hold the same" in texts(dialog)[-1]
    assert not dialog.tree.isVisible()


def with_second(opened):
    journey = opened.project.maps[0]
    return replace(opened, project=duplicate_map(opened.project, journey.id, "Second", new_id=ids()))


def test_a_map_that_only_one_side_has(shown, sample):
    dialog = shown(sample, with_second(sample))
    mine, theirs = (picture.accessibleName() for picture in dialog.pictures)
    assert (mine, theirs) == ("This map is not there.", "Second")


def test_a_row_shows_its_map(shown, sample):
    both = with_second(sample)
    maps = [changed(journey, title=f"{journey.title} again") for journey in both.project.maps]
    dialog = shown(both, replace(both, project=changed(both.project, maps=tuple(maps))))
    names = set()
    for row in range(dialog.tree.topLevelItemCount()):
        dialog.tree.setCurrentItem(dialog.tree.topLevelItem(row))
        names.add(dialog.pictures[0].accessibleName())
    assert names == {journey.title for journey in both.project.maps}


def choose(dialog, text):
    items = map(dialog.tree.topLevelItem, range(dialog.tree.topLevelItemCount()))
    dialog.tree.setCurrentItem(next(item for item in items if item.text(0) == text))
    return [picture.grab().toImage() for picture in dialog.pictures]


def test_a_row_is_looked_at_closely_on_both_sides(dialog, sample):
    whole = [picture.grab().toImage() for picture in dialog.pictures]
    close = choose(dialog, "Pain point “No quiet corner”")
    assert all(one != other for one, other in zip(whole, close, strict=True))
    assert choose(dialog, sample.project.maps[0].title) == whole


def test_projects_without_maps(shown, sample):
    bare = replace(sample, project=changed(sample.project, maps=()))
    dialog = shown(bare, replace(bare, project=changed(bare.project, title="Other")))
    assert {picture.accessibleName() for picture in dialog.pictures} == {"This map is not there."}
    assert rows(dialog.tree)[-1][2] == "Title: Other"
    dialog.grab()


def test_it_is_only_closed(dialog):
    assert [button.text() for button in dialog.buttons] == ["Close"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.chosen, dialog.isVisible()) == ("", False)


def test_ways_are_taken_at_the_foot(shown, sample, edited):
    dialog = shown(sample, edited, [Way("Take it", "take"), Way("Leave it", "leave", strong=True)])
    assert [button.objectName() for button in dialog.buttons] == ["", "", "strong"]
    QTest.mouseClick(dialog.buttons[1], Qt.MouseButton.LeftButton)
    assert (dialog.chosen, dialog.isVisible()) == ("take", False)


def test_all_labels_are_plain_text(dialog):
    assert {label.textFormat() for label in dialog.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_marks_of_either_side():
    differences = [Difference(code, Name("card", code), Where()) for code in ("added", "removed", "moved")]
    assert marks_of(differences, "before") == {"removed": "removed", "moved": "moved"}
    assert marks_of(differences, "after") == {"added": "added", "moved": "moved"}


@pytest.fixture
def tree(qtbot):
    tree = DifferenceTree(WORDS, 300)
    qtbot.addWidget(tree)
    tree.resize(900, 400)
    tree.show()
    return tree


def chapter(count):
    return Chapter("m", "Dinner", (Section("Notes", (Row("added", "n", "Note", "not there", "there"),) * count),))


def test_a_thousand_differences_are_cut(tree):
    tree.show_chapters([chapter(MOST + 3)])
    assert tree.topLevelItemCount() == MOST + 3  # with the map's title, the lane's, and how many there are besides
    assert rows(tree)[-1][0] == "… and 3 more"


def test_what_is_cut_whole_has_no_caption(tree):
    tree.show_chapters([chapter(MOST), chapter(2)])
    assert [row[0] for row in rows(tree)[-2:]] == ["Dinner", "… and 2 more"]


def test_a_row_says_its_sign_to_those_who_cannot_see_it(tree):
    tree.show_chapters([chapter(1)])
    item = tree.topLevelItem(2)
    assert item.data(0, Qt.ItemDataRole.AccessibleTextRole) == "New: Note"
    assert (item.data(0, MAP), item.icon(0).isNull()) == ("m", False)


def test_a_row_is_as_high_as_its_lines(tree):
    section = Section("", (Row("changed", "n", "N", "a", "b"), Row("changed", "n", "N", "a\nb\nc", "a")))
    tree.show_chapters([Chapter("m", "Dinner", (section,))])
    low, high = (tree.topLevelItem(row).sizeHint(0).height() for row in (1, 2))
    assert high - low == 34


def test_titles_cannot_be_chosen(tree):
    tree.show_chapters([chapter(2)])
    QTest.keyClick(tree, Qt.Key.Key_Home)
    assert not tree.topLevelItem(0).isSelected()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("code", CODES)
def test_signs_are_seen(code, look):
    table = colours(look)
    assert contrast(colour_of(code, look).name(), table["surface"]) >= MARK
    assert contrast(colour_of(code, look).name(), table["ground"]) >= MARK


def test_every_sign_has_lines_of_its_own(qapp):
    assert STROKES.keys() == ROLES.keys()
    assert len({sign(code).pixmap(16, 16).toImage().cacheKey() for code in CODES}) == len(CODES)


def test_rings_are_seen_on_paper():
    assert all(contrast(colour_of(code, "light").name(), "#FFFFFF") >= MARK for code in CODES)


@pytest.fixture
def picture(qtbot):
    picture = MapPicture(Easel("en"), {}, "Not there")
    qtbot.addWidget(picture)
    picture.show()
    return picture


def test_a_picture_without_a_map_says_so(picture):
    picture.show_scene(None, {})
    picture.grab()
    assert (picture.accessibleName(), picture.size()) == ("Not there", SIZE)


def test_a_picture_is_painted_once(picture, sample, monkeypatch):
    easel = Easel("en")
    picture.show_scene(easel.scene(sample), {})
    picture.grab()
    monkeypatch.setattr(Easel, "paint", lambda *_: pytest.fail("painted again"))
    picture.grab()


def test_a_large_map_is_tinted_where_rings_would_hide_it(picture, sample, monkeypatch):
    monkeypatch.setattr("desktop.dialogs.mappicture.DUST", 1000.0)
    scene = Easel("en").scene(sample)
    picture.show_scene(scene, {})
    plain = picture.grab().toImage()
    picture.show_scene(scene, {scene.layout.columns[0].step.id: "changed"})
    tinted = picture.grab().toImage()
    monkeypatch.undo()
    picture.show_scene(scene, picture.marks)
    assert plain != tinted != picture.grab().toImage()


def test_the_whole_map_is_in_the_middle():
    assert view_of(1680, 500, None) == (0.2, 0, (100 - SIZE.height()) / 2)
    assert view_of(500, 1050, None) == (0.2, (100 - SIZE.width()) / 2, 0)


@pytest.mark.parametrize(
    ("near", "left", "top"),
    [
        (Rect(1000, 1000, 100, 100), 525 - SIZE.width() / 2, 525 - SIZE.height() / 2),
        (Rect(0, 0, 10, 10), 0, 0),
        (Rect(1990, 1990, 10, 10), 1000 - SIZE.width(), 1000 - SIZE.height()),
        (Rect(5000, 1000, 10, 100), 1000 - SIZE.width(), 525 - SIZE.height() / 2),
    ],
)
def test_close_by_a_place_is_in_the_middle_but_never_past_the_paper(near, left, top):
    assert view_of(2000, 2000, near) == (CLOSE, left, top)


def test_a_small_map_is_never_made_smaller():
    assert view_of(336, 210, Rect(0, 0, 10, 10)) == (1.0, 0, 0)


def test_things_that_are_not_on_the_map_have_no_ring(picture, sample):
    picture.show_scene(Easel("en").scene(sample), {"nowhere": "changed"})
    assert not ringed(picture, "changed")

"""The row that says how the map is seen, worked with real events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.desk.lens import CLEAR, Lens
from desktop.desk.views import Views
from desktop.document.base import in_order
from desktop.document.edits.lanes import edit_group, group_lanes, hide_lane
from desktop.layout.short import LONGEST, short
from desktop.panels.filtermenu import TickMenu
from desktop.panels.views import ViewBar

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def views(desk):
    return Views(desk)


@pytest.fixture
def bar(qtbot, desk, views):
    """At the top of a window 1200 px wide, with a field below that has the keyboard."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    bar = ViewBar(desk, views)
    below = QWidget()
    below.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    bar.left.connect(below.setFocus)
    column.addWidget(bar)
    column.addWidget(below, 1)
    window.resize(1200, 300)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    below.setFocus()
    bar.holder = window  # which would go with the fixture
    return bar


def chips(bar):
    row = bar.chips.layout()
    return [row.itemAt(number).widget() for number in range(row.count())]


def texts(bar):
    return [chip.text() for chip in chips(bar)]


def click(widget):
    QTest.mouseClick(widget, LEFT)


def filled(button):
    """The button's menu as it is when it opens."""
    menu = button.menu()
    menu.fill()
    return menu


def submenu(bar, name):
    return next(menu for menu in filled(bar.filter).findChildren(TickMenu) if menu.name == name)


def entries(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(menu, text):
    """Clicks an entry of a menu that is open."""
    action = next(each for each in menu.actions() if each.text().split("\t")[0] == text)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def lane(desk, kind):
    return next(each.id for each in desk.journey.lanes if each.kind == kind)


def let(views, facet, *values):
    for value in values:
        views.let(facet, value, through=True)


def test_it_is_away_while_all_is_seen_as_usual(bar):
    assert not bar.isVisible()


def test_it_comes_and_goes_with_what_is_active(bar, views):
    let(views, "owners", "Kitchen")
    assert bar.isVisible()
    views.clear()
    assert not bar.isVisible()


def test_a_chip_names_what_is_let_through(bar, desk, views):
    let(views, "owners", "Kitchen", "Front of house")
    let(views, "personas", in_order(desk.project.personas)[0].id)
    let(views, "evidence", "")
    assert texts(bar) == ["Persona: Maya", "Owner: Front of house, Kitchen", "Evidence: Not said"]


def test_a_click_on_a_chip_frees_its_facet(bar, desk, views):
    let(views, "owners", "Kitchen")
    let(views, "kinds", "pain")
    click(chips(bar)[1])
    assert desk.lens == Lens(kinds=frozenset({"pain"}))
    assert texts(bar) == ["Kind: Pain point"]


def test_long_chips_are_cut_short(bar, views):
    let(views, "owners", "A" * 100, "B & C")
    assert len(texts(bar)[0]) == LONGEST
    assert texts(bar)[0].endswith("…")


def test_hidden_lanes_are_counted_and_shown_again(bar, desk, views):
    views.show_lane(lane(desk, "thoughts"), shown=False)
    assert texts(bar) == ["1 lane hidden"]
    desk.attempt("", lambda project: hide_lane(project, desk.map_id, lane(desk, "pains"), hidden=True))
    assert texts(bar) == ["2 lanes hidden"]
    click(chips(bar)[0])
    assert texts(bar) == []
    assert not bar.isVisible()


def test_folded_stages_are_named_while_they_are_few(bar, desk, views):
    stages = in_order(desk.journey.stages)
    views.fold(stages[2].id, folded=True)
    views.fold(stages[1].id, folded=True)
    assert texts(bar) == ["Decide folded", "Arrive folded"]
    click(chips(bar)[0])
    assert texts(bar) == ["Arrive folded"]


def test_many_folded_stages_are_one_chip(bar, desk, views):
    for stage in desk.journey.stages:
        views.fold(stage.id, folded=True)
    assert texts(bar) == ["6 stages folded"]
    click(chips(bar)[0])
    assert desk.lens == CLEAR


def test_a_folded_group_is_named_and_unfolded(bar, desk, views):
    ids = [each.id for each in in_order(desk.journey.lanes)[:2]]
    desk.attempt("", lambda project: group_lanes(project, desk.map_id, ids, "Guest", new_id=desk.new_id))
    (group,) = desk.journey.groups
    desk.attempt("", lambda project: edit_group(project, desk.map_id, group.id, folded=True))
    assert texts(bar) == ["Guest folded"]
    click(chips(bar)[0])
    assert not desk.journey.groups[0].folded


def test_the_rest_is_hidden_and_dimmed_again(bar, desk, views):
    let(views, "owners", "Kitchen")
    click(bar.rest)
    assert desk.lens.leave_out
    click(bar.rest)
    assert not desk.lens.leave_out


def test_there_is_no_rest_without_a_filter(bar, desk, views):
    views.fold(desk.journey.stages[0].id, folded=True)
    assert not bar.rest.isVisible()


def test_the_cross_shows_everything(bar, desk, views):
    let(views, "owners", "Kitchen")
    views.fold(desk.journey.stages[0].id, folded=True)
    click(bar.close_button)
    assert desk.lens == CLEAR
    assert not bar.isVisible()


def test_nothing_is_made_again_while_nothing_changes(bar, desk, views):
    let(views, "owners", "Kitchen")
    before = chips(bar)
    desk.shown.emit()
    assert all(one is other for one, other in zip(before, chips(bar), strict=True))


def test_chips_wrap_where_the_window_is_narrow(qtbot, bar, desk, views):
    let(views, "owners", "Kitchen", "Front of house")
    one_line = bar.height()
    bar.window().resize(520, 300)
    let(views, "kinds", "pain", "opportunity")
    let(views, "evidence", "research", "assumption")
    qtbot.waitUntil(lambda: bar.height() > one_line)
    right = max(chip.geometry().right() for chip in chips(bar))
    assert right <= bar.chips.width()
    assert bar.minimumSizeHint().width() < 520


@pytest.mark.parametrize("name", ["kinds", "personas", "segments", "owners", "channels", "evidence", "lanes", "stages"])
def test_there_is_a_menu_for_all_that_occurs(bar, name):
    assert entries(submenu(bar, name))


def test_values_stand_with_the_number_of_their_cards(bar, desk):
    cards = [card for each in desk.journey.lanes for card in each.cards]
    kitchen = sum(card.owner == "Kitchen" for card in cards)
    assert f"Kitchen\t{kitchen}" in entries(submenu(bar, "owners"))


def test_what_is_let_through_is_ticked(bar, views):
    let(views, "owners", "Kitchen")
    ticked = [action.text().split("\t")[0] for action in submenu(bar, "owners").actions() if action.isChecked()]
    assert ticked == ["Kitchen"]


def test_ticking_lets_through_and_the_menu_stays_open(bar, desk):
    menu = submenu(bar, "owners")
    menu.popup(QPoint(10, 10))
    choose(menu, "Kitchen")
    choose(menu, "Front of house")
    assert menu.isVisible()
    assert desk.lens.owners == {"Kitchen", "Front of house"}
    choose(menu, "Kitchen")
    assert desk.lens.owners == {"Front of house"}
    menu.close()


def test_the_space_bar_ticks_and_the_menu_stays_open(bar, desk):
    menu = submenu(bar, "owners")
    menu.popup(QPoint(10, 10))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert len(desk.lens.owners) == 1
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_lanes_are_hidden_and_stages_folded_from_the_menu(bar, desk):
    lanes, stages = submenu(bar, "lanes"), submenu(bar, "stages")
    for menu, text in ((submenu(bar, "lanes"), "Thoughts"), (submenu(bar, "stages"), "Decide")):
        menu.popup(QPoint(10, 10))
        choose(menu, text)
        menu.close()
    assert desk.lens.lanes == {lane(desk, "thoughts")}
    assert texts(bar) == ["1 lane hidden", "Decide folded"]
    assert entries(lanes) != entries(stages)


def test_asking_for_the_filter_opens_it(qtbot, bar, views):
    views.ask_filter()
    menu = bar.filter.menu()
    qtbot.waitUntil(menu.isVisible)
    assert bar.isVisible()
    menu.close()


def test_what_is_seen_is_saved_under_a_name(bar, views):
    let(views, "owners", "Kitchen")
    views.ask_name()
    assert bar.name.hasFocus()
    QTest.keyClicks(bar.name, "The kitchen & I")
    QTest.keyClick(bar.name, Qt.Key.Key_Return)
    assert [view.title for view in views.saved] == ["The kitchen & I"]
    assert bar.saved.text() == "The kitchen && I"
    assert not bar.name.isVisible()


@pytest.mark.parametrize(("typed", "key"), [("Gone", Qt.Key.Key_Escape), ("  ", Qt.Key.Key_Return)])
def test_saving_can_be_thought_better_of(bar, views, typed, key):
    views.ask_name()
    QTest.keyClicks(bar.name, typed)
    QTest.keyClick(bar.name, key)
    assert views.saved == []
    assert not bar.name.isVisible()
    assert not bar.name.hasFocus()


def test_the_name_is_gone_when_one_clicks_elsewhere(bar, views):
    views.ask_name()
    bar.window().findChildren(QToolButton)[0].setFocus()
    assert not bar.name.isVisible()


@pytest.fixture
def saved(bar, views):
    """Two saved views, the second is looked at."""
    let(views, "owners", "Kitchen")
    views.save_as("Kitchen")
    views.clear()
    let(views, "kinds", "pain")
    views.save_as("Pain")
    return bar.saved


def test_saved_views_stand_in_the_menu_with_the_present_one_ticked(saved):
    menu = filled(saved)
    assert entries(menu) == ["Kitchen", "Pain", "Save view…", "Rename “Pain”…", "Delete “Pain”"]
    assert [action.isChecked() for action in menu.actions()][:2] == [False, True]


def test_a_saved_view_is_chosen(saved, desk):
    menu = filled(saved)
    menu.popup(QPoint(10, 10))
    choose(menu, "Kitchen")
    assert desk.lens == Lens(owners=frozenset({"Kitchen"}))
    assert saved.text() == "Kitchen"


def test_a_view_that_was_changed_is_marked_and_updated(saved, views):
    let(views, "kinds", "opportunity")
    assert saved.text() == "Pain · changed"
    menu = filled(saved)
    menu.popup(QPoint(10, 10))
    choose(menu, "Update “Pain”")
    assert saved.text() == "Pain"
    assert views.applied.kinds == ("opportunity", "pain")


def test_a_view_is_renamed(bar, saved, views):
    menu = filled(saved)
    menu.popup(QPoint(10, 10))
    choose(menu, "Rename “Pain”…")
    assert bar.name.selectedText() == "Pain"
    QTest.keyClicks(bar.name, "Hurts")
    QTest.keyClick(bar.name, Qt.Key.Key_Return)
    assert [view.title for view in views.saved] == ["Kitchen", "Hurts"]
    assert saved.text() == "Hurts"


def test_a_view_is_deleted_and_what_is_seen_stays(saved, desk, views):
    menu = filled(saved)
    menu.popup(QPoint(10, 10))
    choose(menu, "Delete “Pain”")
    assert [view.title for view in views.saved] == ["Kitchen"]
    assert desk.lens.kinds == {"pain"}
    assert saved.text() == "Views"


def test_without_saved_views_there_is_only_saving(bar):
    assert entries(filled(bar.saved)) == ["Save view…"]


def test_every_button_has_a_name_for_screen_readers(bar, views):
    let(views, "owners", "Kitchen")
    buttons = bar.findChildren(QToolButton)
    assert [button for button in buttons if not (button.text() or button.accessibleName())] == []


@pytest.mark.parametrize(
    ("text", "shown"), [("a & b", "a && b"), ("two\nlines", "two lines"), ("x" * 60, "x" * 39 + "…")]
)
def test_texts_of_the_project_are_shown_plain_and_short(text, shown):
    assert short(text) == shown


def test_a_project_without_maps_has_no_row(qtbot, desk, views):
    bar = ViewBar(desk, views)
    qtbot.addWidget(bar)
    desk.edit("", desk.project.model_copy(update={"maps": ()}))
    for ask in (views.ask_name, views.ask_filter, views.ask_view):
        ask()
    assert not bar.isVisible()
    assert filled(bar.filter).actions() == []

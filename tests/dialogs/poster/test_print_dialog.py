"""Print on the wall: the dialog as it is used, with the real print beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.desk.desk import Desk
from desktop.dialogs.poster.choices import PRESETS
from desktop.document.edits.editions import add_edition
from desktop.document.edits.facts import edit_map
from desktop.plan.settings import Settings, Tiling, from_json
from errands import pick, press, type_in


def title_of(dialog):
    return dialog.showing.proof.whole.document.title


def middle(dialog):
    """The preview as it is seen."""
    return dialog.showing.preview.grab().toImage()


def colours(image):
    return {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


def test_it_opens_with_the_usual_wall_the_print_is_seen_and_what_will_come_out_is_told(dialog):
    assert dialog.settings == PRESETS["wall"]
    assert dialog.editions.pick.currentText() == "Wall"
    assert title_of(dialog) == dialog._desk.journey.title
    assert len(colours(middle(dialog))) > 50
    assert dialog.facts.text().startswith("1\u202f189 × 841 mm · cards ")
    told = [mark.text.text() for mark in dialog.pages.distances.grades.values()]
    assert all(" pt, " in each for each in told)
    assert "words" in dialog.pages.distances.budget.text()
    assert not any(button.autoDefault() or button.isDefault() for button in dialog.findChildren(QPushButton))


def test_an_answer_makes_another_print_and_the_map_that_changes_is_printed_as_it_is_now(dialog, settled, desk):
    pick(dialog.pages.medium.paper, "A3")
    settled(dialog)
    assert dialog.showing.proof.order.settings.paper == "A3"
    assert dialog.facts.text().startswith("420 × 297 mm")
    desk.edit("Rename", edit_map(desk.project, desk.map_id, title="Quite another title"))
    settled(dialog)
    assert title_of(dialog) == "Quite another title"


def test_a_list_is_asked_for_no_more_than_its_paper(dialog, settled):
    pages = dialog.pages
    dialog.take(Settings(content="backlog", paper="A4"))
    settled(dialog)
    asked = pages.distances, pages.medium.medium, pages.medium.way
    assert not any(each.isVisible() for each in asked)
    assert dialog.facts.text() == "210 × 297 mm"
    dialog.take(PRESETS["wall"])
    assert pages.distances.isVisible()


def test_it_begins_with_what_is_wished_for(open_dialog, errands, settled):
    errands.latest = Settings(paper="A2")
    errands.wish = Settings("backlog")
    dialog = open_dialog()
    settled(dialog)
    assert dialog.settings == Settings(content="backlog", paper="A4")
    assert (dialog.pages.what.content.value, dialog.editions.pick.currentText()) == ("backlog", "Backlog")
    pick(dialog.pages.what.content, "map")
    assert dialog.settings.paper == "A2"


def test_sheets_to_glue_are_drawn_over_the_poster_and_each_can_be_looked_at(dialog, settled):
    before = middle(dialog)
    press(dialog.pages.medium.medium.button("tiles"))
    settled(dialog)
    panel = dialog.showing.preview.panel
    assert len(panel.tiles.tiles) == panel.tiles.across * panel.tiles.down
    assert "sheets of A4" in dialog.facts.text()
    assert middle(dialog) != before
    press(dialog.showing.views.button("sheets"))
    settled(dialog)
    first = middle(dialog)
    press(dialog.showing.tools["after"])
    settled(dialog)
    assert dialog.showing.page.text() == f"A1 · 2 of {dialog.showing.count}"
    assert middle(dialog) != first
    press(dialog.showing.tools["before"])
    assert dialog.showing.number == 0


def test_the_poster_hangs_on_the_wall(dialog, settled, errands):
    press(dialog.showing.views.button("wall"))
    settled(dialog)
    wall = dialog.showing.wall
    assert wall.verdict.text().startswith("It fits: hang its middle at 155 cm")
    type_in(wall.width_field, "100")
    assert wall.verdict.text() == "It does not fit: it is 19 cm wider than the wall."
    assert errands.habits.wall == (1000.0, 2500.0)


def test_a_problem_is_shown_from_close_by_and_a_mark_on_the_whole_poster_finds_its_line(dialog, settled):
    listed, preview = dialog.problems.list, dialog.showing.preview
    assert listed.count() > 0
    assert preview.fitted
    row = next(row for row, (_, mark) in enumerate(dialog._lines) if mark.rect is not None)
    listed.setCurrentRow(row)
    settled(dialog)
    assert not preview.fitted
    press(dialog.showing.tools["fit"])
    settled(dialog)
    mark = next(mark for _, mark in reversed(dialog._lines) if mark.rect is not None)
    QTest.mouseClick(preview, Qt.MouseButton.LeftButton, pos=preview._on_screen(mark.rect).center().toPoint())
    assert listed.chosen == mark


def test_every_card_that_cannot_be_read_is_outlined_and_can_be_looked_at(dialog, settled):
    dialog.take(Settings(paper="A3", read_from={"cards": 2.0}))
    settled(dialog)
    assert len(dialog._weak) > 50
    mark = dialog._weak[-1]
    place = dialog.showing.preview._on_screen(mark.rect).center().toPoint()
    QTest.mouseClick(dialog.showing.preview, Qt.MouseButton.LeftButton, pos=place)
    assert not dialog.showing.preview.fitted


@pytest.mark.parametrize("how", ["return", "double click"])
def test_from_a_problem_one_goes_to_its_card(dialog, errands, how):
    listed = dialog.problems.list
    row = next(row for row, (_, mark) in enumerate(dialog._lines) if mark.thing)
    listed.setCurrentRow(row)
    if how == "return":
        QTest.keyClick(listed, Qt.Key.Key_Return)
    else:
        listed.scrollToItem(listed.item(row))
        at = listed.visualItemRect(listed.item(row)).center()
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert errands.asked == [("go", dialog._lines[row][1].thing)]
    assert not dialog.isVisible()


@pytest.fixture
def advised(dialog, qtbot):
    """With what could be printed instead."""
    dialog._seek_advice()
    qtbot.waitUntil(lambda: not dialog._advising.busy, timeout=60_000)
    return dialog


def test_what_is_offered_instead_is_taken_with_one_click(advised, settled):
    dialog, offers = advised, advised.problems.offers
    button, offer = next(iter(offers.items()))
    assert " pt" in button.text()
    press(button)
    settled(dialog)
    assert dialog.settings == offer.settings
    card = next(each for each in dialog.showing.proof.grades if each.role == "card")
    assert card.grade == "comfortable"


@pytest.mark.parametrize(("button", "asked"), [("save", "save"), ("print", "print")])
def test_a_way_out_that_was_gone_closes_the_dialog(dialog, errands, button, asked):
    press(dialog.buttons[button])
    assert errands.asked == [(asked, PRESETS["wall"])]
    assert not dialog.isVisible()


def test_a_test_sheet_and_a_ticket_leave_it_open_and_so_does_who_thinks_better_of_printing(dialog, errands):
    errands.willing = False
    for button in ("test", "ticket", "save", "print"):
        press(dialog.buttons[button])
        assert (button, dialog.isVisible()) == (button, True)
    assert errands.asked[:2] == [("test", PRESETS["wall"]), ("ticket", PRESETS["wall"])]
    errands.asked.clear()
    dialog.buttons["ticket"].setFocus()
    QTest.keyClick(dialog.buttons["ticket"], Qt.Key.Key_Return)
    assert [each[0] for each in errands.asked] == ["ticket"]


def test_return_in_a_field_does_not_print_and_what_was_chosen_is_remembered_when_escape_closes(dialog, errands):
    type_in(dialog.pages.medium.paper.lineEdit(), "900x1400mm")
    assert errands.habits.papers == ("900x1400mm",)
    type_in(dialog.pages.medium.paper.lineEdit(), "A2")
    assert errands.asked == []
    assert dialog.settings.paper == "A2"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert errands.latest.paper == "A2"


def test_it_opens_as_it_was_left(open_dialog, errands, settled):
    errands.latest = Settings(paper="A3", theme="grey")
    dialog = open_dialog()
    settled(dialog)
    assert dialog.settings == errands.latest
    assert dialog.pages.medium.paper.currentText() == "A3"


def test_the_last_of_many_answers_counts_and_a_print_that_cannot_be_made_is_told_and_not_offered(dialog, settled):
    for name in ("A1", "A2", "A3", "A4"):
        dialog.take(Settings(paper=name))
        dialog._make_proof()
    settled(dialog)
    assert dialog.showing.proof.order.settings.paper == "A4"
    dialog.take(Settings(tiling=Tiling("A4", overlap=50, margin=(90, 90, 90, 90))))
    settled(dialog)
    assert dialog.showing.preview._message
    assert not dialog.buttons["save"].isEnabled()
    assert not dialog.buttons["print"].isEnabled()
    dialog.take(Settings())
    settled(dialog)
    assert dialog.buttons["save"].isEnabled()


def test_closed_while_the_print_is_made_nothing_is_left_and_a_desk_is_left_in_peace(open_dialog, desk):
    dialog = open_dialog()
    dialog.close()
    assert not dialog.showing.busy
    assert isinstance(desk, Desk)
    desk.edit("Rename", edit_map(desk.project, desk.map_id, title="Later"))


def test_one_goes_round_with_the_tab_key(dialog):
    seen = set()
    for _ in range(80):
        widget = dialog.focusWidget()
        seen.add(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    wanted = {dialog.editions.pick, dialog.pages.what.content, dialog.pages.medium.paper, dialog.showing.preview}
    wanted |= set(dialog.buttons.values()) - {dialog.buttons["save_all"]}
    assert wanted <= seen


# editions


def editions(desk):
    return [(each.title, from_json(each.settings)) for each in desk.project.editions]


def test_what_is_chosen_is_kept_as_an_edition_updated_renamed_deleted_and_taken_back(dialog, desk):
    pick(dialog.pages.medium.paper, "A2")
    press(dialog.editions.keep)
    assert [(title, kept.paper) for title, kept in editions(desk)] == [("Wall", "A2")]
    assert dialog.editions.keep.text() == "Update edition"
    assert not dialog.editions.keep.isEnabled()
    press(dialog.editions.keep)
    pick(dialog.pages.medium.paper, "A1")
    assert dialog.editions.keep.isEnabled()
    press(dialog.editions.keep)
    assert [kept.paper for _, kept in editions(desk)] == ["A1"]
    dialog.editions.rename("Corridor")
    assert dialog.editions.pick.currentText() == "Corridor"
    dialog.editions.acts["remove"].trigger()
    assert desk.project.editions == ()
    assert dialog.editions.keep.text() == "Keep as edition"
    press(dialog.editions.keep)
    desk.undo()
    assert desk.project.editions == ()


@pytest.mark.parametrize("keep", [True, False])
def test_an_edition_that_keeps_places_remembers_them_once_it_is_printed(dialog, desk, errands, keep):
    dialog.take(Settings(paper="A3", keep=keep))
    dialog.editions.save_as("Wall")
    errands.pin = {"cards": {}}
    press(dialog.buttons["save"])
    assert desk.project.editions[0].pin == ({"cards": {}} if keep else None)


def test_editions_are_saved_all_at_once_when_there_are_some_and_one_is_taken_up(dialog, errands, desk, settled):
    assert not dialog.buttons["save_all"].isEnabled()
    press(dialog.editions.keep)
    press(dialog.buttons["save_all"])
    assert errands.asked == [("all",)]
    dialog.editions.save_as("Wall")
    dialog.take(PRESETS["executive"])
    dialog.editions.save_as("For the board")
    pick(dialog.editions.pick, desk.project.editions[0].id)
    settled(dialog)
    first = from_json(desk.project.editions[0].settings)
    assert dialog.settings == dialog.showing.proof.order.settings == first


def test_the_dialog_begins_with_the_first_edition(open_dialog, desk, settled):
    settings = Settings(paper="A1").to_json()
    desk.edit("New", add_edition(desk.project, "Board", new_id=desk.new_id, settings=settings))
    dialog = open_dialog()
    settled(dialog)
    assert (dialog.editions.pick.currentText(), dialog.settings.paper) == ("Board", "A1")


def test_an_edition_that_cannot_be_read_is_told_of(open_dialog, desk, settled):
    bad = {"paper": 7}
    desk.edit("New", add_edition(desk.project, "Board", new_id=desk.new_id, settings=bad))
    dialog = open_dialog()
    settled(dialog)
    assert dialog.settings == PRESETS["wall"]


def test_in_a_project_that_is_only_read_nothing_is_kept(open_dialog, desk, settled):
    desk.session.read_only = True
    dialog = open_dialog()
    settled(dialog)
    assert not dialog.editions.keep.isEnabled()
    assert not any(act.isEnabled() for act in dialog.editions.acts.values())

"""The dialog for tables: its pages by keys and mouse, what it refuses, and how it is given up."""

import gc
import io
import weakref

import pytest
import xlsxwriter
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desks import desk_on
from desktop.desk.feedback import Feedback
from desktop.desk.intake import OUT, WIDE
from desktop.desk.testresults import TestResults
from desktop.dialogs.feedback.dialog import ImportDialog
from desktop.dialogs.feedback.meanings import MeaningsDialog
from desktop.session import Session
from grids import card, lane, project

KEYS, LEFT = Qt.Key, Qt.MouseButton.LeftButton
TABLE = "Touchpoint,Score,Comment\nDoor,4,warm\nMenu,2,\nToilet,1,\n"
TODAY = "2026-11-23"


@pytest.fixture
def whole():
    cards = (card(1, "touchpoint", text="Door"), card(2, "touchpoint", step=1, text="Menu card"))
    return project(lane(*cards, kind="touchpoints"), lane(card(3, "experiment", text="Try"), kind="experiments"))


@pytest.fixture
def desk(whole):
    return desk_on(whole)


@pytest.fixture
def open_dialog(qtbot, desk, tmp_path):
    """On a table with this text, or these bytes; returns when it has been read."""

    def open_dialog(table, name="asked.csv"):
        path = tmp_path / name
        path.write_bytes(table if isinstance(table, bytes) else table.encode())
        dialog = ImportDialog(Feedback(desk, lambda: TODAY), TestResults(desk, lambda: TODAY), path)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitActive(dialog)
        qtbot.waitUntil(lambda: not dialog.busy)
        return dialog

    return open_dialog


@pytest.fixture
def named(qtbot, open_dialog):
    """On the page of the names."""
    dialog = open_dialog(TABLE)
    press(KEYS.Key_Return)
    qtbot.waitUntil(lambda: not dialog.busy)
    return dialog


def press(*keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def take(menu, text):
    """Clicks the entry with these words."""
    action = next(each for each in menu.actions() if each.text() == text)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def workbook(**sheets):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return stream.getvalue()


def test_the_columns_are_told_from_the_table(open_dialog):
    dialog = open_dialog(TABLE)
    assert dialog.pages.currentWidget() is dialog.columns
    model = dialog.columns.cells
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(3)]
    assert heads == ["Touchpoint: Touchpoint", "Score: Score", "Comment: Comment"]
    assert dialog.columns.note.text().startswith("3 rows.")
    assert dialog.go.isEnabled()


def test_space_offers_what_a_column_may_be(open_dialog):
    dialog = open_dialog(TABLE)
    press(KEYS.Key_Right, KEYS.Key_Right, KEYS.Key_Space)
    menu = dialog.columns.menu
    assert menu.isVisible()
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["Comment"]
    take(menu, "Leave out")
    assert dialog.columns.reading.role(2) == OUT


def test_a_click_on_a_head_does_so_too(open_dialog):
    dialog = open_dialog(TABLE)
    head = dialog.columns.table.horizontalHeader()
    middle = head.sectionViewportPosition(1) + head.sectionSize(1) // 2
    spot = head.rect().center()
    spot.setX(middle)
    QTest.mouseClick(head.viewport(), LEFT, pos=spot)
    take(dialog.columns.menu, "Score of this touchpoint")
    assert dialog.columns.reading.role(1) == WIDE


def test_without_names_it_goes_no_further(open_dialog):
    dialog = open_dialog(TABLE)
    press(KEYS.Key_Right, KEYS.Key_Left, KEYS.Key_C)
    take(dialog.columns.menu, "Leave out")
    assert not dialog.go.isEnabled()
    assert dialog.columns.note.property("warned")
    press(KEYS.Key_Return)
    assert dialog.pages.currentWidget() is dialog.columns


def test_another_scale_and_title_are_kept(open_dialog):
    dialog = open_dialog(TABLE)
    dialog.columns.title.setFocus()
    dialog.columns.title.selectAll()
    QTest.keyClicks(dialog.columns.title, "Guests")
    dialog.columns.scale.setFocus()
    QTest.keyClicks(dialog.columns.scale, "Stars")
    assert (dialog.columns.reading.title, dialog.columns.reading.shape.scale) == ("Guests", "stars")


def test_the_first_row_may_be_an_answer(open_dialog):
    dialog = open_dialog(TABLE)
    QTest.mouseClick(dialog.columns.heads, LEFT, pos=dialog.columns.heads.rect().center() / 8)
    assert dialog.columns.reading.shape.header == -1
    assert dialog.columns.note.text().startswith("4 rows.")


def test_another_sheet_is_read(qtbot, open_dialog):
    data = workbook(Cover=[["Hello", "you"], ["x", "y"]], Answers=[["Touchpoint", "Score"], ["Door", 4], ["Door", 5]])
    dialog = open_dialog(data, "book.xlsx")
    dialog.columns.sheet.setFocus()
    QTest.keyClicks(dialog.columns.sheet, "Answers")
    if dialog.columns.reading.grid.sheet != "Answers":
        dialog.columns.sheet.activated.emit(dialog.columns.sheet.currentIndex())
    qtbot.waitUntil(lambda: not dialog.busy and dialog.columns.reading.grid.sheet == "Answers")
    assert dialog.columns.reading.role(1) == "score"


def test_names_are_joined_or_open(named):
    model = named.names.names
    found = {model.data(model.index(at, 0)): model.data(model.index(at, 2)) for at in range(3)}
    assert found["Toilet"] == "Open: nothing is called so"
    assert found["Door"].startswith("Door · ")
    assert named.names.note.text().startswith("One name is open (rows: 1).")


def test_a_row_that_cannot_be_read_is_told_with_its_line(qtbot, desk, open_dialog):
    dialog = open_dialog(TABLE + "Door,blue,\n" * 2 + "Door,3,\n" * 9)
    press(KEYS.Key_Return)
    qtbot.waitUntil(lambda: not dialog.busy)
    assert dialog.names.refused.text() == "2 rows could not be read. Line 5: “blue” is no score."
    with qtbot.waitSignal(dialog.finished):
        QTest.mouseClick(dialog.go, LEFT)
    assert len(desk.project.surveys[0].responses) == 12


def test_all_rows_can_be_read(named):
    assert not named.names.refused.isVisible()


def test_delete_says_that_a_name_means_nothing(named):
    before = named.names.names.names[0]
    press(KEYS.Key_Delete)
    model = named.names.names
    assert before.open
    assert model.data(model.index(0, 2)) == "Nothing on the map"
    assert named.names.note.text().startswith("Every name means something.")


def test_any_place_on_the_map_can_be_meant(named, desk):
    press(KEYS.Key_Return)
    menu = named.names.table.menu
    stages = [each.menu() for each in menu.actions() if each.menu()]
    assert len(stages) == len(desk.journey.stages)
    stages[0].actions()[0].trigger()
    menu.hide()
    assert named.names.names.names[0].thing == desk.journey.stages[0].id


def test_a_name_is_left_open_again(named):
    press(KEYS.Key_Delete, KEYS.Key_Space)
    take(named.names.table.menu, "Leave open")
    assert named.names.names.names[0].open


def test_back_leads_to_the_columns(named):
    QTest.mouseClick(named.back, LEFT)
    assert named.pages.currentWidget() is named.columns
    assert not named.back.isVisible()


def test_all_comes_in_as_one_step(qtbot, desk, named):
    before = desk.project
    with qtbot.waitSignal(named.finished):
        QTest.mouseClick(named.go, LEFT)
    (survey,) = desk.project.surveys
    assert (survey.title, len(survey.responses)) == ("asked", 3)
    desk.undo()
    assert desk.project == before


def test_escape_changes_nothing(desk, named):
    before = desk.project
    press(KEYS.Key_Escape)
    assert not named.isVisible()
    assert desk.project is before


def test_who_closes_it_while_it_reads_gives_it_up(qtbot, desk, tmp_path):
    path = tmp_path / "many.csv"
    path.write_text("Touchpoint,Score\n" + "Door,4\n" * 30_000)
    dialog = ImportDialog(Feedback(desk, lambda: TODAY), TestResults(desk, lambda: TODAY), path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.busy
    assert dialog.bar.isVisible()
    dialog.reject()
    assert not dialog.busy
    assert desk.project.surveys == ()


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (b"", "There is nothing in this table."),
        (b"%PDF-1.7 and so on", "This is a PDF, not a table; save the table as CSV or XLSX."),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(open_dialog, table, sentence):
    dialog = open_dialog(table)
    assert dialog.problem.text() == sentence
    assert not dialog.go.isEnabled()
    assert not dialog.bar.isVisible()
    assert not dialog.back.isVisible()


def test_a_file_that_is_gone_is_told(qtbot, desk, tmp_path):
    dialog = ImportDialog(Feedback(desk, lambda: TODAY), TestResults(desk, lambda: TODAY), tmp_path / "gone.csv")
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not dialog.busy)
    assert "gone.csv" in dialog.problem.text()


def test_a_table_without_any_answer_leads_back_to_the_columns(qtbot, open_dialog):
    dialog = open_dialog("Touchpoint,Score,Comment\nDoor,,\nMenu,n/a,\nDoor,,\n")
    if dialog.go.isEnabled():
        press(KEYS.Key_Return)
        qtbot.waitUntil(lambda: not dialog.busy)
        assert dialog.problem.text().startswith("No row of this table")
        QTest.mouseClick(dialog.back, LEFT)
    assert dialog.pages.currentWidget() is dialog.columns


def test_a_test_is_shown_as_one(qtbot, open_dialog, desk):
    dialog = open_dialog("Variant,Visitors,Orders\nA,100,10\nB,100,40\n")
    assert dialog.heading.text() == "The results of a test"
    press(KEYS.Key_Return)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.results)
    model = dialog.results.variants
    assert [model.data(model.index(1, column)) for column in range(4)] == ["B", "100", "40", "40 %"]
    QTest.mouseClick(dialog.go, LEFT)
    (found,) = desk.chosen.cards
    assert (found.id, len(found.experiment.outcomes)) == ("c3", 2)


def test_a_test_may_be_of_a_new_experiment(qtbot, open_dialog, desk):
    dialog = open_dialog("Variant,Visitors,Orders\nA,100,10\nB,100,40\n", "checkout.csv")
    press(KEYS.Key_Return)
    qtbot.waitUntil(lambda: not dialog.busy)
    dialog.results.card_field.setFocus()
    press(KEYS.Key_End)
    QTest.mouseClick(dialog.go, LEFT)
    (found,) = desk.chosen.cards
    assert found.text == "checkout"


def test_one_variant_is_no_test(qtbot, open_dialog):
    dialog = open_dialog("Variant,Visitors,Orders\nA,100,10\n")
    press(KEYS.Key_Return)
    qtbot.waitUntil(lambda: not dialog.busy)
    assert not dialog.go.isEnabled()
    assert dialog.results.sentence.text() == "There are not two variants to compare."


def test_many_answers_lie_beside_the_file(qtbot, tmp_path, whole, desk, open_dialog):
    path = tmp_path / "map.journey"
    desk.session.save_as(path)
    rows = "".join(f"Door,{1 + at % 5},guest {at}\n" for at in range(2_100))
    dialog = open_dialog("Touchpoint,Score,Comment\n" + rows)
    press(KEYS.Key_Return)
    qtbot.waitUntil(lambda: not dialog.busy)
    with qtbot.waitSignal(dialog.finished):
        QTest.mouseClick(dialog.go, LEFT)
    (survey,) = desk.project.surveys
    assert (survey.people, survey.responses) == (2_100, ())
    desk.session.save()
    again = Session.open(path)
    assert len(again.tables.responses(again.project.surveys[0])) == 2_100
    assert Feedback(desk, lambda: TODAY).told[0].summary.n == 2_100


def closed(qtbot, dialog):
    """A weak reference to a dialog that has been closed."""
    qtbot.waitUntil(lambda: not dialog.busy)
    gc.collect()
    dialog.reject()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return weakref.ref(dialog)


def test_what_is_closed_is_gone_at_once(qtbot, desk, tmp_path):
    path = tmp_path / "asked.csv"
    path.write_text(TABLE)
    gone = closed(qtbot, ImportDialog(Feedback(desk, lambda: TODAY), TestResults(desk, lambda: TODAY), path))
    assert gone() is None


def test_meanings_of_a_project_without_answers(qtbot, desk):
    dialog = MeaningsDialog(Feedback(desk, lambda: TODAY))
    qtbot.addWidget(dialog)
    assert dialog.names == []
    assert dialog.page.note.text().startswith("Every name means something.")

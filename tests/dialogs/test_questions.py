"""The real dialogs, answered by real clicks."""

import gc
import weakref
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget

from desks import desk_on, small_map
from desktop import resources
from desktop.dialogs.poster.dialog import PosterDialog
from desktop.dialogs.poster.picture import PictureDialog, PictureWish
from desktop.dialogs.questions import Answer, Dialogs, Held, message_box
from desktop.storage import processes
from desktop.storage.backups import Reason, Version
from desktop.storage.locks import Holder
from errands import Errands


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dialogs(parent):
    return Dialogs(parent, resources.words("en"))


def when_open(act, after=None):
    """Does something with the dialog that opens next, `after` another one."""

    def look():
        box = QApplication.activeModalWidget()
        if box is None or box is after:
            QTimer.singleShot(10, look)
        else:
            act(box)

    QTimer.singleShot(0, look)


def one_after_the_other(first, *others):
    """Does something with each of the dialogs that open in turn."""

    def act(box):
        if others:
            when_open(one_after_the_other(*others), after=box)
        first(box)

    return act


def press_return(box):
    QTest.keyClick(box, Qt.Key.Key_Return)


def press(text):
    def act(box):
        button = next(button for button in box.findChildren(QPushButton) if button.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return act


@pytest.mark.parametrize(
    ("button", "answer"), [("Save", Answer.SAVE), ("Don’t save", Answer.DISCARD), ("Cancel", Answer.CANCEL)]
)
def test_the_three_answers_to_unsaved_changes(dialogs, button, answer):
    when_open(press(button))
    assert dialogs.save_changes("Dinner", kept=True) is answer


@pytest.mark.parametrize(("kept", "said"), [(True, "30 days"), (False, "are lost")])
def test_it_is_said_what_becomes_of_the_changes(dialogs, kept, said):
    told = []

    def read(box):
        told.append(box.informativeText())
        QTest.keyClick(box, Qt.Key.Key_Escape)

    when_open(read)
    dialogs.save_changes("Dinner", kept=kept)
    assert said in told[0]


def test_escape_cancels(dialogs):
    when_open(lambda box: QTest.keyClick(box, Qt.Key.Key_Escape))
    assert dialogs.save_changes("Dinner", kept=True) is Answer.CANCEL


def test_enter_saves(dialogs):
    when_open(lambda box: QTest.keyClick(box, Qt.Key.Key_Return))
    assert dialogs.save_changes("Dinner", kept=True) is Answer.SAVE


@pytest.mark.parametrize(("button", "opened"), [("Open", True), ("Cancel", False)])
def test_a_large_file_is_opened_when_somebody_says_so(dialogs, button, opened):
    when_open(press(button))
    assert dialogs.large(Path("/far/away/big.journey"), 91.4) is opened


def test_no_text_of_a_box_is_markup(parent):
    box = message_box(parent, QMessageBox.Icon.Warning, "<b>x</b>")
    box.setInformativeText("<img src='/etc/hostname'>")
    texts = [label for label in box.findChildren(QLabel) if label.text()]
    assert [label.text() for label in texts] == ["<b>x</b>", "<img src='/etc/hostname'>"]
    assert {label.textFormat() for label in texts} == {Qt.TextFormat.PlainText}


def test_a_large_file_is_told_by_name_and_size_and_not_opened_by_enter(dialogs):
    said = []
    when_open(lambda box: (said.append(box.text()), press_return(box)))
    assert not dialogs.large(Path("/far/away/big.journey"), 91.4)
    assert said == ["“big.journey” has 91 MB. Open it all the same?"]


def test_a_sentence_is_plain_text(dialogs):
    seen = []

    def act(box):
        seen.append((box.text(), box.textFormat()))
        box.close()

    when_open(act)
    dialogs.tell("<b>A & B</b>")
    assert seen == [("<b>A & B</b>", Qt.TextFormat.PlainText)]


def test_a_picture_is_wished_for(dialogs):
    def act(box):
        box.paper.setCurrentText("A2")
        box.orientation.setCurrentIndex(box.orientation.findData("portrait"))
        press("Choose a file…")(box)

    when_open(act)
    assert dialogs.picture() == PictureWish("A2", "portrait")


def test_a_picture_is_not_wished_for(dialogs):
    when_open(press("Cancel"))
    assert dialogs.picture() is None


def test_the_usual_picture_is_an_a0(qtbot):
    dialog = PictureDialog(resources.words("en"))
    qtbot.addWidget(dialog)
    assert dialog.wish() == PictureWish("A0", "auto")


def test_the_dialog_for_posters_stays_open_while_it_is_used(dialogs, parent):
    dialogs.poster(Errands(desk_on(small_map())))
    dialog = parent.findChild(PosterDialog)
    assert dialog.isVisible()
    assert dialog.isModal()
    dialog.close()


def test_without_a_printer_one_sentence_says_so(dialogs, monkeypatch):
    monkeypatch.setattr("desktop.printing.names", list)
    seen = []
    when_open(lambda box: (seen.append(box.text()), press_return(box)))
    assert dialogs.printer("Dinner") is None
    assert seen == ["No printer is set up on this computer. Save a PDF and print it elsewhere."]


def test_a_folder_is_asked_for(dialogs, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: str(tmp_path))
    assert dialogs.which_folder(Path("maps")) == tmp_path


def test_no_folder_may_be_chosen(dialogs, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: "")
    assert dialogs.which_folder(Path("maps")) is None


@pytest.mark.parametrize(("button", "may"), [("Replace", True), ("Cancel", False)])
def test_several_files_are_replaced_when_somebody_says_so(dialogs, button, may):
    when_open(press(button))
    assert dialogs.may_replace_all("prints", 3) is may


def type_name(name):
    """Types a name into the file dialog and presses the return key."""

    def act(box):
        field = box.findChild(QLineEdit, "fileNameEdit")
        field.selectAll()
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)

    return act


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("map", "map.pdf"),
        ("map.pdf", "map.pdf"),
        ("map.PDF", "map.PDF"),
        ("plan v1.2", "plan v1.2.pdf"),
    ],
)
def test_a_missing_suffix_is_added(dialogs, tmp_path, typed, name):
    when_open(type_name(typed))
    assert dialogs.save_where(tmp_path / "first.pdf", ".pdf") == tmp_path / name


def test_the_suggested_name_is_taken_by_return(dialogs, tmp_path):
    when_open(lambda box: QTest.keyClick(box.findChild(QLineEdit, "fileNameEdit"), Qt.Key.Key_Return))
    assert dialogs.save_where(tmp_path / "plan v1.2.journey", ".journey") == tmp_path / "plan v1.2.journey"


@pytest.mark.parametrize("typed", ["plan v1.2", "plan v1.2.journey"])
def test_nothing_is_replaced_without_asking(dialogs, tmp_path, typed):
    there, asked = tmp_path / "plan v1.2.journey", []
    there.write_bytes(b"old")

    def answer(box):
        asked.append((box.text(), box.informativeText()))
        press("Replace")(box)

    when_open(one_after_the_other(type_name(typed), answer))
    assert dialogs.save_where(tmp_path / "first.journey", ".journey") == there
    kept = "What is in it now is kept among the versions of the file."
    assert asked == [("“plan v1.2.journey” is already there. Replace it?", kept)]


def test_who_does_not_want_to_replace_may_choose_again(dialogs, tmp_path):
    (tmp_path / "map.pdf").write_bytes(b"old")
    seen = []

    def leave(box):
        seen.append((type(box), Path(box.selectedFiles()[0]).name))
        QTest.keyClick(box, Qt.Key.Key_Escape)

    when_open(one_after_the_other(type_name("map"), press_return, leave))
    assert dialogs.save_where(tmp_path / "first.pdf", ".pdf") is None
    assert seen == [(QFileDialog, "map.pdf")]


def test_saving_is_given_up_with_escape(dialogs, tmp_path):
    when_open(lambda box: QTest.keyClick(box, Qt.Key.Key_Escape))
    assert dialogs.save_where(tmp_path / "map.pdf", ".pdf") is None


@pytest.mark.parametrize(("typed", "path"), [("", None), ("map.journey", Path("map.journey"))])
def test_a_file_is_asked_for(dialogs, monkeypatch, typed, path):
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: asked.append(given) or (typed, ""))
    assert dialogs.which_file(Path("maps")) == path
    assert asked[0][1:] == ("Open a project", "maps", "Journeywall projects (*.journey)")


def test_a_closed_dialog_is_gone(dialogs):
    seen = []

    def act(box):
        seen.append(weakref.ref(box))
        box.close()

    when_open(act)
    dialogs.picture()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert seen[0]() is None


ADA = Holder("studio", "ada", 7, "2024-03-12T09:30:00+00:00", here=False)


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("Open to read", Held.READ_ONLY),
        ("Open a copy", Held.COPY),
        ("Take it over", Held.TAKE_OVER),
        ("Cancel", Held.CANCEL),
    ],
)
def test_the_four_answers_to_a_file_that_is_held(dialogs, button, answer):
    when_open(press(button))
    assert dialogs.held("dinner.journey", ADA) is answer


def test_enter_opens_a_held_file_to_read(dialogs):
    when_open(press_return)
    assert dialogs.held("dinner.journey", ADA) is Held.READ_ONLY


def test_escape_leaves_a_held_file_alone(dialogs):
    when_open(lambda box: QTest.keyClick(box, Qt.Key.Key_Escape))
    assert dialogs.held("dinner.journey", ADA) is Held.CANCEL


def said_of(dialogs, holder):
    """The texts and the buttons of the question."""
    seen = []

    def look(box):
        seen.extend((box.text(), box.informativeText(), [button.text() for button in box.buttons()]))
        press_return(box)

    when_open(look)
    dialogs.held("dinner.journey", holder)
    return seen


def test_a_held_file_is_told_with_name_computer_and_time(dialogs):
    _, more, _ = said_of(dialogs, ADA)
    assert more.startswith("ada · studio · ")
    assert "2024" in more


@pytest.mark.parametrize("since", ["", "yesterday", "0001-01-01T00:00:00+14:00"])
def test_an_unknown_time_is_left_out(dialogs, since):
    _, more, _ = said_of(dialogs, Holder("studio", "ada", 7, since, here=False))
    assert more.splitlines()[0] == "ada · studio"


def test_nobody_is_taken_over_on_this_computer(dialogs):
    text, _, buttons = said_of(dialogs, Holder(processes.host(), "ada", 7, "", here=False))
    assert "Take it over" not in buttons
    assert text == "Somebody is already working on “dinner.journey”."


def test_a_lock_that_says_nothing_can_be_taken_over(dialogs):
    text, more, buttons = said_of(dialogs, None)
    assert "nobody can tell by whom" in text
    assert "Take it over" in buttons
    assert "only if you know" in more


def test_another_window_of_this_program_is_said_to_be_one(dialogs):
    text, _, buttons = said_of(dialogs, Holder(processes.host(), "ada", 7, "", here=True))
    assert "in this Journeywall" in text
    assert "Take it over" not in buttons


def test_markup_in_a_name_is_shown_as_it_is(dialogs):
    _, more, _ = said_of(dialogs, Holder("<b>host</b>", "<i>ada</i>", 7, "", here=False))
    assert "<i>ada</i> · <b>host</b>" in more


NEWEST = Version(Path("1"), datetime.now(UTC), Reason.SAVE, 1, "0" * 64)


@pytest.mark.parametrize(("button", "opened"), [("Open the backup", True), ("Cancel", False)])
def test_a_backup_is_offered_in_place_of_a_damaged_file(dialogs, button, opened):
    said = []
    when_open(lambda box: (said.append((box.text(), box.informativeText())), press(button)(box)))
    assert dialogs.damaged("“<b>.journey”: the file is empty.", NEWEST) is opened
    assert said[0][0] == "This file cannot be read, but there is a backup of it."
    assert said[0][1].endswith("“<b>.journey”: the file is empty.")
    assert said[0][1].startswith("The backup: Today, ")


@pytest.mark.parametrize(("key", "opened"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_enter_opens_the_backup_and_escape_does_not(dialogs, key, opened):
    when_open(lambda box: QTest.keyClick(box, key))
    assert dialogs.damaged("It is damaged.", NEWEST) is opened


def test_where_there_is_no_backup_it_is_only_told(dialogs):
    when_open(press_return)
    assert dialogs.damaged("It is damaged.", None) is False


def test_ones_own_other_program_is_not_somebody(dialogs):
    text, _, buttons = said_of(dialogs, Holder(processes.host(), processes.user(), 7, "", here=False))
    assert text == "“dinner.journey” is already open in another Journeywall on this computer."
    assert "Take it over" not in buttons


def test_one_s_own_name_on_another_computer_is_somebody(dialogs):
    text, _, buttons = said_of(dialogs, Holder("studio", processes.user(), 7, "", here=False))
    assert text.startswith("Somebody")
    assert "Take it over" in buttons


def test_the_words_of_a_box_do_not_touch_its_edges(dialogs):
    seen = []
    when_open(lambda box: (seen.append(box.layout().contentsMargins().left()), press_return(box)))
    dialogs.tell("It is damaged.")
    assert seen == [24]


def test_a_table_is_asked_for_with_all_that_can_be_read(dialogs, monkeypatch, tmp_path):
    asked = []
    answer = str(tmp_path / "asked.xlsx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *told: asked.append(told[-1]) or (answer, ""))
    assert dialogs.which_table(tmp_path) == tmp_path / "asked.xlsx"
    assert all(suffix in asked[0] for suffix in ("*.csv", "*.tsv", "*.xlsx", "*.ods"))


def test_no_table_is_chosen(dialogs, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert dialogs.which_table(tmp_path) is None

"""Findings in a window: the banner, the dialog, and that the file itself is never changed by a repair."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ailments import ailing, ailing_file
from desks import small_map
from desktop.document.base import changed
from desktop.document.checks import check
from desktop.session import Session
from desktop.storage.backups import Backups, Reason
from desktop.storage.errors import WriteError
from desktop.storage.keeping import Keeping
from desktop.storage.reader import Opened, read

BANNER = "findings"


@pytest.fixture
def file(tmp_path):
    return ailing_file(tmp_path / "dinner.journey")


@pytest.fixture
def keeping(tmp_path):
    return Keeping(tmp_path / "journals", Backups(tmp_path / "backups"), tmp_path / "locks")


@pytest.fixture
def ailing_window(open_window, file, keeping):
    return open_window(Session.open(file, keeping))


def banner(window):
    return window.banners.shown.get(BANNER)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog_of(window):
    click(banner(window).buttons[0])
    return window.repairs.dialog


def test_findings_are_told_when_a_file_is_opened_and_the_banner_leads_to_the_one_dialog(ailing_window):
    assert banner(ailing_window).text.text() == (
        "There are 7 findings in this file. Nothing is lost; most of them can be repaired in a copy."
    )
    dialog = dialog_of(ailing_window)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert banner(ailing_window) is None
    ailing_window.acts["findings"].trigger()
    assert ailing_window.repairs.dialog is dialog
    assert ailing_window.session.copy_name == ""
    assert ailing_window.repairs.promise == (
        "Nothing is lost: “dinner.journey” stays as it is. Repairs go into a copy, and each can be undone."
    )
    dialog.list.setCurrentRow(1)
    click(dialog.go_to)
    assert ailing_window.desk.selected == {"c2"}


def test_who_has_read_it_is_left_in_peace_a_key_leads_to_the_dialog_again_and_a_window_closes_with_it(
    ailing_window, home
):
    click(banner(ailing_window).buttons[1])
    assert banner(ailing_window) is None
    assert ailing_window.repairs.dialog is None
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(ailing_window.canvas, Qt.Key.Key_F, modifiers)
    assert ailing_window.repairs.dialog.isVisible()
    ailing_window.repairs.dialog.close()
    assert ailing_window.repairs.dialog is None
    ailing_window.repairs.show()
    assert ailing_window.repairs.dialog.isVisible()
    ailing_window.close()
    assert home.left == [ailing_window]


def test_the_first_repair_makes_it_a_copy_before_which_the_file_is_backed_up(ailing_window, keeping, file):
    dialog = dialog_of(ailing_window)
    assert keeping.backups.versions(file) == []
    click(dialog.repair)
    assert ailing_window.session.copy_name == "dinner (repaired)"
    assert ailing_window.repairs.promise == (
        "“dinner.journey” stays as it was. Your repairs are saved as a copy, “dinner (repaired)”."
    )
    click(dialog.repair)
    (version,) = keeping.backups.versions(file)
    assert version.reason is Reason.REPAIR
    assert keeping.backups.content(version) == file.read_bytes()


def test_saving_asks_for_a_name_leaves_the_file_and_who_names_none_has_lost_nothing(
    ailing_window, script, file, tmp_path
):
    before = file.read_bytes()
    click(dialog_of(ailing_window).repair_all)
    for target in (None, tmp_path / "mended.journey"):
        assert ailing_window.session.modified
        assert ailing_window.repairs.copying
        script.target = target
        click(ailing_window.repairs.dialog.save)
        assert file.read_bytes() == before
    assert script.suggested == ["dinner (repaired).journey"] * 2
    assert check(read(script.target).project, ())[0].code == "status.unknown"
    assert ailing_window.session.path == script.target
    assert not ailing_window.repairs.copying
    assert not ailing_window.session.modified


def test_a_file_that_is_gone_stops_nobody_and_all_repairs_are_undone(ailing_window, file):
    file.unlink()
    click(dialog_of(ailing_window).repair_all)
    assert ailing_window.session.modified
    ailing_window.undo()
    assert ailing_window.session.project == ailing()


def test_a_sound_file_is_not_talked_about(window):
    assert banner(window) is None


def test_notes_are_not_talked_about(open_window):
    map_ = changed(small_map().maps[0], status="dreamt")
    window = open_window(Session(Opened(changed(small_map(), maps=(map_,)), {})))
    assert [finding.severity for finding in window.repairs.mending.found()] == ["note"]
    assert banner(window) is None


def test_twins_are_told_too(open_window, tmp_path):
    window = open_window(Session.open(ailing_file(tmp_path / "a.journey", twins=True)))
    assert banner(window).text.text().splitlines()[1] == (
        "An id was given to two things in this file. Both are kept, and the project will be saved as a copy."
    )


def test_later_repairs_of_the_copy_are_saved_there(ailing_window, script, tmp_path):
    click(dialog_of(ailing_window).repair)
    script.target = tmp_path / "mended.journey"
    ailing_window.files.save()
    click(ailing_window.repairs.dialog.repair_all)
    assert ailing_window.session.copy_name == ""
    ailing_window.files.save()
    assert script.suggested == ["dinner (repaired).journey"]


def test_a_backup_that_fails_stops_nobody(ailing_window, keeping, monkeypatch):
    said = []
    ailing_window.desk.said.connect(said.append)
    monkeypatch.setattr(Backups, "keep", lambda *_: fail())
    click(dialog_of(ailing_window).repair_all)
    assert said == ["The file as it is could not be put among the backups (The disk is full); it stays where it is."]
    assert ailing_window.repairs.copying


def fail():
    raise WriteError("the disk is full")


def test_without_backups_there_is_the_file(open_window, file):
    window = open_window(Session.open(file))
    click(dialog_of(window).repair_all)
    assert window.repairs.copying


def test_a_project_without_a_file_is_repaired_as_it_is(open_window, file):
    window = open_window(Session(read(file)))
    assert window.repairs.promise == "Each repair can be undone."
    click(dialog_of(window).repair_all)
    assert not window.repairs.copying
    assert window.session.modified


def test_a_file_that_can_only_be_read(open_window, file, keeping):
    window = open_window(Session.open(file, keeping, read_only=True))
    dialog = dialog_of(window)
    assert dialog.promise.text() == "This file is open to be read only. Edit a copy to repair it."
    assert not dialog.repair_all.isEnabled()


def test_a_project_of_which_two_things_had_one_id_is_a_copy(open_window, tmp_path, script):
    path = ailing_file(tmp_path / "a.journey", twins=True)
    session = Session.open(path)
    session.detach("a (repaired)")
    window = open_window(session)
    before = path.read_bytes()
    script.target = tmp_path / "b.journey"
    window.files.save()
    assert script.suggested == ["a (repaired).journey"]
    assert path.read_bytes() == before
    assert read(script.target).untouched

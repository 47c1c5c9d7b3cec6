"""Two windows on one file: whatever the order of opening, editing and saving, nothing is overwritten that the one who
saves has not seen, unless somebody says so; and then it is among the versions of the file."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.dialogs.conflict import Conflict
from desktop.dialogs.questions import Answer
from desktop.session import Session
from desktop.storage.backups import Backups, Reason
from desktop.storage.errors import WriteError
from desktop.storage.keeping import Keeping
from desktop.storage.reader import parse

CTRL = Qt.KeyboardModifier.ControlModifier
STEPS = ("open", "edit", "save")


def orders():
    """All in which one window goes through its steps among those of the other, A being the first to open."""
    for places in combinations(range(6), 3):
        if 0 in places:
            mine, theirs = iter(STEPS), iter(STEPS)
            yield [("A", next(mine)) if place in places else ("B", next(theirs)) for place in range(6)]


@pytest.fixture
def keeping(tmp_path):
    return Keeping(tmp_path / "journals", Backups(tmp_path / "backups"), tmp_path / "locks")


@pytest.fixture
def open_on(open_window, keeping, path):
    """A window on the file, even if there is one already."""
    return lambda: open_window(Session.open(path, keeping, over=True))


@pytest.fixture
def rivals(open_on, path):
    """Two windows, in both of which the map has another title; the first has saved."""
    one, other = open_on(), open_on()
    rename(one, "One")
    rename(other, "Other")
    assert one.files.save()
    return one, other


def rename(window, title):
    window.maps.rename(window.desk.map_id, title)


def title_in(data):
    return parse(data).project.maps[0].title


def kept(keeping, path):
    """The titles among the versions of the file, and why they were kept."""
    versions = keeping.backups.versions(path)
    return [(title_in(keeping.backups.content(version)), version.reason) for version in versions]


def press_save(window):
    QTest.keyClick(window.canvas, Qt.Key.Key_S, CTRL)


@pytest.mark.parametrize("order", list(orders()), ids=lambda order: "-".join(f"{who}{step[0]}" for who, step in order))
def test_nothing_is_overwritten_unseen(open_on, script, path, order):
    windows, seen = {}, {}
    for who, step in order:
        there = path.read_bytes()
        if step == "open":
            windows[who], seen[who] = open_on(), there
        elif step == "edit":
            rename(windows[who], who)
        elif there == seen[who]:
            assert windows[who].files.save()
            assert title_in(path.read_bytes()) == who
        else:
            assert not windows[who].files.save()
            assert (path.read_bytes(), script.asked) == (there, [(path.name, True)])
            assert windows[who].session.modified


def test_whoever_thinks_better_of_it_has_changed_nothing_and_who_compares_is_asked_again_before_mine_goes_in(
    rivals, script, keeping, path
):
    press_save(rivals[1])
    assert (title_in(path.read_bytes()), rivals[1].session.modified) == ("One", True)
    assert (script.told, len(script.asked)) == ([], 1)
    script.conflicts = [Conflict.COMPARE, Conflict.COMPARE, Conflict.MINE]
    press_save(rivals[1])
    assert (len(script.compared), len(script.asked)) == (2, 4)
    assert (title_in(path.read_bytes()), rivals[1].session.modified) == ("Other", False)
    assert {("One", Reason.OVERWRITE), ("One", Reason.SAVE)} & set(kept(keeping, path))


def test_what_no_window_saved_is_kept_before_it_is_overwritten(rivals, script, keeping, path):
    one, other = rivals
    one.session.save_copy(path.with_name("copy"))
    data = path.with_name("copy").read_bytes().replace(b"One", b"Two")
    path.write_bytes(data)
    script.conflicts = [Conflict.MINE]
    press_save(other)
    assert ("Two", Reason.OVERWRITE) in kept(keeping, path)


def test_without_a_backup_theirs_stays(rivals, script, keeping, path, monkeypatch):
    path.write_bytes(path.read_bytes().replace(b"One", b"Two"))
    there = path.read_bytes()

    def fail(*_args):
        raise WriteError("the disk is full", path=path)

    monkeypatch.setattr(Backups, "keep", fail)
    script.conflicts = [Conflict.MINE]
    press_save(rivals[1])
    assert (path.read_bytes(), rivals[1].session.modified, len(script.told)) == (there, True, 1)


def test_theirs_takes_the_place_of_mine_which_is_kept(rivals, script, keeping, path):
    other = rivals[1]
    script.conflicts = [Conflict.THEIRS]
    press_save(other)
    assert (other.desk.journey.title, other.session.modified) == ("One", False)
    assert ("Other", Reason.OVERWRITE) in kept(keeping, path)
    other.undo()
    assert other.desk.journey.title == "Other"


def test_a_copy_leaves_both(rivals, script, path):
    script.conflicts, script.target = [Conflict.COPY], path.with_name("mine.journey")
    press_save(rivals[1])
    assert (title_in(path.read_bytes()), title_in(script.target.read_bytes())) == ("One", "Other")


def test_what_is_decided_over_the_comparison_needs_no_other_question(rivals, script, path):
    script.conflicts, script.weighed = [Conflict.COMPARE], Conflict.MINE
    press_save(rivals[1])
    assert (len(script.asked), title_in(path.read_bytes())) == (1, "Other")


def test_a_file_that_changes_during_the_question_is_asked_about_again(rivals, script, path, monkeypatch):
    ask, answers = script.conflict, []

    def slowly(name, mine_modified):
        if not answers:
            path.write_bytes(path.read_bytes().replace(b"One", b"Three"))
        answers.append(ask(name, mine_modified))
        return answers[-1]

    monkeypatch.setattr(script, "conflict", slowly)
    script.conflicts = [Conflict.MINE]
    press_save(rivals[1])
    assert answers == [Conflict.MINE, Conflict.CANCEL]
    assert title_in(path.read_bytes()) == "Three"


def test_a_window_that_was_closed_stays_open_while_it_has_something_to_show(rivals, script, home):
    script.answer = Answer.SAVE
    for answer in (Conflict.CANCEL, Conflict.THEIRS):
        script.conflicts = [answer]
        assert (answer, rivals[1].close(), home.left) == (answer, False, [])
    script.answer = Answer.DISCARD


def test_a_window_that_was_closed_and_keeps_mine_closes(rivals, script, home, path):
    script.answer, script.conflicts = Answer.SAVE, [Conflict.MINE]
    assert rivals[1].close()
    assert (home.left, title_in(path.read_bytes())) == ([rivals[1]], "Other")


def test_both_windows_notice_what_the_other_saved(qtbot, rivals, script, path):
    one, other = rivals
    qtbot.waitUntil(lambda: "disk" in other.banners.shown, timeout=10_000)
    script.conflicts = [Conflict.MINE]
    press_save(other)
    qtbot.waitUntil(lambda: "disk" in one.banners.shown, timeout=10_000)
    assert "disk" not in other.banners.shown

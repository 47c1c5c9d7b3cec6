"""A journal's folder read again, damaged or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journals import FILE, START, last, said, titles, whole
from projects import ASSETS, PIXEL

from desktop.document.change import Change
from desktop.storage import clerk as module
from desktop.storage.assets import asset
from desktop.storage.clerk import Clerk
from desktop.storage.errors import DamagedError, ReadError
from desktop.storage.handed import Begun, Brought, Edited, Stored, Typed
from desktop.storage.journallines import Edit, Origin, encode
from desktop.storage.replay import replay

VALUES = titles(6)


class Written:
    """A journal as it stands on the disk after what was handed in."""

    def __init__(self, journals):
        self.clerk = Clerk(journals, whole)
        self.folder = self.clerk._ledger.folder

    def edits(self, first, end):
        """One write each: edit n leads to VALUES[n]."""
        for number in range(first, end + 1):
            self.take(Edited(number, float(number), VALUES[number - 1], VALUES[number], f"Edit {number}", "m1"))
        return self

    def take(self, *handed):
        self.clerk.take(handed)
        assert self.clerk.trouble == ""
        return self

    def renew(self):
        """The next edit begins a new generation."""
        return self.take(Begun(0.0, FILE, None))

    def damage(self, name, change=lambda data: data[:-20] + b"?" + data[-19:]):
        place = self.folder / name
        place.write_bytes(change(place.read_bytes()))
        return self


@pytest.fixture
def written(tmp_path):
    written = Written(tmp_path)
    yield written.take(Begun(0.0, FILE, START))
    written.clerk.end(keep=False)


def test_edits_are_steps_upon_the_copy(written):
    recovered = replay(written.edits(1, 3).folder)
    assert recovered.opened.project == START
    assert [step.after for step in recovered.steps] == VALUES[1:4]
    assert [step.label for step in recovered.steps] == ["Edit 1", "Edit 2", "Edit 3"]
    assert {step.map_id for step in recovered.steps} == {"m1"}
    assert recovered.trouble == ""


def test_its_file_and_fingerprint_are_known(written):
    recovered = replay(written.edits(1, 1).folder)
    assert recovered.origin == FILE
    assert recovered.opened.fingerprint == FILE.fingerprint


def test_what_an_edit_did_not_touch_is_the_same_object(written):
    recovered = replay(written.edits(1, 1).folder)
    assert recovered.steps[0].after.maps[0] is recovered.opened.project.maps[0]


def test_a_draft_is_the_last_step(written):
    written.edits(1, 1).take(Typed(2.0, VALUES[2]), Typed(3.0, VALUES[3]))
    recovered = replay(written.folder)
    assert [(step.label, step.after) for step in recovered.steps] == [("Edit 1", VALUES[1]), ("", VALUES[3])]


def test_a_draft_that_was_given_up_is_none(written):
    written.edits(1, 1).take(Typed(2.0, VALUES[2]), Typed(3.0, None))
    assert last(replay(written.folder)) == VALUES[1]


def test_a_draft_ends_with_an_edit(written):
    written.edits(1, 1).take(Typed(2.0, said(START, "half a"))).edits(2, 2)
    assert last(replay(written.folder)) == VALUES[2]


def test_what_was_saved_is_no_step(written):
    written.edits(1, 3).take(Stored(4.0, Origin(FILE.path, "1"), VALUES[2]))
    recovered = replay(written.folder)
    assert recovered.opened.project == VALUES[2]
    assert [step.after for step in recovered.steps] == [VALUES[3]]
    assert recovered.opened.fingerprint == "1"


def test_undo_to_what_stands_in_the_file_leaves_no_step(written):
    written.edits(1, 1).take(Edited(2, 2.0, VALUES[1], START, "Edit 1", "m1"))
    recovered = replay(written.folder)
    assert recovered.steps == ()
    assert recovered.opened.project == START


def test_pictures_that_came_since_are_there(written):
    key, picture = asset(PIXEL + b"more", "image/png", 1, 1)
    recovered = replay(written.edits(1, 1).take(Brought(2.0, key, picture)).folder)
    assert recovered.opened.assets == {**ASSETS, key: picture}


def test_a_new_generation_is_enough_by_itself(written):
    written.edits(1, 2).renew().edits(3, 4)
    for old in written.folder.glob("0001.*"):
        old.unlink()
    recovered = replay(written.folder)
    assert recovered.opened.project == VALUES[2]
    assert [step.after for step in recovered.steps] == VALUES[3:5]


def test_after_many_edits_comes_a_new_copy(written, monkeypatch):
    monkeypatch.setattr(module, "EDITS", 3)
    recovered = replay(written.edits(1, 5).folder)
    assert recovered.opened.project == VALUES[3]
    assert last(recovered) == VALUES[5]
    assert (written.folder / "0001.journey").exists()


def test_after_many_lines_comes_a_new_copy(written, monkeypatch):
    monkeypatch.setattr(module, "LINES", 3)
    written.edits(1, 1)
    for number in range(5):
        written.take(Typed(2.0, VALUES[2 + number % 2]))
    assert (written.folder / "0002.journey").exists()
    assert last(replay(written.folder)) == VALUES[2]


def test_after_long_lines_comes_a_new_copy(written, monkeypatch):
    monkeypatch.setattr(module, "SPARE", -len(whole(START)) + 300)
    recovered = replay(written.edits(1, 5).folder)
    assert recovered.opened.project == VALUES[4]
    assert last(recovered) == VALUES[5]


@pytest.mark.parametrize("length", [0, 10, 500])
def test_a_cut_copy_is_replaced_by_the_generation_before_and_all_lines(written, length):
    written.edits(1, 2).renew().edits(3, 4).damage("0002.journey", lambda data: data[:length])
    recovered = replay(written.folder)
    assert recovered.opened.project == START
    assert [step.after for step in recovered.steps] == VALUES[1:5]
    assert recovered.trouble == ""


def test_a_copy_with_one_wrong_letter_is_noticed(written):
    written.edits(1, 2).renew().edits(3, 4).damage("0002.journey", lambda data: data.replace(b"Title 2", b"Title 9"))
    assert last(replay(written.folder)) == VALUES[4]
    assert "Title 9" not in [step.after.title for step in replay(written.folder).steps]


def test_a_missing_copy_is_replaced_too(written):
    written.edits(1, 2).renew().edits(3, 4)
    (written.folder / "0002.journey").unlink()
    assert last(replay(written.folder)) == VALUES[4]


def test_a_save_between_generations_is_kept_apart(written):
    written.edits(1, 2).take(Stored(3.0, FILE, VALUES[2])).renew().edits(3, 4).damage("0002.journey")
    recovered = replay(written.folder)
    assert recovered.opened.project == VALUES[2]
    assert [step.after for step in recovered.steps] == VALUES[3:5]


def test_a_torn_line_is_no_trouble(written):
    written.edits(1, 3).damage("0001.log", lambda data: data[:-9])
    recovered = replay(written.folder)
    assert last(recovered) == VALUES[2]
    assert recovered.trouble == ""


def test_a_garbled_line_ends_what_can_be_read_and_is_told(written):
    written.edits(1, 4).damage("0001.log", lambda data: data.replace(b"Title 3", b"Title 7"))
    recovered = replay(written.folder)
    assert last(recovered) == VALUES[2]
    assert "could not be read" in recovered.trouble


def test_a_gap_between_lines_is_told(written):
    written.edits(1, 4)
    written.damage("0001.log", lambda data: b"".join(line for line in data.splitlines(True) if b"Edit 3" not in line))
    recovered = replay(written.folder)
    assert last(recovered) == VALUES[2]
    assert recovered.trouble


def test_a_gap_between_generations_is_told(written):
    written.edits(1, 2).renew().edits(3, 4).damage("0002.journey")
    written.damage("0001.log", lambda data: data[: data.rindex(b"\n", 0, -1) + 1])
    recovered = replay(written.folder)
    assert last(recovered) == VALUES[1]
    assert recovered.trouble


def test_a_change_that_does_not_fit_is_told(written):
    lost = Change(puts={"maps/none/lanes/l1": {"id": "l1"}})
    line = Edit(time=3.0, number=3, since=2, label="", map_id="", saved=False, change=lost)
    written.edits(1, 2).damage("0001.log", lambda data: data + encode(line))
    recovered = replay(written.folder)
    assert last(recovered) == VALUES[2]
    assert recovered.trouble


def test_a_copy_whose_lines_begin_wrongly_is_taken_as_it_is(written):
    written.edits(1, 2).renew().edits(3, 4).damage("0002.log", lambda data: b"x" + data)
    recovered = replay(written.folder)
    assert last(recovered) == VALUES[2]
    assert recovered.origin == FILE
    assert recovered.trouble


def test_a_copy_without_lines_counts_for_nothing_beside_others(written):
    written.edits(1, 2)
    (written.folder / "0002.journey").write_bytes(whole(VALUES[6]))
    recovered = replay(written.folder)
    assert last(recovered) == VALUES[2]
    assert recovered.trouble == ""


def test_a_copy_without_lines_is_better_than_nothing(written):
    written.edits(1, 2)
    (written.folder / "0001.log").unlink()
    assert last(replay(written.folder)) == START


def test_a_journal_of_which_nothing_is_left_says_so(written):
    written.edits(1, 2).damage("0001.journey")
    with pytest.raises(DamagedError, match="nothing of this journal"):
        replay(written.folder)


def test_a_journal_that_is_gone_says_so(tmp_path):
    with pytest.raises(ReadError, match="cannot be read"):
        replay(tmp_path / "none")


def test_reading_changes_nothing(written):
    written.edits(1, 2).renew().edits(3, 4).damage("0002.journey")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in written.folder.iterdir()}
    replay(written.folder)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in written.folder.iterdir()} == before


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    """A journal with three edits, a draft and a save, to be cut anywhere."""
    written = Written(tmp_path_factory.mktemp("journals")).take(Begun(0.0, FILE, START)).edits(1, 2)
    written.take(Stored(2.5, FILE, VALUES[1])).edits(3, 3).take(Typed(4.0, VALUES[6]))
    written.clerk.end(keep=True)
    return written.folder / "0001.log", (written.folder / "0001.log").read_bytes()


@given(st.data())
def test_lines_cut_anywhere_give_a_value_that_once_was(log, data):
    place, text = log
    end = data.draw(st.integers(text.index(b"\n") + 1, len(text)))
    place.write_bytes(text[:end])
    recovered = replay(place.parent)
    order = [START, VALUES[1], VALUES[2], VALUES[2], VALUES[3], VALUES[6]]
    assert last(recovered) == order[text[:end].count(b"\n") - 1]
    assert recovered.trouble == ""


@given(st.data())
def test_lines_with_any_wrong_byte_give_a_value_that_once_was(log, data):
    place, text = log
    wrong = bytearray(text)
    wrong[data.draw(st.integers(0, len(text) - 1))] ^= data.draw(st.integers(1, 255))
    place.write_bytes(wrong)
    assert last(replay(place.parent)) in [START, *VALUES[1:4], VALUES[6]]

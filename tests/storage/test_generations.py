"""What stands in a journal's folder."""

import pytest
from journals import FILE, START, titles, whole

from desktop.storage.clerk import Clerk
from desktop.storage.errors import ReadError
from desktop.storage.generations import about, generations, outline
from desktop.storage.handed import Begun, Edited, Stored, Typed
from desktop.storage.journallines import Origin

VALUES = titles(4)


@pytest.fixture
def clerk(tmp_path):
    clerk = Clerk(tmp_path, whole)
    clerk.take([Begun(0.0, FILE, START)])
    yield clerk
    clerk.end(keep=False)


def edited(clerk, first, end):
    """The journal's folder after these edits."""
    for number in range(first, end + 1):
        clerk.take([Edited(number, float(number), VALUES[number - 1], VALUES[number], "Edit", "m1")])
    return clerk._ledger.folder


def test_generations_come_in_their_order(clerk):
    folder = edited(clerk, 1, 1)
    clerk.take([Begun(0.0, FILE, None)])
    edited(clerk, 2, 2)
    assert [each.copy.name for each in generations(folder)] == ["0001.journey", "0002.journey"]
    assert [each.base.number for each in generations(folder)] == [0, 1]


def test_the_ten_thousandth_comes_after_the_one_before(tmp_path):
    for name in ("9999.journey", "10000.journey", "10000.log", "1.journey", "0001.txt", "about.json"):
        (tmp_path / name).touch()
    assert [each.copy.name for each in generations(tmp_path)] == ["9999.journey", "10000.journey"]


def test_a_generation_may_have_no_lines(tmp_path):
    (tmp_path / "0001.journey").touch()
    (generation,) = generations(tmp_path)
    assert (generation.has_log, generation.log, generation.base, generation.outline()) == (False, None, None, None)


def test_lines_that_cannot_be_had_say_so(tmp_path):
    (tmp_path / "0001.log").mkdir()
    (generation,) = generations(tmp_path)
    with pytest.raises(ReadError, match=r"0001\.log"):
        _ = generation.log


def test_an_outline_does_without_the_changes(clerk):
    (generation,) = generations(edited(clerk, 1, 1))
    assert generation.log.lines[1].change
    bare = generation.outline().lines[1]
    assert (bare.number, bare.label) == (1, "Edit")


def test_an_outline_counts_edits(clerk):
    found = outline(edited(clerk, 1, 3))
    assert (found.number, found.saved, found.drafted, found.time) == (3, 0, False, 3.0)
    assert found.origin == FILE
    assert found.unsaved


def test_the_title_is_the_last_one(clerk):
    assert outline(edited(clerk, 1, 3)).title == "Title 3"


def test_what_was_saved_counts_no_more(clerk):
    folder = edited(clerk, 1, 3)
    clerk.take([Stored(4.0, Origin(FILE.path, "2"), VALUES[3])])
    assert not outline(folder).unsaved
    assert outline(folder).origin.fingerprint == "2"


def test_typing_counts_until_it_ends(clerk):
    folder = edited(clerk, 1, 1)
    clerk.take([Stored(1.5, FILE, VALUES[1]), Typed(2.0, VALUES[2])])
    assert outline(folder).drafted
    clerk.take([Typed(3.0, None)])
    assert not outline(folder).unsaved


def test_a_new_generation_tells_all_that_went_before(clerk):
    edited(clerk, 1, 2)
    clerk.take([Begun(0.0, FILE, None)])
    folder = edited(clerk, 3, 3)
    (folder / "0001.log").write_bytes(b"garbled")
    assert outline(folder).number == 3


def test_a_newest_generation_without_sound_lines_leaves_the_one_before(clerk):
    edited(clerk, 1, 2)
    clerk.take([Begun(0.0, FILE, None)])
    folder = edited(clerk, 3, 3)
    (folder / "0002.log").write_bytes(b"garbled")
    assert outline(folder).number == 2


def test_a_copy_without_sound_lines_may_be_somebodys_work(clerk):
    folder = edited(clerk, 1, 2)
    (folder / "0001.log").write_bytes(b"garbled")
    found = outline(folder)
    assert found.unsaved
    assert (found.title, found.origin) == (START.title, FILE)


def test_lines_without_a_copy_are_nobodys(tmp_path):
    (tmp_path / "0001.log").write_bytes(b"garbled")
    assert not outline(tmp_path).unsaved


@pytest.mark.parametrize("text", ["", "{}", "[]", "nonsense", '{"path": 1}'])
def test_what_it_is_about_may_be_damaged(tmp_path, text):
    (tmp_path / "about.json").write_text(text)
    assert about(tmp_path).origin == Origin(None, "")


def test_a_folder_that_is_gone_says_so(tmp_path):
    with pytest.raises(ReadError, match="none"):
        outline(tmp_path / "none")

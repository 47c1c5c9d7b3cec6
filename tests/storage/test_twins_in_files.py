"""Files in which an id is given twice are opened all the same, and say so."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import ASSETS, rich

from desktop.document.checks import check
from desktop.document.ids import ids_of
from desktop.document.keyed import is_tidy
from desktop.storage.reader import parse
from desktop.storage.writer import dump

WHOLE = dump(rich(), ASSETS)
OTHERS = ("c00001", "t1", "p1", "j1", "m1", "k1", "v1")


def with_twin(other):
    """The file in which the card c00003 has the id of something else."""
    return WHOLE.replace(b'"id":"c00003"', b'"id":"%s"' % other.encode(), 1)


def test_a_sound_file_is_untouched():
    assert parse(WHOLE).untouched
    assert parse(WHOLE).twins == ()


@pytest.mark.parametrize("other", OTHERS)
def test_whatever_it_is_that_has_the_id_already(other):
    opened = parse(with_twin(other))
    ids = ids_of(opened.project)
    assert len(set(ids)) == len(ids) == len(ids_of(rich()))
    assert not opened.untouched
    assert {finding.detail for finding in opened.twins} == {other}


@pytest.mark.parametrize("other", OTHERS)
def test_nothing_is_left_to_be_found(other):
    before = {finding.code for finding in check(rich(), ASSETS)}
    opened = parse(with_twin(other))
    assert {finding.code for finding in check(opened.project, ASSETS)} - before <= {"link.end_missing", "card.missing"}


def test_the_same_file_always_gives_the_same_ids():
    assert parse(with_twin("m1")) == parse(with_twin("m1"))


def test_both_places_are_told():
    (finding,) = parse(with_twin("c00001")).twins
    assert finding.path.startswith("maps/m1/lanes/l1/cards/")
    assert finding.path.rpartition("/")[2] != "c00001"
    assert finding.other == "maps/m1/lanes/l1/cards/c00001"


@settings(max_examples=100)
@given(st.lists(st.sampled_from(ids_of(rich())), min_size=2, max_size=6))
def test_whatever_has_the_id_of_whatever(several):
    data = WHOLE
    for one in several[1:]:
        data = data.replace(b'"id":"%s"' % one.encode(), b'"id":"%s"' % several[0].encode())
    opened = parse(data)
    ids = ids_of(opened.project)
    assert len(set(ids)) == len(ids) == len(ids_of(rich()))
    assert len(opened.twins) == len(set(several)) - 1
    assert is_tidy(opened.project)


def test_what_was_opened_can_be_saved_and_is_sound_then():
    opened = parse(with_twin("k1"))
    again = parse(dump(opened.project, opened.assets, opened.minor, opened.unknown))
    assert again.untouched
    assert again.project == opened.project

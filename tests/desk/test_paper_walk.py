import pytest

from desks import cell as cards_at
from desks import desk_on, small_map
from desktop.desk.album import Album
from desktop.desk.paperwalk import PaperWalk
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import remove_lane
from desktop.document.edits.steps import remove_step
from desktop.scribe.grammar import parse
from walls import Hung, plan_of

PLAN = plan_of(small_map().maps[0])


@pytest.fixture(scope="module")
def album(tmp_path_factory):
    """Notes in A1, C1 and B3, a cross in B2."""
    hung = Hung(PLAN).note("A1").note("C1").note("B3").tick("B2", 2)
    album = Album(PLAN)
    album.add(hung.save(tmp_path_factory.mktemp("photos") / "wall.png"))
    return album


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture
def walk(desk, album):
    return PaperWalk(desk, album)


def add(walk, text):
    return walk.add(parse(walk.meant(text), walk.context))


def test_it_begins_at_the_first_cell(walk):
    assert (walk.cell.address, walk.number, len(walk.cells)) == ("A1", 1, len(PLAN.cells))


def test_it_goes_on_and_back_in_reading_order(walk):
    seen = []
    walk.changed.connect(lambda: seen.append(walk.cell.address))
    assert walk.go(1)
    assert walk.go(1)
    assert walk.go(-1)
    assert seen == ["B1", "C1", "B1"]


def test_before_the_first_and_behind_the_last_there_is_nothing(walk):
    assert not walk.go(-1)
    assert walk.go_to(len(walk.cells) - 1)
    assert not walk.go(1)


def test_the_dashed_slot_goes_along(walk, desk):
    walk.go(1)
    assert desk.target == Spot(walk.cell.lane, walk.cell.step)


def test_it_jumps_to_what_looks_written_on(walk):
    seen = []
    while walk.go_written():
        seen.append(walk.cell.address)
    assert seen == ["C1", "B2", "B3"]


def test_a_note_lands_in_its_cell_as_the_lane_s_own_kind(walk, desk):
    walk.go(1)
    assert add(walk, "Reads the sign")
    (made,) = [one for lane in desk.journey.lanes for one in lane.cards if one.text == "Reads the sign"]
    assert (made.kind, made.first) == ("action", walk.cell.step)
    assert walk.here == 1


def test_several_notes_stand_one_below_the_other(walk, desk):
    walk.go(1)
    add(walk, "one")
    add(walk, "two")
    texts = {one.id: one.text for lane in desk.journey.lanes for one in lane.cards}
    new = [texts[one] for one in cards_at(desk, walk.cell.lane, 1) if texts[one] in ("one", "two")]
    assert new == ["one", "two"]
    assert walk.here == 2


def test_each_note_is_one_step_to_undo(walk, desk):
    before = desk.project
    add(walk, "one")
    middle = desk.project
    add(walk, "two")
    desk.undo()
    assert desk.project is middle
    desk.undo()
    assert desk.project is before


def test_signs_mean_what_they_mean_in_the_scribe_bar(walk, desk):
    add(walk, "p: !4 nobody answers")
    (made,) = [one for lane in desk.journey.lanes for one in lane.cards if one.text == "nobody answers"]
    assert (made.kind, made.pain.severity) == ("pain", 4)


def test_after_a_note_for_elsewhere_the_slot_is_back_in_the_cell(walk, desk):
    here = walk.cell
    add(walk, "@D3 elsewhere")
    assert (desk.target.lane, desk.target.step) == (here.lane, here.step)


@pytest.mark.parametrize(
    ("typed", "value"), [("+2", 2.0), ("2", 2.0), ("-1", -1.0), ("−2", -2.0), ("0", 0.0), ("1", 1.0)]
)
def test_a_ticked_circle_is_typed_as_its_value(walk, desk, typed, value):
    walk.go_to([each.address for each in walk.cells].index("B2"))
    assert add(walk, typed)
    lane = next(each for each in desk.journey.lanes if each.id == walk.cell.lane)
    assert [one.value for one in lane.markers if one.step == "d1"] == [value]


def test_a_word_stands_beside_the_value(walk, desk):
    walk.go_to([each.address for each in walk.cells].index("B2"))
    add(walk, "2 delighted")
    lane = next(each for each in desk.journey.lanes if each.id == walk.cell.lane)
    (felt,) = [one for one in lane.markers if one.step == "d1"]
    assert (felt.value, felt.label) == (2.0, "delighted")


def test_a_number_in_another_lane_is_a_word(walk, desk):
    add(walk, "2 tables")
    assert any(one.text == "2 tables" for lane in desk.journey.lanes for one in lane.cards)


def test_a_locked_lane_refuses_and_says_so(walk, desk):
    said, before = [], desk.project
    desk.said.connect(said.append)
    locked = next(lane.id for lane in desk.journey.lanes if lane.locked)
    walk.go_to([each.lane for each in walk.cells].index(locked))
    assert not add(walk, "no")
    assert desk.project is before
    assert len(said) == 1


def test_a_step_that_is_gone_is_no_longer_walked_to(walk, desk):
    walk.go(2)
    desk.attempt("", lambda project: remove_step(project, desk.map_id, "d1", new_id=desk.new_id))
    walk.follow()
    assert "d1" not in {each.step for each in walk.cells}
    assert walk.cell.address == "C1"


def test_where_the_cell_itself_is_gone_it_begins_anew(walk, desk):
    walk.go_to([each.address for each in walk.cells].index("D3"))
    lane = walk.cell.lane
    desk.attempt("", lambda project: remove_lane(project, desk.map_id, lane, new_id=desk.new_id))
    walk.follow()
    assert walk.cell.address == "A1"


def test_a_new_card_changes_nothing_of_the_walk(walk):
    cells, told = walk.cells, []
    walk.changed.connect(lambda: told.append(1))
    add(walk, "x")
    walk.follow()
    assert walk.cells is cells
    assert told == [1]


def test_without_photos_there_is_nowhere_to_go(desk):
    walk = PaperWalk(desk, Album(PLAN))
    assert walk.cell is None
    assert not walk.go(1)
    assert not walk.go_written()
    assert walk.meant("2") == "2"

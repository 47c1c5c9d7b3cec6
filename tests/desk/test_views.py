"""Filtering, folding and saved views, as commands do it."""

import pytest
from looking import card, desk_on, lane, visit

from desktop.desk.lens import CLEAR, Lens
from desktop.desk.views import Views
from desktop.document.base import in_order
from desktop.document.edits.lanes import edit_group, hide_lane
from desktop.document.edits.stages import remove_stage


@pytest.fixture
def desk():
    return desk_on(visit(), visit(id="other", stages=(), lanes=(lane("mine", "A", card("x1", "s")),), groups=()))


@pytest.fixture
def views(desk):
    desk.show_map("visit")
    return Views(desk)


@pytest.fixture
def shown(desk, views):
    """How often the desk said that it shows something else."""
    told = []
    desk.shown.connect(lambda: told.append(desk.lens))
    return told


def titles(views):
    return [view.title for view in views.saved]


def folded(desk):
    return [group.folded for group in desk.journey.groups]


def hidden(desk):
    return [lane.id for lane in in_order(desk.journey.lanes) if lane.hidden]


def steps(desk):
    """How many edits can be undone."""
    count = 0
    while desk.undo():
        count += 1
    return count


def test_a_value_is_let_through_and_no_longer(desk, views):
    views.let("owners", "Ann", through=True)
    views.let("owners", "Bo", through=True)
    assert desk.lens.owners == {"Ann", "Bo"}
    views.let("owners", "Ann", through=False)
    assert desk.lens.owners == {"Bo"}


def test_a_facet_is_freed_and_the_others_stay(desk, views):
    views.let("owners", "Ann", through=True)
    views.let("kinds", "pain", through=True)
    views.free("owners")
    assert desk.lens == Lens(kinds=frozenset({"pain"}))


def test_looking_is_no_edit(desk, views):
    views.let("owners", "Ann", through=True)
    views.fold("dine", folded=True)
    views.show_lane("acts", shown=False)
    assert steps(desk) == 0


def test_filtering_tells_once(views, shown):
    views.let("owners", "Ann", through=True)
    views.let("owners", "Ann", through=True)
    assert len(shown) == 1


@pytest.mark.parametrize(
    ("selected", "facet", "through"),
    [
        (["a1"], "owners", {"Ann"}),
        (["a1", "a2"], "owners", {"Ann", "Bo"}),
        (["a1", "a3"], "owners", {"Ann", ""}),
        (["a1"], "tags", {"menu", "queue"}),
        (["a1", "p1"], "kinds", {"action", "pain"}),
        (["a2", "m2"], "personas", {"maya", "paolo"}),
        (["m2"], "evidence", {"research"}),
        (["m1"], "evidence", {""}),
    ],
)
def test_only_what_is_like_the_selection(desk, views, selected, facet, through):
    desk.select(selected)
    views.only(facet)
    assert getattr(desk.lens, facet) == through


@pytest.mark.parametrize(
    ("selected", "facet"), [([], "owners"), (["a1"], "personas"), (["m1"], "owners"), (["acts"], "tags")]
)
def test_a_selection_that_says_nothing_filters_nothing(desk, views, selected, facet):
    desk.select(selected)
    views.only(facet)
    assert desk.lens == CLEAR


def test_the_rest_is_left_out_or_dimmed(desk, views):
    views.leave_out(True)
    assert desk.lens.leave_out
    views.leave_out(False)
    assert desk.lens == CLEAR


def test_a_lane_is_hidden_by_the_lens_and_shown(desk, views):
    views.show_lane("mood", shown=False)
    assert views.hidden == ["mood"]
    assert hidden(desk) == []
    views.show_lane("mood", shown=True)
    assert views.hidden == []


def test_a_lane_that_the_map_hides_is_shown_by_an_edit(desk, views):
    desk.attempt("hide", lambda project: hide_lane(project, "visit", "mood", hidden=True))
    assert views.hidden == ["mood"]
    views.show_lane("mood", shown=True)
    assert hidden(desk) == views.hidden == []
    assert steps(desk) == 2


def test_all_lanes_are_shown_in_one_step(desk, views):
    for lane_id in ("mood", "acts"):
        desk.attempt("hide", lambda project, one=lane_id: hide_lane(project, "visit", one, hidden=True))
    views.show_lane("notes", shown=False)
    assert views.hidden == ["acts", "mood", "notes"]
    views.show_lanes()
    assert views.hidden == []
    assert desk.undo().label == "Show hidden lanes"


def test_showing_all_lanes_when_all_are_shown_is_no_edit(desk, views):
    views.show_lanes()
    assert steps(desk) == 0


def test_the_stages_of_the_selection_are_folded_and_unfolded(desk, views):
    desk.select(["a1", "a2"])
    views.fold_stages()
    assert desk.lens.stages == {"come", "dine"}
    views.fold_stages()
    assert desk.lens.stages == frozenset()


def test_a_selection_that_is_folded_in_part_is_folded_whole(desk, views):
    views.fold("come", folded=True)
    desk.select(["come", "go"])
    views.fold_stages()
    assert desk.lens.stages == {"come", "go"}


def test_a_stage_is_unfolded(desk, views):
    views.fold("come", folded=True)
    views.fold("dine", folded=True)
    views.fold("come", folded=False)
    assert desk.lens.stages == {"dine"}
    views.unfold_stages()
    assert desk.lens == CLEAR


def test_the_groups_of_the_selection_are_folded_and_unfolded(desk, views):
    desk.select(["mood"])
    views.fold_groups()
    assert folded(desk) == [True]
    views.fold_groups()
    assert folded(desk) == [False]
    assert desk.undo().label == "Unfold lane group"


def test_a_selection_without_a_group_folds_nothing(desk, views):
    desk.select(["acts"])
    views.fold_groups()
    assert steps(desk) == 0


def test_a_group_is_unfolded_by_its_id(desk, views):
    desk.attempt("fold", lambda project: edit_group(project, "visit", "front", folded=True))
    views.unfold_group("front")
    assert folded(desk) == [False]


def test_everything_is_unfolded(desk, views):
    desk.attempt("fold", lambda project: edit_group(project, "visit", "front", folded=True))
    views.fold("dine", folded=True)
    views.unfold_all()
    assert folded(desk) == [False]
    assert desk.lens == CLEAR


def test_clearing_leaves_the_map_as_it_is(desk, views):
    desk.attempt("hide", lambda project: hide_lane(project, "visit", "mood", hidden=True))
    views.let("owners", "Ann", through=True)
    views.clear()
    assert desk.lens == CLEAR
    assert hidden(desk) == ["mood"]


@pytest.mark.parametrize("what", ["let", "fold", "lane", "edit"])
def test_it_is_active_while_something_is_not_seen_as_usual(desk, views, what):
    assert not views.active
    {
        "let": lambda: views.let("owners", "Ann", through=True),
        "fold": lambda: views.fold("dine", folded=True),
        "lane": lambda: views.show_lane("acts", shown=False),
        "edit": lambda: desk.attempt("hide", lambda project: hide_lane(project, "visit", "acts", hidden=True)),
    }[what]()
    assert views.active


def test_what_is_seen_is_saved_as_one_edit(desk, views):
    views.let("owners", "Ann", through=True)
    views.fold("dine", folded=True)
    assert views.save_as("Ann dines") == "new1"
    (view,) = views.saved
    assert (view.title, view.owners, view.stages) == ("Ann dines", ("Ann",), ("dine",))
    assert desk.undo().label == "Save view “Ann dines”"
    assert views.saved == []


def test_a_title_that_is_too_long_is_told_and_nothing_is_saved(desk, views):
    told = []
    desk.said.connect(told.append)
    assert views.save_as("x" * 501) == ""
    assert len(told) == 1
    assert views.applied is None


@pytest.fixture
def two(desk, views):
    """Two saved views: “Ann” and then “Dine folded”, which is looked at."""
    views.let("owners", "Ann", through=True)
    views.save_as("Ann")
    views.clear()
    views.fold("dine", folded=True)
    views.save_as("Dine folded")
    return views


def test_a_saved_view_is_applied_whole(desk, two):
    first = two.saved[0]
    two.apply(first.id)
    assert desk.lens == Lens(owners=frozenset({"Ann"}))
    assert two.applied == first
    assert two.faithful


def test_a_new_view_is_the_one_that_is_looked_at(two):
    assert two.applied.title == "Dine folded"
    assert two.faithful


def test_a_view_is_no_longer_faithful_when_something_changes(two):
    two.let("owners", "Bo", through=True)
    assert two.applied.title == "Dine folded"
    assert not two.faithful


def test_a_view_is_updated_with_what_is_seen(two):
    two.let("owners", "Bo", through=True)
    two.update(two.applied.id)
    assert two.faithful
    assert two.applied.owners == ("Bo",)


def test_views_are_applied_in_turn(desk, two):
    two.apply_next()
    assert two.applied.title == "Ann"
    two.apply_next()
    assert two.applied.title == "Dine folded"
    assert desk.lens == Lens(stages=frozenset({"dine"}))


def test_the_next_of_no_views_is_none(desk, views):
    views.apply_next()
    assert views.applied is None
    assert desk.lens == CLEAR


def test_a_view_is_renamed_moved_and_removed(two):
    first, second = two.saved
    two.rename(first.id, "Anna")
    assert titles(two) == ["Anna", "Dine folded"]
    two.move(second.id, first.id)
    assert titles(two) == ["Dine folded", "Anna"]
    two.remove(second.id)
    assert titles(two) == ["Anna"]
    assert two.applied is None


def test_removing_a_view_leaves_what_is_seen(desk, two):
    two.remove(two.applied.id)
    assert desk.lens == Lens(stages=frozenset({"dine"}))
    assert desk.undo().label == "Delete view “Dine folded”"


def test_a_view_that_is_gone_is_not_applied(desk, two):
    before = desk.lens
    two.apply("gone")
    assert desk.lens == before


def test_applying_tells_even_when_the_same_is_seen(two):
    told = []
    two.applied_changed.connect(lambda: told.append(two.applied and two.applied.title))
    two.clear()
    two.fold("dine", folded=True)
    two.apply(two.saved[1].id)
    two.apply(two.saved[1].id)
    assert told == [None, "Dine folded"]


def test_every_map_has_a_lens_and_views_of_its_own(desk, two):
    desk.show_map("other")
    assert (desk.lens, two.applied, two.saved, two.active) == (CLEAR, None, [], False)
    desk.show_map("visit")
    assert two.applied.title == "Dine folded"
    assert desk.lens.stages == {"dine"}


def test_a_stage_that_goes_is_folded_no_more_in_saved_views(desk, two):
    desk.attempt("remove", lambda project: remove_stage(project, "visit", "dine", new_id=desk.new_id))
    two.apply(two.saved[1].id)
    assert desk.lens == CLEAR
    assert not two.active


@pytest.mark.parametrize(("verb", "what"), [("ask_filter", "filter"), ("ask_view", "views"), ("ask_name", "name")])
def test_what_people_choose_is_asked_for(views, verb, what):
    asked = []
    views.asked.connect(asked.append)
    getattr(views, verb)()
    assert asked == [what]


def test_what_is_gone_is_not_saved_and_not_active(desk, views):
    views.fold("dine", folded=True)
    desk.attempt("remove", lambda project: remove_stage(project, "visit", "dine", new_id=desk.new_id))
    assert not views.active
    views.save_as("Nothing")
    assert views.saved[0].stages == ()
    assert views.faithful

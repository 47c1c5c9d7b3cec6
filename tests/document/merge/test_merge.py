"""What becomes of two people's changes to one restaurant visit."""

import pytest

from desktop.document.base import IdSource
from desktop.document.cards import Card
from desktop.document.edits.cards import Spot, add_card, edit_cards, move_cards, remove_cards
from desktop.document.edits.facets import edit_facet
from desktop.document.edits.facts import edit_map
from desktop.document.edits.lanes import remove_lane, rename_lane
from desktop.document.edits.links import add_link
from desktop.document.edits.people import edit_goal, remove_persona
from desktop.document.edits.snapshots import remove_snapshot, take_snapshot
from desktop.document.edits.stages import add_stage, remove_stage, rename_stage
from desktop.document.edits.steps import remove_step, rename_step
from desktop.document.locate import card_at, cards_of
from desktop.document.merge.conflicts import GONE, PLACE
from desktop.document.merge.settling import Titles
from desktop.document.merge.whole import Merged, merge
from desktop.document.project import Project
from desktop.document.snapshots import map_at

MAP = "visit"


@pytest.fixture
def merged(project: Project, new_id: IdSource):
    """Merges two versions of the visit."""

    def made(ours: Project, theirs: Project, **wishes: object) -> Merged:
        return merge(project, ours, theirs, new_id=new_id, **wishes)

    return made


def card(project: Project, name: str) -> Card:
    found = card_at(project.maps[0], name)
    assert found is not None
    return found.card


def texts(project: Project) -> set[str]:
    return {one.text for one in cards_of(project.maps[0])}


def test_texts_of_two_cards_are_both_there(project: Project, merged) -> None:
    whole = merged(edit_cards(project, MAP, ["a1"], text="ours"), edit_cards(project, MAP, ["a2"], text="theirs"))
    assert (card(whole.project, "a1").text, card(whole.project, "a2").text) == ("ours", "theirs")
    assert whole.conflicts == ()


def test_two_fields_of_one_card_are_both_there(project: Project, merged) -> None:
    whole = merged(edit_cards(project, MAP, ["a1"], text="ours"), edit_cards(project, MAP, ["a1"], owner="Ann"))
    assert (card(whole.project, "a1").text, card(whole.project, "a1").owner) == ("ours", "Ann")
    assert whole.conflicts == ()


def test_two_facts_of_one_facet_are_both_there(project: Project, merged) -> None:
    ours = edit_facet(project, MAP, ["p1"], "pain.severity", 4)
    whole = merged(ours, edit_facet(project, MAP, ["p1"], "pain.frequency", 2))
    pain = card(whole.project, "p1").pain
    assert (pain.severity, pain.frequency) == (4, 2)
    assert whole.conflicts == ()


def test_a_text_and_a_move_are_both_there(project: Project, merged) -> None:
    whole = merged(
        move_cards(project, MAP, ["a1"], Spot("acts", "pay")), edit_cards(project, MAP, ["a1"], text="theirs")
    )
    assert (card(whole.project, "a1").first, card(whole.project, "a1").text) == ("pay", "theirs")


def test_votes_are_added_up(project: Project, merged) -> None:
    project = edit_cards(project, MAP, ["a1"], votes=2)
    ours, theirs = (edit_cards(project, MAP, ["a1"], votes=votes) for votes in (5, 3))
    whole = merge(project, ours, theirs, new_id=iter("x").__next__)
    assert card(whole.project, "a1").votes == 6


def test_tags_of_both_are_there_and_what_one_took_away_is_not(project: Project, merged) -> None:
    project = edit_cards(project, MAP, ["a1"], tags=("old", "slow"))
    ours = edit_cards(project, MAP, ["a1"], tags=("old", "slow", "mine"))
    theirs = edit_cards(project, MAP, ["a1"], tags=("slow", "yours"))
    whole = merge(project, ours, theirs, new_id=iter("x").__next__)
    assert card(whole.project, "a1").tags == ("slow", "mine", "yours")


@pytest.fixture
def rivals(project: Project) -> tuple[Project, Project]:
    """The same card with two texts."""
    return edit_cards(project, MAP, ["a1"], text="ours"), edit_cards(project, MAP, ["a1"], text="theirs")


def test_two_texts_of_one_card_are_a_conflict_and_both_stay(rivals, merged) -> None:
    whole = merged(*rivals, titles=Titles(differing="From the kitchen"))
    (conflict,) = whole.conflicts
    assert (conflict.thing, conflict.name.what, conflict.field) == ("a1", "card", "text")
    assert (conflict.ours, conflict.theirs, conflict.map) == ("ours", "theirs", MAP)
    assert card(whole.project, "a1").text == "ours"
    group = next(one for one in whole.project.maps[0].inbox if one.title == "From the kitchen")
    assert [one.text for one in group.cards] == ["theirs"]


@pytest.mark.parametrize(("choice", "left"), [("mine", {"ours"}), ("theirs", {"theirs"}), ("both", {"ours", "theirs"})])
def test_a_conflict_is_decided(rivals, merged, choice: str, left: set[str]) -> None:
    whole = merged(*rivals, choices={("a1", "text"): choice})
    assert texts(whole.project) & {"ours", "theirs"} == left
    assert merged(*rivals, otherwise=choice).project.maps[0].lanes == whole.project.maps[0].lanes


def test_the_other_version_of_what_is_no_card_is_a_note(project: Project, merged) -> None:
    whole = merged(
        rename_stage(project, MAP, "dine", "Eat"),
        rename_stage(project, MAP, "dine", "Feast"),
        titles=Titles(note=lambda one: f"{one.name.what} {one.name.title}: {one.theirs}"),
    )
    assert "stage Eat: Feast" in texts(whole.project)
    assert {stage.title for stage in whole.project.maps[0].stages} >= {"Eat"}


def test_two_places_are_a_conflict(project: Project, merged) -> None:
    ours, theirs = (move_cards(project, MAP, ["a1"], Spot("acts", step)) for step in ("pay", "go"))
    whole = merged(ours, theirs)
    assert [(one.field, one.ours.steps, one.theirs.steps) for one in whole.conflicts] == [(PLACE, ("Pay",), ("Leave",))]
    assert card(whole.project, "a1").first == "pay"
    assert card(merged(ours, theirs, otherwise="theirs").project, "a1").first == "go"


def test_what_one_took_away_and_the_other_left_alone_is_gone(project: Project, merged) -> None:
    whole = merged(project, remove_cards(project, MAP, ["a2"]))
    assert card_at(whole.project.maps[0], "a2") is None
    assert whole.went == {"a2"}


def test_what_one_took_away_while_the_other_worked_on_it_stays(project: Project, merged) -> None:
    ours, theirs = edit_cards(project, MAP, ["a2"], text="better"), remove_cards(project, MAP, ["a2"])
    whole = merged(ours, theirs)
    assert card(whole.project, "a2").text == "better"
    assert [(one.field, one.ours, one.theirs) for one in whole.conflicts] == [(GONE, True, False)]
    assert card_at(merged(ours, theirs, otherwise="theirs").project.maps[0], "a2") is None
    assert card_at(merged(theirs, ours, otherwise="mine").project.maps[0], "a2") is None


def test_a_new_card_on_a_step_that_is_gone_waits_in_the_inbox(project: Project, merged, new_id) -> None:
    ours = remove_step(project, MAP, "order", new_id=new_id)
    whole = merged(ours, add_card(project, MAP, Spot("acts", "order"), "action", new_id=lambda: "fresh", text="hungry"))
    waiting = {one.text for group in whole.project.maps[0].inbox for one in group.cards}
    assert "hungry" in waiting
    assert whole.conflicts == ()


def test_a_new_card_in_a_lane_that_is_gone_waits_in_the_inbox(project: Project, merged, new_id) -> None:
    ours = remove_lane(project, MAP, "pains", new_id=new_id)
    whole = merged(ours, add_card(project, MAP, Spot("pains", "go"), "pain", new_id=lambda: "fresh", text="cold"))
    group = next(one for one in whole.project.maps[0].inbox if {card.id for card in one.cards} == {"fresh"})
    assert group.cards[0].first == ""


def test_a_new_step_keeps_its_stage(project: Project, merged, new_id) -> None:
    ours = remove_stage(project, MAP, "leave", new_id=new_id)
    whole = merged(ours, rename_step(project, MAP, "go", "Walks home"))
    leave = next(stage for stage in whole.project.maps[0].stages if stage.id == "leave")
    assert [step.title for step in leave.steps] == ["Walks home"]


def test_a_card_that_the_other_names_comes_back(project: Project, merged) -> None:
    theirs = add_link(project, MAP, "leads", "a2", "a3", new_id=lambda: "arrow")
    whole = merged(remove_cards(project, MAP, ["a3"]), theirs)
    assert card(whole.project, "a3").text == "text of a3"
    assert ("a3", GONE) in {one.key for one in whole.conflicts}


def test_an_old_name_brings_nothing_back(project: Project, merged) -> None:
    whole = merged(remove_persona(project, "ben"), edit_goal(project, "happy", target=5.0))
    assert {persona.id for persona in whole.project.personas} == {"ana"}
    assert whole.conflicts == ()


def test_a_map_that_the_other_worked_on_stays_whole(project: Project, merged) -> None:
    whole = merged(project.model_copy(update={"maps": ()}), rename_lane(project, MAP, "acts", "Deeds"))
    (journey,) = whole.project.maps
    assert {lane.id for lane in journey.lanes} == {lane.id for lane in project.maps[0].lanes}
    assert journey.stages == project.maps[0].stages


def test_snapshots_of_both_can_be_read(project: Project, merged) -> None:
    sides = []
    for name in ("ours", "theirs"):
        side = edit_cards(project, MAP, ["a1"], text=name)
        sides.append(take_snapshot(side, MAP, name, "2026-11-22", new_id=lambda name=name: name))
    whole = merged(*sides).project.maps[0]
    for name in ("ours", "theirs"):
        then = map_at(whole, name)
        assert card_at(then, "a1").card.text == name


def test_a_snapshot_that_built_on_one_that_is_gone_can_be_read(project: Project, new_id) -> None:
    base = take_snapshot(project, MAP, "First", "2026-11-21", new_id=lambda: "first")
    later = edit_cards(base, MAP, ["a1"], text="later")
    theirs = take_snapshot(later, MAP, "Second", "2026-11-22", new_id=lambda: "second")
    whole = merge(base, remove_snapshot(base, MAP, "first"), theirs, new_id=new_id)
    assert card_at(map_at(whole.project.maps[0], "second"), "a1").card.text == "later"
    assert (whole.conflicts, len(whole.project.maps[0].snapshots)) == ((), 1)


def test_unknown_fields_of_both_are_there(project: Project, merged) -> None:
    ours, theirs = (project.model_copy(update={name: name}) for name in ("later", "newer"))
    assert merged(ours, theirs).project.model_extra == {"later": "later", "newer": "newer"}


def test_an_unknown_field_that_one_took_away_is_gone(project: Project) -> None:
    base = project.model_copy(update={"later": 1})
    assert merge(base, base, project, new_id=iter("x").__next__).project.model_extra == {}


class TestWithoutABase:
    """Two files of which nobody knows what they began with."""

    @pytest.fixture
    def merged(self, new_id: IdSource):
        return lambda ours, theirs, **wishes: merge(None, ours, theirs, new_id=new_id, **wishes)

    def test_what_only_one_has_is_there(self, project: Project, merged) -> None:
        ours, theirs = remove_cards(project, MAP, ["a1"]), remove_cards(project, MAP, ["a2"])
        assert {"a1", "a2"} <= {one.id for one in cards_of(merged(ours, theirs).project.maps[0])}

    def test_who_says_nothing_contradicts_nobody(self, project: Project, merged) -> None:
        whole = merged(project, edit_cards(project, MAP, ["a1"], details="more"))
        assert card(whole.project, "a1").details == "more"
        assert whole.conflicts == ()

    def test_two_values_are_a_conflict(self, project: Project, merged) -> None:
        whole = merged(project, edit_map(project, MAP, title="Supper"))
        assert [(one.field, one.ours, one.theirs) for one in whole.conflicts] == [("title", "Dinner", "Supper")]

    def test_stages_of_one_name_are_one(self, project: Project, merged) -> None:
        ours = add_stage(project, MAP, "Later", new_id=iter(["o1", "o2"]).__next__)
        theirs = add_stage(project, MAP, "later ", new_id=iter(["t1", "t2"]).__next__)
        stages = merged(ours, theirs).project.maps[0].stages
        assert [stage.id for stage in stages if stage.title.strip().casefold() == "later"] == ["o1"]

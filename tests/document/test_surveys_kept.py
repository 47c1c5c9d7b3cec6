"""Surveys stay sound whatever becomes of the map: names that mean cards, series, copies for others, merges."""

import pytest

from desktop.document.base import changed
from desktop.document.checks import check
from desktop.document.clean import PARTS, cleaned, counts
from desktop.document.edits.cards import remove_cards
from desktop.document.edits.feedback import join
from desktop.document.edits.inbox import remove_cluster, send_to_inbox
from desktop.document.edits.lanes import remove_lane
from desktop.document.edits.maps import duplicate_map, remove_map
from desktop.document.edits.snapshots import restored, take_snapshot
from desktop.document.edits.stages import merge_stages, remove_stage
from desktop.document.edits.steps import merge_steps, remove_step
from desktop.document.journey import Stage
from desktop.document.merge.whole import merge
from desktop.document.naming import named
from desktop.document.project import Figure, Join, Response, Scored, Survey
from desktop.document.repair import repair_all

MEANT = {"Card": "a3", "Step": "order", "Stage": "dine", "Nothing": ""}
JOINS = tuple(Join(name=name, thing=thing) for name, thing in sorted(MEANT.items()))
RESPONSES = (Response(id="r1", touchpoint="Card", score=4.0, respondent="Ann"), Response(id="r2", comment="fine"))
DIGEST, OTHER = "a" * 64, "b" * 64
FIGURES = (Figure(touchpoint="Card", asked=3_000, scores=(Scored(score=4.0, people=3_000),)),)


def surveyed(project, *surveys):
    own = surveys or (Survey(id="guests", title="Guests", joins=JOINS, responses=RESPONSES),)
    return changed(project, surveys=own)


def meant(project):
    return {one.name: one.thing for one in project.surveys[0].joins}


def left(*names):
    return {name: MEANT[name] for name in (*names, "Nothing")}


def test_it_is_sound(project):
    assert check(surveyed(project), ()) == ()


def test_a_card_that_goes_is_meant_no_more(project):
    after = remove_cards(surveyed(project), "visit", ("a3", "a1"))
    assert meant(after) == left("Stage", "Step")


def test_other_edits_leave_surveys_as_they_are(project):
    before = surveyed(project)
    assert remove_cards(before, "visit", ("a1",)).surveys is before.surveys


def test_a_card_in_the_inbox_is_still_meant_until_its_group_goes(project, new_id):
    aside = send_to_inbox(surveyed(project), "visit", ("a3",), "Aside", new_id=new_id)
    assert meant(aside) == MEANT
    group = next(one.id for one in aside.maps[0].inbox if any(card.id == "a3" for card in one.cards))
    assert meant(remove_cluster(aside, "visit", group)) == left("Stage", "Step")


@pytest.mark.parametrize(
    ("verb", "name", "names"),
    [
        (remove_stage, "dine", ()),
        (remove_step, "order", ("Stage",)),
        (remove_lane, "acts", ("Stage", "Step")),
    ],
)
def test_what_goes_with_its_cards_is_meant_no_more(project, verb, name, names):
    assert meant(verb(surveyed(project), "visit", name, new_id=None)) == left(*names)


def test_cards_of_a_stage_that_goes_are_still_meant(project, new_id):
    assert meant(remove_stage(surveyed(project), "visit", "dine", new_id=new_id)) == left("Card")


def test_what_is_merged_is_meant_by_both_names(project):
    steps = merge_steps(surveyed(project), "visit", "order", "enter")
    assert meant(steps) == {**MEANT, "Step": "enter"}
    assert meant(merge_stages(surveyed(project), "visit", "arrive", "dine")) == {**MEANT, "Stage": "arrive"}


def test_a_map_that_goes_takes_its_meanings_along(project, new_id):
    two = duplicate_map(surveyed(project), "visit", "Again", new_id=new_id)
    assert meant(remove_map(two, "visit")) == left()


def test_an_earlier_state_of_a_map_means_less(project, new_id):
    bare = take_snapshot(remove_cards(project, "visit", ("a3",)), "visit", "Early", "2026-03-05", new_id=new_id)
    snapshot = bare.maps[0].snapshots[0]
    now = surveyed(project).model_copy(update={"maps": (changed(project.maps[0], snapshots=(snapshot,)),)})
    assert meant(restored(now, "visit", snapshot.id)) == left("Stage", "Step")


def dangling(project):
    joins = (Join(name="A", thing="gone"), Join(name="B", thing="gone"), Join(name="C", thing="a3"))
    return surveyed(project, Survey(id="guests", follows="older", joins=joins))


def test_names_of_what_is_not_there_are_found(project):
    found = [(one.code, one.detail, one.path) for one in check(dangling(project), ())]
    assert found == [("survey.missing", "older", "surveys/guests"), ("join.missing", "gone", "surveys/guests")]


def test_they_are_repaired(project, new_id):
    after, gone = repair_all(dangling(project), (), new_id)
    assert (len(gone), check(after, ())) == (2, ())
    assert (meant(after), after.surveys[0].follows) == ({"C": "a3"}, "")


def test_a_name_is_a_name_of_a_thing(project):
    assert meant(named(surveyed(project), {Stage: {"dine": "x"}}))["Stage"] == "dine"
    assert check(surveyed(project), ()) == ()


def outside(project, **fields):
    told = {"file": "responses.jsonl", "digest": DIGEST, "people": 3_000, "figures": FIGURES, **fields}
    return surveyed(project, Survey(id="guests", title="Guests", **told))


def test_a_copy_for_others_leaves_out_figures_and_file(project):
    assert cleaned(outside(project), set(PARTS) - {"responses"}).surveys == ()


def test_a_copy_without_names_keeps_only_the_figures_of_a_large_table(project):
    survey = cleaned(outside(project), set(PARTS) - {"respondents"}).surveys[0]
    assert (survey.file, survey.digest, survey.figures) == ("", "", FIGURES)


def test_a_copy_without_names_keeps_what_was_said(project):
    survey = cleaned(surveyed(project), set(PARTS) - {"respondents"}).surveys[0]
    assert [(one.touchpoint, one.respondent) for one in survey.responses] == [("Card", ""), ("", "")]


def test_responses_beside_the_project_are_counted(project):
    assert counts(outside(project))["responses"] == 3_000
    assert counts(outside(project))["respondents"] == 1
    assert counts(surveyed(project))["responses"] == 2


def merged(base, ours, theirs, new_id):
    return merge(base, ours, theirs, new_id=new_id)


def test_rows_of_both_are_kept_once(project, new_id):
    base = surveyed(project)
    third, fourth = Response(id="r3"), Response(id="r4")
    ours = surveyed(project, changed(base.surveys[0], responses=(*RESPONSES, third)))
    theirs = surveyed(project, changed(base.surveys[0], responses=(*RESPONSES, third, fourth)))
    whole = merged(base, ours, theirs, new_id)
    assert [one.id for one in whole.project.surveys[0].responses] == ["r1", "r2", "r3", "r4"]
    assert whole.conflicts == ()


def test_names_that_either_has_joined_are_joined(project, new_id):
    base = surveyed(project, Survey(id="guests", title="Guests", responses=RESPONSES))
    ours, theirs = join(base, "guests", "Card", "a3"), join(base, "guests", "Step", "order")
    assert meant(merged(base, ours, theirs, new_id).project) == {"Card": "a3", "Step": "order"}


def test_a_name_that_both_have_joined_otherwise_is_a_conflict(project, new_id):
    base = surveyed(project, Survey(id="guests", title="Guests", responses=RESPONSES))
    ours, theirs = join(base, "guests", "Card", "a3"), join(base, "guests", "Card", "a1")
    whole = merged(base, ours, theirs, new_id)
    assert meant(whole.project) == {"Card": "a3"}
    assert len(whole.conflicts) == 1


def test_the_later_day_is_when_rows_came_in_last(project, new_id):
    base, ours, theirs = (
        surveyed(project, Survey(id="guests", title="Guests", date=date)) for date in ("", "2026-03-05", "2026-04-01")
    )
    whole = merged(base, ours, theirs, new_id)
    assert (whole.project.surveys[0].date, whole.conflicts) == ("2026-04-01", ())


def test_a_table_goes_with_its_own_figures(project, new_id):
    fewer = (Figure(touchpoint="Card", asked=2_500),)
    base = outside(project, digest="c" * 64, figures=(), people=2_001)
    ours, theirs = outside(project, figures=fewer, people=2_500), outside(project, digest=OTHER)
    survey = merged(base, base, theirs, new_id).project.surveys[0]
    assert (survey.digest, survey.people, survey.figures) == (OTHER, 3_000, FIGURES)
    whole = merged(base, ours, theirs, new_id)
    survey = whole.project.surveys[0]
    assert (survey.digest, survey.people, survey.figures) == (DIGEST, 2_500, fewer)
    assert [one.field for one in whole.conflicts] == ["digest"]


def test_a_card_that_one_took_away_comes_back_where_the_other_joined_it(project, new_id):
    base = surveyed(project, Survey(id="guests", title="Guests", responses=RESPONSES))
    whole = merged(base, remove_cards(base, "visit", ("a3",)), join(base, "guests", "Card", "a3"), new_id)
    assert check(whole.project, ()) == ()
    assert meant(whole.project) == {"Card": "a3"}

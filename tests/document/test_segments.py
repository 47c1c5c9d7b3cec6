"""Groups of customers: which there are, what they are called, how often they are named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import by_id, changed
from desktop.document.cards import Card, Tactic
from desktop.document.checks import check
from desktop.document.edits.segments import add_segment, edit_segment, merge_segments, move_segment, remove_segment
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane, Stage, Step, View
from desktop.document.project import Figure, Persona, Project, Response, Segment, Survey
from desktop.document.segments import Uses, implied, listed, mark_of, marked, meanings, uses, words_of

STAGES = (Stage(id="s", steps=(Step(id="d"),)),)
FAMILIES, COUPLES = implied("Families").id, implied("Couples").id


def tactic(number, segment):
    return Card(id=f"t{number}", kind="tactic", first="d", last="d", text="x", tactic=Tactic(segment=segment))


def project(told=(), people=(), tactics=(), answers=(), views=()):
    """With so many personas, tactics and answers as names are given."""
    cards = by_id(tactic(number, name) for number, name in enumerate(tactics))
    rows = by_id(Response(id=f"r{number}", segment=name) for number, name in enumerate(answers))
    map_ = JourneyMap(id="m", stages=STAGES, lanes=(Lane(id="l", kind="tactics", cards=cards),), views=views)
    return Project(
        id="p",
        segments=by_id(told),
        personas=by_id(Persona(id=f"q{number}", segment=name) for number, name in enumerate(people)),
        surveys=(Survey(id="v", responses=rows),),
        maps=(map_,),
    )


def names(whole):
    return [segment.name for segment in listed(whole)]


def called(whole):
    """What personas, tactics and answers say."""
    tactics = [card.tactic.segment for card in whole.maps[0].lanes[0].cards]
    return [one.segment for one in whole.personas], tactics, [row.segment for row in whole.surveys[0].responses]


WHOLE = project(people=("Families", "Couples"), tactics=("Families", "Couples", ""), answers=("Families", "Guests", ""))


def test_what_is_only_named_is_listed_behind_by_the_alphabet():
    told = (Segment(id="a", name="Regulars", rank="z"), Segment(id="b", name="Zoo", rank="A"))
    assert names(changed(WHOLE, segments=told)) == ["Zoo", "Regulars", "Couples", "Families", "Guests"]


def test_how_often_each_is_named():
    assert uses(WHOLE) == {"Families": Uses(1, 1, 1), "Couples": Uses(1, 1, 0), "Guests": Uses(0, 0, 1)}
    assert uses(WHOLE)["Families"].total == 3


def test_figures_stand_for_the_answers_that_are_kept_elsewhere():
    survey = Survey(id="v", figures=(Figure(segment="Guests", asked=2500),), responses=(Response(id="r", segment="x"),))
    assert uses(changed(WHOLE, surveys=(survey,)))["Guests"].answers == 2500


def test_a_new_name_is_everybodys_but_answers_stay_as_they_came():
    after = edit_segment(WHOLE, FAMILIES, name="Kin")
    assert called(after) == (["Kin", "Couples"], ["Kin", "Couples", ""], ["Families", "Guests", ""])
    assert names(after) == ["Kin", "Couples", "Guests"]
    assert uses(after)["Kin"] == Uses(1, 1, 1)
    assert words_of(after, "Kin") == {"Kin", "Families"}


def test_a_name_that_no_table_has_leaves_no_word_behind():
    after = edit_segment(WHOLE, COUPLES, name="Pairs")
    assert listed(after)[0].tables == ()


def test_a_new_name_in_saved_views():
    views = (View(id="w", segments=("Families", "Z")),)
    after = edit_segment(project(people=("Families",), views=views), FAMILIES, name="Kin")
    assert after.maps[0].views[0].segments == ("Kin", "Z")


def test_back_to_the_old_name():
    there = edit_segment(WHOLE, FAMILIES, name="Kin")
    back = edit_segment(there, FAMILIES, name="Families")
    assert called(back) == called(WHOLE)
    assert meanings(back) == {}


@pytest.mark.parametrize(("name", "code"), [("Couples", "segment.taken"), ("", "field.refused")])
def test_names_that_are_refused(name, code):
    with pytest.raises(EditError) as refused:
        edit_segment(WHOLE, FAMILIES, name=name)
    assert refused.value.code == code


def test_a_mark_or_a_note_is_told_of_what_was_only_named():
    after = edit_segment(WHOLE, COUPLES, mark="●")
    assert [(one.name, one.mark) for one in after.segments] == [("Couples", "●")]
    assert called(after) == called(WHOLE)


def test_two_become_one():
    after = merge_segments(WHOLE, FAMILIES, COUPLES)
    assert called(after)[:2] == (["Couples", "Couples"], ["Couples", "Couples", ""])
    assert uses(after)["Couples"] == Uses(2, 2, 1)
    assert names(after) == ["Couples", "Guests"]
    assert merge_segments(after, COUPLES, COUPLES) == after


def test_notes_are_put_together():
    told = (
        Segment(id="a", name="A", note="one", tables=("x",)),
        Segment(id="b", name="B", note="two", tables=("x", "y")),
    )
    whole = merge_segments(project(told), "a", "b").segments[0]
    assert (whole.note, whole.tables) == ("two\none", ("x", "y"))


def test_one_that_is_removed_is_named_by_answers_only():
    after = remove_segment(WHOLE, FAMILIES)
    assert called(after)[:2] == (["", "Couples"], ["", "Couples", ""])
    assert uses(after)["Families"] == Uses(0, 0, 1)


def test_a_new_one_has_a_name_of_its_own():
    ids = iter(("a", "b"))
    after = add_segment(WHOLE, "Couples", new_id=lambda: next(ids))
    after = add_segment(after, "Couples", new_id=lambda: next(ids), mark="■")
    assert [one.name for one in after.segments] == ["Couples 2", "Couples 3"]


def test_the_order_of_what_was_only_named():
    after = move_segment(WHOLE, implied("Guests").id, COUPLES)
    assert names(after) == ["Guests", "Couples", "Families"]


def test_what_is_not_there_is_missing():
    with pytest.raises(EditError):
        remove_segment(WHOLE, "nobody")


NAMES = st.sampled_from(["", "Families", "Couples", "Guests"])


@settings(max_examples=25)
@given(st.lists(NAMES, max_size=4), st.lists(NAMES, max_size=4), st.lists(NAMES, max_size=4), st.data())
def test_nothing_is_lost_by_names(people, tactics, answers, data):
    whole = project(people=people, tactics=tactics, answers=answers)
    total = sum(found.total for found in uses(whole).values())
    if len(listed(whole)) < 2:
        return
    one, other = data.draw(st.permutations(listed(whole)))[:2]
    renamed = edit_segment(whole, one.id, name="Somebody")
    merged = merge_segments(renamed, one.id, other.id)
    for after in (renamed, merged):
        assert sum(found.total for found in uses(after).values()) == total
        assert not list(check(after, {}))
        assert len({segment.id for segment in listed(after)}) == len(names(after))
    assert len(names(merged)) == len(names(whole)) - 1


def test_a_name_stands_behind_the_mark_of_its_segment():
    told = (Segment(id="a", name="Families", mark="●"), Segment(id="b", name="Couples"))
    found = [marked(name, told) for name in ("Families", "Couples", "Others", "")]
    assert found == ["● Families", "Couples", "Others", ""]
    assert (mark_of("Families", told), mark_of("", told)) == ("●", "")

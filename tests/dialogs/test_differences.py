"""Differences in the words of the people who made the maps."""

import pytest

from desktop.dialogs.differences import chapters, named, placed, summary, wordings
from desktop.document.base import changed
from desktop.document.compare import compare
from desktop.document.difference import Difference, Name, Value, Where
from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.document.edits.lanes import move_lane
from desktop.resources import words

WORDS, GERMAN = words("en"), words("de")
MAP, OTHER = Name("map", "m", "Dinner"), Name("map", "n", "Regulars")
LANE = Name("lane", "l", "", "touchpoints")
CARD = Name("card", "c", "Waiter", "touchpoint")
CELL = Where("lanes", (MAP, LANE), ("Orders",))


def sentence(difference, language=WORDS):
    return wordings([difference], language)[0]


def only_row(*differences):
    (chapter,) = chapters(differences, WORDS)
    (section,) = chapter.sections
    (row,) = section.rows
    return row


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (Difference("added", CARD, CELL), "New: Touchpoint “Waiter” (Touchpoints · Orders)"),
        (Difference("removed", CARD, CELL), "Gone: Touchpoint “Waiter” (Touchpoints · Orders)"),
        (
            Difference("moved", CARD, CELL, Where("lanes", (MAP, LANE), ("Orders", "Pays"))),
            "Moved: Touchpoint “Waiter” from Touchpoints · Orders to Touchpoints · Orders – Pays",
        ),
        (
            Difference("moved", CARD, CELL, Where("inbox", (MAP, Name("cluster", "x", "Later")))),
            "Moved: Touchpoint “Waiter” from Touchpoints · Orders to Inbox · Later",
        ),
        (
            Difference("moved", CARD, CELL, Where("parking", (MAP,))),
            "Moved: Touchpoint “Waiter” from Touchpoints · Orders to Parking lot",
        ),
        (
            Difference("ordered", LANE, Where("lanes", (MAP,)), values=(Value("rank", 3, 1),)),
            "In another order: Lane “Touchpoints” (3 → 1)",
        ),
        (
            Difference("changed", CARD, CELL, values=(Value("owner", "", "Kim"), Value("votes", 0, 3))),
            "Touchpoint “Waiter”: Owner: – → Kim; Votes: 0 → 3",
        ),
        (
            Difference("removed", LANE, Where("lanes", (MAP,)), held=(("card", 12), ("link", 3), ("marker", 1))),
            "Gone: Lane “Touchpoints” (with 12 cards, 1 marker)",
        ),
        (Difference("added", Name("persona", "p", "Maya"), Where("personas")), "New: Persona “Maya”"),
        (Difference("removed", Name("marker", "e"), CELL), "Gone: Emotion (Touchpoints · Orders)"),
    ],
)
def test_a_difference_is_one_sentence(difference, said):
    assert sentence(difference) == said


def test_in_german():
    assert sentence(Difference("added", CARD, CELL), GERMAN) == "Neu: Touchpoint „Waiter“ (Touchpoints · Orders)"


def test_the_map_is_told_where_several_differ():
    there = Difference("added", CARD, Where("lanes", (OTHER, LANE), ("Eats",)))
    assert wordings([Difference("added", CARD, CELL), there], WORDS) == [
        "Dinner: New: Touchpoint “Waiter” (Touchpoints · Orders)",
        "Regulars: New: Touchpoint “Waiter” (Touchpoints · Eats)",
    ]


def test_of_a_map_itself_it_is_not_told_twice():
    maps = [Difference("removed", each, Where("maps")) for each in (MAP, OTHER)]
    assert wordings(maps, WORDS) == ["Gone: Map “Dinner”", "Gone: Map “Regulars”"]


def test_people_belong_to_no_map():
    persona = Difference("added", Name("persona", "p", "Maya"), Where("personas"))
    others = [Difference("added", CARD, CELL), Difference("added", OTHER, Where("maps"))]
    assert wordings([persona, *others], WORDS)[0] == "New: Persona “Maya”"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (Name("card", "c", "“Is it  nut-free?”", "quote"), "Quote “Is it nut-free?”"),
        (Name("card", "c", "A\nB", "note"), "Note “A B”"),
        (Name("card", "c", "", "pain"), "Pain point"),
        (Name("card", "c", "Odd", "riddle"), "riddle “Odd”"),
        (Name("lane", "l", "Staff", "backstage"), "Lane “Staff”"),
        (Name("lane", "l", "", "backstage"), "Lane “Backstage”"),
        (Name("link", "l", "A → B", "leads"), "Arrow “A → B”"),
        (Name("step", "s", "Orders"), "Step “Orders”"),
        (Name("project"), "Project"),
    ],
)
def test_what_things_are_called(name, said):
    assert named(name, WORDS) == said


def test_long_titles_are_cut():
    assert named(Name("card", "c", "x" * 90, "note"), WORDS) == f"Note “{'x' * 43}…”"


def test_what_stands_nowhere_on_a_map_has_no_place():
    assert placed(Where("personas"), WORDS) == ""
    assert placed(Where("stages", (MAP,)), WORDS) == ""


def test_a_step_stands_in_its_stage():
    assert placed(Where("stages", (MAP, Name("stage", "s", "Dine"))), WORDS) == "Dine"


def test_a_stage_without_a_title_is_called_a_stage():
    assert placed(Where("stages", (MAP, Name("stage", "s"))), WORDS) == "Stage"


def test_the_rows_stand_by_map_and_lane():
    brand = Difference("changed", Name("project", "p", "Lume"), Where(), values=(Value("title", "Lume", "Lume 2"),))
    stage = Difference("added", Name("stage", "s", "Pay"), Where("stages", (MAP,)))
    whole, dinner, regulars = chapters(
        [brand, stage, Difference("added", CARD, CELL), Difference("removed", OTHER, Where("maps"))], WORDS
    )
    assert (whole.id, whole.title) == ("", "The whole project")
    assert (dinner.id, dinner.title) == ("m", "Dinner")
    assert [section.title for section in dinner.sections] == ["Stages and steps", "Touchpoints"]
    assert [section.title for section in regulars.sections] == [""]


def test_lanes_of_one_title_stand_apart():
    second = Where("lanes", (MAP, Name("lane", "k", "", "touchpoints")))
    (chapter,) = chapters([Difference("added", CARD, CELL), Difference("added", CARD, second)], WORDS)
    assert [section.title for section in chapter.sections] == ["Touchpoints", "Touchpoints"]


def test_what_was_told_apart_comes_together():
    note = Difference("added", Name("card", "n", "N", "note"), Where("lanes", (MAP, Name("lane", "k", "Notes")), ()))
    (chapter,) = chapters([Difference("added", CARD, CELL), note, Difference("removed", CARD, CELL)], WORDS)
    assert [len(section.rows) for section in chapter.sections] == [2, 1]


@pytest.mark.parametrize(
    ("difference", "before", "after"),
    [
        (Difference("added", CARD, CELL), "not there", "Orders"),
        (Difference("removed", CARD, CELL), "Orders", "not there"),
        (Difference("removed", LANE, Where("lanes", (MAP,)), held=(("card", 2),)), "there, with 2 cards", "not there"),
        (Difference("moved", CARD, CELL, Where("parking", (MAP,))), "Touchpoints · Orders", "Parking lot"),
        (
            Difference("changed", CARD, CELL, values=(Value("owner", "", "Kim"), Value("votes", 1, 3))),
            "Owner: –\nVotes: 1",
            "Owner: Kim\nVotes: 3",
        ),
    ],
)
def test_both_sides_of_a_row(difference, before, after):
    row = only_row(difference)
    assert (row.code, row.before, row.after) == (difference.code, before, after)


def test_a_picture_is_one_line():
    crop = ((0.0, 0.0, 1.0, 1.0), (0.0, 0.0, 0.5, 1.0))
    values = (Value("picture.asset", "a" * 64, "b" * 64), Value("picture.crop", *crop))
    assert only_row(Difference("changed", CARD, CELL, values=values)).after == "Picture: another"


def test_how_many_there_are_of_each():
    differences = [Difference(code, CARD, CELL) for code in ("removed", "added", "added")]
    assert summary(differences, WORDS) == [("added", "2 new"), ("removed", "1 gone")]


def test_a_real_map(sample):
    project = sample.project
    journey = project.maps[0]
    pains = next(lane for lane in journey.lanes if lane.kind == "pains")
    first, second = pains.cards[:2]
    after = edit_cards(remove_cards(project, journey.id, [second.id]), journey.id, [first.id], owner="Kim")
    told = wordings(compare(project, after), WORDS)
    assert f"Pain point “{first.text}”: Owner: Front of house → Kim" in told
    assert any(line.startswith(f"Gone: Pain point “{second.text}” (Pain points · ") for line in told)


def test_titles_are_those_from_before(sample):
    project = sample.project
    journey = project.maps[0]
    after = move_lane(project, journey.id, journey.lanes[0].id)
    after = changed(after, maps=tuple(changed(each, title="Again") for each in after.maps))
    (chapter,) = chapters(compare(project, after), WORDS)
    assert chapter.title == journey.title

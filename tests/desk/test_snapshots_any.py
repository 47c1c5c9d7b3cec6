"""Snapshots taken, named, removed and gone back to in any order, between edits: nothing that was kept is lost."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from desks import desk_on
from desktop.desk.snapshots import Snapshots
from desktop.document.checks import check
from desktop.document.edits.cards import Spot, add_card, edit_cards, remove_cards
from desktop.document.locate import cards_of
from desktop.document.snapshots import Past, unreadable

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DEEDS = ("take", "remove", "restore", "rename", "add", "reword", "thin", "undo", "redo")
stories = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 50)), max_size=14)


class Story:
    """A desk, and what every snapshot held when it was taken: the texts by the ids of cards."""

    def __init__(self):
        self.desk = desk_on()
        self.verbs = Snapshots(self.desk, lambda: NOON)
        self.held = {}

    def texts(self, journey):
        return {card.id: card.text for card in cards_of(journey)}

    def chosen(self, number, things):
        return things[number % len(things)] if things else None

    def do(self, deed, number):
        getattr(self, deed)(number)
        return self

    def take(self, number):
        if self.verbs.take(f"Snapshot {number}"):
            self.held[self.verbs.kept[0].id] = self.texts(self.desk.journey)

    def remove(self, number):
        if one := self.chosen(number, self.verbs.kept):
            self.verbs.remove(one.id)

    def restore(self, number):
        if one := self.chosen(number, self.verbs.kept):
            self.verbs.restore(one.id)
            assert self.texts(self.desk.journey) == self.held[one.id]

    def rename(self, number):
        if one := self.chosen(number, self.verbs.kept):
            self.verbs.rename(one.id, f"Called {number}")

    def add(self, number):
        self.edit(add_card, Spot("l-actions", f"d{number % 4}"), "note", new_id=self.desk.new_id, text=f"{number}")

    def reword(self, number):
        if card := self.chosen(number, sorted(self.texts(self.desk.journey))):
            self.edit(edit_cards, [card], text=f"Otherwise {number}")

    def thin(self, number):
        if card := self.chosen(number, sorted(self.texts(self.desk.journey))):
            self.edit(remove_cards, [card])

    def undo(self, _number):
        self.desk.undo()

    def redo(self, _number):
        self.desk.redo()

    def edit(self, verb, *arguments, **fields):
        self.desk.attempt("", lambda whole: verb(whole, self.desk.map_id, *arguments, **fields))


def told(steps):
    story = Story()
    for deed, number in steps:
        story.do(deed, number)
    return story


@given(stories)
@settings(max_examples=25)
def test_every_snapshot_gives_back_what_was_taken(steps):
    story = told(steps)
    past = Past(story.desk.journey)
    for one in story.verbs.kept:
        assert story.texts(past.at(one.id)) == story.held[one.id]


@given(stories)
@settings(max_examples=25)
def test_all_can_be_read_and_the_project_is_sound(steps):
    story = told(steps)
    assert unreadable(story.desk.journey) == ()
    assert check(story.desk.project, ()) == check(Story().desk.project, ())


@given(stories)
@settings(max_examples=15)
def test_undone_to_the_beginning_it_is_the_beginning(steps):
    story = told(steps)
    last = story.desk.project
    while story.desk.undo():
        pass
    assert story.desk.project == Story().desk.project
    while story.desk.redo():
        pass
    assert story.desk.project == last or "undo" in {deed for deed, _ in steps}


@given(stories)
@settings(max_examples=15)
def test_from_a_snapshot_to_now_and_back_the_same_things_differ(steps):
    story = told(steps)
    for one in story.verbs.kept:
        there, back = story.verbs.between(one.id, ""), story.verbs.between("", one.id)
        assert {each.thing.id for each in there} == {each.thing.id for each in back}
        turned = {"added": "removed", "removed": "added"}
        swapped = {(each.thing.id, turned.get(each.code, each.code)) for each in there}
        assert swapped == {(each.thing.id, each.code) for each in back}

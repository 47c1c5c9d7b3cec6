"""However typing ends, it is one undo step or none, and nothing typed is lost."""

import gc
import random
import weakref
from operator import attrgetter

import pytest
from clerk import click, write
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from desktop import resources
from desktop.desk.desk import Desk
from desktop.document.checks import check, sound
from desktop.document.edits.maps import add_map
from desktop.document.ids import Ids, ids_of
from desktop.panels.inspector.chosen import ChoiceField
from desktop.panels.inspector.comments import Comments
from desktop.panels.inspector.field import Field
from desktop.panels.inspector.form import Form
from desktop.panels.inspector.inspector import Inspector
from desktop.session import Session
from desktop.storage.writer import dump

PAIN = "Card details before"
CTRL = Qt.KeyboardModifier.ControlModifier


def enter(clerk, editor):
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL if isinstance(editor, QPlainTextEdit) else Qt.KeyboardModifier(0))


def tab(clerk, editor):
    QTest.keyClick(editor, Qt.Key.Key_Tab)


def click_elsewhere(clerk, editor):
    click(clerk.editor("votes"))


def select_another(clerk, editor):
    clerk.select("No sign")


def select_nothing(clerk, editor):
    clerk.desk.select(())


def hide(clerk, editor):
    clerk.inspector.hide()


def hand_in(clerk, editor):
    clerk.inspector.commit()


def leave(clerk, editor):
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(editor, Qt.Key.Key_Escape)


def escape(clerk, editor):
    QTest.keyClick(editor, Qt.Key.Key_Escape)


ENDS = [enter, tab, click_elsewhere, select_another, select_nothing, hand_in, leave, hide]
"""What is hidden is not typed into again: that comes last."""


PATHS = ["text", "owner", "evidence.source"]


def one_undo_step(clerk, path, end):
    """Whether what is typed into a field is kept when typing ends so, and one undo takes it back."""
    before = clerk.desk.project
    (ident,) = clerk.select(PAIN)
    clerk.begin(path, "Other words")
    end(clerk, clerk.editor(path))
    kept = attrgetter(path)(clerk.thing(ident))
    clerk.desk.undo()
    return (kept, clerk.desk.project is before, clerk.desk.session.undoable) == ("Other words", True, None)


def test_what_was_typed_is_one_undo_step(clerk):
    for end in ENDS[:-1]:
        assert (end, [path for path in PATHS if not one_undo_step(clerk, path, end)]) == (end, [])


@pytest.mark.parametrize("path", PATHS)
def test_it_is_when_the_inspector_is_hidden(clerk, path):
    assert one_undo_step(clerk, path, hide)


def test_escape_leaves_no_trace(clerk):
    before = clerk.desk.project
    for path in PATHS:
        clerk.select(PAIN)
        shown = clerk.text(path)
        clerk.begin(path, "Other words")
        escape(clerk, clerk.editor(path))
        assert (path, clerk.text(path)) == (path, shown)
        clerk.inspector.commit()
        clerk.desk.select(())
        assert (path, clerk.desk.project is before) == (path, True)


def test_the_project_stays_sound(clerk):
    for end in (escape, *ENDS):
        clerk.select(PAIN)
        clerk.begin("due", "no date")
        end(clerk, clerk.editor("due"))
        assert (end, clerk.desk.session.undoable) == (end, None)
        assert sound(check(clerk.desk.project, clerk.desk.session.assets))


def test_a_comment_is_one_undo_step_however_it_ends(clerk):
    for end in (enter, tab, click_elsewhere, select_another, select_nothing, hand_in):
        (ident,) = clerk.select(PAIN)
        editor = clerk.pane.findChild(Comments).adding.text
        click(editor)
        QTest.keyClicks(editor, "So?")
        end(clerk, editor)
        assert (end, [comment.text for comment in clerk.thing(ident).comments]) == (end, ["So?"])
        clerk.desk.undo()
        assert (end, clerk.desk.session.undoable) == (end, None)


def test_another_map_hands_in_what_was_begun_on_the_first_and_without_one_there_is_nothing_to_show(clerk, inspector):
    clerk.desk.attempt("Map", lambda project: add_map(project, "Other", new_id=clerk.desk.new_id))
    first, other = clerk.desk.map_id, clerk.desk.project.maps
    (ident,) = clerk.select(PAIN)
    clerk.begin("owner", "Marketing")
    clerk.desk.show_map(next(each.id for each in other if each.id != first))
    assert clerk.inspector.heading.title.text() == "Map"
    clerk.desk.show_map(first)
    assert clerk.thing(ident).owner == "Marketing"
    clerk.select(PAIN)
    clerk.desk.edit("None", clerk.desk.project.model_copy(update={"maps": ()}))
    assert inspector.heading.title.text() == "Nothing to show"
    inspector.commit()
    inspector.take_focus()


def everything(desk):
    """The id of every single thing on the map, and no id for the map itself."""
    journey = desk.journey
    yield []
    for lane in journey.lanes:
        yield [lane.id]
        yield from ([thing.id] for thing in (*lane.cards, *lane.markers))
    for stage in journey.stages:
        yield [stage.id]
        yield from ([step.id] for step in stage.steps)
    yield from ([link.id] for link in journey.links)


def test_looking_and_entering_what_is_there_change_nothing(clerk, inspector):
    before = clerk.desk.project
    for ids in everything(clerk.desk):
        clerk.desk.select(ids)
        inspector.commit()
    assert clerk.desk.project is before
    before = dump(clerk.desk.project, clerk.desk.session.assets)
    for ids in list(everything(clerk.desk))[::7]:
        clerk.desk.select(ids)
        for field in inspector.pane.findChildren(Field):
            if field.isVisible() and field.value is not None and not isinstance(field, ChoiceField):
                field.propose(field.value)
    assert dump(clerk.desk.project, clerk.desk.session.assets) == before
    assert clerk.desk.session.undoable is None


def test_every_editor_has_a_name_and_every_field_and_choice_words(clerk, inspector):
    for ids in list(everything(clerk.desk))[::5]:
        clerk.desk.select(ids)
        assert all(field.editor.accessibleName() for field in inspector.pane.findChildren(Field))
        for form in inspector.pane.findChildren(Form):
            for spec, field in form.fields:
                assert clerk.desk.words(f"field.{spec.path}") != f"field.{spec.path}"
                if isinstance(field, ChoiceField):
                    texts = [field.box.itemText(index) for index in range(field.box.count())]
                    assert not [text for text in texts if "." in text and " " not in text]


def random_entry(clerk, chance):
    """Types something into some field of some card."""
    card = chance.choice([card for lane in clerk.desk.journey.lanes for card in lane.cards])
    clerk.desk.select([card.id])
    path = chance.choice(["text", "details", "owner", "tags", "votes", "due", "evidence.source", "evidence.people"])
    editor = clerk.editor(path)
    editor.selectAll()
    write(editor, chance.choice(["7", "2027", "words and words", "a, b", "x"]))
    enter(clerk, editor)


def test_many_entries_are_undone_and_done_again(clerk):
    chance, desk = random.Random(20261122), clerk.desk
    first = dump(desk.project, desk.session.assets)
    for _ in range(40):
        random_entry(clerk, chance)
    last = dump(desk.project, desk.session.assets)
    assert last != first
    while desk.undo():
        pass
    assert dump(desk.project, desk.session.assets) == first
    while desk.redo():
        pass
    assert dump(desk.project, desk.session.assets) == last


def test_the_fields_of_cards_are_made_while_nobody_waits(clerk, inspector, qtbot):
    qtbot.waitUntil(lambda: bool(inspector.findChildren(Comments)))
    assert inspector.heading.title.text() == "Map"
    assert not inspector.findChild(Comments).isVisible()
    clerk.select(PAIN)
    assert len(inspector.findChildren(Comments)) == 1
    assert clerk.text("owner") == "Front of house"


def test_comments_are_dated_today_by_nobody_unless_told_otherwise(qtbot, sample):
    session = Session(sample)
    desk = Desk(session, resources.words("en"), Ids(random.Random(4).getrandbits, ids_of(session.project)))
    inspector = Inspector(desk)
    qtbot.addWidget(inspector)
    inspector.show()
    card = next(card for lane in desk.journey.lanes for card in lane.cards)
    desk.select([card.id])
    adding = inspector.pane.findChild(Comments).adding
    adding.text.setFocus()
    QTest.keyClicks(adding.text, "Hm")
    inspector.commit()
    remark = inspector.pane.findChild(Comments).remarks[0]
    assert remark.comment.author == ""
    assert len(remark.comment.date) == len("2026-11-22")
    assert remark.said_by.text().startswith("Somebody · ")


def test_an_inspector_that_is_closed_is_let_go(qapp, sample):
    session = Session(sample)
    desk = Desk(session, resources.words("en"), Ids(random.Random(4).getrandbits, ids_of(session.project)))
    inspector = Inspector(desk)
    inspector.show()
    desk.select([next(card.id for lane in desk.journey.lanes for card in lane.cards)])
    gone = weakref.ref(inspector)
    inspector.close()
    inspector.deleteLater()
    desk.leave()
    del inspector, desk
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None

"""Cards in the inspector, worked by keyboard and mouse."""

from functools import partial
from operator import attrgetter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.document.edits.lanes import lock_lane
from desktop.document.kinds import CARD_KINDS

PAIN = "Card details before"
CTRL = Qt.KeyboardModifier.ControlModifier


def edited(clerk, text, **fields):
    """Another hand changes a card."""
    ids = [clerk.id(text)]
    clerk.desk.attempt("Other", lambda project: edit_cards(project, clerk.desk.map_id, ids, **fields))


def test_heading_and_fields_show_the_card_by_names_and_tab_goes_from_one_to_the_next(clerk, inspector):
    clerk.select(PAIN)
    assert inspector.heading.kinds.text() == "Pain point"
    assert inspector.heading.place.text() == "Decide › Books a table"
    clerk.select(PAIN)
    assert clerk.text("text") == "Card details before a free booking"
    assert clerk.text("owner") == "Front of house"
    assert clerk.text("evidence.people") == "612"
    assert clerk.editor("evidence.state").currentText() == "Measurement"
    assert clerk.editor("pain.severity").grade == 5
    clerk.select(PAIN)
    for path in ("text", "pain.severity", "owner", "evidence.state", "first"):
        field = clerk.field(path)
        assert field.editor.accessibleName().startswith(field.caption.text())
        assert field.caption.buddy() is field.editor
    clerk.select(PAIN)
    inspector.take_focus()
    assert inspector.focusWidget() is clerk.editor("text")
    clerk.select(PAIN)
    inspector.take_focus()
    passed = []
    for _ in range(6):
        passed.append(inspector.focusWidget().accessibleName())
        clerk.press(Qt.Key.Key_Tab)
    assert passed == [
        "Text",
        "Severity: 5 / 5",
        "Frequency: 5 / 5",
        "Details",
        "Answered by: Book without a card up to 4 guests",
        "Evidence",
    ]


TYPED = [
    ("text", "Asks for a card", "Asks for a card"),
    ("details", "one\ntwo", "one\ntwo"),
    ("owner", " Kitchen ", "Kitchen"),
    ("department", "Floor", "Floor"),
    ("due", "2026-12", "2026-12"),
    ("tags", "money, phone , money", ("money", "phone")),
    ("votes", "7", 7),
    ("seen", "2", 2),
]


def test_what_is_typed_is_one_undo_step_in_any_field(clerk):
    (ident,) = clerk.select(PAIN)
    before = clerk.desk.project
    for path, typed, stored in TYPED:
        clerk.enter(path, typed)
        assert (path, getattr(clerk.thing(ident), path)) == (path, stored)
        clerk.desk.undo()
        assert (path, clerk.desk.project is before) == (path, True)


def test_the_evidence_is_entered_part_by_part_and_goes_away_when_it_is_not_said(clerk):
    (ident,) = clerk.select(PAIN)
    for path, typed, stored in (("source", "Diary", "Diary"), ("date", "2026", "2026"), ("people", "1 204", 1204)):
        clerk.enter(f"evidence.{path}", typed)
        assert (path, getattr(clerk.thing(ident).evidence, path)) == (path, stored)
        assert clerk.thing(ident).evidence.state == "measurement"
    (ident,) = clerk.select("Pay at the table")
    assert clerk.thing(ident).evidence is None
    clerk.choose("evidence.state", "Research")
    assert clerk.thing(ident).evidence.state == "research"
    clerk.choose("evidence.state", "–")
    assert clerk.thing(ident).evidence is None


def test_an_undo_step_names_the_field_and_shows_at_once_and_nothing_is_handed_in_twice(clerk, inspector):
    clerk.select(PAIN)
    clerk.enter("owner", "Kitchen")
    assert clerk.undo_label == "Change “Owner”"
    clerk.desk.undo()
    assert clerk.text("owner") == "Front of house"
    clerk.select(PAIN)
    clerk.enter("owner", "Kitchen")
    inspector.commit()
    clerk.press(Qt.Key.Key_Tab)
    clerk.desk.undo()
    assert clerk.desk.session.undoable is None


def test_escape_brings_the_value_back_and_in_a_quiet_field_leaves_and_leaving_a_field_hands_it_in(
    clerk, qtbot, inspector
):
    clerk.select(PAIN)
    clerk.begin("owner", "Nobody")
    with qtbot.assertNotEmitted(inspector.left):
        clerk.press(Qt.Key.Key_Escape)
    assert clerk.text("owner") == "Front of house"
    assert clerk.undo_label == ""
    clerk.select(PAIN)
    clerk.begin("owner", "Nobody")
    clerk.press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(inspector.left, timeout=500):
        clerk.press(Qt.Key.Key_Escape)
    (ident,) = clerk.select(PAIN)
    clerk.begin("details", "Later")
    assert clerk.thing(ident).details != "Later"
    clerk.press(Qt.Key.Key_Tab)
    assert clerk.thing(ident).details == "Later"


def test_another_selection_and_commit_hand_in_what_was_begun_but_on_a_card_that_goes_it_is_let_go(clerk, inspector):
    (ident,) = clerk.select(PAIN)
    clerk.begin("owner", "Kitchen")
    inspector.commit()
    assert clerk.thing(ident).owner == "Kitchen"
    (ident,) = clerk.select(PAIN)
    clerk.begin("text", "New words")
    clerk.select("No sign")
    assert clerk.thing(ident).text == "New words"
    assert clerk.text("text") == "No sign at the corner"
    assert clerk.desk.selected == {clerk.id("No sign")}
    clerk.desk.undo()
    (ident,) = clerk.select(PAIN)
    clerk.begin("text", "New words")
    clerk.desk.attempt("Remove", lambda project: remove_cards(project, clerk.desk.map_id, [ident]))
    assert clerk.undo_label == "Remove"
    assert inspector.heading.title.text() == "Map"


def test_what_another_hand_changes_never_meddles_with_typing_and_a_quiet_field_follows_even_with_the_focus(clerk):
    clerk.select(PAIN)
    clerk.begin("owner", "Kit")
    edited(clerk, PAIN, owner="Marketing", department="Floor")
    assert clerk.text("owner") == "Kit"
    assert clerk.text("department") == "Floor"
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.text("owner") == "Marketing"
    clerk.select(PAIN)
    clerk.enter("owner", "Kitchen")
    edited(clerk, PAIN, owner="Marketing")
    assert clerk.text("owner") == "Marketing"
    (ident,) = clerk.select(PAIN)
    edited(clerk, PAIN, channel="carrier pigeon")
    assert clerk.editor("channel").currentText() == "carrier pigeon"
    clerk.enter("owner", "Kitchen")
    assert clerk.thing(ident).channel == "carrier pigeon"


REFUSED = [
    ("due", "soon", "Write a date like 2026-05-31, 2026-05 or 2026."),
    ("votes", "many", "This is not a whole number."),
    ("votes", "9" * 12, "This is too large."),
    ("owner", "x" * 501, "This is too long."),
    ("evidence.date", "31.6.2026", "Write a date like 2026-05-31, 2026-05 or 2026."),
]


def test_what_is_refused_is_told_below_the_field_until_the_value_fits_or_is_back_or_the_card_is_left(clerk):
    clerk.select(PAIN)
    for path, typed, said in REFUSED:
        clerk.enter(path, typed)
        field = clerk.field(path)
        assert (path, field.problem.text(), field.problem.isVisible()) == (path, said, True)
        assert field.editor.property("refused")
        assert (clerk.undo_label, clerk.text(path)) == ("", typed)
        clerk.press(Qt.Key.Key_Escape)
    clerk.select(PAIN)
    clerk.enter("votes", "many")
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.text("votes") == ""
    assert not clerk.field("votes").problem.isVisible()
    clerk.select(PAIN)
    clerk.enter("votes", "many")
    clerk.select("No sign")
    assert clerk.text("votes") == ""
    assert not clerk.field("votes").problem.isVisible()
    (ident,) = clerk.select(PAIN)
    clerk.enter("votes", "many")
    clerk.enter("votes", "3")
    assert clerk.thing(ident).votes == 3
    assert not clerk.editor("votes").property("refused")
    clerk.inspector.resize(300, 400)
    clerk.select(PAIN)
    clerk.begin("owner", "x" * 501)
    area = next(area for area in clerk.inspector.findChildren(QScrollArea) if area.isVisible())
    foot = clerk.editor("owner").mapTo(area.widget(), QPoint(0, 31)).y()
    area.verticalScrollBar().setValue(foot - area.viewport().height())
    clerk.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    problem = clerk.field("owner").problem
    assert area.viewport().rect().contains(problem.rect().translated(problem.mapTo(area.viewport(), QPoint())))


def test_a_locked_lane_refuses_words_and_another_kind(clerk, inspector):
    clerk.select(PAIN)
    lane = clerk.lane("pains").id
    clerk.desk.attempt("Lock", lambda project: lock_lane(project, clerk.desk.map_id, lane, True))
    clerk.enter("owner", "Kitchen")
    assert clerk.field("owner").problem.text() == "The lane is locked; unlock it first."
    said = []
    clerk.desk.said.connect(said.append)
    inspector.heading.chosen.emit("note")
    assert said == ["The lane is locked; unlock it first."]


def test_channel_persona_star_and_steps_are_chosen_each_in_one_step(clerk):
    (ident,) = clerk.select(PAIN)
    clerk.choose("channel", "Phone")
    assert clerk.thing(ident).channel == "phone"
    assert clerk.undo_label == "Change “Channel”"
    (ident,) = clerk.select(PAIN)
    clerk.choose("persona", "Paolo")
    named = {persona.id: persona.name for persona in clerk.desk.project.personas}
    assert named[clerk.thing(ident).persona] == "Paolo"
    (ident,) = clerk.select(PAIN)
    clerk.tick("starred")
    assert clerk.thing(ident).starred
    clerk.tick("starred")
    assert not clerk.thing(ident).starred
    (ident,) = clerk.select(PAIN)
    steps = {step.id: step.title for stage in clerk.desk.journey.stages for step in stage.steps}
    clerk.choose("last", "Is welcomed")
    assert [steps[clerk.thing(ident).first], steps[clerk.thing(ident).last]] == ["Books a table", "Is welcomed"]
    (ident,) = clerk.select(PAIN)
    clerk.choose("first", "Eats")
    card = clerk.thing(ident)
    assert card.first == card.last
    assert clerk.inspector.heading.place.text() == "Dine › Eats"


def test_a_field_grows_with_long_words_shrinks_again_and_scrolls_an_endless_text(clerk):
    clerk.select(PAIN)
    before = clerk.editor("details").height()
    clerk.enter("details", "unbreakable" * 40)
    editor = clerk.editor("details")
    assert editor.height() > before
    assert editor.horizontalScrollBar().maximum() == 0
    assert editor.verticalScrollBar().maximum() == 0
    clerk.select(PAIN)
    clerk.enter("details", "line\n" * 12)
    high = clerk.editor("details").height()
    clerk.enter("details", "short")
    assert clerk.editor("details").height() < high / 2
    clerk.select(PAIN)
    edited(clerk, PAIN, details="line\n" * 500)
    assert clerk.editor("details").height() < 400
    assert clerk.editor("details").verticalScrollBar().maximum() > 0


def test_several_cards_show_what_they_share_and_left_alone_do_not_change(clerk):
    clerk.select(PAIN, "27 minutes", "Allergy question")
    assert clerk.inspector.heading.kinds.text() == "Pain point · 3"
    assert clerk.text("text") == ""
    assert clerk.editor("text").placeholderText() == "several values"
    assert clerk.editor("owner").placeholderText() == "several values"
    assert clerk.editor("persona").currentText() == "–"
    clerk.select(PAIN, "27 minutes")
    before = clerk.desk.project
    for path in ("text", "owner", "evidence.source"):
        clerk.editor(path).setFocus()
        clerk.press(Qt.Key.Key_Tab)
    assert clerk.desk.project is before
    clerk.select(PAIN, "Pay at the table")
    assert clerk.inspector.heading.kinds.text() == "2 cards"
    assert clerk.inspector.heading.place.text() == "Pain point 1 · Opportunity 1"
    assert not clerk.has("pain.severity")
    assert not clerk.has("promise.impact")
    assert clerk.has("owner")


def test_an_edit_sets_all_cards_in_one_step_and_keeps_what_is_not_entered(clerk):
    ids = clerk.select(PAIN, "27 minutes", "No sign")
    before = clerk.desk.project
    clerk.enter("owner", "Marketing")
    assert {clerk.thing(ident).owner for ident in ids} == {"Marketing"}
    clerk.desk.undo()
    assert clerk.desk.project is before
    ids = clerk.select(PAIN, "27 minutes")
    people = [clerk.thing(ident).evidence.people for ident in ids]
    clerk.enter("evidence.source", "Diary")
    assert [clerk.thing(ident).evidence.people for ident in ids] == people
    ids = clerk.select(PAIN, "Allergy question")
    clerk.begin("owner", "x")
    clerk.press(Qt.Key.Key_Backspace)
    clerk.press(Qt.Key.Key_Return)
    assert [clerk.thing(ident).owner for ident in ids] == ["", ""]
    edited(clerk, PAIN, starred=True)
    ids = clerk.select(PAIN, "27 minutes")
    assert clerk.editor("starred").checkState() == Qt.CheckState.PartiallyChecked
    clerk.tick("starred")
    assert all(clerk.thing(ident).starred for ident in ids)
    assert not clerk.editor("starred").isTristate()


def test_the_kind_is_changed_by_the_heading_and_facets_of_other_kinds_are_kept(inspector, clerk):
    offered = [action.text() for action in inspector.heading.menu.actions()]
    assert len(offered) == len(CARD_KINDS)
    assert "Pain point\tF4 P" in offered
    (ident,) = clerk.select(PAIN)
    inspector.heading.chosen.emit("note")
    assert clerk.thing(ident).pain.severity == 5
    inspector.heading.chosen.emit("pain")
    assert clerk.editor("pain.severity").grade == 5
    (ident,) = clerk.select(PAIN)
    menu = inspector.heading.menu
    note = next(action for action in menu.actions() if action.text().startswith("Note"))
    menu.popup(inspector.mapToGlobal(inspector.rect().topLeft()))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(note).center())
    assert clerk.thing(ident).kind == "note"
    assert clerk.undo_label == "Change “Kind”"
    assert not clerk.has("pain.severity")


FACETS = {
    "pain": {"pain.severity", "pain.frequency"},
    "opportunity": {"promise.impact", "promise.ease", "promise.factors.edge"},
    "tactic": {"tactic.form", "tactic.segment", "tactic.when", "tactic.benefit"},
    "experiment": {"experiment.hypothesis", "experiment.variants", "experiment.decision"},
    "metric": {"measure.metric", "measure.value", "measure.trend"},
}


def test_a_kind_shows_its_own_facets(clerk):
    for kind, facets in FACETS.items():
        lane = next(lane for lane in clerk.desk.journey.lanes if any(card.kind == kind for card in lane.cards))
        clerk.desk.select([next(card.id for card in lane.cards if card.kind == kind)])
        shown = {path for paths in FACETS.values() for path in paths if clerk.has(path)}
        assert (kind, shown) == (kind, facets)


ENTERED = [
    ("A/B", "experiment.hypothesis", "Fewer leave", "Fewer leave"),
    ("A/B", "experiment.variants", "with\n\nwithout", ("with", "without")),
    ("A/B", "experiment.decision", "keep", "keep"),
    ("Candle", "tactic.benefit", "A smile", "A smile"),
    ("Abandoned", "measure.value", "−3,5", -3.5),
    ("Abandoned", "measure.unit", "%", "%"),
    ("Abandoned", "measure.target", "", None),
]


def test_facets_are_entered(clerk):
    for text, path, typed, stored in ENTERED:
        (ident,) = clerk.select(text)
        clerk.enter(path, typed)
        assert (path, attrgetter(path)(clerk.thing(ident))) == (path, stored)


def test_a_metric_card_follows_another_metric(clerk):
    (ident,) = clerk.select("Abandoned")
    box = clerk.editor("measure.metric")
    clerk.choose("measure.metric", box.itemText(1))
    assert clerk.thing(ident).measure.metric in {metric.id for metric in clerk.desk.project.metrics}


def test_nothing_is_looked_at_while_out_of_sight(clerk, inspector):
    clerk.select(PAIN)
    inspector.hide()
    clerk.select("No sign")
    assert clerk.inspector.heading.place.text() == "Decide › Books a table"
    inspector.show()
    assert clerk.text("text") == "No sign at the corner"


def test_very_many_are_looked_at_when_the_selection_stands_still(clerk, qtbot, inspector):
    cards = [card.id for lane in clerk.desk.journey.lanes for card in lane.cards]
    copies = [f"x{number}" for number in range(200)]
    lane = (
        clerk.lane("notes") if any(lane.kind == "notes" for lane in clerk.desk.journey.lanes) else clerk.lane("pains")
    )
    first = lane.cards[0]
    more = tuple(sorted((*lane.cards, *(first.model_copy(update={"id": one}) for one in copies)), key=lambda c: c.id))
    journey = clerk.desk.journey
    lanes = tuple(one.model_copy(update={"cards": more}) if one is lane else one for one in journey.lanes)
    clerk.desk.edit(
        "Many", clerk.desk.project.model_copy(update={"maps": (journey.model_copy(update={"lanes": lanes}),)})
    )
    clerk.desk.select([*cards, *copies])
    assert inspector.heading.title.text() == "Map"
    qtbot.waitUntil(lambda: inspector.heading.kinds.text() == f"{len(cards) + 200} cards")


@pytest.fixture
def undo(inspector):
    """How often the window's undo was pressed."""
    pressed = []
    action = QAction(inspector)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    action.triggered.connect(lambda: pressed.append("undo"))
    inspector.addAction(action)
    return pressed


def test_undo_while_typing_is_the_fields_and_in_a_quiet_field_the_maps(clerk, undo):
    clerk.select(PAIN)
    for path in ("owner", "details"):
        before = clerk.text(path)
        clerk.begin(path, "x")
        QTest.keyClick(clerk.editor(path), Qt.Key.Key_Z, CTRL)
        assert (path, undo) == (path, [])
        assert clerk.text(path) in {before, ""}
        clerk.enter(path, "Kitchen")
        QTest.keyClick(clerk.editor(path), Qt.Key.Key_Z, CTRL)
        assert (path, undo) == (path, ["undo"])
        undo.clear()


def test_keys_without_ctrl_are_no_shortcuts_in_here(clerk, inspector):
    pressed = []
    clerk.select(PAIN)
    for keys in ("Del", "Left", "F4", "Ctrl+L"):
        action = QAction(keys, inspector)
        action.setShortcut(keys)
        action.triggered.connect(partial(pressed.append, keys))
        inspector.addAction(action)
        sequence = QKeySequence(keys)[0]
        QTest.keyClick(clerk.editor("pain.severity"), sequence.key(), sequence.keyboardModifiers())
    assert pressed == ["F4", "Ctrl+L"]

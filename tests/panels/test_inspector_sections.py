"""Links, comments, the word budget and the picture of a card."""

import pytest
from clerk import click
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.cards import Picture
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.links import add_link
from desktop.panels.inspector.answers import Answers, Jump
from desktop.panels.inspector.comments import Comments
from desktop.panels.inspector.picture import PictureSection

PAIN = "Card details before"
ANSWER = "Book without a card"
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def lines(clerk):
    """The lines that lead to other cards, from the top."""
    section = clerk.pane.findChild(Answers)
    return [one for one in section.findChildren(Jump) if one.isVisibleTo(section)]


def comments(clerk):
    return clerk.pane.findChild(Comments)


def say(clerk, text):
    """Writes a comment and hands it in."""
    editor = comments(clerk).adding.text
    click(editor)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)


def remarks(clerk):
    return [one for one in comments(clerk).remarks if one.isVisible()]


def test_a_pain_point_names_what_answers_it(clerk):
    clerk.select(PAIN)
    (line,) = lines(clerk)
    assert line.accessibleName() == "Answered by: Book without a card up to 4 guests"


def test_an_opportunity_names_what_it_answers(clerk):
    clerk.select(ANSWER)
    assert "Answers: Card details before a free booking" in [line.accessibleName() for line in lines(clerk)]


def test_a_line_leads_to_the_card(clerk, qtbot, inspector):
    clerk.select(PAIN)
    with qtbot.waitSignal(inspector.revealed) as told:
        click(lines(clerk)[0])
    assert told.args == [clerk.id(ANSWER)]
    assert clerk.desk.selected == {clerk.id(ANSWER)}
    assert clerk.text("text") == "Book without a card up to 4 guests"


def test_a_line_is_pressed_by_the_keyboard_too(clerk):
    clerk.select(PAIN)
    line = lines(clerk)[0]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert clerk.desk.selected == {clerk.id(ANSWER)}


def test_other_links_are_named_by_their_way(clerk):
    source, target = clerk.id(PAIN), clerk.id("No sign")
    clerk.desk.attempt(
        "Link", lambda p: add_link(p, clerk.desk.map_id, "leads", source, target, new_id=clerk.desk.new_id)
    )
    clerk.select(PAIN)
    assert "Leads to: No sign at the corner" in [line.accessibleName() for line in lines(clerk)]
    clerk.select("No sign")
    assert "Comes from: Card details before a free booking" in [line.accessibleName() for line in lines(clerk)]


def test_several_cards_show_no_links(clerk):
    clerk.select(PAIN, "No sign")
    assert not clerk.pane.findChild(Answers).isVisible()


def test_a_long_line_wraps(clerk):
    clerk.select(PAIN)
    short = lines(clerk)[0].height()
    ident = clerk.id(ANSWER)
    clerk.desk.attempt("Other", lambda p: edit_cards(p, clerk.desk.map_id, [ident], text="many words " * 20))
    line = lines(clerk)[0]
    assert line.heightForWidth(240) > 2 * short


def test_a_comment_has_author_and_date(clerk):
    (ident,) = clerk.select(PAIN)
    say(clerk, "Is this still so?")
    (comment,) = clerk.thing(ident).comments
    assert (comment.author, comment.date, comment.text) == ("Ines", "2026-11-22", "Is this still so?")
    assert clerk.undo_label == "Add a comment"
    assert remarks(clerk)[0].said_by.text() == "Ines · 2026-11-22"


def test_the_field_for_more_is_empty_again(clerk):
    clerk.select(PAIN)
    say(clerk, "One")
    assert comments(clerk).adding.text.toPlainText() == ""
    say(clerk, "Two")
    assert sorted(remark.field.text.toPlainText() for remark in remarks(clerk)) == ["One", "Two"]


def test_a_comment_is_handed_in_when_the_field_is_left(clerk):
    (ident,) = clerk.select(PAIN)
    editor = comments(clerk).adding.text
    click(editor)
    QTest.keyClicks(editor, "Soon")
    clerk.select("No sign")
    assert [comment.text for comment in clerk.thing(ident).comments] == ["Soon"]
    assert comments(clerk).adding.text.toPlainText() == ""
    assert remarks(clerk) == []


def test_a_comment_can_be_changed(clerk):
    (ident,) = clerk.select(PAIN)
    say(clerk, "Old")
    editor = remarks(clerk)[0].field.text
    click(editor)
    QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(editor, "New")
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)
    assert clerk.thing(ident).comments[0].text == "New"


def test_a_comment_that_says_nothing_is_refused(clerk):
    (ident,) = clerk.select(PAIN)
    say(clerk, "Old")
    editor = remarks(clerk)[0].field.text
    click(editor)
    QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)
    assert remarks(clerk)[0].field.problem.text() == "A comment says something."
    assert clerk.thing(ident).comments[0].text == "Old"


def test_a_comment_can_be_removed(clerk):
    (ident,) = clerk.select(PAIN)
    say(clerk, "Old")
    click(remarks(clerk)[0].cross)
    assert clerk.thing(ident).comments == ()
    assert remarks(clerk) == []


def test_comments_stand_in_the_order_of_their_days(clerk, inspector, monkeypatch):
    clerk.select(PAIN)
    for day in ("2026-11-22", "2026-11-20", "2026-11-21"):
        monkeypatch.setattr(comments(clerk), "_today", lambda day=day: day)
        say(clerk, day)
    days = [remark.field.text.toPlainText() for remark in remarks(clerk)]
    assert days == ["2026-11-20", "2026-11-21", "2026-11-22"]


def test_tab_goes_through_the_comments(clerk):
    clerk.select(PAIN)
    say(clerk, "One")
    remark = remarks(clerk)[0]
    remark.cross.setFocus()
    clerk.press(Qt.Key.Key_Tab)
    assert remark.field.text.hasFocus()
    clerk.press(Qt.Key.Key_Tab)
    assert comments(clerk).adding.text.hasFocus()


def test_several_cards_have_no_comments(clerk):
    clerk.select(PAIN, "No sign")
    assert not comments(clerk).isVisible()


def test_words_are_counted(clerk, inspector):
    clerk.select(PAIN)
    assert inspector.budget.said.text() == "6 of 9 words"
    assert not inspector.budget.button.isVisible()


def test_words_are_counted_while_typing(clerk, inspector):
    clerk.select(PAIN)
    clerk.begin("text", "one two three")
    assert inspector.budget.said.text() == "3 of 9 words"


def test_a_card_over_two_steps_has_twice_the_budget(clerk, inspector):
    clerk.select(PAIN)
    clerk.choose("last", "Finds the place")
    assert inspector.budget.said.text() == "6 of 18 words"


def test_the_rest_moves_to_the_details(clerk, inspector):
    (ident,) = clerk.select(PAIN)
    clerk.enter("text", "one two three four five six. seven eight nine ten")
    details = clerk.thing(ident).details
    click(inspector.budget.button)
    assert clerk.thing(ident).text == "one two three four five six."
    assert clerk.thing(ident).details == f"seven eight nine ten\n{details}"
    assert clerk.undo_label == "Move the rest to details"
    assert inspector.budget.said.text() == "6 of 9 words"
    assert not inspector.budget.button.isVisible()


def test_moving_the_rest_takes_what_is_being_typed(clerk, inspector):
    (ident,) = clerk.select(PAIN)
    clerk.begin("text", "a b c d e f g h i j k")
    click(inspector.budget.button)
    assert clerk.thing(ident).text == "a b c d e f g h i"
    assert clerk.text("text") == "a b c d e f g h i"


@pytest.mark.parametrize("kind", ["markers", "stages"])
def test_only_cards_have_a_budget(clerk, inspector, kind):
    journey = clerk.desk.journey
    things = journey.stages if kind == "stages" else clerk.lane("emotions").markers
    clerk.desk.select([things[0].id])
    assert not inspector.budget.isVisible()


def with_picture(clerk, **fields):
    ident = clerk.id(PAIN)
    picture = Picture(asset="a" * 64, **fields)
    clerk.desk.attempt("Picture", lambda p: edit_cards(p, clerk.desk.map_id, [ident], picture=picture))
    clerk.desk.select([ident])
    return ident


def test_a_card_without_a_picture_has_no_fields_for_it(clerk):
    clerk.select(PAIN)
    assert not clerk.pane.findChild(PictureSection).isVisible()


def test_a_picture_card_without_a_picture_has_nothing_to_cut(clerk, inspector):
    clerk.select(PAIN)
    inspector.heading.chosen.emit("picture")
    section = clerk.pane.findChild(PictureSection)
    assert section.isVisible()
    assert not clerk.has("picture.alt")


@pytest.mark.parametrize(
    ("path", "typed", "stored"),
    [
        ("crop.0", "25", (0.25, 0.0, 1.0, 1.0)),
        ("crop.3", "50 %", (0.0, 0.0, 1.0, 0.5)),
        ("alt", "The door", "The door"),
    ],
)
def test_a_picture_is_cut_and_described(clerk, path, typed, stored):
    ident = with_picture(clerk)
    clerk.enter(f"picture.{path}", typed)
    assert getattr(clerk.thing(ident).picture, path.split(".")[0]) == stored


def test_a_picture_fits_or_fills(clerk):
    ident = with_picture(clerk)
    clerk.choose("picture.fit", "Fill the card")
    assert clerk.thing(ident).picture.fit == "fill"


def test_nothing_left_of_a_picture_is_refused(clerk):
    with_picture(clerk)
    clerk.enter("picture.crop.2", "0")
    assert clerk.field("picture.crop.2").problem.text() == "Nothing of the picture would be left."

"""Links, comments, the word budget and the picture of a card."""

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


def test_cards_name_what_answers_them_what_they_answer_and_other_links_by_their_way(clerk):
    clerk.select(PAIN)
    (line,) = lines(clerk)
    assert line.accessibleName() == "Answered by: Book without a card up to 4 guests"
    clerk.select(ANSWER)
    assert "Answers: Card details before a free booking" in [line.accessibleName() for line in lines(clerk)]
    source, target = clerk.id(PAIN), clerk.id("No sign")
    clerk.desk.attempt(
        "Link", lambda p: add_link(p, clerk.desk.map_id, "leads", source, target, new_id=clerk.desk.new_id)
    )
    clerk.select(PAIN)
    assert "Leads to: No sign at the corner" in [line.accessibleName() for line in lines(clerk)]
    clerk.select("No sign")
    assert "Comes from: Card details before a free booking" in [line.accessibleName() for line in lines(clerk)]
    clerk.select(PAIN, "No sign")
    assert not clerk.pane.findChild(Answers).isVisible()


def test_a_line_leads_to_the_card_by_the_keyboard_too_and_wraps_when_it_is_long(clerk, qtbot, inspector):
    clerk.select(PAIN)
    with qtbot.waitSignal(inspector.revealed) as told:
        click(lines(clerk)[0])
    assert told.args == [clerk.id(ANSWER)]
    assert clerk.desk.selected == {clerk.id(ANSWER)}
    assert clerk.text("text") == "Book without a card up to 4 guests"
    clerk.select(PAIN)
    line = lines(clerk)[0]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert clerk.desk.selected == {clerk.id(ANSWER)}
    clerk.select(PAIN)
    short = lines(clerk)[0].height()
    ident = clerk.id(ANSWER)
    clerk.desk.attempt("Other", lambda p: edit_cards(p, clerk.desk.map_id, [ident], text="many words " * 20))
    line = lines(clerk)[0]
    assert line.heightForWidth(240) > 2 * short


def test_a_comment_has_author_and_date_and_the_field_for_more_is_empty_again(clerk):
    (ident,) = clerk.select(PAIN)
    say(clerk, "Is this still so?")
    (comment,) = clerk.thing(ident).comments
    assert (comment.author, comment.date, comment.text) == ("Ines", "2026-11-22", "Is this still so?")
    assert clerk.undo_label == "Add a comment"
    assert remarks(clerk)[0].said_by.text() == "Ines · 2026-11-22"
    click(remarks(clerk)[0].cross)
    clerk.select(PAIN)
    say(clerk, "One")
    assert comments(clerk).adding.text.toPlainText() == ""
    say(clerk, "Two")
    assert sorted(remark.field.text.toPlainText() for remark in remarks(clerk)) == ["One", "Two"]
    clerk.select(PAIN, "No sign")
    assert not comments(clerk).isVisible()


def test_a_comment_is_handed_in_when_the_field_is_left_and_tab_goes_through_all(clerk):
    (ident,) = clerk.select(PAIN)
    editor = comments(clerk).adding.text
    click(editor)
    QTest.keyClicks(editor, "Soon")
    clerk.select("No sign")
    assert [comment.text for comment in clerk.thing(ident).comments] == ["Soon"]
    assert comments(clerk).adding.text.toPlainText() == ""
    assert remarks(clerk) == []
    clerk.select(PAIN)
    remark = remarks(clerk)[0]
    remark.cross.setFocus()
    clerk.press(Qt.Key.Key_Tab)
    assert remark.field.text.hasFocus()
    clerk.press(Qt.Key.Key_Tab)
    assert comments(clerk).adding.text.hasFocus()


def test_a_comment_can_be_changed_but_not_to_nothing_and_removed(clerk):
    (ident,) = clerk.select(PAIN)
    say(clerk, "Old")
    editor = remarks(clerk)[0].field.text
    click(editor)
    QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(editor, "New")
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)
    assert clerk.thing(ident).comments[0].text == "New"
    editor = remarks(clerk)[0].field.text
    click(editor)
    QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)
    assert remarks(clerk)[0].field.problem.text() == "A comment says something."
    assert clerk.thing(ident).comments[0].text == "New"
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


def test_words_are_counted_while_typing_and_against_a_budget_for_each_step(clerk, inspector):
    clerk.select(PAIN)
    assert inspector.budget.said.text() == "6 of 9 words"
    assert not inspector.budget.button.isVisible()
    clerk.select(PAIN)
    clerk.begin("text", "one two three")
    assert inspector.budget.said.text() == "3 of 9 words"
    clerk.press(Qt.Key.Key_Escape)
    clerk.select(PAIN)
    clerk.choose("last", "Finds the place")
    assert inspector.budget.said.text() == "6 of 18 words"
    for things in (clerk.desk.journey.stages, clerk.lane("emotions").markers):
        clerk.desk.select([things[0].id])
        assert not inspector.budget.isVisible()


def test_the_rest_moves_to_the_details_with_what_is_being_typed(clerk, inspector):
    (ident,) = clerk.select(PAIN)
    clerk.enter("text", "one two three four five six. seven eight nine ten")
    details = clerk.thing(ident).details
    click(inspector.budget.button)
    assert clerk.thing(ident).text == "one two three four five six."
    assert clerk.thing(ident).details == f"seven eight nine ten\n{details}"
    assert clerk.undo_label == "Move the rest to details"
    assert inspector.budget.said.text() == "6 of 9 words"
    assert not inspector.budget.button.isVisible()
    clerk.begin("text", "a b c d e f g h i j k")
    click(inspector.budget.button)
    assert clerk.thing(ident).text == "a b c d e f g h i"
    assert clerk.text("text") == "a b c d e f g h i"


def with_picture(clerk, **fields):
    ident = clerk.id(PAIN)
    picture = Picture(asset="a" * 64, **fields)
    clerk.desk.attempt("Picture", lambda p: edit_cards(p, clerk.desk.map_id, [ident], picture=picture))
    clerk.desk.select([ident])
    return ident


def test_a_card_has_fields_for_a_picture_only_with_one(clerk, inspector):
    clerk.select(PAIN)
    assert not clerk.pane.findChild(PictureSection).isVisible()
    clerk.select(PAIN)
    inspector.heading.chosen.emit("picture")
    section = clerk.pane.findChild(PictureSection)
    assert section.isVisible()
    assert not clerk.has("picture.alt")


CUT = [
    ("crop.0", "25", (0.25, 0.0, 1.0, 1.0)),
    ("crop.3", "50 %", (0.25, 0.0, 1.0, 0.5)),
    ("alt", "The door", "The door"),
]


def test_a_picture_is_cut_and_described_fits_or_fills_and_something_is_left_of_it(clerk):
    ident = with_picture(clerk)
    for path, typed, stored in CUT:
        clerk.enter(f"picture.{path}", typed)
        assert (path, getattr(clerk.thing(ident).picture, path.split(".")[0])) == (path, stored)
    ident = with_picture(clerk)
    clerk.choose("picture.fit", "Fill the card")
    assert clerk.thing(ident).picture.fit == "fill"
    with_picture(clerk)
    clerk.enter("picture.crop.2", "0")
    assert clerk.field("picture.crop.2").problem.text() == "Nothing of the picture would be left."

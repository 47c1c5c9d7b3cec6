"""Setting a vote up, and the votes that were held before."""

from PySide6.QtCore import Qt

from desktop.document.edits.cards import Spot, add_card


def test_enter_begins_a_vote_on_the_pain_points(panel, votes, press):
    press(Qt.Key.Key_Return)
    ballot = votes.ballot
    assert (ballot.title, len(ballot.options), ballot.people, ballot.each) == ("Pain points", 9, 8, 3)
    assert panel.currentWidget() is panel.counting
    assert panel.counting.entries.hasFocus()


def test_what_is_voted_on_is_chosen_by_keys_and_brings_its_share(panel, press):
    before = panel.setup.what.currentIndex()
    press(Qt.Key.Key_Down)
    chosen = panel.setup.what.currentText()
    count = int(chosen.rpartition("· ")[2])
    assert panel.setup.what.currentIndex() == before + 1
    assert panel.setup.each.value() == -(-count // 4)
    assert str(count) in panel.setup.told.text()


def test_what_is_selected_is_offered_at_once(panel, desk, votes):
    cards = next(choice.cards for choice in votes.choices() if choice.title == "Opportunities")
    desk.select(cards[:5])
    assert panel.setup.what.currentText() == "5 selected cards · 5"
    assert panel.setup.each.value() == 2


def test_people_votes_title_and_secrecy_are_as_entered(panel, votes, press):
    panel.setup.title.setFocus()
    press("First round", Qt.Key.Key_Tab)
    press("12", Qt.Key.Key_Tab, "5", Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return)
    ballot = votes.ballot
    assert (ballot.title, ballot.people, ballot.each, ballot.secret) == ("First round", 12, 5, True)


def test_severity_and_frequency_need_no_votes_per_person(panel, votes, press):
    panel.setup.form.setFocus()
    press(Qt.Key.Key_Down)
    assert not panel.setup.each.isVisible()
    assert "from 1 to 5" in panel.setup.told.text()
    press(Qt.Key.Key_Return)
    assert votes.grading


def test_escape_asks_for_the_map(panel, press, qtbot):
    with qtbot.waitSignal(panel.left, timeout=0):
        press(Qt.Key.Key_Escape)


def test_earlier_votes_are_listed_opened_and_removed(panel, votes, press):
    press(Qt.Key.Key_Return, "aab")
    panel.counting.back()
    earlier = panel.setup.earlier
    assert earlier.item(0).text() == "Pain points · 2026-03-04 · 3 votes · going on"
    earlier.setFocus()
    earlier.setCurrentRow(0)
    press(Qt.Key.Key_Return)
    assert votes.ballot is votes.ballots[-1]
    assert len(votes.ballots) == 1
    panel.counting.back()
    earlier.setFocus()
    earlier.setCurrentRow(0)
    press(Qt.Key.Key_Delete)
    assert votes.ballots == []
    assert not earlier.isVisible()


def test_new_cards_are_counted_while_the_panel_is_seen(panel, desk, votes):
    lane = next(lane for lane in desk.journey.lanes if lane.kind == "pains")
    step = lane.cards[0].first
    desk.edit("new", add_card(desk.project, desk.map_id, Spot(lane.id, step), "pain", new_id=desk.new_id, text="New"))
    assert panel.setup.what.currentText() == "Pain points · 10"
    panel.hide()
    desk.undo()
    assert panel.setup.what.currentText() == "Pain points · 10"
    panel.show()
    assert panel.setup.what.currentText() == "Pain points · 9"

"""The status bar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.offer import Choice, Offer
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.facts import edit_project
from desktop.document.edits.markers import edit_marker
from desktop.document.edits.stages import remove_stage
from desktop.panels.facts import Facts
from desktop.panels.theme import dress
from desktop.session import Session
from desktop.storage.backups import Backups
from desktop.storage.keeping import Keeping
from desktop.storage.writer import dump


@pytest.fixture
def facts(qtbot, desk):
    bar = Facts(desk)
    qtbot.addWidget(bar)
    bar.resize(900, 24)
    bar.show()
    return bar


def test_it_counts(facts):
    assert facts.contents.text() == "6 stages · 13 steps · 93 cards"


def test_one_of_a_thing_is_not_counted_as_several(facts, desk):
    stages = desk.journey.stages

    def fewer(project):
        for stage in stages[1:]:
            project = remove_stage(project, desk.map_id, stage.id, new_id=None)
        return project

    desk.attempt("Remove", fewer)
    assert facts.contents.text().startswith("1 stage · ")


def test_it_says_how_much_rests_on_research(facts, desk):
    assert facts.evidence.text() == "Evidence 41 % researched"
    researched = [
        card.id
        for lane in desk.journey.lanes
        for card in lane.cards
        if card.evidence and card.evidence.state in ("research", "measurement")
    ]
    desk.attempt("Doubt", lambda project: edit_cards(project, desk.map_id, researched, evidence=None))
    assert facts.evidence.text() == "Evidence 3 % researched"  # feelings
    for marker in [marker.id for lane in desk.journey.lanes for marker in lane.markers]:
        desk.attempt(
            "Doubt", lambda project, one=marker: edit_marker(project, desk.map_id, one, computed=None, evidence=None)
        )
    assert facts.evidence.text() == ""


def test_saving_shows_the_time(facts, desk, tmp_path):
    desk.session.save_as(tmp_path / "a.journey")
    assert facts.saved.text().startswith("Saved ")
    desk.edit("Rename", edit_project(desk.project, title="Other"))
    assert facts.saved.text().startswith("Changed since ")


def test_left_behind_it_no_longer_listens(facts, desk, tmp_path):
    facts.leave()
    desk.session.save_as(tmp_path / "a.journey")
    assert facts.saved.text() == "Not saved yet"


def test_what_the_desk_says_takes_the_place_of_the_facts(facts, desk):
    desk.said.emit("Printed.")
    assert facts.currentMessage() == "Printed."


def test_the_last_print_stands_at_the_right(facts):
    facts.show_printed("A0", True, 23.4)
    assert facts.printed.text() == "A0 landscape · cards 23 pt"
    assert facts.printed.x() > facts.width() / 2


@pytest.fixture
def done():
    return []


@pytest.fixture
def offer(done):
    return Offer("The stage is gone.", (Choice("Undo", lambda: done.append("undo")), Choice("Delete", done.clear)))


def test_an_offer_takes_the_place_of_the_facts(facts, desk, offer):
    desk.offered.emit(offer)
    assert [button.text() for button in facts.offer.buttons] == ["Undo", "Delete"]
    assert facts.offer.isVisible()
    assert facts.saved.isHidden()


def test_a_choice_of_an_offer_is_taken_by_a_click(facts, desk, offer, done):
    desk.offered.emit(offer)
    QTest.mouseClick(facts.offer.buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["undo"]


def test_an_offer_is_withdrawn_when_the_project_changes(facts, desk, offer):
    desk.offered.emit(offer)
    desk.edit("Rename", edit_project(desk.project, title="Other"))
    assert facts.offer is None
    assert facts.saved.isVisible()


def test_a_message_withdraws_an_offer(facts, desk, offer):
    desk.offered.emit(offer)
    facts.say("Done.")
    assert facts.offer is None


def test_a_saved_file_counts_as_saved(qtbot, sample, tmp_path):
    path = tmp_path / "a.journey"
    path.write_bytes(dump(sample.project, sample.assets))
    facts = Facts(Desk(Session.open(path), resources.words("en"), lambda: "x"))
    qtbot.addWidget(facts)
    assert facts.saved.text() == "Saved"


def test_a_message_is_about_the_project_as_it_was(facts, desk):
    desk.said.emit("The lane is locked; unlock it first.")
    assert facts.currentMessage()
    desk.edit("Rename", edit_project(desk.project, title="Other"))
    assert facts.currentMessage() == ""


def test_an_offer_takes_no_more_height_than_the_facts(qapp, facts):
    dress(qapp, resources.typesetter().fonts)  # how high a bare button is depends on the fonts of the machine
    before = facts.sizeHint().height(), facts.minimumHeight()
    facts.make(Offer("Gone.", (Choice("Undo", lambda: None),)))
    assert max(facts.sizeHint().height(), facts.minimumHeight()) == max(before)


@pytest.fixture
def failing(qtbot, sample, tmp_path):
    """The bar of a session whose journal has no place to write to."""
    (tmp_path / "journals").write_text("in the way")
    keeping = Keeping(tmp_path / "journals", Backups(tmp_path / "backups"), tmp_path / "locks")
    desk = Desk(Session(sample, keeping=keeping), resources.words("en"), lambda: "x")
    bar = Facts(desk)
    qtbot.addWidget(bar)
    bar.resize(900, 24)
    bar.show()
    desk.edit("Rename", edit_project(desk.project, title="Other"))
    qtbot.waitUntil(lambda: bar.saved.in_trouble and bar.contents.isHidden())
    yield bar
    bar.leave()
    desk.session.close(keep=False)


def test_a_warning_takes_the_place_of_the_facts(failing):
    assert failing.saved.isVisible()
    assert failing.evidence.isHidden()


def test_a_warning_comes_back_after_an_offer(failing, offer):
    failing.make(offer)
    assert failing.saved.isHidden()
    failing.withdraw()
    assert failing.saved.isVisible()
    assert failing.contents.isHidden()


def test_a_warning_says_more_where_there_is_more_room(failing):
    narrow = len(failing.saved.text())
    failing.resize(1400, 24)
    assert len(failing.saved.text()) > narrow

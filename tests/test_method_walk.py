"""The whole method in one window: from an empty file to a printed comparison and a backlog, and back to the beginning.

One walk, since each phase stands on the one before; a picture of each is kept where `walking.ALBUM` asks for it.
"""

import csv
import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.desk.beginning import project_of
from desktop.document.checks import check
from desktop.document.ids import Ids
from desktop.panels.start.page import StartPage
from desktop.session import Session
from desktop.storage.reader import read
from printing import text_of
from walking import LEFT, LONG, TABLE, Printer, Walker, button, dress


@pytest.fixture
def script():
    """Whoever prints gets the dialog."""
    printer = Printer()
    yield printer
    if printer.dialog is not None:
        printer.dialog.close()


@pytest.fixture
def begun(qtbot):
    """The project that comes of the start page: the blank template, a title and nothing else."""
    page, wishes = StartPage(resources.words("en"), "en"), []
    page.begun.connect(wishes.append)
    page.show()
    page.activateWindow()
    qtbot.waitActive(page)
    page.new.templates.choose("blank")
    page.new.title.setFocus()
    QTest.keyClicks(page.new.title, "An evening at the pool")
    QTest.keyClick(page.new.title, Qt.Key.Key_Return)
    page.close()
    return Session(project_of(wishes[0], "en", Ids(random.Random(1).getrandbits, ())))


@pytest.fixture
def walker(qtbot, open_window, begun, script):
    dress()
    return Walker(open_window(begun, (1600, 1000)), script, lambda until: qtbot.waitUntil(until, timeout=LONG))


def test_the_whole_method(walker, tmp_path):
    empty = walker.bytes
    for phase in (goal_and_metric, persona, structure, feedback, curve, pains, grades, evidence, tactics):
        phase(walker, tmp_path)
    for phase in (ideal, news, comparison, backlog, review):
        phase(walker, tmp_path)
    full, project = walker.bytes, walker.project
    assert not check(project, walker.window.session.assets)
    save(walker, tmp_path)
    undo(walker, empty)
    redo(walker, full)


def goal_and_metric(walker, _folder):
    walker.play("{Alt+4}{Ctrl+A}Satisfied swimmers{to Unit}%{to Baseline}52{to Target}75{Tab}{Escape}")
    walker.play("{Alt+2}{Ctrl+A}Everybody is in the water within ten minutes{to Metric}{Down}")
    walker.play("{to Baseline}52{to Target}75{Tab}{Escape}")
    walker.look("1-goal")
    (goal,), (metric,) = walker.project.goals, walker.project.metrics
    assert (goal.metric, goal.baseline, goal.target) == (metric.id, 52, 75)
    assert (metric.name, metric.unit) == ("Satisfied swimmers", "%")


def persona(walker, _folder):
    walker.play("{Ctrl+Alt+X}")
    dialog = walker.window.improvement.people.dialog
    walker.play("{to Name}{Ctrl+A}Ines{to Segment}Families{to Role}Swims on Thursdays with two children")
    walker.play("{to Goals, one a line}To be in the water by six{Tab}")
    walker.look("2-persona", dialog)
    QTest.mouseClick(button(dialog, "Close"), LEFT)
    walker.back()
    (ines,) = walker.project.personas
    assert (ines.name, ines.segment, ines.goals) == ("Ines", "Families", ("To be in the water by six",))


def structure(walker, _folder):
    walker.play("{find stage 1}{Shift+F2}{Ctrl+A}Arrive{Enter}{find step 1}{F2}{Ctrl+A}Finds the door{Enter}")
    walker.play("{find step 2}{F2}{Ctrl+A}Buys a ticket{Enter}{find step 3}{Del}")
    walker.play("{F3}s: Swim{Enter}d: Swims{Enter}d: Dries her hair{Enter}")
    walker.play(">touchpoints @finds Entrance{Enter}{Tab}Ticket machine{Enter}{Tab}Pool{Enter}{Tab}Hair dryers{Enter}")
    walker.play(
        ">actions @finds Looks for the way in{Enter}{Tab}Queues with two children{Enter}{Tab}Swims{Enter}{Escape}"
    )
    walker.look("3-structure")
    stages = [(stage.title, [step.title for step in stage.steps]) for stage in walker.journey.stages]
    assert dict(stages).keys() == {"Arrive", "Swim"}
    assert walker.texts("touchpoint") == ["Entrance", "Hair dryers", "Pool", "Ticket machine"]


def feedback(walker, folder):
    walker.script.table = folder / "pool.csv"
    walker.script.table.write_text(TABLE, "utf-8")
    walker.play("{Ctrl+F6}")
    dialog = walker.window.improvement.feedback.dialog
    walker.wait(lambda: not dialog.busy)
    walker.look("4-columns", dialog)
    walker.play("{Enter}")
    walker.wait(lambda: dialog.pages.currentWidget() is dialog.names)
    walker.look("4-names", dialog)
    names = [name.text for name in dialog.names.names.names]
    walker.choose(dialog.names.table, names.index("Hair-drier"), 2, 0)
    QTest.mouseClick(dialog.go, LEFT)
    walker.wait(lambda: walker.window.improvement.feedback.dialog is None)
    walker.look("4-feedback")
    walker.back()
    (survey,) = walker.project.surveys
    assert len(survey.responses) == 15
    assert "15 answers added. One has a name that means nothing on the map yet." in walker.told
    assert dict(walker.window.improvement.feedback.feedback.unmatched) == {"Car park": 1}


def curve(walker, _folder):
    walker.play("{Ctrl+Shift+M}")
    dialog = walker.window.improvement.curve.dialog
    walker.look("5-compute", dialog)
    QTest.mouseClick(dialog.go, LEFT)
    walker.back()
    walker.play("{Ctrl+0}")
    walker.look("5-curve")
    felt = [(marker.value, marker.computed.people) for marker in walker.markers()]
    assert felt == [(-1.0, 4), (-1.5, 4), (1.8, 4), (0.5, 2)]


def pains(walker, _folder):
    walker.play("{F3}>pains @finds !3 Nobody sees the door{Enter}{Tab}!5 The machine takes cards only{Enter}{Escape}")
    walker.play("{F3}>opportunities @finds Light above the door{Enter}{Tab}A second machine for coins{Enter}{Escape}")
    walker.play("{find Light above the door}{also Nobody sees the door}{Ctrl+L}")
    walker.play("{find A second machine for coins}{also The machine takes cards only}{Ctrl+L}{Escape}")
    walker.look("6-pains")
    assert walker.card("The machine takes cards only").pain.severity == 5
    assert walker.links("answers") == [
        ("A second machine for coins", "The machine takes cards only"),
        ("Light above the door", "Nobody sees the door"),
    ]


def grades(walker, _folder):
    walker.play("{Ctrl+F8}")
    board = walker.window.improvement.backlog.board
    walker.look("7-ungraded", board)
    for text, keys in GRADES.items():
        matrix = board.opportunities.matrix
        spot = matrix.places.chip_of(walker.card(text).id).box.center().toPoint()
        QTest.mouseClick(matrix, LEFT, pos=spot)
        walker.play(keys)
    walker.look("7-matrix", board)
    board.close()
    walker.back()
    walker.look("7-marked")
    found = [walker.card(text).promise for text in GRADES]
    assert [(each.impact, each.ease) for each in found] == [(3, 4), (4, 2)]


GRADES = {"Light above the door": "{Up}{Right}", "A second machine for coins": "{Up}{Up}{Left}"}


def evidence(walker, _folder):
    walker.play("{find Nobody sees the door}{F6}{to Evidence}{Down 3}{to Source}Interviews{to Dated}2026-10")
    walker.play("{to People asked}6{Tab}{Escape}{Ctrl+F9}")
    walker.look("8-coverage")
    walker.play("{Escape}{Alt+F9}")
    walker.wait(walker.window.improvement.counsel.panels["coverage"].only.isChecked)
    walker.look("8-only-known")
    walker.play("{Alt+F9}{Ctrl+F9}{Ctrl+F9}")
    known = walker.card("Nobody sees the door").evidence
    assert (known.state, known.source, known.people) == ("research", "Interviews", 6)


def tactics(walker, folder):
    walker.play("{find Opportunities}{do below tactics}{F6}Tactics{Tab}{Escape}")
    walker.play("{find Tactics}{do below experiments}{F6}Trials{Tab}{Escape}")
    walker.play("{F3}>tactics @buys Evening ticket by phone{Enter}>trials @buys Two ways to pay{Enter}{Escape}")
    walker.play("{find Two ways to pay}{also Evening ticket by phone}{Ctrl+L}{Escape}")
    walker.script.table = folder / "pay.csv"
    walker.script.table.write_text(RESULTS, "utf-8")
    walker.play("{Alt+F6}")
    dialog = walker.window.improvement.feedback.dialog
    walker.wait(lambda: not dialog.busy)
    walker.look("9-test-columns", dialog)
    walker.play("{Enter}")
    walker.wait(lambda: dialog.pages.currentWidget() is dialog.results)
    walker.look("9-results", dialog)
    QTest.mouseClick(dialog.go, LEFT)
    walker.back()
    walker.look("9-tested")
    walker.play("{Alt+F8}")
    board = walker.window.improvement.backlog.board
    walker.look("9-tactics", board)
    assert (board.isVisible(), board.page.kind) == (True, "tactic")
    assert board.page.table.cards == [walker.card("Evening ticket by phone").id]
    board.close()
    walker.back()
    assert walker.links("tests") == [("Two ways to pay", "Evening ticket by phone")]
    outcomes = walker.card("Two ways to pay").experiment.outcomes
    assert [(one.variant, one.visitors, one.conversions) for one in outcomes] == [
        ("cards", 400, 180),
        ("both", 410, 260),
    ]


RESULTS = "Variant,Visitors,Conversions\ncards,400,180\nboth,410,260\n"


def ideal(walker, _folder):
    walker.play("{Ctrl+Alt+T}")
    walker.look("10-status")
    walker.play("{Escape}{Ctrl+Shift+I}")
    walker.play("{find The machine takes cards only}{Del}")
    walker.play("{find Queues with two children}{F2}{Ctrl+A}Pays by phone on the tram{Ctrl+Enter}")
    walker.play("{F3}>emotions @buys +1.5 ~Ines{Enter}{Escape}")
    walker.play("{Alt+B}")
    walker.look("10-ideal")
    assert walker.texts("action") == ["Looks for the way in", "Pays by phone on the tram", "Swims"]
    assert [marker.value for marker in walker.markers()] == [-1.0, 1.5, 1.8, 0.5]


def news(walker, _folder):
    shown = walker.window.desk.map_id
    offers = []
    walker.window.desk.offered.connect(offers.append)
    walker.play("{Ctrl+Tab}{F3}>actions @finds Asks another swimmer{Enter}{Escape}")
    walker.play("{Ctrl+Tab}")
    assert walker.window.desk.map_id == shown
    walker.look("11-told")
    assert [offer.sentence for offer in offers] == [TOLD]
    assert walker.window.statusBar().offer is not None
    walker.play("{Ctrl+Alt+W}")
    walker.look("11-news", walker.window.improvement.ideal.dialog)
    walker.play("{Enter}")
    walker.back()
    walker.look("11-brought")
    assert "Asks another swimmer" in walker.texts("action")


TOLD = "1 thing is new in “An evening at the pool” since this map was derived from it."


def comparison(walker, folder):
    walker.play("{Ctrl+Alt+G}")
    dialog = walker.window.improvement.ideal.dialog
    walker.look("12-beside", dialog)
    QTest.mouseClick(dialog.over, LEFT)
    walker.look("12-over", dialog)
    walker.play("{Escape}")
    walker.print("comparison", folder / "comparison.pdf")
    words = text_of((folder / "comparison.pdf").read_bytes())
    assert "Pays by phone on the tram" in words
    assert "Also drawn" not in words


def backlog(walker, folder):
    walker.play("{Ctrl+Tab}{Ctrl+F8}")
    board = walker.window.improvement.backlog.board
    QTest.mouseClick(board.next, LEFT)
    walker.script.target = folder / "backlog.csv"
    QTest.mouseClick(board.csv, LEFT)
    walker.look("13-backlog", board)
    board.close()
    walker.back()
    walker.look("13-next")
    assert len(walker.journey.tasks) == 2
    rows = list(csv.reader(walker.script.target.read_text("utf-8-sig").splitlines()))
    assert len(rows) == 3
    walker.print("backlog", folder / "backlog.pdf")
    assert "A second machine for coins" in text_of((folder / "backlog.pdf").read_bytes())
    walker.print("matrix", folder / "matrix.pdf")


def review(walker, _folder):
    walker.play("{Alt+F10}")
    panel = walker.window.improvement.counsel.panels["review"]
    walker.look("14-review")
    QTest.mouseClick(panel.close_button, LEFT)
    walker.back()
    walker.look("14-reviewed")
    assert walker.journey.reviewed


def save(walker, folder):
    walker.back()
    walker.script.target = folder / "pool.journey"
    walker.play("{Ctrl+S}")
    walker.wait(lambda: not walker.window.session.modified)
    walker.look("15-saved")
    assert read(folder / "pool.journey").project == walker.project


def undo(walker, empty):
    while walker.window.session.undoable:
        walker.play("{Ctrl+Z}")
    walker.look("16-undone")
    assert walker.bytes == empty


def redo(walker, full):
    while walker.window.session.redoable:
        walker.play("{Ctrl+Y}")
    walker.look("17-redone")
    assert walker.bytes == full

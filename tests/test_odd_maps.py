"""Maps of other programs and of newer versions: whatever is chosen in them, no command ends in a fault."""

from itertools import product

import pytest
from PySide6.QtGui import QGuiApplication

from desks import desk_on
from desktop.acts import ACTS
from desktop.desk.arrange import Arrange
from desktop.desk.direction import Direction
from desktop.desk.walk import Walk
from desktop.document.base import by_id
from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane, LaneGroup, Link, Stage, Step
from desktop.document.project import Project
from desktop.session import Session
from desktop.storage.reader import Opened

GROUPS = "clipboard things text select stages steps kind links columns rows maps tabs"
"""Of the actions that change or select something."""

COMMANDS = [act.id for act in ACTS if act.group in GROUPS.split() and not act.each]
CHOSEN = [(), ("gone",), ("beyond",), ("alien",), ("feeling",), ("nowhere",), ("felt",), ("empty",), ("b1",), ("odd",)]


def card(one, first, last, kind="action"):
    return Card(id=one, kind=kind, first=first, last=last, text=one, persona="ghost")


def felt():
    """A marker at no step, and one of nobody."""
    markers = (
        Marker(id="feeling", step="a1", value=-1.0, persona="ghost"),
        Marker(id="nowhere", step="gone", value=1.0),
    )
    return Lane(id="felt", kind="emotions", rank="A", markers=markers)


def odd_map():
    """References that lead nowhere, kinds that nobody knows, a stage without steps."""
    cards = (card("gone", "gone", "gone"), card("beyond", "b1", "gone"), card("alien", "a1", "b1", "alien"))
    rows = (
        felt(),
        Lane(id="rows", kind="actions", rank="B", cards=by_id(cards)),
        Lane(id="odd", kind="wormhole", rank="C", group="nobody"),
        Lane(id="shut", kind="pains", rank="D", group="inside", locked=True, cards=(card("pain", "a1", "a1", "pain"),)),
    )
    stages = (
        Stage(id="a", rank="A", steps=(Step(id="a1", rank="A"), Step(id="a2", rank="B"))),
        Stage(id="b", rank="B", steps=(Step(id="b1"),)),
        Stage(id="empty", rank="C"),
    )
    there, nowhere = (
        Link(id="k1", kind="leads", source="beyond", target="gone"),
        Link(id="k2", kind="odd", source="x", target="y"),
    )
    groups = (LaneGroup(id="inside", title="Inside", folded=True),)
    return JourneyMap(id="m", persona="ghost", stages=stages, lanes=by_id(rows), links=(there, nowhere), groups=groups)


def bare_map():
    """Lanes, but neither stages nor steps."""
    return JourneyMap(id="m", lanes=(felt(), Lane(id="rows", kind="actions")))


@pytest.fixture
def clipboard(qapp):
    yield
    QGuiApplication.clipboard().setText("")  # what Python put there must not be there at exit


@pytest.mark.usefixtures("clipboard")
@pytest.mark.parametrize("made", [odd_map, bare_map])
def test_every_command_copes_with_every_choice(open_window, qtbot, made):
    window = open_window(Session(Opened(Project(id="p", maps=(made(),)), {})))
    whole, failed = window.session.project, {}
    for chosen, command in product(CHOSEN, COMMANDS):
        with qtbot.captureExceptions() as faults:
            window.desk.select(chosen)
            window.acts[command].trigger()
            window.canvas.stop_writing()
            while window.desk.undo():
                pass
        if faults or window.session.project != whole:
            failed[chosen, command] = faults
    assert failed == {}


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("chosen", CHOSEN, ids="+".join)
def test_what_is_chosen_moves_or_stays(chosen, direction):
    desk = desk_on(Project(id="p", maps=(odd_map(),)))
    desk.select(chosen)
    for verb in (Arrange(desk).move, Arrange(desk).span, Walk(desk).go):
        verb(direction)
    while desk.undo():
        pass
    assert desk.journey == odd_map()

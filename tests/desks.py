"""A desk on a small map: four steps in two stages, lanes of every sort, cards and markers in a few cells.

actions: c1 and c2 at d0, c3 over d1 and d2 · emotions: m1 of maya at d0, m2 of ana at d0 and m3 of hers at d2 ·
thoughts: c4 at d2 · a divider · more actions: none · locked notes: c5 at d0
"""

import random

from desktop import resources
from desktop.desk.desk import Desk
from desktop.document.base import changed
from desktop.document.cards import Marker
from desktop.document.ids import Ids, ids_of
from desktop.document.project import Persona
from desktop.document.things import things
from desktop.session import Session
from desktop.storage.reader import Opened
from grids import card, lane, project

PEOPLE = (Persona(id="ana", name="Ana", rank="T"), Persona(id="maya", name="Maya", rank="G"))


def marker(number, step, persona="maya", value=1.0, **fields):
    """The marker with the id “m” and this number."""
    return Marker(id=f"m{number}", step=f"d{step}", persona=persona, value=value, **fields)


def small_map(**fields):
    """The project of the module's words; with `fields` for its map."""
    felt = (marker(1, 0), marker(2, 0, "ana"), marker(3, 2, "ana"))
    lanes = (
        lane(card(1, rank="G"), card(2, rank="V", text="Waits"), card(3, step=1, last=2, text="Eats"), title="Doing"),
        lane(kind="emotions", markers=felt),
        lane(card(4, "thought", step=2), kind="thoughts"),
        lane(kind="visibility"),
        lane(kind="actions", id="l-more"),
        lane(card(5, "note"), kind="notes", locked=True),
    )
    return changed(project(*lanes, persona="maya", **fields), personas=PEOPLE)


def desk_on(whole=None):
    """A desk on a project, by default the small map."""
    session = Session(Opened(whole or small_map(), {}))
    return Desk(session, resources.words("en"), Ids(random.Random(3).getrandbits, ids_of(session.project)))


def held(desk, thing):
    """The card or marker as it is now, None where it is gone."""
    found = things(desk.journey, (thing,))
    return next(iter((*found.cards, *found.markers)), None)


def home(desk, thing):
    """The id of the lane that holds it."""
    return next(each.id for each in desk.journey.lanes if thing in {one.id for one in (*each.cards, *each.markers)})


def cell(desk, lane_id, step):
    """The ids of the cards that begin there, from top to bottom."""
    there = next(each for each in desk.journey.lanes if each.id == lane_id)
    return [one.id for one in sorted(there.cards, key=lambda one: (one.rank, one.id)) if one.first == f"d{step}"]

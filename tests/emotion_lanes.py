"""Emotion lanes to test with: columns, personas and markers in a line each, and strategies for random ones."""

from hypothesis import strategies as st

from desktop import resources
from desktop.document.cards import Computed, Marker
from desktop.document.journey import Lane, Stage, Step
from desktop.document.project import Persona
from desktop.layout.beside import Beside
from desktop.layout.emotions import emotion_row
from desktop.layout.places import Column
from desktop.layout.turning import point_names, turning_points

STYLE = resources.style("print")
LEFT = 150.0
PERSONAS = (Persona(id="maya", name="Maya", rank="G"), Persona(id="ana", name="Regular guest", rank="M"))
CROWD = (*PERSONAS, Persona(id="paolo", name="Paolo the elder", rank="T"))


def columns(count, width=118.0):
    steps = tuple(Step(id=f"d{number}", title=f"Step {number}") for number in range(count))
    stage = Stage(id="s1", title="Stage", steps=steps)
    return tuple(Column(step, stage, number, LEFT + number * width, width) for number, step in enumerate(steps))


def marker(step, value, persona="maya", **fields):
    """A marker at the step of this number; ids follow from persona, step and value."""
    number = f"{persona}-{step}-{round(value * 10)}".replace(".", "")
    return Marker(**{"id": number, "step": f"d{step}", "value": value, "persona": persona, **fields})


def counted(people, spread=0.0):
    return Computed(people=people, spread=spread)


def lane(*markers, **fields):
    return Lane(**{"id": "l1", "kind": "emotions", "markers": markers, **fields})


def row(*markers, across=None, personas=PERSONAS, style=STYLE, words=None, other=(), **fields):
    """The lane laid out; with `words` peak, valley and end are named, `other` are the markers of an ideal map."""
    across = columns(6) if across is None else across
    beside = Beside("ideal", tuple(other)) if other else None
    points = turning_points(markers, [column.step.id for column in across])
    names = point_names(points, markers, words) if words else {}
    tools = (style, resources.typesetter())
    return emotion_row(lane(*markers, **fields), across, personas, *tools, points=names, beside=beside)


LABELS = ("", "", "delighted", "annoyed", "why do they need my card?", "relief", "finally seated, finally warm")


@st.composite
def crowded(draw):
    """Up to three personas over up to fifteen steps, any values, some labels, stars, figures of people and spreads."""
    steps = draw(st.integers(1, 15))
    people = draw(st.integers(1, 3))
    return steps, tuple(
        marker(
            step,
            draw(st.integers(-20, 20)) / 10,
            CROWD[persona].id,
            label=draw(st.sampled_from(LABELS)),
            starred=draw(st.integers(0, 9)) == 0,
            computed=draw(st.sampled_from([None, None, counted(38), counted(7, 0.6)])),
        )
        for step in range(steps)
        for persona in range(people)
        if draw(st.integers(0, 9))
    )

"""What stands below the fields of a map besides its people: the tasks of *Next*, the metrics, the project's title."""

from functools import lru_cache, partial

from desktop.desk.desk import Desk
from desktop.document.base import IdSource, in_order
from desktop.document.edits.facts import add_task, move_task, remove_task
from desktop.document.edits.people import add_metric, move_metric, remove_metric
from desktop.document.journey import Task
from desktop.document.keyed import find
from desktop.document.project import Metric, Project
from desktop.layout.short import LONGEST, shortened
from desktop.panels.inspector import codecs, options
from desktop.panels.inspector.chosen import ChoiceField, FlagField, Option
from desktop.panels.inspector.form import Rows, Spec
from desktop.panels.inspector.options import Same
from desktop.panels.inspector.typed import LineField, Sentence, TextField
from desktop.panels.roster import Roll

Number = partial(LineField, codec=codecs.NUMBER)
Date = partial(LineField, codec=codecs.DATE, hint="hint.date")
Readings = partial(TextField, codec=codecs.READINGS)
DIRECTIONS = ("up", "down")

METRIC: Rows = (
    (Spec("name", Sentence),),
    (Spec("kind", ChoiceField, options.FORMULA), Spec("unit", LineField)),
    (Spec("direction", ChoiceField, options.words_of("direction", DIRECTIONS, none=False)),),
    (Spec("baseline", Number), Spec("target", Number)),
    (Spec("readings", Readings),),
)
METRICS = Roll(
    "metric",
    Metric,
    METRIC,
    lambda project: project.metrics,
    lambda metric: str(metric.name),
    add_metric,
    move_metric,
    remove_metric,
)
PROJECT: Rows = ((Spec("title", Sentence),),)


def tasks_of(desk: Desk) -> Roll:
    """The tasks of whichever map the desk shows."""

    def things(project: Project) -> tuple[Task, ...]:
        journey = find(project.maps, desk.map_id)
        return journey.tasks if journey else ()

    def add(project: Project, text: str, *, new_id: IdSource) -> Project:
        return add_task(project, desk.map_id, text, new_id=new_id)

    def move(project: Project, task: str, before: str) -> Project:
        return move_task(project, desk.map_id, task, before)

    def remove(project: Project, task: str) -> Project:
        return remove_task(project, desk.map_id, task)

    return Roll("task", Task, TASK, things, lambda task: str(task.text), add, move, remove)


def pains(desk: Desk) -> tuple[Option, ...]:
    """Nothing, and the pain points of the map shown from left to right."""
    journey = desk.journey
    named = _pains(Same(journey.lanes), Same(journey.stages)) if journey else ()
    return (("", desk.words("field.none")), *named)


TASK: Rows = (
    (Spec("text", Sentence),),
    (Spec("owner", LineField), Spec("due", Date)),
    (Spec("due_text", LineField),),
    (Spec("answers", ChoiceField, pains),),
    (Spec("done", FlagField),),
)


@lru_cache(maxsize=4)
def _pains(lanes: Same, stages: Same) -> tuple[Option, ...]:
    steps = (step.id for stage in in_order(stages.things) for step in in_order(stage.steps))
    index = {step: at for at, step in enumerate(steps)}
    cards = (card for lane in in_order(lanes.things) for card in in_order(lane.cards) if card.kind == "pain")
    row = sorted(cards, key=lambda card: index.get(card.first, len(index)))
    return tuple((card.id, shortened(" ".join(card.text.split()), LONGEST)) for card in row)

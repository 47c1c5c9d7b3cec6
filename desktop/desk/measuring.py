"""Metrics on a desk: what was read, at which date, and figures that are computed from what was counted."""

from collections.abc import Sequence

from desktop.desk.desk import Desk
from desktop.document.cards import Reading
from desktop.document.edits.people import edit_metric
from desktop.document.keyed import find
from desktop.document.project import Goal, Metric
from desktop.layout.dates import worded
from desktop.layout.measures import NO_BREAK, number_text
from desktop.method.formulas import FORMULAS
from desktop.method.progress import Progress, in_time, progress


class Measuring:
    """Verbs and sentences about the metrics and goals of a desk's project."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def metric(self, metric_id: str) -> Metric | None:
        return find(self.desk.project.metrics, metric_id)

    def goal(self, goal_id: str) -> Goal | None:
        return find(self.desk.project.goals, goal_id)

    def take(self, metric_id: str, date: str, value: float) -> bool:
        """A reading at a date (ISO, as exact as is known) in the place of one that was read at the same date."""
        metric = self.metric(metric_id)
        if metric is None:
            return False
        others = (reading for reading in metric.readings if reading.date != date)
        readings = in_time((*others, Reading(date=date, value=value)))
        label = self.desk.words("edit.reading")
        return self.desk.attempt(label, lambda project: edit_metric(project, metric_id, readings=readings))

    def computed(self, kind: str, counted: Sequence[float | None]) -> float | None:
        """What the formula of this kind makes of the numbers; None where they make no figure."""
        formula = FORMULAS.get(kind)
        numbers = [number for number in counted if number is not None]
        if formula is None or len(numbers) != len(formula.inputs):
            return None
        try:
            return round(formula.compute(*numbers), 2)
        except ValueError:
            return None

    def progress(self, goal: Goal) -> Progress | None:
        return progress(goal, self.desk.project.metrics)

    def told(self, goal: Goal) -> str:
        """“4.1 → 4.6: now 4.3, 40 % of the way (October 2026)”, or why nothing can be said."""
        words, found = self.desk.words, self.progress(goal)
        if found is None:
            return words("goalway.unknown" if self.metric(goal.metric) else "goalway.no_metric")
        share = f"{number_text(round(100 * found.share))}{NO_BREAK}%"
        if found.baseline is None or found.target is None or found.now is None:
            return words("goalway.typed").format(share=share)
        code = "goalway.worse" if found.share < 0 else "goalway.reached" if found.share >= 1 else "goalway.way"
        point = words("number.point")
        figures = {
            name: number_text(getattr(found, name)).replace(".", point) for name in ("baseline", "target", "now")
        }
        date = worded(found.date, words) if found.date else words("goalway.undated")
        return words(code).format(share=share, date=date, **figures)

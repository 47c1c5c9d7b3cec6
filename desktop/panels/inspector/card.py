"""The fields of cards."""

from functools import partial
from typing import Any

from desktop.desk.desk import Desk
from desktop.layout.measures import LINE
from desktop.panels.inspector import codecs, options
from desktop.panels.inspector.chosen import ChoiceField, FlagField
from desktop.panels.inspector.dots import DotsField
from desktop.panels.inspector.form import Rows, Spec
from desktop.panels.inspector.offered import OfferedField
from desktop.panels.inspector.typed import LineField, Sentence, TextField

Number = partial(LineField, codec=codecs.NUMBER)
Count = partial(LineField, codec=codecs.COUNT)
Percent = partial(LineField, codec=codecs.PERCENT)
Tags = partial(LineField, codec=codecs.TAGS)
Lines = partial(TextField, codec=codecs.LINES)
Date = partial(LineField, codec=codecs.DATE, hint="hint.date")


def charted(_desk: Desk, chart: Any) -> Any:
    """What is drawn where nobody has chosen."""
    return LINE if chart == "" else chart


FACTORS = ("satisfaction", "revenue", "efficiency", "edge")

TOP: Rows = (
    (Spec("text", TextField),),
    (Spec("pain.severity", DotsField, kinds=("pain",)), Spec("pain.frequency", DotsField, kinds=("pain",))),
    (
        Spec("promise.impact", DotsField, kinds=("opportunity",)),
        Spec("promise.ease", DotsField, kinds=("opportunity",)),
    ),
    *(
        tuple(Spec(f"promise.factors.{name}", DotsField, kinds=("opportunity",)) for name in pair)
        for pair in (FACTORS[:2], FACTORS[2:])
    ),
    (Spec("tactic.form", ChoiceField, options.FORM, kinds=("tactic",)),),
    (Spec("tactic.segment", OfferedField, options.segments, kinds=("tactic",)),),
    (Spec("tactic.when", Sentence, kinds=("tactic",)),),
    (Spec("tactic.benefit", Sentence, kinds=("tactic",)),),
    (Spec("experiment.hypothesis", TextField, kinds=("experiment",)),),
    (Spec("experiment.variants", Lines, kinds=("experiment",)),),
    (
        Spec("experiment.metric", LineField, kinds=("experiment",)),
        Spec("experiment.decision", LineField, kinds=("experiment",)),
    ),
    (
        Spec("experiment.start", Date, kinds=("experiment",)),
        Spec("experiment.end", Date, kinds=("experiment",)),
    ),
    (Spec("experiment.result", TextField, kinds=("experiment",)),),
    (
        Spec("measure.metric", ChoiceField, options.metrics, kinds=("metric",)),
        Spec("measure.chart", ChoiceField, options.CHART, kinds=("metric",), shown=charted),
    ),
    (Spec("measure.name", LineField, kinds=("metric",)), Spec("measure.unit", LineField, kinds=("metric",))),
    (
        Spec("measure.value", Number, kinds=("metric",)),
        Spec("measure.trend", ChoiceField, options.TREND, kinds=("metric",)),
    ),
    (Spec("measure.baseline", Number, kinds=("metric",)), Spec("measure.target", Number, kinds=("metric",))),
    (Spec("details", TextField),),
)
DONE = ("opportunity", "tactic", "experiment")
"""Kinds of what is to be done."""

PICTURE: Rows = (
    (Spec("picture.alt", Sentence, having="picture"),),
    (Spec("picture.fit", ChoiceField, options.FIT, having="picture"),),
    (Spec("picture.crop.0", Percent, having="picture"), Spec("picture.crop.2", Percent, having="picture")),
    (Spec("picture.crop.1", Percent, having="picture"), Spec("picture.crop.3", Percent, having="picture")),
)
REST: Rows = (
    (Spec("status", ChoiceField, options.progress, kinds=DONE),),
    (Spec("evidence.state", ChoiceField, options.STATE),),
    (Spec("evidence.source", Sentence),),
    (Spec("evidence.date", Date), Spec("evidence.people", Count)),
    (Spec("owner", LineField), Spec("tags", Tags)),
    (Spec("department", LineField), Spec("due", Date)),
    (Spec("channel", ChoiceField, options.CHANNEL), Spec("persona", ChoiceField, options.personas)),
    (Spec("first", ChoiceField, options.steps), Spec("last", ChoiceField, options.steps)),
    (Spec("votes", Count), Spec("seen", Count)),
    (Spec("starred", FlagField),),
)

"""The fields of what cards stand in and between: markers, lanes, steps, stages, links, and the map itself."""

from functools import partial

from desktop.panels.inspector import codecs, options
from desktop.panels.inspector.chosen import ChoiceField, FlagField
from desktop.panels.inspector.form import Rows, Spec
from desktop.panels.inspector.slider import FeelingField
from desktop.panels.inspector.typed import LineField, TextField

Factor = partial(LineField, codec=codecs.FACTOR)
Number = partial(LineField, codec=codecs.NUMBER)
Count = partial(LineField, codec=codecs.COUNT)
Date = partial(LineField, hint="hint.date")

MARKER: Rows = (
    (Spec("value", FeelingField),),
    (Spec("label", LineField),),
    (Spec("persona", ChoiceField, options.personas),),
    (Spec("starred", FlagField),),
    (Spec("evidence.state", ChoiceField, options.STATE),),
    (Spec("evidence.source", LineField),),
    (Spec("evidence.date", Date), Spec("evidence.people", Count)),
    (Spec("computed.people", Count), Spec("computed.spread", Factor)),
    (Spec("computed.source", LineField),),
)
LANE: Rows = (
    (Spec("title", LineField),),
    (Spec("subtitle", LineField),),
    (Spec("kind", ChoiceField, options.LANE),),
    (Spec("group", LineField, shown=options.group_title),),
    (Spec("empty", ChoiceField, options.empties), Spec("height", Factor)),
    (Spec("hidden", FlagField), Spec("locked", FlagField)),
)
STEP: Rows = ((Spec("title", LineField),), (Spec("width", Factor),))
STAGE: Rows = ((Spec("title", LineField),),)
LINK: Rows = ((Spec("kind", ChoiceField, options.LINK),), (Spec("label", LineField),))
MAP: Rows = (
    (Spec("title", LineField),),
    (Spec("subtitle", TextField),),
    (Spec("status", ChoiceField, options.STATUS),),
    (Spec("persona", ChoiceField, options.personas),),
    (Spec("date", Date), Spec("version", LineField)),
    (Spec("owner", LineField), Spec("review", Date)),
    (Spec("scenario", TextField),),
    (Spec("expectations", TextField),),
)

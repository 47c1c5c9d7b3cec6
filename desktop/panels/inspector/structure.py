"""The fields of what cards stand in and between: markers, lanes, steps, stages, links, and the map itself."""

from functools import partial

from desktop.panels.inspector import codecs, options
from desktop.panels.inspector.chosen import ChoiceField, FlagField
from desktop.panels.inspector.form import Rows, Spec
from desktop.panels.inspector.slider import FeelingField
from desktop.panels.inspector.typed import LineField, Sentence, TextField

Factor = partial(LineField, codec=codecs.FACTOR)
Number = partial(LineField, codec=codecs.NUMBER)
Count = partial(LineField, codec=codecs.COUNT)
Date = partial(LineField, codec=codecs.DATE, hint="hint.date")

MARKER: Rows = (
    (Spec("value", FeelingField),),
    (Spec("label", Sentence),),
    (Spec("persona", ChoiceField, options.personas),),
    (Spec("starred", FlagField),),
    (Spec("evidence.state", ChoiceField, options.STATE),),
    (Spec("evidence.source", Sentence),),
    (Spec("evidence.date", Date), Spec("evidence.people", Count)),
    (Spec("computed.people", Count), Spec("computed.spread", Factor)),
    (Spec("computed.source", Sentence),),
)
LANE: Rows = (
    (Spec("title", Sentence),),
    (Spec("subtitle", Sentence),),
    (Spec("kind", ChoiceField, options.LANE),),
    (Spec("group", LineField, shown=options.group_title),),
    (Spec("empty", ChoiceField, options.empties), Spec("height", Factor)),
    (Spec("hidden", FlagField), Spec("locked", FlagField)),
)
STEP: Rows = ((Spec("title", Sentence),), (Spec("width", Factor),))
STAGE: Rows = ((Spec("title", Sentence),),)
LINK: Rows = ((Spec("kind", ChoiceField, options.LINK),), (Spec("label", Sentence),))
MAP: Rows = (
    (Spec("title", Sentence),),
    (Spec("subtitle", Sentence),),
    (Spec("status", ChoiceField, options.STATUS),),
    (Spec("persona", ChoiceField, options.personas),),
    (Spec("date", Date), Spec("version", LineField)),
    (Spec("owner", LineField), Spec("review", Date)),
    (Spec("scenario", TextField),),
    (Spec("expectations", TextField),),
)

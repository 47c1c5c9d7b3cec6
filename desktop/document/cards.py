"""What stands in the cells of a map: cards and emotion markers."""

from typing import Annotated

from pydantic import AfterValidator, Field, JsonValue

from desktop.document.base import Count, Date, Grade, Id, Line, Number, Part, Rank, Text, Word


class Evidence(Part):
    """Where a statement comes from. State: assumption, anecdote, research or measurement."""

    state: Word = "assumption"
    source: Line = ""
    date: Date = ""
    people: Count = 0


class Pain(Part):
    """How bad (severity) and how often (frequency), each 1 to 5."""

    severity: Grade = 0
    frequency: Grade = 0


class Factors(Part):
    """What an opportunity helps, each 1 to 5."""

    satisfaction: Grade = 0
    revenue: Grade = 0
    efficiency: Grade = 0
    edge: Grade = 0


class Promise(Part):
    """What an opportunity is worth (impact) and how easily it is had (ease), each 1 to 5."""

    impact: Grade = 0
    ease: Grade = 0
    factors: Factors = Factors()


class Tactic(Part):
    """A personalisation: content, offer, recommendation, message or interaction; for whom, when, what for."""

    form: Word = ""
    segment: Line = ""
    when: Line = ""
    benefit: Line = ""


class Outcome(Part):
    """What came of one variant of an experiment: how many saw it, and how many of these did what was hoped for."""

    variant: Line = ""
    visitors: Count = 0
    conversions: Count = 0


class Experiment(Part):
    """A test of a change, run from `start` to `end`.

    Decision: "" (none yet), adopt, drop, again, or words of one's own. The first of the outcomes is what the others are
    compared with.
    """

    hypothesis: Text = ""
    variants: Annotated[tuple[Line, ...], Field(max_length=20)] = ()
    metric: Line = ""
    start: Date = ""
    end: Date = ""
    outcomes: Annotated[tuple[Outcome, ...], Field(max_length=20)] = ()
    result: Text = ""
    decision: Line = ""


class Reading(Part):
    """One value of a metric at a date."""

    date: Date = ""
    value: Number = 0.0


class Measure(Part):
    """The figure on a metric card; `metric` names one of the project's metrics, or is empty.

    Chart: how readings over time are shown: line (also for ""), bar, or number (the latest one with an arrow).
    """

    metric: str = Field(default="", max_length=40)
    name: Line = ""
    value: Number | None = None
    unit: Word = ""
    trend: Word = ""
    chart: Word = ""
    baseline: Number | None = None
    target: Number | None = None


Portion = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
"""Of a whole width or height."""


class Picture(Part):
    """An asset placed on a card: its SHA-256, the part shown (0–1, left top right bottom), what it shows.

    `aspect` is the whole picture's width over its height, so that a map can be laid out without its assets.
    """

    asset: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    crop: tuple[Portion, Portion, Portion, Portion] = (0.0, 0.0, 1.0, 1.0)
    fit: Word = "fit"
    aspect: Annotated[float, Field(ge=0.01, le=100, allow_inf_nan=False)] = 1.5
    alt: Line = ""


class Comment(Part):
    """What somebody said of a card; never printed unless asked."""

    id: Id
    author: Line = ""
    date: Date = ""
    text: Text = ""


class Origin(Part):
    """Which thing of which map this one was derived from."""

    map: Id
    thing: Id


class Card(Part):
    """What stands in a cell (lane × step), over the steps `first` to `last`.

    `kind` is open; the facets of other kinds are kept, so a change of kind can be taken back.
    In the inbox and the parking lot `first` and `last` are empty.
    """

    id: Id
    kind: Word
    first: str = Field(default="", max_length=40)
    last: str = Field(default="", max_length=40)
    rank: Rank = "V"
    text: Text = ""
    details: Text = ""
    channel: Word = ""
    persona: str = Field(default="", max_length=40)
    owner: Line = ""
    department: Line = ""
    due: Date = ""
    status: Word = ""
    """How far an opportunity, a tactic or an experiment is: "" (an idea), planned, doing, done or dropped."""
    tags: Annotated[tuple[Word, ...], Field(max_length=50)] = ()
    evidence: Evidence | None = None
    votes: Count = 0
    seen: Count = 0
    """How often the same note was written again (“×2”)."""
    starred: bool = False
    pain: Pain | None = None
    promise: Promise | None = None
    tactic: Tactic | None = None
    experiment: Experiment | None = None
    measure: Measure | None = None
    picture: Picture | None = None
    comments: Annotated[tuple[Comment, ...], Field(max_length=200)] = ()
    origin: Origin | None = None


def _tenths(value: float) -> float:
    rounded = round(value, 1)
    if abs(rounded - value) > 1e-9:
        raise ValueError("an emotion value has one decimal")
    return rounded + 0.0  # no negative zero


EmotionValue = Annotated[float, Field(ge=-2, le=2, allow_inf_nan=False), AfterValidator(_tenths)]


class Computed(Part):
    """How a marker's value came out of responses or a workshop; `spread` is one standard deviation."""

    source: Line = ""
    people: Count = 0
    spread: Annotated[float, Field(ge=0, le=4, allow_inf_nan=False)] = 0.0
    mapping: JsonValue = None


class Marker(Part):
    """A persona's feeling at a step, −2 to +2 in steps of 0.1; a star makes it a moment of truth."""

    id: Id
    step: Id
    value: EmotionValue
    rank: Rank = "V"
    persona: str = Field(default="", max_length=40)
    label: Line = ""
    starred: bool = False
    computed: Computed | None = None
    evidence: Evidence | None = None
    origin: Origin | None = None

"""A project: everything that one file holds, apart from its pictures."""

from typing import Annotated

from pydantic import Field, JsonValue

from desktop.document.base import Count, Date, Id, Line, Number, Part, Rank, Text, Word
from desktop.document.cards import Picture, Reading
from desktop.document.journey import JourneyMap

Lines = Annotated[tuple[Line, ...], Field(max_length=100)]


class Persona(Part):
    """A profile of a customer segment."""

    id: Id
    name: Line = ""
    rank: Rank = "V"
    summary: Line = ""
    """A few words after the name in a map's header: “34, one free evening a month”."""
    picture: Picture | None = None
    role: Line = ""
    quote: Text = ""
    goals: Lines = ()
    needs: Lines = ()
    frustrations: Lines = ()
    motivations: Lines = ()
    behaviour: Lines = ()
    channels: Lines = ()
    demographics: Text = ""
    segment: Line = ""


class Segment(Part):
    """A group of customers; personas, tactics and answers name it by `name`.

    mark: a sign before its name. tables: what tables of feedback call it otherwise.
    """

    id: Id
    name: Line = ""
    rank: Rank = "V"
    mark: Word = ""
    note: Text = ""
    tables: Lines = ()


class Goal(Part):
    """What the maps should achieve: statement, metric, target, time frame."""

    id: Id
    statement: Line = ""
    rank: Rank = "V"
    metric: str = Field(default="", max_length=40)
    baseline: Number | None = None
    target: Number | None = None
    time_frame: Line = ""
    progress: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] | None = None


class Metric(Part):
    """A figure followed over time. Direction: up (more is better) or down."""

    id: Id
    name: Line = ""
    rank: Rank = "V"
    kind: Word = ""
    unit: Word = ""
    direction: Word = "up"
    baseline: Number | None = None
    target: Number | None = None
    readings: Annotated[tuple[Reading, ...], Field(max_length=10_000)] = ()


class Response(Part):
    """One imported row of feedback. Its id comes from what the row says, so that the same row is known again.

    `touchpoint` and `segment` are the words of the table; a survey's `joins` say which card is meant.
    """

    id: Id
    touchpoint: Line = ""
    score: Number | None = None
    comment: Text = ""
    date: Date = ""
    segment: Line = ""
    respondent: Line = ""


class Join(Part):
    """Which card or stage a table means by a name; "" where nothing on the maps is meant."""

    name: Line = ""
    thing: str = Field(default="", max_length=40)


class Scored(Part):
    """How many people gave a score."""

    score: Number = 0.0
    people: Count = 0


class Figure(Part):
    """What responses say that are kept outside the project: all scores of one name, segment and month, ascending.

    `asked` counts the rows, those without a score among them.
    """

    touchpoint: Line = ""
    segment: Line = ""
    month: Date = ""
    asked: Count = 0
    scores: Annotated[tuple[Scored, ...], Field(max_length=1_000)] = ()


class Survey(Part):
    """Responses that came from one table, with the mapping of its columns.

    Form: "" (scores and comments). Scale: one of those that desktop/method/scales.py names. A changed question or scale
    is a survey of its own that `follows` the one before. Beyond 2,000 rows the responses are kept beside the project,
    in the file `file` with the SHA-256 `digest`, and `figures` hold what they say.
    """

    id: Id
    title: Line = ""
    rank: Rank = "V"
    form: Word = ""
    question: Line = ""
    scale: Word = ""
    date: Date = ""
    """When rows were last brought in."""
    follows: str = Field(default="", max_length=40)
    mapping: JsonValue = None
    joins: Annotated[tuple[Join, ...], Field(max_length=5_000)] = ()
    file: Line = ""
    digest: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    people: Count = 0
    figures: Annotated[tuple[Figure, ...], Field(max_length=50_000)] = ()
    responses: Annotated[tuple[Response, ...], Field(max_length=100_000)] = ()


Weight = Annotated[float, Field(ge=0, le=10, allow_inf_nan=False)]


class Weights(Part):
    """How much each of the four factors counts when opportunities are ranked; all alike where nobody has said."""

    satisfaction: Weight = 1.0
    revenue: Weight = 1.0
    efficiency: Weight = 1.0
    edge: Weight = 1.0


class Edition(Part):
    """A saved way to print or export: what, how large, on which paper, for whom."""

    id: Id
    title: Line = ""
    rank: Rank = "V"
    map: str = Field(default="", max_length=40)
    settings: JsonValue = None
    pin: JsonValue = None
    """How the map stood when it was printed last, so that the next print can keep to it."""
    printed: Date = ""
    """When that was."""


FontFiles = Annotated[tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")], ...], Field(max_length=12)]
"""SHA-256 of font files among the assets: the weights and slopes of one family."""


class Brand(Part):
    """A client's look: logo, one accent colour, two fonts by the names of their families and by their files."""

    name: Line = ""
    logo: Picture | None = None
    accent: Annotated[str, Field(pattern=r"^(#[0-9A-Fa-f]{6})?$")] = ""
    text_font: Line = ""
    title_font: Line = ""
    text_files: FontFiles = ()
    title_files: FontFiles = ()


class Project(Part):
    """The value that is edited. Every list is sorted by id; ranks give the order people see."""

    id: Id
    title: Line = ""
    language: Word = "en"
    brand: Brand = Brand()
    personas: Annotated[tuple[Persona, ...], Field(max_length=500)] = ()
    segments: Annotated[tuple[Segment, ...], Field(max_length=500)] = ()
    goals: Annotated[tuple[Goal, ...], Field(max_length=500)] = ()
    metrics: Annotated[tuple[Metric, ...], Field(max_length=2_000)] = ()
    surveys: Annotated[tuple[Survey, ...], Field(max_length=500)] = ()
    weights: Weights = Weights()
    maps: Annotated[tuple[JourneyMap, ...], Field(max_length=500)] = ()
    editions: Annotated[tuple[Edition, ...], Field(max_length=500)] = ()

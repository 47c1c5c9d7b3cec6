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
    """One imported row of feedback."""

    id: Id
    touchpoint: Line = ""
    score: Number | None = None
    comment: Text = ""
    date: Date = ""
    segment: Line = ""
    respondent: Line = ""


class Survey(Part):
    """Responses that came from one table, with the mapping of its columns."""

    id: Id
    title: Line = ""
    rank: Rank = "V"
    scale: Word = ""
    mapping: JsonValue = None
    file: Line = ""
    people: Count = 0
    responses: Annotated[tuple[Response, ...], Field(max_length=100_000)] = ()


class Edition(Part):
    """A saved way to print or export: what, how large, on which paper, for whom."""

    id: Id
    title: Line = ""
    rank: Rank = "V"
    map: str = Field(default="", max_length=40)
    settings: JsonValue = None
    pin: JsonValue = None
    """How the map stood when it was printed last, so that the next print can keep to it."""


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
    goals: Annotated[tuple[Goal, ...], Field(max_length=500)] = ()
    metrics: Annotated[tuple[Metric, ...], Field(max_length=2_000)] = ()
    surveys: Annotated[tuple[Survey, ...], Field(max_length=500)] = ()
    maps: Annotated[tuple[JourneyMap, ...], Field(max_length=500)] = ()
    editions: Annotated[tuple[Edition, ...], Field(max_length=500)] = ()

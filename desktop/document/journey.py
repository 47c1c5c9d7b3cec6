"""One journey: stages and steps from left to right, lanes from top to bottom."""

from typing import Annotated

from pydantic import Field, JsonValue

from desktop.document.base import Count, Date, Id, Line, Part, Rank, Share, Text, Word
from desktop.document.cards import Card, Marker, Origin, Pain


class Step(Part):
    """A column inside a stage; `width` is relative to the other steps."""

    id: Id
    title: Line = ""
    rank: Rank = "V"
    width: Share = 1.0
    origin: Origin | None = None


class Stage(Part):
    """A phase of the journey; it has at least one step."""

    id: Id
    title: Line = ""
    rank: Rank = "V"
    origin: Origin | None = None
    steps: Annotated[tuple[Step, ...], Field(max_length=500)] = ()


class Lane(Part):
    """A row with a kind; `height` is a lower bound relative to the usual one, 0 for as high as its fullest cell.

    A divider (line of interaction, of visibility, of internal interaction) is a lane without cards.
    """

    id: Id
    kind: Word
    title: Line = ""
    subtitle: Line = ""
    rank: Rank = "V"
    group: str = Field(default="", max_length=40)
    hidden: bool = False
    locked: bool = False
    height: Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)] = 0.0
    empty: Word = ""
    """How an empty cell is shown: "" (nothing), "–" (nothing there) or "?" (not asked yet)."""
    origin: Origin | None = None
    cards: Annotated[tuple[Card, ...], Field(max_length=100_000)] = ()
    markers: Annotated[tuple[Marker, ...], Field(max_length=20_000)] = ()


class LaneGroup(Part):
    """A name that several lanes stand under."""

    id: Id
    title: Line = ""
    rank: Rank = "V"
    folded: bool = False


class Link(Part):
    """An arrow between two cards. Kind: answers (opportunity → pain point), leads (process), loops …"""

    id: Id
    kind: Word
    source: Id
    target: Id
    label: Line = ""


class Task(Part):
    """A line of *Next* at the foot of the map: what, who, until when; `answers` names a pain point."""

    id: Id
    rank: Rank = "V"
    text: Line = ""
    owner: Line = ""
    due: Date = ""
    due_text: Line = ""
    answers: str = Field(default="", max_length=40)
    done: bool = False


class Cluster(Part):
    """Cards of the inbox that belong together, such as “from Dine (14)”, with the emotion markers of their steps."""

    id: Id
    title: Line = ""
    rank: Rank = "V"
    cards: Annotated[tuple[Card, ...], Field(max_length=100_000)] = ()
    markers: Annotated[tuple[Marker, ...], Field(max_length=20_000)] = ()
    """Their `step` names the step that was removed."""


class AgendaPoint(Part):
    """A part of a workshop: minutes, what is asked, an example, which lane and stages it works on.

    Form: "" (the lane is filled), silent (notes go to the inbox), vote, talk or break. `kind` is the kind of its lane,
    which finds one where `lane` names none.
    """

    id: Id
    rank: Rank = "V"
    title: Line = ""
    minutes: Count = 0
    prompt: Text = ""
    lane: str = Field(default="", max_length=40)
    kind: Word = ""
    form: Word = ""
    example: Text = ""
    stages: Annotated[tuple[Id, ...], Field(max_length=500)] = ()


class Tally(Part):
    """What a ballot says of one card: votes, or what each person thinks of its severity and frequency."""

    card: Id
    votes: Count = 0
    grades: Annotated[tuple[Pain, ...], Field(max_length=500)] = ()


class Ballot(Part):
    """A vote on cards of a map. Form: dots (each person has `each` votes) or pain (severity × frequency).

    `secret` until `shown`; `again` names the ballot whose tie it decides.
    """

    id: Id
    title: Line = ""
    rank: Rank = "V"
    date: Date = ""
    form: Word = "dots"
    options: Annotated[tuple[Id, ...], Field(max_length=1_000)] = ()
    people: Count = 0
    each: Count = 0
    secret: bool = False
    shown: bool = False
    again: str = Field(default="", max_length=40)
    tallies: Annotated[tuple[Tally, ...], Field(max_length=1_000)] = ()


class Snapshot(Part):
    """A named earlier state of a map: the first is whole, later ones are changes from the one before."""

    id: Id
    title: Line = ""
    date: Date = ""
    rank: Rank = "V"
    content: JsonValue = None


class View(Part):
    """A saved way to look at a map: lanes that are hidden, stages that are folded, and what filters the cards.

    A filter without values lets all cards pass; "" among the values stands for cards without one. What does not pass
    is dimmed, or left out with `leave_out`. The order of the values means nothing.
    """

    id: Id
    title: Line = ""
    rank: Rank = "V"
    lanes: Annotated[tuple[Id, ...], Field(max_length=500)] = ()
    stages: Annotated[tuple[Id, ...], Field(max_length=500)] = ()
    personas: Annotated[tuple[Id, ...], Field(max_length=500)] = ()
    tags: Annotated[tuple[Word, ...], Field(max_length=500)] = ()
    owners: Annotated[tuple[Line, ...], Field(max_length=500)] = ()
    channels: Annotated[tuple[Word, ...], Field(max_length=500)] = ()
    evidence: Annotated[tuple[Word, ...], Field(max_length=500)] = ()
    kinds: Annotated[tuple[Word, ...], Field(max_length=500)] = ()
    segments: Annotated[tuple[Line, ...], Field(max_length=500)] = ()
    leave_out: bool = False


class JourneyMap(Part):
    """One journey of one actor. Status: current, ideal or hypothesis. Lists are sorted by id; ranks give the order."""

    id: Id
    title: Line = ""
    subtitle: Line = ""
    rank: Rank = "V"
    status: Word = "current"
    date: Date = ""
    version: Word = ""
    owner: Line = ""
    review: Date = ""
    """When it is to be looked through next."""
    reviewed: Date = ""
    """When it was looked through last."""
    printed: Date = ""
    """When it was printed last, whatever edition that was."""
    persona: str = Field(default="", max_length=40)
    scenario: Text = ""
    expectations: Text = ""
    goals: Annotated[tuple[Id, ...], Field(max_length=50)] = ()
    origin: str = Field(default="", max_length=40)
    passed: Annotated[tuple[Word, ...], Field(max_length=200_000)] = ()
    """Things of the map that this one was derived from which are not new to it: what that held when it was derived, and
    what somebody passed over since."""
    shows: Annotated[tuple[Word, ...], Field(max_length=50)] = ()
    """What is drawn on it besides: coverage (how much of each lane and stage is known)."""
    hushed: Annotated[tuple[Word, ...], Field(max_length=200)] = ()
    """Codes of hints that are not to be given for this map."""
    stages: Annotated[tuple[Stage, ...], Field(max_length=500)] = ()
    groups: Annotated[tuple[LaneGroup, ...], Field(max_length=100)] = ()
    lanes: Annotated[tuple[Lane, ...], Field(max_length=500)] = ()
    links: Annotated[tuple[Link, ...], Field(max_length=50_000)] = ()
    tasks: Annotated[tuple[Task, ...], Field(max_length=1_000)] = ()
    inbox: Annotated[tuple[Cluster, ...], Field(max_length=2_000)] = ()
    parking: Annotated[tuple[Card, ...], Field(max_length=10_000)] = ()
    agenda: Annotated[tuple[AgendaPoint, ...], Field(max_length=200)] = ()
    ballots: Annotated[tuple[Ballot, ...], Field(max_length=200)] = ()
    snapshots: Annotated[tuple[Snapshot, ...], Field(max_length=500)] = ()
    views: Annotated[tuple[View, ...], Field(max_length=200)] = ()

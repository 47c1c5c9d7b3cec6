"""What feedback says of the map shown: figures of each touchpoint, trends, comments that become quotes."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple, TypeVar

from desktop.desk.cells import shown_lanes
from desktop.desk.desk import Desk
from desktop.desk.homes import Search, Way, home
from desktop.desk.intake import Name, Reading, bring, maps_meant, named
from desktop.document.answers import Refused, file_of
from desktop.document.base import in_order
from desktop.document.cards import Card, Evidence
from desktop.document.edits.cards import Spot, add_card
from desktop.document.edits.feedback import Report, join, part
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.locate import CardAt, card_at, cards_of, columns_of, stage_of, steps_in_order
from desktop.document.meanings import answered
from desktop.document.progress import Told as Followed
from desktop.document.project import Project, Response, Survey
from desktop.exchange.columns import Rows
from desktop.layout.names import counted
from desktop.layout.short import shortened
from desktop.layout.style import Words
from desktop.method.figures import Point, Summary, all_by_thing, comments_among, segments, series
from desktop.method.sieve import EVERYTHING, Sieve, cells, meant, names_of
from desktop.session import Signal
from desktop.storage.errors import StorageError

T = TypeVar("T")
SHORT = 60
"""Letters of a cell that are told."""

SAID = "research"
"""The evidence of what one customer wrote."""


class Place(NamedTuple):
    """Something on a map that answers may be about: its id, kind and name, and where it stands, “Dine › Orders”.

    map: the title of a map that is not the one at hand, else "".
    """

    thing: str
    kind: str
    name: str
    where: str = ""
    map: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A touchpoint, a step or a stage of the map shown, and its figures: those of the question that most people
    answered first."""

    place: Place
    summaries: tuple[Summary, ...]

    @property
    def summary(self) -> Summary:
        """The figures that are shown."""
        return self.summaries[0]


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote, in which survey, and the quote on the map that it has become; "" for none."""

    response: Response
    survey: Survey
    quote: str = ""


class Feedback:
    """The verbs, and what is shown; counted again only where something has changed.

    changed(): other figures, or another look at them. `today` gives the date as ISO 8601.
    """

    def __init__(self, desk: Desk, today: Callable[[], str]) -> None:
        self.desk = desk
        self.changed: Signal[[]] = Signal()
        self._today = today
        self._sieve = EVERYTHING
        self._parts = self._watched()
        self._made: dict[str, Any] = {}
        self._outside: dict[str, tuple[Response, ...]] = {}
        desk.shown.connect(self._follow)

    @property
    def sieve(self) -> Sieve:
        """Which answers count."""
        return self._sieve

    def look(self, sieve: Sieve) -> None:
        """Counts other answers."""
        if sieve != self._sieve:
            self._sieve = sieve
            self._made = {}
            self.changed.emit()

    @property
    def answered(self) -> JourneyMap | None:
        """The map that answers are about: the one shown, for an ideal one that which tells how it is."""
        shown = self.desk.journey
        return answered(self.desk.project, shown) if shown else None

    @property
    def maps(self) -> list[JourneyMap]:
        """Those whose things names may mean, the one that answers are about first."""
        shown = self.desk.journey
        return maps_meant(self.desk.project, shown) if shown else []

    @property
    def told(self) -> tuple[Told, ...]:
        """Everything on the map shown that answers are joined to, from left to right; a stage before its steps."""
        return self._once("told", self._told)

    @property
    def segments(self) -> list[str]:
        """Every segment that an answer names."""
        return self._once("segments", lambda: segments(self.desk.project))

    @property
    def months(self) -> list[str]:
        """Every month in which somebody answered."""
        return self._once("months", self._months)

    @property
    def unmatched(self) -> Mapping[str, int]:
        """Names that nobody has joined to anything, with how many answers each has; the most frequent first."""
        return self._once("unmatched", self._unmatched)

    def trend(self, thing: str, scale: str = "") -> tuple[Point, ...]:
        """Month by month, of the question that most people answered: of all, or of those on a scale."""
        sieve = self._sieve
        limits = {"segment": sieve.segment, "since": sieve.since, "until": sieve.until}
        return self._once(f"trend {thing} {scale}", lambda: series(self.desk.project, thing, scale=scale, **limits))

    def comments(self, thing: str) -> list[Comment]:
        """What people wrote about a thing, the latest first. Raises StorageError where the answers are kept beside the
        project and are not there."""
        return self._once(f"comments {thing}", lambda: self._comments(thing))

    def names(self) -> list[Name]:
        """Every name in the project's answers with what it means; those that nobody has joined first."""
        journey = self.answered
        counts: Counter[str] = Counter()
        for survey in self.desk.project.surveys:
            for cell in cells(survey):
                counts[cell.name] += cell.asked
        counts.pop("", None)
        rows = named(counts, self.desk.project, journey) if journey else []
        said = {one.name for survey in self.desk.project.surveys for one in survey.joins}
        return [one if one.text in said else replace(one, thing=None) for one in rows]

    def join(self, told: Sequence[Name]) -> bool:
        """Names mean what they are told to, in every survey that has them, as one undo step."""
        return self.desk.attempt(self.desk.words("edit.feedback_join"), partial(_joined, told=told))

    def brought(
        self, reading: Reading, rows: Rows, names: Sequence[Name], told: Followed | None = None
    ) -> tuple[Project, Report]:
        """What the project would be with a table; may run beside the window's thread. Raises EditError, CancelledError
        where `told` answers False."""
        desk = self.desk
        return bring(
            desk.project,
            reading,
            rows,
            names,
            new_id=desk.new_id,
            date=self._today(),
            kept=self._responses_or_refusal,
            told=told,
        )

    def take_in(self, project: Project, report: Report) -> bool:
        """Makes that the project, as one undo step, and says what came of it. Raises StorageError where a large table
        cannot be kept."""
        desk = self.desk
        desk.session.tables.keep(report.tables)
        new = desk.edit(desk.words("edit.feedback"), project)
        desk.said.emit(told_report(report, desk))
        return new

    def quote(self, comment: Comment, thing: str) -> bool:
        """What somebody wrote becomes a quote near the thing that it is about, as one undo step."""
        desk, journey = self.desk, self.desk.journey
        spot = _place(journey, thing) if journey else None
        if journey is None or spot is None:
            desk.said.emit(desk.words("feedback.no_place"))
            return False
        new = desk.new_id()
        verb = partial(self._quoted, journey, spot, comment, new)
        if not desk.attempt(desk.words("edit.feedback_quote"), verb, (new,)):
            return False
        desk.said.emit(desk.words("feedback.quoted"))
        return True

    def _quoted(self, journey: JourneyMap, spot: Spot, comment: Comment, new: str, project: Project) -> Project:
        order = {lane.id: at for at, lane in enumerate(in_order(journey.lanes))}
        shown = {lane.id for lane in shown_lanes(journey, self.desk.lens)}
        search = Search("quote", spot.lane, shown, self.desk.new_id())
        found = home(journey, search, lambda lane: abs(order[lane.id] - order.get(spot.lane, 0)))
        if found.way is Way.LOCKED:
            raise EditError("lane.locked")
        made = found.made(project, journey.id)
        said = Evidence(state=SAID, source=comment.survey.title, date=comment.response.date, people=1)
        target = Spot(found.lane.id, spot.step)
        text = comment.response.comment
        return add_card(made, journey.id, target, "quote", new_id=lambda: new, text=text, evidence=said)

    def _told(self) -> tuple[Told, ...]:
        journey, sieve = self.desk.journey, self._sieve
        if journey is None:
            return ()
        found = all_by_thing(self.desk.project, segment=sieve.segment, since=sieve.since, until=sieve.until)
        places = (place for place in places_of(journey) if place.thing in found)
        return tuple(Told(place, found[place.thing]) for place in places)

    def _months(self) -> list[str]:
        return sorted(
            {cell.date[:7] for survey in self.desk.project.surveys for cell in cells(survey) if len(cell.date) >= 7}
        )

    def _unmatched(self) -> Mapping[str, int]:
        counts: Counter[str] = Counter()
        for survey in self.desk.project.surveys:
            known = {each.name for each in survey.joins}
            for cell in cells(survey):
                if cell.name and cell.name not in known:
                    counts[cell.name] += cell.asked
        return dict(counts.most_common())

    def _comments(self, thing: str) -> list[Comment]:
        journey = self.desk.journey
        quotes = {card.text: card.id for card in cards_of(journey) if card.kind == "quote"} if journey else {}
        sieve = meant(self.desk.project, self._sieve)
        found = [
            Comment(one, survey, quotes.get(one.comment, ""))
            for survey in self.desk.project.surveys
            if (asked := names_of(survey.joins, {thing}))
            for one in comments_among(self._responses(survey), asked)
            if sieve.passes(one.segment, one.date)
        ]
        return sorted(found, key=lambda one: (one.response.date, one.response.id), reverse=True)

    def _responses(self, survey: Survey) -> tuple[Response, ...]:
        """Those in the project and those beside it, which are read once. Raises StorageError."""
        if not survey.digest:
            return survey.responses
        if survey.digest not in self._outside:
            self._outside = {survey.digest: self.desk.session.tables.responses(survey)}
        return (*self._outside[survey.digest], *survey.responses)

    def _responses_or_refusal(self, survey: Survey) -> Sequence[Response]:
        try:
            return self.desk.session.tables.responses(survey)
        except StorageError as error:
            raise EditError("responses.outside", title=survey.title, file=file_of(survey.digest)) from error

    def _once(self, name: str, make: Callable[[], T]) -> T:
        if name not in self._made:
            self._made[name] = make()
        found: T = self._made[name]
        return found

    def _watched(self) -> tuple[object, ...]:
        """All that the figures are made of."""
        journey = self.desk.journey
        return (
            self.desk.project.surveys,
            *((journey.id, journey.lanes, journey.stages, journey.status, journey.origin) if journey else ()),
        )

    def _follow(self) -> None:
        parts = self._watched()
        if len(parts) != len(self._parts) or any(a is not b for a, b in zip(parts, self._parts, strict=True)):
            self._parts, self._made = parts, {}
            self.changed.emit()


def told_report(report: Report, desk: Desk) -> str:
    """What came of an import, in one sentence or two."""
    words = desk.words
    if report.added:
        parts = [counted(words, "feedback.added_one", "feedback.added", report.added)]
        parts += [words("feedback.known").format(count=report.known)] if report.known else []
    else:
        parts = [words("feedback.nothing_new").format(count=report.known)]
    loose = sum(count for name, count in report.unmatched.items() if name)
    parts += [counted(words, "feedback.loose_one", "feedback.loose", loose)] if loose else []
    parts += [told_refused(report.refused, words)] if report.refused else []
    return " ".join(parts)


def told_refused(refused: Sequence[Refused], words: Words) -> str:
    """How many rows could not be read, and why the first could not; "" where all could."""
    if not refused:
        return ""
    first = refused[0]
    why = words(f"feedback.row.{first.code}").format(line=first.line, text=shortened(first.text, SHORT))
    return f"{counted(words, 'feedback.refused_one', 'feedback.refused', len(refused))} {why}"


def _joined(project: Project, told: Sequence[Name]) -> Project:
    said = {name.text: name.thing for name in told}
    for survey in project.surveys:
        before = {each.name: each.thing for each in survey.joins}
        for text in {cell.name for cell in cells(survey)} & said.keys():
            thing = said[text]
            if thing is not None and before.get(text) != thing:
                project = join(project, survey.id, text, thing)
            elif thing is None and text in before:
                project = part(project, survey.id, text)
    return project


def places_of(journey: JourneyMap) -> Iterator[Place]:
    """Every thing that answers may be about, from left to right; a stage before its steps, these before their cards."""
    columns = columns_of(journey)
    cards: dict[int, list[Card]] = {}
    for lane in in_order(journey.lanes):
        for card in in_order(lane.cards):
            cards.setdefault(next(iter(columns.span(card)), -1), []).append(card)
    column = 0
    for stage in in_order(journey.stages):
        yield Place(stage.id, "stage", stage.title)
        for step in in_order(stage.steps):
            yield Place(step.id, "step", step.title, stage.title)
            where = " › ".join(filter(None, (stage.title, step.title)))
            yield from (Place(card.id, card.kind, card.text, where) for card in cards.get(column, ()))
            column += 1
    aside = (*journey.parking, *(card for cluster in journey.inbox for card in cluster.cards), *cards.get(-1, ()))
    yield from (Place(card.id, card.kind, card.text) for card in aside)


def _place(journey: JourneyMap, thing: str) -> Spot | None:
    """Lane and first step of a thing; the first step of all for a card that is not on the map."""
    found: CardAt | None = card_at(journey, thing)
    if found and found.lane:
        return Spot(found.lane.id, found.card.first)
    stage = find(journey.stages, thing)
    steps = in_order(stage.steps) if stage else steps_in_order(journey)
    step = thing if stage_of(journey, thing) else steps[0].id if steps else ""
    return Spot("", step) if step else None

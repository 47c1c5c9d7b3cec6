"""A map becomes a layout: head, headers, rows and foot under each other; what did not change is not laid out again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from desktop.document.base import in_order
from desktop.document.journey import JourneyMap, Lane, LaneGroup, Stage
from desktop.document.project import Project
from desktop.layout.aside import foot_aside, head_aside, title_room
from desktop.layout.beside import Neighbour
from desktop.layout.columns import NONE, Folds, columns, known_band, shown_steps, stage_band, step_band
from desktop.layout.compose import Composer
from desktop.layout.fitting import fitting_width
from desktop.layout.foot import foot_place
from desktop.layout.heading import Head, head_of, place_head
from desktop.layout.keeping import FRESH, Keeping, Needing, kept, squeezed
from desktop.layout.known import shows_known
from desktop.layout.links import LinkRouter, Links
from desktop.layout.longest import Longest
from desktop.layout.memory import RowMemory
from desktop.layout.numbers import context, numbers
from desktop.layout.places import (
    CellSpace,
    Column,
    Foot,
    GroupPlace,
    HeadPlace,
    Layout,
    Rect,
    Row,
    RowContent,
    StagePlace,
    StepPlace,
)
from desktop.layout.repeats import breaks, copies, end_gap, gap, strips
from desktop.layout.stretch import USUAL, Stretch
from desktop.layout.style import Style, Words
from desktop.layout.titleblock import Plate
from desktop.method.coverage import Ledger, Share
from desktop.method.numbering import with_tasks
from desktop.typeset.typesetter import Typesetter

Shares = Mapping[str, Share] | None
"""How much is known of every stage, where the headers are to show it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything above and beside the rows; `top` is where the rows begin, `width` the whole map's."""

    head: Head
    width: float
    heading: HeadPlace
    head_rect: Rect
    columns: tuple[Column, ...]
    stages: tuple[StagePlace, ...]
    stage_rect: Rect
    steps: tuple[StepPlace, ...]
    step_rect: Rect

    @property
    def top(self) -> float:
        return self.step_rect.bottom


@dataclass(frozen=True, slots=True)
class Subject:
    """What is laid out: the lanes that are shown, from top to bottom, with the group of each; `note` ends the foot."""

    project: Project
    journey: JourneyMap
    lanes: Sequence[Lane]
    groups: Sequence[LaneGroup | None]
    note: str | Plate
    folds: Folds
    spans: int
    numbers: Mapping[str, int] | None
    stretch: Stretch
    keeping: Keeping


class Layouter:
    """Lays maps out in one theme and language; keep one, because it remembers rows and headers."""

    def __init__(self, typesetter: Typesetter, style: Style, words: Words) -> None:
        self._composer = Composer(typesetter, style, words)
        self._rows = RowMemory(self._composer)
        self._links = LinkRouter(self._composer)
        self._neighbour = Neighbour(words)
        self._ledger = Ledger()
        lines = 2 * style.roles["card"].leading + 2 * style.space["pad"]
        self._cell_space = CellSpace(style.space["gutter"], style.space["row-pad"], style.space["gap"], lines)
        self._foot: tuple[tuple[object, ...], Foot] | None = None
        self._frame: tuple[tuple[object, ...], Sequence[Stage], Frame] | None = None
        self._longest: tuple[Subject, Longest] | None = None

    def layout(
        self,
        project: Project,
        map_id: str,
        width: float | None = None,
        note: str | Plate = "",
        folds: Folds = NONE,
        *,
        spans: int = 0,
        numbers: Mapping[str, int] | None = None,
        stretch: Stretch = USUAL,
        keeping: Keeping = FRESH,
    ) -> Layout:
        """The map with this id. `width` is the whole map's; None gives every column the style's usual width.

        A width that would make columns too narrow to read, or break ordinary words, gives a wider layout; `note` ends
        the last line. `folds` are stages that are folded to a column. `spans` is how many times the lane labels stand
        once more, the last time at the right edge. `numbers` are those of the whole map, where this is part of one.
        `stretch` makes some columns wider within that width and some rows higher, `keeping` is what stood where before.
        KeyError when there is no such map.
        """
        subject = _subject(project, map_id, note, folds, spans=spans, own=numbers, stretch=stretch, keeping=keeping)
        return self._stacked(subject, self._framed(subject, width))

    def least(self, project: Project, map_id: str) -> float:
        """The least width of a column of relative width 1 where a width is asked for, as far as words decide."""
        return self._longest_of(_subject(project, map_id)).unit

    def broken(self, project: Project, layout: Layout) -> tuple[str, ...]:
        """The words that had to be broken to fit the columns of a layout of this project."""
        if not layout.columns:
            return ()
        column = layout.columns[0]
        return self._longest_of(_subject(project, layout.map.id)).broken(column.width / column.step.width)

    def fitting_width(self, project: Project, map_id: str, step: str) -> float:
        """The least relative width of a step at which its words stay whole and its own cards low."""
        subject = _subject(project, map_id)
        metrics = {metric.id: metric for metric in project.metrics}
        return fitting_width(subject.journey, step, metrics, self._composer)

    def _longest_of(self, subject: Subject) -> Longest:
        """The words of a map, gathered once per value."""
        known = self._longest
        if known is None or known[0].journey is not subject.journey or known[0].project is not subject.project:
            metrics = {metric.id: metric for metric in subject.project.metrics}
            known = (subject, Longest(subject.journey.stages, subject.lanes, metrics, self._composer))
            self._longest = known
        return known[1]

    def _framed(self, subject: Subject, width: float | None) -> Frame:
        """Head and headers, made again only when stages, head or width are others."""
        journey, grouped = subject.journey, any(subject.groups)
        head = head_of(subject.project, journey, self._composer)
        least = 0.0 if width is None else self._longest_of(subject).unit
        before = self._breaks(subject)
        shares = self._shares(journey)
        key = (head, width, grouped, least, subject.folds, subject.spans, before, subject.stretch, shares)
        if self._frame is None or self._frame[1] is not journey.stages or self._frame[0] != key:
            self._frame = (key, journey.stages, self._make_frame(subject, head, width, least, before))
        return self._frame[2]

    def _breaks(self, subject: Subject) -> tuple[int, ...]:
        if subject.spans < 2:
            return ()
        steps = shown_steps(subject.journey.stages, subject.folds, self._composer)
        return breaks(steps, subject.lanes, subject.spans)

    def _shares(self, journey: JourneyMap) -> Shares:
        return self._ledger.coverage(journey).by_stage if shows_known(journey) else None

    def _make_frame(
        self, subject: Subject, head: Head, width: float | None, least: float, before: tuple[int, ...]
    ) -> Frame:
        composer, space = self._composer, self._composer.style.space
        margin = space["page-margin"]
        left = self._label_x(grouped=any(subject.groups)) + space["label-width"] + space["label-gap"]
        # everything ends flush with the last cards; their gutter hangs over into the margin
        over = space["gutter"] if not subject.spans else -end_gap(composer.style)
        gaps = dict.fromkeys(before, gap(composer.style))
        room = None if width is None else width - left - margin + over
        across = columns(
            *(subject.journey.stages, left, room, composer),
            least=least,
            folds=subject.folds,
            gaps=gaps,
            widths=subject.stretch.widths,
        )
        right = max(across[-1].x + across[-1].width - over if across else left, margin + space["map-least"])
        most = title_room(head, subject.stretch.title, composer)
        heading, head_rect = place_head(head, margin, margin, right - margin, composer, most=most)
        if subject.stretch.seams:
            heading = head_aside(heading, margin, subject.stretch.seams, composer)
        y = head_rect.bottom + space["head-gap"]
        stage_places, height = stage_band(across, y, composer)
        shares = self._shares(subject.journey)
        if shares is not None:
            stage_places, more = known_band(stage_places, shares, composer)
            height += more
        stage_rect = Rect(left, y, right - left, height)
        steps, height = step_band(across, stage_rect.bottom, composer)
        step_rect = Rect(left, stage_rect.bottom, right - left, height)
        return Frame(head, right + margin, heading, head_rect, across, stage_places, stage_rect, steps, step_rect)

    def _label_x(self, *, grouped: bool) -> float:
        space = self._composer.style.space
        return space["page-margin"] + (space["group"] if grouped else 0.0)

    def _stacked(self, subject: Subject, frame: Frame) -> Layout:
        space = self._composer.style.space
        margin, inner = space["page-margin"], frame.width - 2 * space["page-margin"]
        found, rows = self._numbered_rows(subject, frame)
        bottom = rows[-1].y + rows[-1].height if rows else frame.top
        foot = self._footed(subject, frame, found)
        if subject.stretch.seams:
            foot = foot_aside(foot, [seam - margin for seam in subject.stretch.seams], self._composer)
        foot_rect = Rect(margin, bottom + (space["foot-gap"] if foot.height else 0.0), inner, foot.height)
        layout = Layout(
            map=subject.journey,
            width=frame.width,
            height=foot_rect.bottom + margin,
            columns=frame.columns,
            rows=rows,
            head=frame.head_rect,
            stages=frame.stage_rect,
            steps=frame.step_rect,
            labels=Rect(margin, frame.top, frame.stage_rect.x - margin, bottom - frame.top),
            foot=foot_rect,
            heading=frame.heading,
            stage_places=frame.stages,
            step_places=frame.steps,
            groups=_group_places(rows, subject.groups, margin),
            numbers=found,
            cell_space=self._cell_space,
            footing=foot,
            repeats=copies(rows, strips(frame.columns, subject.spans, self._composer.style), self._composer.style),
        )
        return replace(layout, links=Links(self._links, subject.journey.links, layout))

    def _footed(self, subject: Subject, frame: Frame, found: dict[str, int]) -> Foot:
        """The foot, made again only when something that it speaks of is other; it reads every card for its legend."""
        project, journey, note = subject.project, subject.journey, subject.note
        composer, margin = self._composer, self._composer.style.space["page-margin"]
        inner, label_width = frame.width - 2 * margin, frame.stage_rect.x - margin
        signs = [self._rows.signs(lane) for lane in subject.lanes]
        facts = (journey.status, journey.version, journey.date, journey.owner, journey.review)
        beside = self._neighbour.name(project, journey)
        slack = min(inner / 2, len(subject.stretch.seams) * self._composer.style.space["column"] / 2)
        key = (journey.tasks, project.personas, facts, signs, found, inner, label_width, note, beside, slack)
        if self._foot is None or self._foot[0] != key:
            place = partial(foot_place, numbers=found, label_width=label_width, note=note, beside=beside, slack=slack)
            self._foot = (key, place(project, journey, inner, composer))
        return self._foot[1]

    def _numbered_rows(self, subject: Subject, frame: Frame) -> tuple[dict[str, int], tuple[Row, ...]]:
        """The map's numbers and its rows from the top."""
        lanes, groups = subject.lanes, subject.groups
        label_x = self._label_x(grouped=any(groups))
        wide, known = self._composer.style.space["label-width"], shows_known(subject.journey)
        grid = self._rows.grid(frame.columns, label_x, wide, known=known)
        summaries = [self._rows.summary(lane, grid) for lane in lanes]
        given = subject.numbers
        found = numbers(summaries, self._rows.answers(subject.journey.links)) if given is None else dict(given)
        found = with_tasks(found, lanes, in_order(subject.journey.tasks))
        besides = self._neighbour.beside(subject.project, subject.journey)
        rows: list[Row] = []
        least: list[float] = []
        y = frame.top
        for number, (lane, own) in enumerate(zip(lanes, summaries, strict=True)):
            group = groups[number]
            begins = group is not None and (number == 0 or groups[number - 1] is not group)
            caption = group.title if group is not None and begins else ""
            other, whose = besides.get(lane.id), subject.journey.persona
            needs = context(lane, own, found, subject.project, other, named=given is None, persona=whose)
            content = self._rows.row(lane, grid, needs, caption, frame.columns, stretch=subject.stretch.curves)
            if subject.keeping is not FRESH:
                content, needed = self._kept(content, subject.keeping, y, frame)
                least.append(needed)
            if subject.stretch.height(number):
                content = replace(content, height=content.height + subject.stretch.height(number))
            rows.append(Row(y, content))
            y += content.height
        if subject.keeping.rows:
            rows = squeezed(rows, least, frame.top + subject.keeping.bottom)
        return found, tuple(rows)

    def _kept(self, content: RowContent, keeping: Keeping, y: float, frame: Frame) -> Needing:
        space, steps = self._composer.style.space, [column.step.id for column in frame.columns]
        return kept(content, keeping, y - frame.top, steps, (space["row-pad"], space["gap"]))


def _subject(
    project: Project,
    map_id: str,
    note: str | Plate = "",
    folds: Folds = NONE,
    *,
    spans: int = 0,
    own: Mapping[str, int] | None = None,
    stretch: Stretch = USUAL,
    keeping: Keeping = FRESH,
) -> Subject:
    journey = next((each for each in project.maps if each.id == map_id), None)
    if journey is None:
        raise KeyError(map_id)
    lanes = [lane for lane in in_order(journey.lanes) if not lane.hidden]
    return Subject(project, journey, lanes, _group_of(lanes, journey.groups), note, folds, spans, own, stretch, keeping)


def _group_of(lanes: Sequence[Lane], groups: Sequence[LaneGroup]) -> list[LaneGroup | None]:
    known = {group.id: group for group in groups}
    return [known.get(lane.group) for lane in lanes]


def _group_places(rows: Sequence[Row], groups: Sequence[LaneGroup | None], x: float) -> tuple[GroupPlace, ...]:
    """A bracket for each run of neighbouring rows of one group."""
    places: list[GroupPlace] = []
    for number, (row, group) in enumerate(zip(rows, groups, strict=True)):
        if group is None:
            continue
        if number and groups[number - 1] is group:
            rect = places[-1].rect
            places[-1] = GroupPlace(group, Rect(x, rect.y, 0.0, row.y + row.height - rect.y))
        else:
            places.append(GroupPlace(group, Rect(x, row.y, 0.0, row.height)))
    return tuple(places)

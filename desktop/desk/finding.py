"""Find and replace over all maps of a project."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from desktop.desk.desk import Desk
from desktop.desk.replacing import Match, place_of, with_replaced
from desktop.desk.texts import SORTS, Passage, of_head, of_lane, of_links, of_project, of_tray
from desktop.document.base import in_order
from desktop.document.journey import JourneyMap
from desktop.document.locate import columns_of
from desktop.layout.names import counted
from desktop.layout.short import LONGEST, shortened
from desktop.scribe.seek import Manner, folded, spans
from desktop.session import Signal


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, how strictly, and in which sorts of texts."""

    query: str = ""
    manner: Manner = field(default_factory=Manner)
    sorts: frozenset[str] = frozenset(SORTS)


class Block:
    """The texts of parts of the project that are the same objects, and what was found in them last."""

    def __init__(self, made_of: tuple[object, ...], passages: Iterable[Passage]) -> None:
        self.made_of = made_of
        self._passages = list(passages)
        self._manner: Manner | None = None
        self._told: list[str] = []
        self._wanted = Wanted()
        self._found: list[Match] = []

    def find(self, wanted: Wanted, needle: str) -> list[Match]:
        """The matches of a folded needle."""
        if wanted.manner != self._manner:
            self._manner = wanted.manner
            self._told = [folded(passage.text, wanted.manner) for passage in self._passages]
        if wanted != self._wanted:
            holding = [at for at, told in enumerate(self._told) if needle in told]
            passages = (self._passages[at] for at in holding if self._passages[at].sort in wanted.sorts)
            self._found = [
                Match(passage, span) for passage in passages for span in spans(needle, passage.text, wanted.manner)
            ]
            self._wanted = wanted
        return self._found


Blocks = Mapping[tuple[str, str], Block]


class Finding:
    """Matches in reading order: each map from the top, then the project. changed(): others, or another is current.

    Texts of parts of the project that are the same objects are not gone through again for the same words.
    """

    def __init__(self, desk: Desk) -> None:
        self.changed: Signal[[]] = Signal()
        self._desk = desk
        self._wanted = Wanted()
        self._blocks: dict[tuple[str, str], Block] = {}
        self._matches: list[Match] = []
        self._at = -1

    @property
    def wanted(self) -> Wanted:
        return self._wanted

    @property
    def matches(self) -> Sequence[Match]:
        return self._matches

    @property
    def at(self) -> int:
        """The number of the current match from 0; −1 while there is none."""
        return self._at

    @property
    def current(self) -> Match | None:
        return self._matches[self._at] if 0 <= self._at < len(self._matches) else None

    def seek(self, wanted: Wanted) -> None:
        """Looks for something else; the first match at or behind where one stands is current."""
        current = self.current
        self._wanted = wanted
        self._look()
        there = place_of(current.passage) if current else None
        near = (at for at, match in enumerate(self._matches) if place_of(match.passage) == there)
        self._at = next(near, self._first_here())
        self.changed.emit()

    def refresh(self) -> None:
        """Looks again in what has changed."""
        current, before = self.current, self._at
        self._look()
        self._at = self._again(current, before)
        self.changed.emit()

    def go(self, by: int) -> None:
        """The next match (1) or the one before (−1), round the ends."""
        if self._matches:
            self._at = (max(self._at, 0 if by < 0 else -1) + by) % len(self._matches)
            self.changed.emit()

    def choose(self, at: int) -> None:
        """The match with this number."""
        if 0 <= at < len(self._matches):
            self._at = at
            self.changed.emit()

    def replace_one(self, by: str) -> bool:
        """Replaces the current match, and the next one is current; whether it could."""
        current = self.current
        if current is None:
            return False
        if current.passage.locked:
            self._desk.said.emit(self._desk.words("find.is_locked"))
            return False
        after = current.span[0] + len(by)
        done = self._replace([current], by)
        if done:
            self._at = self._behind(current.passage, after)
            self.changed.emit()
        return done

    def replace_all(self, by: str) -> bool:
        """Replaces all matches but those in locked lanes, as one undo step; whether there were any."""
        return self._replace(self._matches, by)

    def _replace(self, matches: Sequence[Match], by: str) -> bool:
        desk, words = self._desk, self._desk.words
        free = [match for match in matches if not match.passage.locked]
        project, refused = with_replaced(desk.project, free, by, desk.new_id)
        count, locked = len(free) - refused, len(matches) - len(free)
        form, text = words("edit.replace_one" if count == 1 else "edit.replace"), shortened(self._wanted.query, LONGEST)
        done = count > 0 and desk.edit(form.format(count=count, text=text), project)
        said = [counted(words, "find.replaced_one", "find.replaced", count)] if count and len(matches) > 1 else []
        said += [counted(words, "find.locked_one", "find.locked", locked)] if locked else []
        said += [counted(words, "find.refused_one", "find.refused", refused)] if refused else []
        if said:
            desk.said.emit(" ".join(said))
        return done

    def _all(self) -> Iterator[Block]:
        before, self._blocks = self._blocks, {}
        project = self._desk.project
        made_of = project.title, project.personas, project.goals, project.metrics
        for journey in in_order(project.maps):
            yield from self._of_map(journey, before)
        yield self._block(before, ("", ""), made_of, partial(of_project, project))

    def _of_map(self, journey: JourneyMap, before: Blocks) -> Iterator[Block]:
        one, columns = journey.id, columns_of(journey).index
        head = tuple(getattr(journey, name) for name in HEAD)
        yield self._block(before, (one, "head"), head, partial(of_head, journey))
        for lane in in_order(journey.lanes):
            yield self._block(before, (one, lane.id), (lane, journey.stages), partial(of_lane, one, lane, columns))
        yield self._block(before, (one, "links"), (journey.links,), partial(of_links, one, journey.links))
        yield self._block(before, (one, "tray"), (journey.inbox, journey.parking), partial(of_tray, journey))

    def _block(
        self,
        before: Blocks,
        key: tuple[str, str],
        made_of: tuple[object, ...],
        passages: Callable[[], Iterable[Passage]],
    ) -> Block:
        known = before.get(key)
        if known is None or any(a is not b for a, b in zip(known.made_of, made_of, strict=True)):
            known = Block(made_of, passages())
        self._blocks[key] = known
        return known

    def _look(self) -> None:
        needle = folded(self._wanted.query, self._wanted.manner)
        blocks = self._all() if needle else ()
        self._matches = [match for block in blocks for match in block.find(self._wanted, needle)]

    def _again(self, current: Match | None, before: int) -> int:
        """The number of the current match, of the one in its place where it is gone, else of the first here."""
        if not self._matches:
            return -1
        if current is None:
            return self._first_here()
        name = _name(current)
        same = (at for at, match in enumerate(self._matches) if _name(match) == name)
        return next(same, min(max(before, 0), len(self._matches) - 1))

    def _first_here(self) -> int:
        here = self._desk.map_id
        first = (at for at, match in enumerate(self._matches) if match.passage.map_id == here)
        return next(first, 0 if self._matches else -1)

    def _behind(self, passage: Passage, after: int) -> int:
        """The first match of a text at or behind a place in it, else the one that follows that text."""
        if not self._matches:
            return -1
        name = place_of(passage)
        there = [at for at, match in enumerate(self._matches) if place_of(match.passage) == name]
        behind = (at for at in there if self._matches[at].span[0] >= after)
        following = (there[-1] + 1 if there else max(self._at, 0)) % len(self._matches)
        return next(behind, following)


HEAD = ("title", "subtitle", "owner", "scenario", "expectations", "stages", "groups", "tasks", "lanes")
"""The fields of a map from which the texts of its head come."""


def _name(match: Match) -> tuple[object, ...]:
    return place_of(match.passage), match.span

"""Every edit of desktop.document.edits with arguments drawn at random from a project, for fuzzing.

A verb is called as `VERBS[name](project, Draw(random, project, ids))`; it returns the new project or raises EditError.
Now and then an argument is wrong on purpose.
"""

from collections.abc import Callable, Iterable
from random import Random
from typing import Any

from desktop.document.base import IdSource, in_order
from desktop.document.cards import Evidence, Measure, Pain, Promise
from desktop.document.edits import (
    cards,
    editions,
    facts,
    inbox,
    lanes,
    links,
    maps,
    markers,
    people,
    snapshots,
    stages,
    steps,
    views,
)
from desktop.document.locate import cards_of, columns_of
from desktop.document.project import Project

MODULES = (cards, editions, facts, inbox, lanes, links, maps, markers, people, snapshots, stages, steps, views)
LANE_KINDS = ("actions", "pains", "actions", "notes", "emotions", "visibility")
TITLES = ("", "Wait", "Pay – “now”", "日本", "عربي", "a" * 90)


class Draw:
    """Arguments for one edit of one map of a project, the same for the same random source."""

    def __init__(self, random: Random, project: Project, ids: IdSource) -> None:
        self.random = random
        self.project = project
        self.ids = ids
        self.map = random.choice(project.maps)

    @property
    def here(self) -> tuple[Project, str]:
        return self.project, self.map.id

    def one(self, things: Iterable[Any]) -> str:
        """An id of one of these, seldom one that is not there."""
        row = [thing if isinstance(thing, str) else thing.id for thing in things]
        return self.random.choice(row) if row and self.random.random() < 0.98 else "nowhere"

    def maybe(self, things: Iterable[Any]) -> str:
        return self.one(things) if self.random.random() < 0.7 else ""

    def some(self, things: Iterable[Any]) -> list[str]:
        row = [thing.id for thing in things]
        return self.random.sample(row, min(len(row), self.random.choice((1, 1, 2, 3))))

    def title(self) -> str:
        return self.random.choice(TITLES)

    def text(self) -> str:
        return f"text {self.random.randrange(99)}"

    def flag(self) -> bool:
        return self.random.random() < 0.5

    def value(self) -> float:
        return self.random.randint(-21, 21) / 10

    def width(self) -> float:
        return self.random.choice((0.5, 1.0, 1.5, 0.0))

    def keep(self) -> IdSource | None:
        return self.ids if self.random.random() < 0.7 else None

    def kind(self) -> str:
        return self.random.choice(("action", "touchpoint", "pain", "quote", "homemade"))

    def persona(self) -> str:
        return self.maybe(self.project.personas)

    def card(self) -> str:
        return self.one(cards_of(self.map))

    def several(self) -> list[str]:
        return self.some(cards_of(self.map))

    def stage(self) -> str:
        return self.one(self.map.stages)

    def step(self) -> str:
        return self.one(columns_of(self.map).steps)

    def lane(self) -> str:
        return self.one(self.map.lanes)

    def neighbours(self, row: list[str]) -> tuple[str, str]:
        at = self.random.randrange(max(len(row) - 1, 1))
        return row[at], row[min(at + 1, len(row) - 1)]

    def marker(self) -> str:
        return self.one(marker for lane in self.map.lanes for marker in lane.markers)

    def mood(self) -> str:
        return self.one(lane for lane in self.map.lanes if lane.kind == "emotions")

    def spot(self) -> cards.Spot:
        """Mostly in a lane that takes cards, at times beside one of its cards."""
        fit = [lane for lane in self.map.lanes if not lane.locked and lane.kind not in ("emotions", "visibility")]
        lane = self.random.choice(fit if fit and self.random.random() < 0.9 else self.map.lanes or (None,))
        if lane is None:
            return cards.Spot("nowhere", self.step())
        near = self.one(lane.cards) if lane.cards and self.flag() else ""
        return cards.Spot(lane.id, self.step(), near, "") if self.flag() else cards.Spot(lane.id, self.step(), "", near)


Verb = Callable[[Project, Draw], Project]


def _neighbour_stages(draw: Draw) -> tuple[str, str]:
    return draw.neighbours([stage.id for stage in in_order(draw.map.stages)])


def _neighbour_steps(draw: Draw) -> tuple[str, str]:
    return draw.neighbours(list(columns_of(draw.map).steps))


def _facets(draw: Draw) -> dict[str, Any]:
    return draw.random.choice((
        {"text": draw.text()},
        {"details": draw.title(), "tags": ("a", "b")},
        {"persona": draw.persona()},
        {"evidence": Evidence(state="research", people=3)},
        {"pain": Pain(severity=4), "promise": Promise(impact=2)},
        {"measure": Measure(metric=draw.maybe(draw.project.metrics), value=4.5)},
        {"starred": draw.flag(), "votes": 3},
    ))  # fmt: skip


VERBS: dict[str, Verb] = {
    "add_card": lambda p, d: cards.add_card(*d.here, d.spot(), d.kind(), new_id=d.ids, **_facets(d) | {"text": "new"}),
    "add_cards": lambda p, d: cards.add_cards(*d.here, d.spot(), d.kind(), ("one", "two"), new_id=d.ids),
    "edit_cards": lambda p, d: cards.edit_cards(*d.here, d.several(), **_facets(d)),
    "convert_cards": lambda p, d: cards.convert_cards(*d.here, d.several(), d.kind()),
    "span_card": lambda p, d: cards.span_card(*d.here, d.card(), d.step(), d.step()),
    "move_cards": lambda p, d: cards.move_cards(*d.here, d.several(), d.spot()),
    "copy_cards": lambda p, d: cards.copy_cards(*d.here, d.several(), d.spot(), new_id=d.ids),
    "remove_cards": lambda p, d: cards.remove_cards(*d.here, d.several()),
    "add_edition": lambda p, d: editions.add_edition(p, d.title(), new_id=d.ids, map_id=d.maybe(p.maps)),
    "set_edition": lambda p, d: editions.set_edition(p, d.one(p.editions), {"paper": d.text(), "bleed": d.width()}),
    "pin_edition": lambda p, d: editions.pin_edition(p, d.one(p.editions), {"cards": [d.value()]}),
    "rename_edition": lambda p, d: editions.rename_edition(p, d.one(p.editions), d.title()),
    "assign_edition": lambda p, d: editions.assign_edition(p, d.one(p.editions), d.maybe(p.maps)),
    "move_edition": lambda p, d: editions.move_edition(p, d.one(p.editions), d.maybe(p.editions)),
    "remove_edition": lambda p, d: editions.remove_edition(p, d.one(p.editions)),
    "edit_project": lambda p, d: facts.edit_project(p, title=d.title()),
    "edit_map": lambda p, d: facts.edit_map(
        *d.here, scenario=d.title(), persona=d.persona(), goals=tuple(d.some(p.goals))
    ),
    "add_task": lambda p, d: facts.add_task(
        *d.here, d.text(), new_id=d.ids, before=d.maybe(d.map.tasks), answers=d.card()
    ),
    "edit_task": lambda p, d: facts.edit_task(*d.here, d.one(d.map.tasks), done=d.flag()),
    "move_task": lambda p, d: facts.move_task(*d.here, d.one(d.map.tasks), d.maybe(d.map.tasks)),
    "remove_task": lambda p, d: facts.remove_task(*d.here, d.one(d.map.tasks)),
    "add_to_inbox": lambda p, d: inbox.add_to_inbox(*d.here, d.title(), d.kind(), ("one", "two"), new_id=d.ids),
    "add_notes": lambda p, d: inbox.add_notes(*d.here, ("one", "two"), new_id=d.ids, cluster_id=d.maybe(d.map.inbox)),
    "regroup": lambda p, d: inbox.regroup(*d.here, d.several(), d.maybe(d.map.inbox), new_id=d.ids),
    "unpark": lambda p, d: inbox.unpark(*d.here, d.some(d.map.parking), new_id=d.ids),
    "merge_clusters": lambda p, d: inbox.merge_clusters(*d.here, d.one(d.map.inbox), d.one(d.map.inbox)),
    "place_cards": lambda p, d: inbox.place_cards(*d.here, d.several(), d.spot()),
    "send_to_inbox": lambda p, d: inbox.send_to_inbox(*d.here, d.several(), d.title(), new_id=d.ids),
    "park_cards": lambda p, d: inbox.park_cards(*d.here, d.several()),
    "edit_cluster": lambda p, d: inbox.edit_cluster(*d.here, d.one(d.map.inbox), d.title()),
    "move_cluster": lambda p, d: inbox.move_cluster(*d.here, d.one(d.map.inbox), d.maybe(d.map.inbox)),
    "place_cluster": lambda p, d: inbox.place_cluster(*d.here, d.one(d.map.inbox), d.spot()),
    "remove_cluster": lambda p, d: inbox.remove_cluster(*d.here, d.one(d.map.inbox)),
    "add_lane": lambda p, d: lanes.add_lane(
        *d.here, d.random.choice(LANE_KINDS), d.title(), new_id=d.ids, before=d.maybe(d.map.lanes)
    ),
    "rename_lane": lambda p, d: lanes.rename_lane(*d.here, d.lane(), d.title()),
    "edit_lane": lambda p, d: lanes.edit_lane(*d.here, d.lane(), kind=d.random.choice(LANE_KINDS), empty="–"),
    "hide_lane": lambda p, d: lanes.hide_lane(*d.here, d.lane(), d.flag()),
    "lock_lane": lambda p, d: lanes.lock_lane(*d.here, d.lane(), d.random.random() < 0.1),
    "set_lane_height": lambda p, d: lanes.set_lane_height(*d.here, d.lane(), d.width()),
    "move_lane": lambda p, d: lanes.move_lane(*d.here, d.lane(), d.maybe(d.map.lanes)),
    "move_group": lambda p, d: lanes.move_group(*d.here, d.one(d.map.groups), d.maybe(d.map.lanes)),
    "group_lanes": lambda p, d: lanes.group_lanes(*d.here, d.some(d.map.lanes), d.title(), new_id=d.ids),
    "ungroup_lanes": lambda p, d: lanes.ungroup_lanes(*d.here, d.one(d.map.groups)),
    "edit_group": lambda p, d: lanes.edit_group(*d.here, d.one(d.map.groups), title=d.title(), folded=d.flag()),
    "remove_lane": lambda p, d: lanes.remove_lane(*d.here, d.lane(), new_id=d.keep()),
    "add_link": lambda p, d: links.add_link(*d.here, "answers", d.card(), d.card(), new_id=d.ids, label=d.title()),
    "edit_link": lambda p, d: links.edit_link(*d.here, d.one(d.map.links), label=d.title()),
    "turn_link": lambda p, d: links.turn_link(*d.here, d.one(d.map.links)),
    "remove_links": lambda p, d: links.remove_links(*d.here, d.some(d.map.links)),
    "add_map": lambda p, d: maps.add_map(p, d.title(), new_id=d.ids, before=d.maybe(p.maps)),
    "rename_map": lambda p, d: maps.rename_map(*d.here, d.title()),
    "move_map": lambda p, d: maps.move_map(*d.here, d.maybe(p.maps)),
    "duplicate_map": lambda p, d: maps.duplicate_map(*d.here, d.title(), new_id=d.ids, status="ideal"),
    "remove_map": lambda p, d: maps.remove_map(*d.here),
    "place_marker": lambda p, d: markers.place_marker(
        *d.here, d.mood(), d.step(), persona=d.persona(), value=d.value(), new_id=d.ids
    ),
    "move_marker": lambda p, d: markers.move_marker(*d.here, d.marker(), d.step(), d.value()),
    "edit_marker": lambda p, d: markers.edit_marker(*d.here, d.marker(), persona=d.persona()),
    "label_marker": lambda p, d: markers.label_marker(*d.here, d.marker(), d.title()),
    "star_marker": lambda p, d: markers.star_marker(*d.here, d.marker(), d.flag()),
    "remove_markers": lambda p, d: markers.remove_markers(*d.here, [d.marker()]),
    "add_persona": lambda p, d: people.add_persona(p, d.title(), new_id=d.ids, before=d.maybe(p.personas)),
    "edit_persona": lambda p, d: people.edit_persona(p, d.one(p.personas), quote=d.title(), needs=("rest",)),
    "move_persona": lambda p, d: people.move_persona(p, d.one(p.personas), d.maybe(p.personas)),
    "remove_persona": lambda p, d: people.remove_persona(p, d.one(p.personas)),
    "add_goal": lambda p, d: people.add_goal(p, d.title(), new_id=d.ids, metric=d.maybe(p.metrics)),
    "edit_goal": lambda p, d: people.edit_goal(p, d.one(p.goals), target=d.value()),
    "move_goal": lambda p, d: people.move_goal(p, d.one(p.goals), d.maybe(p.goals)),
    "remove_goal": lambda p, d: people.remove_goal(p, d.one(p.goals)),
    "add_metric": lambda p, d: people.add_metric(p, d.title(), new_id=d.ids, unit="%"),
    "edit_metric": lambda p, d: people.edit_metric(p, d.one(p.metrics), baseline=d.value()),
    "move_metric": lambda p, d: people.move_metric(p, d.one(p.metrics), d.maybe(p.metrics)),
    "remove_metric": lambda p, d: people.remove_metric(p, d.one(p.metrics)),
    "add_stage": lambda p, d: stages.add_stage(*d.here, d.title(), new_id=d.ids, before=d.maybe(d.map.stages)),
    "rename_stage": lambda p, d: stages.rename_stage(*d.here, d.stage(), d.title()),
    "move_stage": lambda p, d: stages.move_stage(*d.here, d.stage(), d.maybe(d.map.stages)),
    "split_stage": lambda p, d: stages.split_stage(*d.here, d.step(), d.title(), new_id=d.ids),
    "merge_stages": lambda p, d: stages.merge_stages(*d.here, *_neighbour_stages(d)),
    "remove_stage": lambda p, d: stages.remove_stage(*d.here, d.stage(), new_id=d.keep()),
    "add_step": lambda p, d: steps.add_step(*d.here, d.stage(), d.title(), new_id=d.ids),
    "rename_step": lambda p, d: steps.rename_step(*d.here, d.step(), d.title()),
    "set_step_width": lambda p, d: steps.set_step_width(*d.here, d.step(), d.width()),
    "move_step": lambda p, d: steps.move_step(*d.here, d.step(), d.stage()),
    "split_step": lambda p, d: steps.split_step(*d.here, d.step(), d.title(), new_id=d.ids),
    "merge_steps": lambda p, d: steps.merge_steps(*d.here, *_neighbour_steps(d)),
    "remove_step": lambda p, d: steps.remove_step(*d.here, d.step(), new_id=d.keep()),
    "add_view": lambda p, d: views.add_view(
        *d.here, d.title(), new_id=d.ids, lanes=[d.lane()], stages=[d.stage()], before=d.maybe(d.map.views)
    ),
    "edit_view": lambda p, d: views.edit_view(
        *d.here, d.one(d.map.views), personas=[d.one(p.personas)], tags=("b", "a"), leave_out=d.flag()
    ),
    "rename_view": lambda p, d: views.rename_view(*d.here, d.one(d.map.views), d.title()),
    "move_view": lambda p, d: views.move_view(*d.here, d.one(d.map.views), d.maybe(d.map.views)),
    "remove_view": lambda p, d: views.remove_view(*d.here, d.one(d.map.views)),
    "take_snapshot": lambda p, d: snapshots.take_snapshot(*d.here, d.title(), "2025-03-01", new_id=d.ids),
    "rename_snapshot": lambda p, d: snapshots.rename_snapshot(*d.here, d.one(d.map.snapshots), d.title()),
    "remove_snapshot": lambda p, d: snapshots.remove_snapshot(*d.here, d.one(d.map.snapshots)),
    "restored": lambda p, d: snapshots.restored(*d.here, d.one(d.map.snapshots)),
}

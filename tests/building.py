"""The first two stages of the restaurant sample, with a storyboard, a card over two steps and an arrow forward:
what two people build in a window, one by mouse and one by keyboard, and how it is compared, ids aside."""

from dataclasses import dataclass, field

from desktop.desk.pictures import Pictures
from desktop.document.base import in_order
from desktop.document.edits.cards import Spot, remove_cards, span_card
from desktop.document.edits.lanes import add_lane
from desktop.document.edits.links import add_link
from desktop.document.edits.stages import remove_stage
from desktop.document.keyed import find
from desktop.document.locate import columns_of, steps_in_order
from pictures import png, ready

STAGES = ("Discover", "Decide")
STORYBOARD = ("#26356A", "#CF3F66")
"""The colours of its two pictures, on the first two steps."""

WIDE = "Searches the name on her phone"
FORWARD = ("Searches the name on her phone", "Reads the menu and three reviews")
OWN = {"id", "rank", "first", "last", "persona", "origin", "metric"}
"""Fields that hold ids, or places among others; what they mean is compared in words."""


@dataclass
class Plan:
    """What to build, in the order in which it is built."""

    title: str
    personas: tuple[str, ...]
    stages: list[tuple[str, list[str]]]
    lanes: list[dict[str, str]]
    cards: list[dict[str, object]] = field(default_factory=list)
    markers: list[dict[str, object]] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def line(self):
        """The stages as they are typed on the start page."""
        return "; ".join(f"{title}: {', '.join(steps)}" for title, steps in self.stages)


def part_of(opened, new_id, *, every_card=True):
    """The sample's first two stages as a project, with what the sample lacks added to it. Without `every_card` a lane
    keeps one of each kind, and those that are needed for what is added.
    """
    project, map_id = opened.project, opened.project.maps[0].id
    for stage in opened.project.maps[0].stages:
        if stage.title not in STAGES:
            project = remove_stage(project, map_id, stage.id, new_id=None)
    if not every_card:
        project = remove_cards(project, map_id, set(_more_of_a_kind(project.maps[0])))
    first = in_order(project.maps[0].lanes)[0].id
    project = add_lane(project, map_id, "images", "Storyboard", new_id=new_id, before=first)
    steps = columns_of(project.maps[0]).steps
    wide = card(project.maps[0], WIDE)
    project = span_card(project, map_id, wide.id, steps[1], steps[2])
    source, target = (card(project.maps[0], text).id for text in FORWARD)
    return add_link(project, map_id, "leads", source, target, new_id=new_id)


def _more_of_a_kind(journey):
    """The cards that are not the first of their kind in their lane."""
    needed = {card(journey, words).id for words in (WIDE, *FORWARD)}
    for lane in journey.lanes:
        kinds = {one.kind for one in lane.cards if one.id in needed}
        for one in in_order(lane.cards):
            if one.id not in needed and one.kind in kinds:
                yield one.id
            kinds.add(one.kind)


def plan_of(project):
    """What there is to build."""
    journey = project.maps[0]
    lanes = in_order(journey.lanes)
    return Plan(
        title=journey.title,
        personas=tuple(persona.name for persona in in_order(project.personas)),
        stages=[(stage.title, [step.title for step in in_order(stage.steps)]) for stage in in_order(journey.stages)],
        lanes=[{"kind": lane.kind, "title": lane.title, "subtitle": lane.subtitle} for lane in lanes],
        cards=list(_cards(journey)),
        markers=sorted(_markers(project), key=lambda marker: (marker["column"], marker["persona"])),
        links=sorted((link.kind, text(journey, link.source), text(journey, link.target)) for link in journey.links),
    )


def normal(project, pictures=True):
    """The plan that a project is, as plain values that can be compared; what its head and people say is left out."""
    plan = plan_of(project)
    shown = [one["picture"]["asset"] for one in plan.cards if "picture" in one] if pictures else []
    return plan.stages, plan.lanes, plan.cards, plan.markers, plan.links, shown


def _cards(journey):
    columns = columns_of(journey)
    for lane in in_order(journey.lanes):
        for each in sorted(lane.cards, key=lambda one: (columns.index[one.first], one.rank, one.id)):
            said = each.model_dump(mode="json", exclude=OWN, exclude_defaults=True)
            if "measure" in said:
                said["measure"].pop("metric", None)  # no project of somebody else's has this metric
            span = columns.span(each)
            facts = {name: value for name, value in said.items() if value != {}}
            yield {"lane": lane.title, "column": span[0], "steps": len(span), **facts}


def _markers(project):
    journey = project.maps[0]
    columns = columns_of(journey)
    for lane in journey.lanes:
        for marker in lane.markers:
            persona = find(project.personas, marker.persona)
            said = marker.model_dump(mode="json", exclude=OWN | {"step"}, exclude_defaults=True)
            yield {"persona": persona.name if persona else "", "column": columns.index[marker.step], **said}


def card(journey, words):
    """The card with these words, or that begins with them."""
    found = [each for lane in journey.lanes for each in lane.cards if each.text == words]
    return found[0] if found else next(c for lane in journey.lanes for c in lane.cards if c.text.startswith(words))


def text(journey, one):
    """The words of the card with this id."""
    return next(each.text for lane in journey.lanes for each in lane.cards if each.id == one)


def with_storyboard(desk):
    """Puts the storyboard's pictures into a desk's map, as the plan wants them."""
    lane = next(lane for lane in desk.journey.lanes if lane.kind == "images")
    Pictures(desk).add(
        [ready(colour=colour) for colour in STORYBOARD], Spot(lane.id, columns_of(desk.journey).steps[0])
    )


def picture_files(folder):
    """The storyboard's pictures as files."""
    paths = [folder / f"{number}.png" for number in range(len(STORYBOARD))]
    for path, colour in zip(paths, STORYBOARD, strict=True):
        path.write_bytes(png(colour=colour))
    return paths


def step_titles(journey):
    """From left to right."""
    return [step.title for step in steps_in_order(journey)]

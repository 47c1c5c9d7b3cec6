"""Segments of customers: told of, called otherwise everywhere at once, put together, forgotten."""

from typing import Any

from desktop.document.base import IdSource
from desktop.document.cards import Card
from desktop.document.edits.parts import added, alter_cards, edited, facts, made, reordered, the
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap
from desktop.document.keyed import drop, find, put, swap
from desktop.document.project import Project, Segment
from desktop.document.segments import answered, listed


def add_segment(project: Project, name: str, *, new_id: IdSource, before: str = "", **fields: Any) -> Project:
    """A segment before another or at the end. A name that is there already gets a number behind it."""
    taken = {segment.name for segment in listed(project)}
    number = 1
    free = name
    while free in taken:
        number += 1
        free = f"{name} {number}"
    segment = facts(made(Segment, id=new_id(), name=free), fields)
    return edited(project, segments=added(project.segments, segment, before))


def edit_segment(project: Project, segment_id: str, **fields: Any) -> Project:
    """Its facts; with another `name` it is called so by everybody who names it. What only was named is told of from
    now on. Refuses a name that another segment has, and none at all."""
    project = told_of(project, segment_id)
    segment = the(project.segments, segment_id)
    name = fields.get("name", segment.name)
    if name == segment.name:
        return edited(project, segments=put(project.segments, facts(segment, fields)))
    if not name:
        raise EditError("field.refused", field="name", reason="empty")
    if any(other.name == name and other.id != segment_id for other in listed(project)):
        raise EditError("segment.taken", name=name)
    fields.setdefault("tables", _words(project, segment, name))
    named = _called(project, segment.name, name)
    return edited(named, segments=put(named.segments, facts(segment, fields)))


def merge_segments(project: Project, segment_id: str, other_id: str) -> Project:
    """One segment becomes a part of another one: who named it names the other."""
    project = told_of(told_of(project, segment_id), other_id)
    one, other = the(project.segments, segment_id), the(project.segments, other_id)
    if one is other:
        return project
    words = [*other.tables, *(word for word in _words(project, one, other.name) if word not in other.tables)]
    whole = edited(other, tables=tuple(words), note="\n".join(filter(None, (other.note, one.note))))
    kept = put(drop(project.segments, {one.id}), whole)
    return edited(_called(project, one.name, other.name), segments=kept)


def move_segment(project: Project, segment_id: str, before: str = "") -> Project:
    """Before another segment or to the end."""
    project = told_of(told_of(project, segment_id), before) if before else told_of(project, segment_id)
    return edited(project, segments=reordered(project.segments, (segment_id,), before))


def remove_segment(project: Project, segment_id: str) -> Project:
    """Without a segment: personas and tactics no longer name it, answers keep what their table said."""
    project = told_of(project, segment_id)
    segment = the(project.segments, segment_id)
    return edited(_called(project, segment.name, ""), segments=drop(project.segments, {segment_id}))


def told_of(project: Project, segment_id: str) -> Project:
    """The project with this segment among those that it tells of, at the end where it was only named."""
    if find(project.segments, segment_id):
        return project
    named = next((segment for segment in listed(project) if segment.id == segment_id), None)
    if named is None:
        raise EditError("missing", id=segment_id)
    return edited(project, segments=added(project.segments, named, ""))


def _words(project: Project, segment: Segment, name: str) -> tuple[str, ...]:
    """What tables call it once it is called otherwise; its old name among that, where answers have it."""
    own = (segment.name,) if segment.name in answered(project) and segment.name not in segment.tables else ()
    return tuple(word for word in (*segment.tables, *own) if word != name)


def _called(project: Project, old: str, new: str) -> Project:
    """With another name, "" for none, where personas, tactics and views have the old one."""
    people = (edited(persona, segment=new) for persona in project.personas if persona.segment == old)
    maps = swap(project.maps, (_called_on(map_, old, new) for map_ in project.maps))
    return edited(project, personas=put(project.personas, *people), maps=maps)


def _called_on(map_: JourneyMap, old: str, new: str) -> JourneyMap:
    def alter(cards: tuple[Card, ...]) -> tuple[Card, ...]:
        meant = (card for card in cards if card.tactic and card.tactic.segment == old)
        return put(cards, *(edited(card, tactic=edited(card.tactic, segment=new)) for card in meant if card.tactic))

    views = (view for view in map_.views if old in view.segments)
    renamed = (edited(view, segments=tuple(sorted({*view.segments} - {old} | ({new} - {""})))) for view in views)
    return edited(alter_cards(map_, alter), views=put(map_.views, *renamed))

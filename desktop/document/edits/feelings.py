"""Many feelings at once: the markers of one persona in one lane, each with how it was computed."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.document.base import IdSource
from desktop.document.cards import Computed, Evidence, Marker
from desktop.document.edits.markers import emotion_lane, marker_at
from desktop.document.edits.parts import edited, made, the_map, with_lane
from desktop.document.edits.references import known
from desktop.document.errors import EditError
from desktop.document.keyed import put
from desktop.document.locate import columns_of
from desktop.document.project import Project


@dataclass(frozen=True, slots=True)
class Feeling:
    """A value at a step with where it comes from. Without evidence, a marker that is there keeps its own."""

    step: str
    value: float
    computed: Computed
    evidence: Evidence | None = None


def set_feelings(
    project: Project, map_id: str, lane_id: str, persona: str, feelings: Iterable[Feeling], *, new_id: IdSource
) -> Project:
    """The persona's markers at these steps, made where there are none; labels, stars and all other markers stay.

    EditError when a step is missing or the lane is locked or shows no emotions.
    """
    known(project, {"persona": persona})
    map_ = the_map(project, map_id)
    lane, columns = emotion_lane(map_, lane_id), columns_of(map_).index
    markers = []
    for each in feelings:
        if each.step not in columns:
            raise EditError("missing", id=each.step)
        there = marker_at(lane, each.step, persona)
        there = there or made(Marker, id=new_id(), step=each.step, persona=persona, value=0.0)
        evidence = each.evidence or there.evidence
        markers.append(edited(there, value=round(each.value, 1), computed=each.computed, evidence=evidence))
    return with_lane(project, map_, edited(lane, markers=put(lane.markers, *markers)))

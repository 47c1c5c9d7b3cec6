"""Whatever is wrong with a project, all repairs together make it sound, and leave alone what was."""

import random
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.document.checks import check, sound
from desktop.document.ids import Ids, ids_of
from desktop.document.keyed import is_tidy, keyed_fields
from desktop.document.locate import cards_of
from desktop.document.project import Project
from desktop.document.repair import repair_all
from effort import examples
from strategies import ASSET, projects

Draw = Callable[[st.SearchStrategy[Any]], Any]

NAMES = ("persona", "metric", "map", "group", "first", "last", "step", "source", "target", "answers", "lane")


def new_ids(project: Project) -> Ids:
    return Ids(random.Random(5).getrandbits, ids_of(project))


@st.composite
def broken(draw: Draw) -> Project:
    """A sound project in which fields of some parts were replaced by something that fits in no place."""
    project: Project = draw(projects())
    return _broken(project, draw)


def _broken(part: Any, draw: Draw) -> Any:
    updates: dict[str, Any] = {}
    for name in keyed_fields(type(part)):
        things = [_broken(thing, draw) for thing in getattr(part, name)]
        if things and draw(st.integers(0, 7)) == 0:
            things = draw(st.sampled_from((things[::-1], [*things, things[0]], things[:0])))
        updates[name] = tuple(things)
    updates |= {name: _wrong(name, draw) for name in NAMES if name in type(part).model_fields and _seldom(draw)}
    if "kind" in type(part).model_fields and _seldom(draw):
        updates["kind"] = draw(st.sampled_from(("emotions", "visibility", "emotion", "homemade", "actions")))
    if "text" in type(part).model_fields and _seldom(draw):
        updates["text"] = ""
    return part.model_copy(update=updates)


def _seldom(draw: Draw) -> bool:
    return bool(draw(st.integers(0, 9)) == 0)


def _wrong(name: str, draw: Draw) -> str:
    return str(draw(st.sampled_from(("gone", "also gone", "map0step0", "map0step1", "map0card0", "who0"))))


@examples(30)
@given(broken(), st.sampled_from(((), (ASSET,))), st.sampled_from(((), (ASSET,))))
def test_whatever_is_broken_becomes_sound(project: Project, assets: tuple[str, ...], damaged: tuple[str, ...]) -> None:
    """No card and no marker is lost by it, and there is nothing to repair a second time."""
    ids = new_ids(project)
    after, _ = repair_all(project, assets, ids, damaged=damaged)
    assert [finding for finding in check(after, assets, damaged) if finding.severity != "note"] == []
    assert is_tidy(after)
    assert _count(after) == _count(project)
    assert repair_all(after, assets, ids, damaged=damaged)[0] is after


@examples(12)
@given(projects())
def test_sound_projects_are_left_alone(project: Project) -> None:
    assert sound(check(project, (ASSET,)))
    assert repair_all(project, (ASSET,), new_ids(project)) == (project, ())
    assert repair_all(project, (ASSET,), new_ids(project))[0] is project


def _count(project: Project) -> tuple[int, int]:
    cards = sum(1 for one in project.maps for _ in cards_of(one))
    markers = sum(len(holder.markers) for one in project.maps for holder in (*one.lanes, *one.inbox))
    return cards, markers

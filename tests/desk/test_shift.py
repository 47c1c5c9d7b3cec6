"""Random moves of whatever is selected leave a sound map, and undo leads back to the beginning."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desks import desk_on, small_map
from desktop.desk.arrange import Arrange
from desktop.desk.direction import Direction
from desktop.desk.walk import Walk
from desktop.document.checks import check

THINGS = (
    *("c1", "c2", "c3", "c4", "c5", "m1", "m2", "m3"),
    *("d0", "d1", "d3", "s0", "s1", "l-actions", "l-more", "l-visibility"),
)
VERBS = {
    "move": lambda arrange, way: arrange.move(way),
    "span": lambda arrange, way: arrange.span(way),
    "duplicate": lambda arrange, _way: arrange.duplicate(),
    "remove": lambda arrange, _way: arrange.remove(),
    "nudge": lambda arrange, way: arrange.nudge(way.across / 2),
    "star": lambda arrange, _way: arrange.star(),
    "convert": lambda arrange, _way: arrange.convert("pain"),
}
MOVES = st.lists(
    st.tuples(st.sampled_from(sorted(VERBS)), st.sampled_from(Direction), st.sets(st.sampled_from(THINGS), max_size=3)),
    max_size=12,
)


@settings(max_examples=60)
@given(MOVES)
def test_whatever_is_done_the_map_is_sound_and_undo_leads_back(moves):
    desk = desk_on()
    before = desk.project
    for verb, way, ids in moves:
        desk.select(ids)
        VERBS[verb](Arrange(desk), way)
        assert check(desk.project, ()) == ()
        assert desk.target is None or desk.target.lane in {each.id for each in desk.journey.lanes}
    while desk.session.undoable:
        desk.undo()
    assert desk.project == before == small_map()


@settings(max_examples=60)
@given(MOVES, st.lists(st.sampled_from(Direction), min_size=1, max_size=20))
def test_one_can_walk_on_whatever_has_happened(moves, ways):
    desk = desk_on()
    walk = Walk(desk)
    for (verb, way, _ids), step in zip(moves, ways, strict=False):
        VERBS[verb](Arrange(desk), way)
        walk.go(step)
        assert desk.target is not None or desk.selected
    for step in ways:
        walk.go(step, extend=True)

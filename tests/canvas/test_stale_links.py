"""Which arrows make what stale."""

import pytest

from desktop.canvas.shown import Shown
from desktop.canvas.stale import END, stale_parts
from desktop.canvas.view import View
from desktop.document.cards import Comment
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.links import add_link, edit_link, remove_links
from desktop.document.journey import Link
from tests.grids import card, lane, project, with_map

LINKS = (Link(id="k1", kind="leads", source="c1", target="c3"), Link(id="k2", kind="leads", source="c5", target="c6"))


@pytest.fixture
def scene(studio):
    actions = lane(card(1), card(2, step=1), card(3, step=2))
    notes = lane(card(5, "note"), card(6, "note", step=1), kind="notes")
    return studio.scene(with_map(project(actions, notes), links=LINKS), "m")


@pytest.fixture
def stale(studio, scene):
    def after(change):
        now = studio.scene(change(scene.project, scene.map_id), scene.map_id, scene)
        return stale_parts(shown(scene), shown(now))

    return after


def shown(scene):
    return Shown(scene, View((900, 640), (scene.layout.width, scene.layout.height), 1.0))


def box(scene, one):
    return next(place.rect for place in scene.layout.links if place.link.id == one)


def test_a_removed_arrow_is_stale_where_it_ran(scene, stale):
    parts = stale(lambda p, m: remove_links(p, m, ["k1"]))
    was = box(scene, "k1")
    assert min(part.y for part in parts) <= was.y
    assert max(part.right for part in parts) >= was.right
    assert all(part.height < END for part in parts)


def test_others_are_not_stale(scene, stale):
    other = box(scene, "k2")
    assert not any(part.contains(other.x, other.y) for part in stale(lambda p, m: remove_links(p, m, ["k1"])))


def test_a_new_arrow_is_stale_where_it_runs(stale):
    assert stale(lambda p, m: add_link(p, m, "leads", "c2", "c3", new_id=lambda: "k3"))


@pytest.mark.parametrize("fields", [{"kind": "loops"}, {"label": "next"}])
def test_an_arrow_that_looks_otherwise_is_stale(stale, fields):
    assert stale(lambda p, m: edit_link(p, m, "k1", **fields))


def test_below_a_row_that_grows_arrows_make_no_parts_of_their_own(scene, stale):
    parts = stale(lambda p, m: edit_cards(p, m, ["c1"], text="word " * 60))
    floor = min(part.y for part in parts if part.bottom >= END)
    assert all(part.y < floor or part.bottom >= END for part in parts)


def test_another_text_of_an_end_leaves_its_arrow_alone(scene, stale):
    parts = stale(lambda p, m: edit_cards(p, m, ["c5"], text="Ask?"))
    far = box(scene, "k1")
    assert not any(part.contains(far.x, far.y) for part in parts)


def test_a_mark_of_comments_is_stale_above_its_card(scene, stale):
    (part,) = stale(lambda p, m: edit_cards(p, m, ["c1"], comments=(Comment(id="n1", text="so"),)))
    assert part.y < scene.hits.rect("c1").y - 5

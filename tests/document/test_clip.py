"""What is copied out of a map holds what was chosen and nothing else."""

import pytest

from desktop.document.base import in_order
from desktop.document.cards import Picture
from desktop.document.clip import clip_of
from desktop.document.edits.cards import Spot, add_card, span_card
from desktop.document.locate import columns_of


@pytest.fixture
def project(sample):
    return sample.project


def journey(project):
    return project.maps[0]


def lane(project, kind):
    return next(lane for lane in journey(project).lanes if lane.kind == kind)


def test_cards_come_with_their_cells_only(project):
    cards = lane(project, "actions").cards[:2]
    clip = clip_of(project, journey(project).id, {card.id for card in cards})
    assert clip.what == "cards"
    assert [one.cards for one in clip.journey.lanes] == [cards]


def test_nothing_chosen_is_no_clip(project):
    assert clip_of(project, journey(project).id, {"gone"}) is None


def test_a_lane_comes_whole(project):
    chosen = lane(project, "touchpoints")
    clip = clip_of(project, journey(project).id, {chosen.id})
    assert (clip.what, clip.journey.lanes) == ("lanes", (chosen,))
    assert columns_of(clip.journey) == columns_of(journey(project))


def test_a_stage_comes_with_what_stands_on_it(project):
    stage = in_order(journey(project).stages)[1]
    steps = {step.id for step in stage.steps}
    clip = clip_of(project, journey(project).id, {stage.id})
    assert (clip.what, clip.journey.stages) == ("stages", (stage,))
    assert {card.first for one in clip.journey.lanes for card in one.cards} <= steps
    assert {marker.step for one in clip.journey.lanes for marker in one.markers} <= steps


def test_a_card_that_goes_on_ends_with_the_step(project):
    steps = columns_of(journey(project)).steps
    card = next(card for card in lane(project, "actions").cards if card.first == steps[1])
    wide = span_card(project, journey(project).id, card.id, steps[0], steps[3])
    clip = clip_of(wide, journey(project).id, {steps[1], steps[2]})
    found = next(c for one in clip.journey.lanes for c in one.cards if c.id == card.id)
    assert (clip.what, found.first, found.last) == ("steps", steps[1], steps[2])


def test_links_within_come_along(project):
    link = next(link for link in journey(project).links if link.kind == "answers")
    clip = clip_of(project, journey(project).id, {link.source, link.target})
    assert clip.journey.links == (link,)
    assert not clip_of(project, journey(project).id, {link.source}).journey.links


def test_people_and_figures_that_are_named_come_along(project):
    marker = lane(project, "emotions").markers[0]
    clip = clip_of(project, journey(project).id, {marker.id})
    assert [persona.id for persona in clip.project.personas] == [marker.persona]
    card = next(c for c in lane(project, "metrics").cards if c.measure and c.measure.metric)
    assert [m.id for m in clip_of(project, journey(project).id, {card.id}).project.metrics] == [card.measure.metric]


def test_the_pictures_that_are_shown_are_named(project):
    spot = Spot(lane(project, "actions").id, columns_of(journey(project)).steps[0])
    shown = Picture(asset="a" * 64)
    more = add_card(project, journey(project).id, spot, "picture", new_id=lambda: "cnew", picture=shown)
    assert clip_of(more, journey(project).id, {"cnew"}).assets == {"a" * 64}

"""What ids name on a map."""

from desktop.document.things import Things, things


def test_a_selection_is_sorted_by_what_it_holds(sample):
    journey = sample.project.maps[0]
    lane = next(lane for lane in journey.lanes if lane.cards)
    emotions = next(lane for lane in journey.lanes if lane.markers)
    stage, link = journey.stages[0], journey.links[0]
    chosen = (lane.cards[0], emotions.markers[0], lane, stage.steps[0], stage, link)
    found = things(journey, {thing.id for thing in chosen} | {"gone"})
    expected = Things((chosen[0],), (chosen[1],), (lane,), (stage.steps[0],), (stage,), (link,))
    assert found == expected
    assert found.ids == {thing.id for thing in chosen}


def test_cards_of_the_inbox_are_not_on_the_map(sample):
    journey = sample.project.maps[0]
    assert not things(journey, {card.id for group in journey.inbox for card in group.cards}).ids


def test_nothing_is_nothing(sample):
    assert things(sample.project.maps[0], ()) == Things()

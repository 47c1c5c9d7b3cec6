"""The comparison of two maps as it is printed: what it says, and where there is nothing to compare."""

from itertools import count

import pytest

from desktop import resources
from desktop.document.base import changed
from desktop.document.cards import Marker
from desktop.document.edits.cards import Spot, add_card, edit_cards, move_cards, remove_cards
from desktop.document.edits.lanes import rename_lane
from desktop.document.edits.maps import add_map, duplicate_map, rename_map
from desktop.document.edits.markers import label_marker, move_marker
from desktop.document.edits.stages import add_stage, remove_stage
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.project import Persona
from desktop.layout.gains import told_of
from desktop.method.comparing import Gap, comparison
from desktop.method.pairing import pairing
from desktop.plan.settings import Settings
from desktop.poster.comparisonlist import compared, maps_told, summed
from desktop.poster.composing import composed
from desktop.poster.refusals import PosterError
from grids import card, lane, project

WORDS = resources.words("en")


@pytest.fixture
def current():
    felt = (
        Marker(id="f0", step="d0", value=-1.0, persona="maya"),
        Marker(id="f1", step="d1", value=1.0, persona="maya"),
    )
    lanes = (lane(card(1, text="Asks"), card(2, text="Waits")), lane(kind="emotions", markers=felt))
    return rename_map(changed(project(*lanes), personas=(Persona(id="maya", name="Maya"),)), "m", "Today")


@pytest.fixture
def both(current):
    numbers = count()
    return duplicate_map(current, "m", "Tomorrow", new_id=lambda: f"n{next(numbers)}", status="ideal")


@pytest.fixture
def ideal(both):
    return next(one.id for one in both.maps if one.origin)


@pytest.fixture
def there(both, ideal):
    return pairing(both, find(both.maps, "m"), find(both.maps, ideal)).there


def printed(whole, map_id="m", **fields):
    """The texts of the pages, figure by figure."""
    made = composed(whole, map_id, Settings(content="comparison", paper="A4", **fields)).made
    return [placed.figure for one in made for placed in one.drawing.placed]


def rows(figures):
    """By the id of the thing what its row says."""
    return {
        each.id: " ".join(shape.line.text.strip() for shape in each.shapes if hasattr(shape, "line"))
        for each in figures
        if each.role == "details"
    }


def headings(figures):
    return [each.name for each in figures if each.role == "heading"]


def test_maps_that_are_alike_have_a_chart_and_no_rows(both):
    figures = printed(both)
    assert rows(figures) == {}
    assert headings(figures) == ["From current to ideal", "Maya · no change"]


def test_it_is_the_same_whichever_map_is_printed(both, ideal):
    assert headings(printed(both)) == headings(printed(both, ideal))


def test_new_gone_changed_and_moved(both, ideal, there):
    after = edit_cards(both, ideal, [there["c1"]], text="Calls", owner="Ben")
    after = move_cards(after, ideal, [there["c1"]], Spot(there["l-actions"], there["d2"]))
    after = remove_cards(after, ideal, [there["c2"]])
    spot = Spot(there["l-actions"], there["d1"])
    after = add_card(after, ideal, spot, "action", new_id=lambda: "late", text="Sits down")
    told = rows(printed(after))
    assert told["c1"] == ("Actions · Step 0 Asks Actions · Step 0 Owner: – Calls Actions · Step 2 Owner: Ben")
    assert told["c2"] == "Actions · Step 0 Waits –"
    assert told["late"] == "Actions · Step 1 – Sits down"


def test_a_lane_that_is_called_otherwise_stands_in_no_stage(both, ideal, there):
    figures = printed(rename_lane(both, ideal, there["l-actions"], "Deeds"))
    assert rows(figures)["l-actions"] == "Lane Actions Deeds"
    assert "The map as a whole" in headings(figures)


def test_a_stage_that_has_come_or_gone_says_what_came_with_it(both, ideal, there):
    ids = iter(["s9", "d9"])
    added = rows(printed(add_stage(both, ideal, "After", new_id=lambda: next(ids))))
    assert added["s9"] == "Stage – After 1 step"
    gone = rows(printed(remove_stage(both, ideal, there["s1"], new_id=lambda: "box")))
    assert "Stage" in gone["s1"]


def test_a_feeling_is_drawn_and_told_only_where_it_is_called_otherwise(both, ideal, there):
    better = move_marker(both, ideal, there["f0"], there["d0"], 1.5)
    assert rows(printed(better)) == {}
    called = label_marker(better, ideal, there["f0"], "glad")
    assert rows(printed(called))["f0"].endswith("−1 +1.5 glad")


def test_the_chart_says_where_it_feels_better_most(both, ideal, there):
    better = move_marker(both, ideal, there["f0"], there["d0"], 1.5)
    assert "Maya · feels 1.2 better on average · most gained at Step 0: +2.5" in headings(printed(better))


def test_without_another_map_there_is_nothing_to_print(current):
    with pytest.raises(PosterError) as refused:
        printed(current)
    assert refused.value.code == "no_comparison"


def test_two_current_maps_are_called_by_their_titles(current):
    numbers = count()
    two = duplicate_map(current, "m", "Elsewhere", new_id=lambda: f"n{next(numbers)}")
    assert headings(printed(two))[0] == "From Today to Elsewhere"


def test_it_lies_unless_it_is_to_stand(both):
    lies, stands = (
        composed(both, "m", Settings(content="comparison", paper="A4", orientation=each)).made[0].drawing
        for each in ("auto", "portrait")
    )
    assert lies.width > lies.height
    assert stands.width < stands.height


def test_what_it_comes_to(both, ideal, there):
    gone = remove_cards(both, ideal, [there["c2"]])
    found = comparison(gone, find(gone.maps, "m"), find(gone.maps, ideal))
    assert summed(found, WORDS) == "1 gone · no change on average"
    alike = comparison(both, find(both.maps, "m"), find(both.maps, ideal))
    assert summed(alike, WORDS).startswith("Nothing differs.")


def test_worse_is_said_to_be_worse():
    gaps = [Gap("a", "Pay", "", 1.0, 0.0), Gap("b", "Eat", "", 0.0, 0.5)]
    assert told_of(gaps, WORDS) == "feels 0.2 worse on average · most gained at Eat: +0.5 · most lost at Pay: −1.0"


def test_feelings_of_one_map_alone_cannot_be_compared():
    assert told_of([Gap("a", "Pay", "", 1.0, None)], WORDS) == "no feelings to compare"


def test_a_map_that_is_no_kin_is_compared_when_the_one_is_ideal(current):
    other = add_map(current, "Dream", new_id=iter(["x1", "x2", "x3"]).__next__, status="ideal")
    assert headings(printed(other))[0] == "From current to ideal"


def test_it_is_held_against_the_map_that_is_asked_for(both):
    numbers = count()
    whole = duplicate_map(both, "m", "Third", new_id=lambda: f"t{next(numbers)}")
    third = next(each.id for each in whole.maps if each.title == "Third")
    made = composed(whole, "m", Settings(content="comparison", paper="A4", against=third)).made
    assert "Third" in made[0].drawing.title


@pytest.mark.parametrize("against", ["m", "gone"])
def test_held_against_itself_or_nothing_it_is_held_against_its_own(both, against):
    usual, other = (
        composed(both, "m", Settings(content="comparison", paper="A4", against=each)).made for each in ("", against)
    )
    assert usual[0].drawing.title == other[0].drawing.title


def test_the_order_that_is_chosen_is_kept(both):
    assert headings(printed(both))[0] == "From current to ideal"
    assert headings(printed(both, turned=True))[0] == "From ideal to current"


def test_what_is_gone_the_one_way_is_new_the_other_way(both, ideal):
    fewer = remove_cards(both, ideal, [find(both.maps, ideal).lanes[0].cards[0].id])
    maps = compared(fewer, fewer.maps[0], Settings(content="comparison"))
    turned = compared(fewer, fewer.maps[0], Settings(content="comparison", turned=True))
    assert turned == maps[::-1]
    assert "1 gone" in summed(comparison(fewer, *maps), WORDS)
    assert "1 new" in summed(comparison(fewer, *turned), WORDS)


@pytest.mark.parametrize(
    ("titles", "dates", "told"),
    [
        (("Visit", "Visit"), ("2026-11-22", "2026-11-22"), "Visit · 22 November 2026"),
        (("Visit", "Visit"), ("2026-11-22", "2027-01-02"), "Visit · 22 November 2026 → 2 January 2027"),
        (("Now", "Then"), ("2026-11-22", "2026-11-22"), "Now → Then · 22 November 2026"),
        (("Now", "Then"), ("2026-11-22", ""), "Now · 22 November 2026 → Then"),
        (("Now", "Then"), ("", ""), "Now → Then"),
    ],
)
def test_what_both_maps_have_in_common_is_said_once(current, titles, dates, told):
    maps = [JourneyMap(id=title, title=title, date=date) for title, date in zip(titles, dates, strict=True)]
    assert maps_told(maps, current, WORDS) == told

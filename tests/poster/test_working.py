import pytest

from desktop import resources
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.project import Project
from desktop.drawing.workwall import SLOT
from desktop.plan.page import MM
from desktop.plan.settings import Settings, Tiling
from desktop.poster.composing import composed
from desktop.poster.refusals import PosterError
from desktop.storage.reader import read
from journeys import card, journey, lane
from journeys import project as project_of

SAMPLE = read(resources.root() / "samples" / "restaurant.journey").project


def made(project, **wish):
    return composed(project, project.maps[0].id, Settings(**wish)).made


def big(steps, lanes):
    rows = tuple(Step(id=f"s{n}", rank=f"A{n:02}V") for n in range(steps))
    held = tuple(Lane(id=f"l{n}", kind="actions", rank=f"A{n:02}V") for n in range(lanes))
    return Project(id="p", maps=(JourneyMap(id="m", stages=(Stage(id="g", steps=rows),), lanes=held),))


def size(poster):
    return poster.page.width / MM, poster.page.height / MM


def test_a_slot_is_76_mm_whatever_the_paper():
    for paper in ("", "2A0", "roll-60in"):
        (poster,) = made(SAMPLE, content="working", paper=paper)
        slot = next(each for each in poster.drawing.placed if each.figure.role == "card")
        assert slot.figure.width * poster.page.scale == pytest.approx(SLOT * MM)


def test_a_wall_is_as_long_on_a_roll_as_it_needs():
    (poster,) = made(big(15, 8), content="working", paper="roll-914mm")
    width, height = size(poster)
    assert height == pytest.approx(914)
    assert 15 * SLOT < width < 1400


def test_a_high_wall_runs_along_the_roll_turned():
    (poster,) = made(big(5, 14), content="working", paper="roll-914mm")
    assert size(poster)[0] == pytest.approx(914)


def test_a_wall_stands_in_the_middle_of_a_larger_paper():
    (poster,) = made(big(4, 3), content="working", paper="A0", orientation="landscape")
    left = poster.page.x
    right = poster.page.width - left - poster.drawing.width * MM
    assert left == pytest.approx(right)
    assert poster.page.y > 0


def test_a_paper_that_is_too_small_is_refused_with_an_offer():
    with pytest.raises(PosterError, match=r"76 mm need .* A3 is too small for; choose roll-"):
        made(big(15, 10), content="working", paper="A3")


def test_what_no_roll_takes_goes_on_sheets():
    with pytest.raises(PosterError, match="fewer lanes, or spread it over sheets"):
        made(big(25, 22), content="working", paper="roll-914mm")
    whole = composed(big(25, 22), "m", Settings(content="working", tiling=Tiling("A3")))
    assert len(whole.document.sheets) > 30
    assert len(whole.plans[0].cut) < whole.plans[0].plain_cut


@pytest.mark.parametrize("paper", ["", "roll-914mm"])
def test_a_wall_that_no_page_is_long_enough_for_goes_on_sheets(paper):
    with pytest.raises(PosterError, match="no page can be longer than 5080 mm"):
        made(big(70, 2), content="working", paper=paper)
    (poster,) = made(big(70, 2), content="working", paper=paper, tiling=Tiling())
    assert size(poster)[0] > 5080


def test_only_chosen_stages_are_worked_on():
    stage = SAMPLE.maps[0].stages[0]
    (poster,) = made(SAMPLE, content="working", paper="", scope="chosen", stages=(stage.id,))
    steps = [each for each in poster.drawing.placed if each.figure.role == "step"]
    assert len(steps) == len(stage.steps)


def notes(posters):
    return [placed.figure for poster in posters for placed in poster.drawing.placed]


def test_every_card_of_a_shown_lane_is_a_note():
    posters = made(SAMPLE, content="notes", paper="A4")
    cards = {card.id for lane in SAMPLE.maps[0].lanes if not lane.hidden for card in lane.cards}
    assert {figure.id for figure in notes(posters)} == cards
    assert max(len(poster.drawing.placed) for poster in posters) == 6


def test_notes_keep_their_size_and_stay_off_each_other():
    (poster,) = made(project_of(journey(lane(*(card(f"k{n}") for n in range(4))))), content="notes", paper="A3")
    places = [(placed.x, placed.y) for placed in poster.drawing.placed]
    assert all(abs(x - u) >= SLOT or abs(y - v) >= SLOT for x, y in places for u, v in places if (x, y) != (u, v))


def test_a_roll_is_no_paper_for_notes():
    posters = made(SAMPLE, content="notes", paper="roll-914mm")
    assert sorted(size(posters[0])) == pytest.approx([210, 297])


@pytest.mark.parametrize(
    ("project", "wish", "words"),
    [
        (big(1, 1), {"paper": "A4"}, "There are no cards"),
        (SAMPLE, {"paper": "60x60mm"}, "too small for a note"),
        (SAMPLE, {"paper": "A99"}, "No paper is called"),
        (SAMPLE, {"paper": "100x100mm", "margin": (80, 80, 80, 80)}, "too small for a note"),
    ],
)
def test_notes_that_cannot_be_printed_are_refused(project, wish, words):
    with pytest.raises(PosterError, match=words):
        made(project, content="notes", **wish)

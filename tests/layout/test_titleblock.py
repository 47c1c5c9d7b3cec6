"""The title block: all that is known of a map in cells that never touch, in as few rows as the width allows."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from desktop import resources
from desktop.layout.foot import foot_place
from desktop.layout.places import Rect
from desktop.layout.titleblock import Cell, Plate, cells_of, place_block, version_text
from tests.journeys import FACTS, STYLE, WORDS, composer, emotions, full, journey, project

PLATE = Plate("cards 23 pt, comfortable to 1 m", "A0", "osteria.journey")
EM = STYLE.text
cells = st.lists(st.builds(Cell, st.text("abc ", min_size=1, max_size=9), st.text("xyz ", min_size=1, max_size=60)))


def told(plate=PLATE, **fields):
    """Caption → text."""
    map_ = journey(**{"title": "An evening", "persona": "maya", **FACTS, **fields})
    return {cell.caption: cell.text for cell in cells_of(project(map_), map_, plate, WORDS)}


def block(count=10, width=1600.0):
    return place_block([Cell(f"Caption {n}", f"Text {n}") for n in range(count)], 40.0, width, composer())


def pairs(texts):
    return list(zip(texts[::2], texts[1::2], strict=True))


def test_it_says_what_print_shops_and_walls_expect():
    assert told() == {
        "Map": "An evening",
        "Status": "Current journey",
        "Persona": "Maya",
        "Version": "v3",
        "Date": "22 November 2026",
        "Owner": "front of house",
        "Next review": "1 March 2027",
        "Type": "cards 23 pt, comfortable to 1 m",
        "Sheet": "A0",
        "File": "osteria.journey",
    }


@pytest.mark.parametrize("missing", ["title", "status", "persona", "version", "date", "owner", "review"])
def test_what_is_not_known_takes_no_cell(missing):
    assert len(told(**{missing: ""})) == 9


def test_what_the_press_does_not_know_takes_no_cell():
    assert not {"Type", "Sheet", "File"} & told(Plate()).keys()


def test_a_map_without_a_title_has_the_projects():
    map_ = journey()
    named = project(map_).model_copy(update={"title": "Osteria"})
    assert cells_of(named, map_, Plate(), WORDS)[0] == Cell("Map", "Osteria", "semibold")


def test_it_speaks_the_projects_language():
    map_ = journey(**FACTS)
    captions = [cell.caption for cell in cells_of(project(map_), map_, PLATE, resources.words("de"))]
    assert captions == ["Stand", "Fassung", "Datum", "Verantwortlich", "Nächste Prüfung", "Schrift", "Bogen", "Datei"]


@pytest.mark.parametrize(("version", "said"), [("3", "v3"), ("3b", "v3b"), ("draft", "draft"), ("", "")])
def test_a_number_is_marked_as_a_version(version, said):
    assert version_text(version, WORDS) == said


def test_a_wide_poster_has_one_row():
    assert len({caption.y for caption, _ in pairs(block())}) == 1


def test_cells_stand_no_farther_apart_than_they_must():
    (one, _), (two, _), *_ = pairs(block(3, width=10_000.0))
    assert two.x - one.x < 12 * EM


def test_a_narrow_poster_has_columns():
    found = pairs(block(10, width=30 * EM))
    rows = sorted({caption.y for caption, _ in found})
    assert len(rows) > 1
    lefts = [[caption.x for caption, _ in found if caption.y == row] for row in rows]
    assert all(row == lefts[0][: len(row)] for row in lefts)


def test_the_text_stands_under_its_caption():
    for caption, text in pairs(block()):
        assert (text.x, text.y) == (caption.x, caption.bottom)


def test_captions_are_in_capitals_and_quieter_than_what_they_stand_over():
    caption, text = pairs(block())[0]
    assert caption.text == "CAPTION 0"
    assert text.colour == STYLE.colours["ink"] != STYLE.roles[caption.role].colour


def test_it_begins_where_it_is_put():
    assert min(text.y for text in block()) == 40.0


def test_nothing_known_gives_no_block():
    assert place_block([], 0.0, 500.0, composer()) == ()


@examples(max_examples=40)
@given(cells, st.floats(80, 3000))
def test_no_two_cells_touch_and_none_leaves_the_width(listed, width):
    boxes = [
        Rect(text.x, text.y, text.width, text.height - 0.01) for text in place_block(listed, 0.0, width, composer())
    ]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    assert all(box.right <= width + 1e-6 for box in boxes)


def foot(note=PLATE, width=1600.0):
    return foot_place(project(full()), full(), width, composer(), note=note)


def test_a_print_has_the_block_in_place_of_the_line():
    assert foot().line is None
    assert foot("cards 23 pt").block == ()
    assert "osteria.journey" in {text.text for text in foot().block}


def test_the_block_ends_the_foot():
    placed = foot()
    assert placed.height == max(text.bottom for text in placed.block)
    assert max(entry.bottom for entry in placed.legend) < placed.rules[-1] < min(text.y for text in placed.block)


def test_a_block_alone_needs_no_rule():
    map_ = journey(owner="us")
    placed = foot_place(project(map_), map_, 800.0, composer(), note=Plate())
    assert placed.rules == ()
    assert min(text.y for text in placed.block) == 0.0


def test_a_map_of_which_nothing_is_known_has_no_block():
    map_ = journey(status="")
    assert foot_place(project(map_), map_, 800.0, composer(), note=Plate()).height == 0.0


@pytest.mark.parametrize(
    "map_", [full(), journey(owner="us"), journey(emotions("maya"))], ids=["full", "bare", "legend"]
)
def test_legend_and_block_stand_lower_by_what_is_left_white(map_):
    high, low = (
        foot_place(project(map_), map_, 1600.0, composer(), note=Plate("x", drop=drop)) for drop in (0.0, 90.0)
    )
    assert low.height == pytest.approx(high.height + 90.0)
    assert [text.y for text in low.block] == pytest.approx([text.y + 90.0 for text in high.block])
    assert [entry.text.y for entry in low.legend] == pytest.approx([entry.text.y + 90.0 for entry in high.legend])
    assert (low.tasks, low.drop) == (high.tasks, 90.0)


def test_a_text_that_runs_to_the_left_stands_under_its_caption():
    caption, text = place_block([Cell("Owner of this map", "מאיה")], 0.0, 900.0, composer())
    (x, _, _), *_ = composer().lines(text)
    assert x == pytest.approx(caption.x)

"""The assembly map: names on the poster in small, facts, four steps, and a ruler; nothing overlaps."""

from itertools import combinations

import pytest

from desktop import resources
from desktop.drawing.assembly import Assembly, AssemblyPen, Cell, Fact
from desktop.drawing.lettering import Lettering
from desktop.drawing.shapes import Glyphs, Path
from desktop.layout.places import Rect
from tests.sheeting import bounds, figures, within, words

A4_LYING, A4_STANDING, A3 = (297.0, 210.0), (210.0, 297.0), (420.0, 297.0)
FACTS = tuple(
    Fact(name, "100 × 200 mm", "3 across") for name in ("Sheets", "Paper", "Size", "Overlap", "Glue on", "Cut")
)
STEPS = (
    "Print all sheets at 100 %.",
    "Cut them along the dashed lines.",
    "Put glue on the grey strips.",
    "Begin with A1.",
)


def grid(across, down, poster, blank=()):
    wide, high = poster[0] / across, poster[1] / down
    return tuple(
        Cell(
            f"{chr(65 + column)}{row + 1}",
            Rect(column * wide, row * high, wide, high),
            f"{chr(65 + column)}{row + 1}" in blank,
        )
        for row in range(down)
        for column in range(across)
    )


def told(page=A4_LYING, poster=(841.0, 594.0), across=3, down=4, blank=(), **fields):
    room = Rect(5.0, 5.0, page[0] - 10.0, page[1] - 10.0)
    given = {
        "title": "An evening at Osteria Lume",
        "facts": FACTS,
        "steps": STEPS,
        "trimmed": frozenset({"right", "bottom"}),
        **fields,
    }
    cells = grid(across, down, poster, blank)
    return Assembly(*page, room, poster, cells, across, down, **given)


def pen(**fields):
    return AssemblyPen(told(**fields), Lettering(resources.typesetter()), resources.words("en"))


def drawn(**fields):
    made = pen(**fields)
    return figures(made.over(), made.words())


PAGES = {
    "lying": {},
    "standing": {"page": A4_STANDING},
    "standing poster": {"page": A4_STANDING, "poster": (594.0, 841.0), "across": 3, "down": 3},
    "large": {"page": A3, "across": 7, "down": 3},
    "long": {"poster": (3000.0, 600.0), "across": 11, "down": 3},
    "long title": {
        "title": "An evening at Osteria Lume, from hearing of the place to coming back with her parents " * 2
    },
}


@pytest.fixture(params=PAGES.values(), ids=PAGES.keys())
def page(request):
    return request.param


def test_the_poster_keeps_its_proportions(page):
    rect, (width, height) = pen(**page).poster, told(**page).poster
    assert rect.width / rect.height == pytest.approx(width / height)


def test_everything_is_on_the_page(page):
    room = told(**page).room
    for name, shapes in drawn(**page).items():
        assert [shape for shape in shapes if not within(bounds(shape), room)] == [], name


def test_words_do_not_overlap(page):
    rects = [bounds(shape) for shapes in drawn(**page).values() for shape in shapes if isinstance(shape, Glyphs)]
    smaller = [Rect(rect.x, rect.y + 0.3, rect.width, rect.height - 0.6) for rect in rects]
    assert [pair for pair in combinations(smaller, 2) if pair[0].meets(pair[1])] == []


def test_words_around_the_poster_stay_off_it(page):
    made = pen(**page)
    shapes = figures(made.over(), made.words())
    around = [*shapes["assembly-head"], *shapes["assembly-facts"], *shapes["assembly-steps"]]
    assert [shape for shape in around if isinstance(shape, Glyphs) and bounds(shape).meets(made.poster)] == []


def test_the_poster_is_not_small(page):
    rect, room = pen(**page).poster, told(**page).room
    assert rect.width >= 0.6 * room.width or rect.height >= 0.4 * room.height


def test_every_sheet_is_named_once():
    assert sorted(words(drawn()["assembly-sheets"])) == sorted(cell.name for cell in told().cells)


def test_a_name_stands_in_the_middle_of_its_sheet():
    made = pen()
    texts = {
        shape.line.text: bounds(shape) for shape in figures(made.over())["assembly-sheets"] if isinstance(shape, Glyphs)
    }
    scale = made.poster.width / 841.0
    for cell in told().cells:
        middle = made.poster.x + (cell.inner.x + cell.inner.width / 2) * scale
        assert texts[cell.name].x + texts[cell.name].width / 2 == pytest.approx(middle, abs=0.2)


def test_names_fit_their_sheets():
    made = pen(across=12, down=6)
    cell = Rect(0.0, 0.0, made.poster.width / 12, made.poster.height / 6)
    texts = [bounds(shape) for shape in figures(made.over())["assembly-sheets"] if isinstance(shape, Glyphs)]
    assert all(rect.width <= cell.width and rect.height <= cell.height for rect in texts)


def test_blank_sheets_have_no_name():
    assert "B2" not in words(drawn(blank=("B2",))["assembly-sheets"])


def test_seams_run_between_the_sheets():
    made = pen(across=2, down=1)
    seam = next(shape for shape in figures(made.over())["assembly-sheets"] if isinstance(shape, Path))
    xs = {round(numbers[0], 3) for _, *numbers in seam.commands}
    assert xs == {round(made.poster.x + made.poster.width / 2, 3)}


def test_facts_are_told():
    found = " ".join(words(drawn()["assembly-facts"]))
    assert all(fact.caption in found for fact in FACTS)


def test_steps_are_numbered():
    found = words(drawn()["assembly-steps"])
    assert [each for each in found if each in "1234"] == ["1", "2", "3", "4"]


def test_a_ruler_is_there_to_be_measured():
    found = words(drawn()["assembly-steps"])
    assert "100\u00a0mm" in found
    assert any("must measure 100" in each for each in found)


def test_on_a_lying_page_the_steps_stand_beside_the_poster():
    made = pen(poster=(841.0, 700.0))
    steps = [bounds(shape) for shape in figures(made.words())["assembly-steps"] if isinstance(shape, Glyphs)]
    assert any(rect.x > made.poster.right and rect.y < made.poster.bottom for rect in steps)


def test_title_facts_and_steps_are_read_out_one_by_one():
    said = [words(placed.figure.shapes) for placed in pen().words().placed]
    assert said[:2] == [["Assembly map"], ["An evening at Osteria Lume"]]
    assert len(said) == 2 + len(FACTS) + len(STEPS) + 1


def test_numbers_and_names_are_ornament():
    assert not {"1", "A1", "100\u00a0mm"} & {
        word for each in pen().words().placed for word in words(each.figure.shapes)
    }


def test_the_ground_lies_under_the_poster():
    made = pen()
    (box,) = figures(made.under())["ground"]
    assert bounds(box) == made.poster

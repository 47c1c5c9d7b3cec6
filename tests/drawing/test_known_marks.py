"""Evidence drawn: beads that are told apart in grey, bars that are as long as what is known."""

from math import dist, pi

import pytest

from desktop import resources
from desktop.document.cards import Evidence
from desktop.drawing.cards import CardPen
from desktop.drawing.known import QUARTERS, RADIUS, RING, bar_shapes, disc
from desktop.drawing.shapes import Box, Ellipse, Path
from desktop.layout.colour import MARK, contrast
from desktop.layout.known import SHOWN
from desktop.layout.numbers import NOTHING, Facts
from desktop.layout.places import Bar, Rect
from desktop.method.coverage import Share
from tests.grids import EM, STYLE, artist, card, composer, lane, layouter, project

THEMES = ("white", "colour", "grey")
INK = "#26356A"


def area(commands):
    """Of what curves of quarter circles and straight lines go round, by many short chords."""
    points, at = [], (0.0, 0.0)
    for letter, *numbers in commands:
        if letter == "C":
            a, b, c = numbers[0:2], numbers[2:4], numbers[4:6]
            for step in range(1, 33):
                t = step / 32
                points.append(
                    tuple(
                        (1 - t) ** 3 * at[i] + 3 * (1 - t) ** 2 * t * a[i] + 3 * (1 - t) * t * t * b[i] + t**3 * c[i]
                        for i in (0, 1)
                    )
                )
        elif numbers:
            points.append(tuple(numbers))
        at = points[-1]
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def figure(what, facts=NOTHING):
    return CardPen(composer()).figure(what, 11 * EM, facts)


def proven(state, kind="action", **fields):
    return card(1, kind, evidence=Evidence(state=state), **fields)


def beads(found):
    return [shape for shape in found.shapes if isinstance(shape, Ellipse) and shape.rx == (RADIUS + RING) * EM]


@pytest.mark.parametrize(("state", "share"), [("anecdote", 0.25), ("research", 0.5)])
def test_the_disc_is_as_full_as_the_evidence_is_strong(state, share):
    (wedge,) = [shape for shape in disc(state, (40.0, 60.0), INK, STYLE) if isinstance(shape, Path)]
    whole = pi * ((RADIUS - RING / 2) * EM) ** 2
    assert area(wedge.commands) / whole == pytest.approx(share, rel=0.01)


@pytest.mark.parametrize(("state", "full"), [("assumption", False), ("measurement", True)])
def test_an_empty_and_a_full_disc_need_no_wedge(state, full):
    ground, ring = disc(state, (0.0, 0.0), INK, STYLE)
    assert ground.fill == STYLE.colours["paper"]
    assert ring.fill == (INK if full else STYLE.colours["paper"])


def test_every_state_has_another_disc():
    assert len({tuple(disc(state, (0.0, 0.0), INK, STYLE)) for state in QUARTERS}) == 4


def test_a_state_of_a_newer_version_has_none():
    assert list(disc("telepathy", (0.0, 0.0), INK, STYLE)) == []
    assert beads(figure(proven("telepathy"))) == []


def test_a_card_without_evidence_has_none():
    assert beads(figure(card(1))) == []
    assert figure(card(1)).overhang == 0.0


@pytest.mark.parametrize("kind", ["action", "touchpoint", "metric", "pain", "thought"])
def test_the_bead_is_at_the_foot_of_the_card_clear_of_its_words(kind):
    found = figure(proven("research", kind))
    (bead,) = beads(found)
    assert bead.cy + bead.ry <= found.height + found.overhang + 1e-6
    assert bead.cx - bead.rx >= -found.overhang - 1e-6
    assert bead.cx + bead.rx < STYLE.space["edge"] + STYLE.space["inset"]


@pytest.mark.parametrize("text", ["Short", "So long that it takes several lines on any card, and then some more"])
@pytest.mark.parametrize("kind", ["action", "touchpoint", "channel", "pain", "thought", "picture"])
def test_no_bead_hangs_outside_a_card_with_a_corner(kind, text):
    found = figure(proven("research", kind, text=text))
    (bead,) = beads(found)
    assert found.overhang == 0.0
    assert bead.cx - bead.rx >= -1e-6
    assert bead.cy + bead.ry <= found.height + 1e-6


def test_the_bead_of_a_solid_card_stands_where_that_of_any_card_does():
    (solid,), (light,) = beads(figure(proven("research", "pain"), Facts(1))), beads(figure(proven("research", "pain")))
    assert (solid.cx, solid.cy) == (light.cx, light.cy)


def test_the_bead_of_a_pill_lies_over_its_outline():
    found = figure(proven("research", "touchpoint"))
    (outline,), (bead,) = [shape for shape in found.shapes if isinstance(shape, Box)], beads(found)
    radius = outline.radii[3]
    centre = outline.x + radius, outline.y + outline.height - radius
    assert dist(centre, (bead.cx, bead.cy)) == pytest.approx(radius, abs=bead.rx / 2)


def test_words_without_a_card_have_their_bead_beside_them():
    found = figure(proven("research", "metric"))
    (bead,) = beads(found)
    assert bead.cx + bead.rx <= 1e-6
    assert found.overhang == pytest.approx(2 * bead.rx)


@pytest.mark.parametrize("state", QUARTERS)
def test_a_solid_card_shows_its_bead_too(state):
    found = figure(proven(state, "pain"), Facts(1))
    (bead,) = beads(found)
    assert bead.fill == STYLE.colours["paper"]


@pytest.mark.parametrize("theme", THEMES)
def test_beads_can_be_seen_in_every_theme(theme):
    style = resources.style("print", theme=theme)
    assert all(contrast(kind.edge, style.colours["paper"]) >= MARK for kind in style.kinds.values())


@pytest.mark.parametrize("theme", THEMES)
def test_bars_can_be_seen_in_every_theme(theme):
    colours = resources.style("print", theme=theme).colours
    assert all(contrast(colours[name], colours["paper"]) >= MARK for name in ("stage", "ink-3"))


def bar(**counts):
    return list(bar_shapes(Bar(Rect(110.0, 20.0, 100.0, 10.0), Share(counts)), 10.0, 15.0, STYLE))


def test_a_bar_stands_on_its_ground_where_it_was_placed():
    ground, known = bar(research=1)
    assert (ground.x, ground.y + ground.height, ground.width) == (100.0, 15.0, 100.0)
    assert (known.x, known.y, known.height) == (100.0, 5.0, 10.0)


def test_parts_are_as_long_as_their_shares_and_lower_the_less_is_known():
    _, known, anecdote, assumption = bar(measurement=2, anecdote=1, assumption=1)
    gap = STYLE.space["rule"]
    assert [part.width + gap for part in (known, anecdote, assumption)] == pytest.approx([50.0, 25.0, 25.0])
    assert known.height > anecdote.height > assumption.height
    assert {part.y + part.height for part in (known, anecdote, assumption)} == {15.0}


def test_of_what_nobody_gave_a_source_for_there_is_only_ground():
    assert len(bar(**{"": 4})) == 1


def test_headings_draw_bar_and_figure():
    whole = project(lane(proven("research"), card(2)), shows=(SHOWN,))
    layout = layouter().layout(whole, "m")
    placed = [each.figure for each in artist().draw(whole, layout).placed if each.figure.role in ("lane", "stage")]
    texts = [{shape.line.text for shape in figure.shapes if hasattr(shape, "line")} for figure in placed]
    assert sum("50\u00a0%" in words for words in texts) == 2
    assert sum(isinstance(shape, Box) for shape in placed[0].shapes) == 2

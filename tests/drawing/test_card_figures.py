import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.cards import Evidence, Measure, Pain, Picture, Promise, Reading
from desktop.document.kinds import CARD_KINDS
from desktop.document.project import Metric
from desktop.drawing.cards import CardPen
from desktop.drawing.shapes import Box, Ellipse, Glyphs, Image, Path, Placed
from desktop.layout.colour import MARK, TEXT, contrast
from desktop.layout.numbers import NOTHING, Facts
from tests.goldens import agree
from tests.grids import ASSET, EM, SENTENCES, STYLE, card, composer

PEN = CardPen(composer())
WIDTH = 11 * EM
PAPER = STYLE.colours["paper"]
SERIES = Metric(id="m", readings=tuple(Reading(date=f"2026-0{n}", value=v) for n, v in enumerate((4.0, 4.4, 4.2), 1)))
ASSUMED, PROVEN = Evidence(state="assumption"), Evidence(state="measurement")


def figure(what, facts=NOTHING, width=WIDTH):
    return PEN.figure(what, width, facts)


def of(what, shape):
    return [each for each in what.shapes if isinstance(each, shape)]


def colours(shape):
    return [colour for colour in (getattr(shape, "fill", ""), getattr(shape, "stroke", "")) if colour]


def pain(**fields):
    return card(1, "pain", text="Card details before a free booking", pain=Pain(severity=3), **fields)


GALLERY = {
    "action": (card(1, text="Asks what is without nuts"), NOTHING),
    "touchpoint": (card(2, "touchpoint", text="Menu page", channel="web", evidence=ASSUMED), NOTHING),
    "thought": (card(3, "thought", text="“Is it worth the money?”"), NOTHING),
    "pain": (pain(evidence=ASSUMED, starred=True), NOTHING),
    "numbered": (pain(evidence=PROVEN), Facts(1)),
    "opportunity": (card(6, "opportunity", text="No card", promise=Promise(impact=5, ease=3), votes=7), Facts(1)),
    "metric": (card(7, "metric", text="CSAT 4.7", measure=Measure(metric="m", trend="up")), Facts(metric=SERIES)),
    "picture": (card(8, "picture", text="Courtyard", picture=Picture(asset=ASSET, aspect=2.0, alt="Lights")), NOTHING),
    "unheard-of": (card(9, "unheard-of", text="From a later version"), NOTHING),
}


@pytest.mark.parametrize("name", GALLERY)
def test_representative_cards(name):
    what, facts = GALLERY[name]
    agree(f"card-{name}", [Placed(0.0, 0.0, figure(what, facts))])


def test_a_card_names_its_kind_and_its_text():
    found = figure(pain())
    assert (found.id, found.role) == ("c1", "card")
    assert found.name == "Pain point: Card details before a free booking"


def test_a_kind_without_a_word_is_called_as_it_is_written():
    assert figure(card(1, "unheard-of")).name == "unheard-of: Asks"


def test_proven_and_unjudged_cards_have_a_whole_edge():
    for evidence in (None, PROVEN, Evidence(state="research")):
        fill, edge = of(figure(card(1, evidence=evidence)), Box)
        assert edge.height == fill.height
        assert edge.width == STYLE.space["edge"]


@pytest.mark.parametrize("state", ["assumption", "anecdote"])
def test_assumed_cards_have_a_dashed_edge(state):
    found = figure(card(1, evidence=Evidence(state=state)))
    assert len(of(found, Box)) == 1
    dashes = of(found, Path)[0]
    assert [command[0] for command in dashes.commands].count("M") >= 2
    assert max(command[1] for command in dashes.commands if len(command) > 1) == STYLE.space["edge"]


def test_dashes_end_as_far_from_top_and_bottom():
    found = figure(card(1, text=SENTENCES[-1], evidence=ASSUMED))
    ys = [command[2] for command in of(found, Path)[0].commands if len(command) > 1]
    assert min(ys) == pytest.approx(found.height - max(ys))


def test_an_assumed_touchpoint_has_a_dashed_outline():
    assert of(figure(card(1, "touchpoint")), Box)[0].dash == ()
    assert of(figure(card(1, "touchpoint", evidence=ASSUMED)), Box)[0].dash != ()


def test_a_pills_outline_keeps_inside_its_box():
    found = figure(card(1, "touchpoint"))
    (outline,) = of(found, Box)
    half = outline.stroke_width / 2
    assert (outline.x, outline.y) == (half, half)
    assert outline.x + outline.width + half == pytest.approx(found.width)
    assert outline.y + outline.height + half == pytest.approx(found.height)


def test_a_metric_has_no_box():
    assert of(figure(card(1, "metric")), Box) == []


@pytest.mark.parametrize("severity", [1, 3, 5])
def test_as_many_dots_are_filled_as_the_pain_is_severe(severity):
    dots = of(figure(card(1, "pain", pain=Pain(severity=severity))), Ellipse)
    assert len(dots) == 5
    assert [bool(dot.fill) for dot in dots] == [True] * severity + [False] * (5 - severity)


def test_filled_and_open_dots_are_equally_large():
    full, ring = of(figure(card(1, "pain", pain=Pain(severity=1))), Ellipse)[:2]
    assert ring.rx + ring.stroke_width / 2 == pytest.approx(full.rx)


def test_a_numbered_pain_point_is_solid_with_white_words():
    found = figure(pain(), Facts(2))
    assert of(found, Box)[0].fill == STYLE.kind("pain").edge
    *words, number = of(found, Glyphs)
    assert {line.colour for line in words} == {PAPER}
    assert (number.line.text, number.colour) == ("2", STYLE.kind("pain").edge)


def test_a_solid_card_that_is_assumed_shows_it_too():
    found = figure(pain(evidence=ASSUMED), Facts(1))
    assert [box.fill for box in of(found, Box)] == [STYLE.kind("pain").edge, STYLE.kind("pain").fill]


def test_the_chart_ends_in_a_dot():
    found = figure(*GALLERY["metric"])
    line, dot = of(found, Path)[-1], of(found, Ellipse)[-1]
    assert len(line.commands) == len(SERIES.readings)
    assert line.commands[-1][1:] == (dot.cx, dot.cy)


def test_higher_readings_stand_higher():
    first, second, third = (command[2] for command in of(figure(*GALLERY["metric"]), Path)[-1].commands)
    assert second < third < first


def test_equal_readings_make_a_level_line():
    level = Metric(id="m", readings=(Reading(date="2026-01", value=2.0), Reading(date="2026-02", value=2.0)))
    found = figure(card(1, "metric", measure=Measure(metric="m")), Facts(metric=level))
    assert len({command[2] for command in of(found, Path)[-1].commands}) == 1


def test_a_picture_says_what_it_shows():
    (image,) = of(figure(GALLERY["picture"][0]), Image)
    assert (image.asset, image.alt) == (ASSET, "Lights")
    untold = card(1, "picture", text="Courtyard", picture=Picture(asset=ASSET))
    assert of(figure(untold), Image)[0].alt == "Courtyard"


@pytest.mark.parametrize("kind", [kind.key for kind in CARD_KINDS])
def test_every_kind_has_its_icon_on_the_card(kind):
    assert of(figure(card(1, kind)), Path)


@pytest.mark.parametrize("name", GALLERY)
def test_ink_can_be_seen_on_what_is_behind_it(name):
    what, facts = GALLERY[name]
    kind = STYLE.kind(what.kind)
    ground = kind.edge if facts.number and what.kind == "pain" else kind.fill
    found = figure(what, facts)
    marks = [shape for shape in found.shapes if isinstance(shape, Path | Ellipse)]
    behind = {ground, PAPER} if what.evidence else {ground}
    assert all(contrast(colour, ground) >= MARK for shape in marks for colour in colours(shape) if colour not in behind)
    badge = {line.line.text for line in of(found, Glyphs) if line.size == STYLE.roles["badge"].size and facts.number}
    words = [line for line in of(found, Glyphs) if line.line.text not in badge]
    assert all(contrast(line.colour, ground) >= TEXT for line in words)


@given(st.sampled_from([kind.key for kind in CARD_KINDS]), st.text(max_size=60), st.floats(80, 300))
def test_the_ink_of_a_card_keeps_inside_its_box(kind, text, width):
    found = figure(card(1, kind, text=text), width=width)
    for shape in of(found, Box):
        assert shape.x >= 0
        assert shape.x + shape.width <= found.width + 1e-6
        assert shape.y + shape.height <= found.height + 1e-6
    for line in of(found, Glyphs):
        assert 0 <= line.y <= found.height

"""Text in an SVG is text, every cluster at its place; or outlines, every glyph once."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.drawing.shapes import Glyphs
from desktop.paint.clusters import clusters
from desktop.paint.svgmarkup import clean
from desktop.typeset.lines import UNITS
from printing import glyphs, typeset
from vectors import HREF, attributes, content, elements, links, matrix, only, places, svg

LINES = (
    "AVATAR To Ty office fluffy affine",
    "Voilà, “quoted” – 4.1 % → done",
    "Ελληνικά: Καλημέρα κόσμε",
    "Привет, как дела?",
    "x < y && y > z; \"both\" 'and' ]]>",
    "a\u0301e\u0308 x\u0323\u0302 cafe\u0301",
    "two  blanks   and three",
    " a blank before",
    "I 👩‍💻 it 🇩🇪 👍🏽.",
)
FOREIGN = ("שלום עולם", "abc שלום (123) def", "السلام عليكم", "日本語テキスト", "𝐀𝐁 𝒳")
ours = st.text(st.sampled_from("abc AVTo.,-–→éßΩжЙ0123\u0301\u0323fi&<>😀👍🏽"), min_size=1, max_size=30)


def drawn(text, width=10**7, size=10.0):
    """Each line of a paragraph as a shape."""
    return [
        Glyphs(3.0, 15.0 + size * row, size, "#102030", line) for row, line in enumerate(typeset(text, width=width))
    ]


def clusters_of(line):
    return [(run, cluster) for run in line.runs for cluster in clusters(run, line)]


def unhyphened(text):
    """Without the hyphens that a soft one becomes at the end of a line."""
    return text.replace("-", "").replace("\u00ad", "")


@pytest.mark.parametrize("text", LINES + FOREIGN)
def test_the_text_of_a_line_is_its_text(text):
    assert content(only(svg(glyphs(text)), "text")) == text


@given(st.text(max_size=60), st.integers(1, 12))
def test_any_line_of_any_text_is_found(text, width):
    shapes = [shape for shape in drawn(text, width * UNITS) if shape.line.runs]
    told = [content(each) for each in elements(svg(*shapes), "text")]
    assert list(map(unhyphened, told)) == [unhyphened(clean(shape.line.text)) for shape in shapes]


@given(ours, st.integers(1, 12))
def test_every_cluster_has_one_place(text, width):
    shapes = drawn(text, width * UNITS)
    # neighbouring clusters that no font has, such as "<" with a skin tone, are fitted into their room as one
    assume(all(0 not in run.glyphs for shape in shapes for run in shape.line.runs))
    wanted = [
        shape.x + run.xs[cluster.first] * shape.size / UNITS
        for shape in shapes
        for run, cluster in sorted(clusters_of(shape.line), key=lambda each: each[0].clusters[each[1].first])
    ]
    assert places(svg(*shapes)) == pytest.approx(wanted, abs=0.0051)


def test_a_plain_line_needs_no_spans():
    text = only(svg(glyphs("plain words")), "text")
    assert len(text) == 0
    assert len(text.get("x").split()) == len("plain words")


def test_marks_share_the_place_of_their_letter():
    spans = elements(svg(glyphs("xa\u0301y")), "tspan")
    assert [content(span) for span in spans] == ["x", "a\u0301", "y"]
    assert all(len(span.get("x").split()) == 1 for span in spans)


@pytest.mark.parametrize(
    ("face", "weight", "style"),
    [("regular", None, None), ("semibold", "600", None), ("bold", "700", None), ("italic", None, "italic")],
)
def test_a_face_is_named_as_browsers_know_it(face, weight, style):
    text = only(svg(glyphs("word", face=face)), "text")
    assert text.get("font-family") == "Inter, sans-serif"
    assert (text.get("font-weight"), text.get("font-style")) == (weight, style)


def test_a_line_has_size_colour_and_baseline():
    text = only(svg(glyphs("word", y=33.333, size=12.3456, colour="#ABCDEF")), "text")
    assert attributes(text, "y", "font-size") == (33.33, 12.346)
    assert text.get("fill") == "#ABCDEF"


def test_trailing_blanks_stay_for_whoever_copies():
    first, second = typeset("words break here", width=9 * UNITS // 2)[:2]
    assert first.text.endswith(" ")
    told = [
        content(each) for each in elements(svg(*(Glyphs(0, 9, 9, "#000000", each) for each in (first, second))), "text")
    ]
    assert told == [first.text, second.text]


def test_a_soft_hyphen_is_seen_only_where_a_line_ends():
    shapes = drawn("over\u00adwhelm\u00ading", 5 * UNITS)
    told = [content(each) for each in elements(svg(*shapes), "text")]
    assert len(told) > 1
    assert told[0].endswith("-")
    assert content(only(svg(*drawn("over\u00adwhelm")), "text")) == "over\u00adwhelm"


def test_control_characters_are_dropped_and_tabs_are_blanks():
    assert content(only(svg(glyphs("a\tb\x01c\ud800d\ufffee")), "text")) == "a bcde"


def test_text_from_right_to_left_hangs_at_its_right_end():
    shape = glyphs("שלום", x=7.0, size=10.0)
    text, (run,) = only(svg(shape), "text"), shape.line.runs
    assert (text.get("direction"), text.get("unicode-bidi")) == ("rtl", "embed")
    x, length = attributes(text, "x", "textLength")
    assert (x, length) == pytest.approx((7.0 + run.advance * 10 / UNITS, run.advance * 10 / UNITS), abs=0.01)


def test_mixed_directions_are_written_in_the_order_of_reading():
    spans = elements(svg(glyphs("abc שלום def")), "tspan")
    assert "".join(content(span) for span in spans) == "abc שלום def"
    assert [span.get("direction") for span in spans if content(span) == "שלום"] == ["rtl"]


def test_what_no_font_has_keeps_to_its_room():
    _, missing, after, *_ = elements(svg(glyphs("ab 日本 c", size=10.0)), "tspan")
    x, length = attributes(missing, "x", "textLength")
    assert content(missing) == "日本"
    assert x + length == pytest.approx(float(after.get("x").split()[0]), abs=0.02)


def test_emoji_are_outlines_over_unseen_text():
    root = svg(glyphs("I 😀 it, 😀 it"))
    hidden = [content(span) for span in elements(root, "tspan") if span.get("fill") == "none"]
    assert hidden == ["😀", "😀"]
    uses = elements(root, "use")
    assert len(uses) == 2
    assert len({use.get(HREF) for use in uses}) == 1


def test_an_emoji_stands_where_the_typesetter_put_it():
    shape = glyphs("I 😀", x=5.0, y=40.0, size=16.0)
    root = svg(shape)
    (group,) = [each for each in elements(root, "g") if each.get("aria-hidden")]
    assert matrix(group) == pytest.approx([16 / UNITS, 0, 0, -16 / UNITS, 5.0, 40.0], abs=1e-6)
    assert attributes(only(root, "use"), "x") == (float(shape.line.runs[-1].xs[0]),)


@pytest.mark.parametrize("text", LINES)
def test_outlines_need_no_text(text):
    root = svg(glyphs(text), outlines=True)
    assert elements(root, "text", "tspan") == []
    (said,) = [each for each in elements(root, "g") if each.get("role") == "img"]
    assert said.get("aria-label") == text


def test_every_glyph_is_drawn_once_and_used_often():
    root = svg(glyphs("banana"), glyphs("an"), outlines=True)
    assert len(elements(only(root, "defs"), "path")) == len(set("ban"))
    assert len(elements(root, "use")) == len("banana" + "an")


def test_outlines_stand_where_the_typesetter_put_them():
    shape = glyphs("AVATAR To", size=12.0)
    (run,) = shape.line.runs
    inked = [x for x, letter in zip(run.xs, shape.line.text, strict=True) if letter != " "]
    assert [attributes(use, "x")[0] for use in elements(svg(shape, outlines=True), "use")] == inked


@given(ours)
def test_whatever_is_used_is_defined(text):
    for outlines in (True, False):
        root = svg(*drawn(text), outlines=outlines)
        names = {f"#{each.get('id')}" for each in root.iter() if each.get("id")}
        assert set(links(root)) <= names

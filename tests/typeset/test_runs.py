"""Lines ready to draw."""

from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.typeset.lines import UNITS, TextStyle
from desktop.typeset.paragraph import SPACES

TEXTS = st.text(st.sampled_from("aeno VAT.,-(%)12€ \n\u00adfi яω👍🏽\u200d🇩e\u0301אב\t漢\x01"), max_size=50)
STYLES = st.builds(TextStyle, st.sampled_from(["regular", "bold", "italic"]), st.sampled_from([0, -51, 123]))
WIDTHS = st.integers(0, 14 * UNITS)


def line(typesetter, text, style, width=10**6):
    (only,) = typesetter.lines(text, style, width)
    return only


def wordless(runs):
    return [run._replace(words=()) for run in runs]


def names(typesetter, run):
    """The glyphs of a run by the names in the font file."""
    return [typesetter.fonts.font(run.font).shaper.glyph_to_string(glyph) for glyph in run.glyphs]


@given(text=TEXTS, style=STYLES, width=WIDTHS, indent=st.integers(0, UNITS))
def test_lines_are_the_spans(typesetter, text, style, width, indent):
    spans = typesetter.spans(text, style, width, indent)
    lines = typesetter.lines(text, style, width, indent)
    assert [(line.start, line.end, line.width) for line in lines] == [
        (span.start, span.end, span.width) for span in spans
    ]


@given(text=TEXTS, style=STYLES, width=WIDTHS)
def test_a_line_has_its_text_without_the_line_feed(typesetter, text, style, width):
    for line in typesetter.lines(text, style, width):
        assert line.text == text[line.start : line.end].removesuffix("\n")


@given(text=TEXTS, style=STYLES, width=WIDTHS)
def test_runs_follow_each_other_from_the_start_of_the_line(typesetter, text, style, width):
    for line in typesetter.lines(text, style, width):
        ends = [0, *(run.x + run.advance for run in line.runs)]
        assert [run.x for run in line.runs] == ends[:-1]


@given(text=TEXTS, style=STYLES, width=WIDTHS)
def test_the_width_is_the_way_of_the_pen_and_the_overhang(typesetter, text, style, width):
    for line in typesetter.lines(text, style, width):
        way = sum(run.advance for run in line.runs)
        overhang = line.width - way + (style.tracking if line.runs else 0)
        assert 0 <= overhang < UNITS / 4 or not way


@given(text=TEXTS, style=STYLES, width=WIDTHS)
def test_runs_cover_the_ink_of_the_line(typesetter, text, style, width):
    for line in typesetter.lines(text, style, width):
        covered = sorted((run.start, run.end) for run in line.runs)
        inked = len(line.text.rstrip(SPACES))
        assert sum(end - start for start, end in covered) == inked
        if covered:
            assert (covered[0][0], covered[-1][1]) == (line.start, line.start + inked)
        assert all(before[1] == after[0] for before, after in pairwise(covered))


@given(text=TEXTS, style=STYLES, width=WIDTHS)
def test_every_glyph_has_its_place_and_its_cluster(typesetter, text, style, width):
    for line in typesetter.lines(text, style, width):
        for run in line.runs:
            assert len(run.glyphs) == len(run.xs) == len(run.ys) == len(run.clusters) > 0
            assert all(run.start <= cluster < run.end for cluster in run.clusters)
            assert list(run.clusters) == sorted(run.clusters, reverse=run.rtl)


@given(text=st.text(st.sampled_from("aeno VAT.,’fi—"), max_size=50), style=STYLES, width=WIDTHS)
def test_a_line_cut_out_is_the_line_shaped_on_its_own(typesetter, text, style, width):
    """Asking for carets shapes every line anew."""
    cut = typesetter.lines(text, style, width)
    shaped = typesetter.lines(text, style, width, carets=True)
    assert [wordless(line.runs) for line in cut] == [wordless(line.runs) for line in shaped]


@given(text=st.text(st.sampled_from("aeno VAT.,’"), max_size=50), style=STYLES, width=WIDTHS)
def test_the_words_of_a_run_are_all_of_it(typesetter, text, style, width):
    for run in (run for line in typesetter.lines(text, style, width) for run in line.runs if run.words):
        assert "".join(word.text for word in run.words) == text[run.start : run.end]
        assert tuple(chain.from_iterable(word.glyphs for word in run.words)) == run.glyphs
        assert sum(word.width for word in run.words) == run.advance


def test_a_word_is_the_same_in_all_lines(typesetter, regular):
    first, second = typesetter.lines("so many menus and so many menus are", regular, 11 * UNITS)
    assert [word.text for word in first.runs[0].words] == ["so ", "many ", "menus ", "and ", "so"]
    assert all(one is other for one, other in zip(first.runs[0].words[1:3], second.runs[0].words[:2], strict=True))


@pytest.mark.parametrize("text", ["two  blanks", "a\tb", "to → do", "half-board", "אב"])
def test_other_lines_have_no_words(typesetter, regular, text):
    assert not any(run.words for run in line(typesetter, text, regular).runs)


@pytest.mark.parametrize("text", [" ", ""])
def test_a_blank_alone_is_no_run(typesetter, regular, text):
    assert line(typesetter, text, regular).runs == ()


def test_an_empty_line_has_no_runs(typesetter, regular):
    only = line(typesetter, "", regular)
    assert (only.runs, only.text, only.width) == ((), "", 0)


def test_trailing_spaces_have_no_glyphs(typesetter, regular):
    only = line(typesetter, "menu   ", regular)
    assert len(only.runs[0].glyphs) == 4
    assert (only.runs[0].end, only.end) == (4, 7)


def test_offsets_count_in_the_whole_text(typesetter, regular):
    last = typesetter.lines("one\ntwo", regular, 10**6)[-1]
    assert last.runs[0].clusters == range(4, 7)
    assert (last.runs[0].start, last.runs[0].end) == (4, 7)


def test_one_run_per_font(typesetter, regular):
    only = line(typesetter, "ok 👍🏽 go", regular)
    assert [run.font for run in only.runs] == ["inter-regular", "emoji", "inter-regular"]


@pytest.mark.parametrize("emoji", ["👩‍💻", "👍🏽", "🇩🇪", "👨‍👩‍👧‍👦", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"])
def test_an_emoji_sequence_is_one_coloured_glyph(typesetter, regular, emoji):
    run = line(typesetter, emoji, regular).runs[0]
    inked = [glyph for glyph in run.glyphs if typesetter.fonts.layers("emoji", glyph)]
    assert len(inked) == 1
    assert set(run.clusters) == {0}


def test_emoji_are_scaled_to_the_units(typesetter, regular):
    assert line(typesetter, "😀", regular).width == UNITS


def test_contextual_forms_are_used(typesetter, regular):
    assert "arrowright" in names(typesetter, line(typesetter, "a -> b", regular).runs[0])


def test_kerning_moves_glyphs(typesetter, regular):
    a_and_v = line(typesetter, "AV", regular).runs[0]
    assert a_and_v.xs[1] < typesetter.width("A", regular)


def test_tracking_moves_glyphs_evenly(typesetter, regular):
    plain = line(typesetter, "menu", regular).runs[0].xs
    wide = line(typesetter, "menu", TextStyle("regular", 100)).runs[0].xs
    assert [after - before for before, after in zip(plain, wide, strict=True)] == [0, 100, 200, 300]


def test_an_accent_gets_no_tracking_of_its_own(typesetter):
    style = TextStyle("regular", 100)
    assert typesetter.width("e\u0301\u0323n", style) == typesetter.width("e\u0301\u0323n", TextStyle()) + 100


def test_an_accent_without_a_composed_form_sits_on_its_letter(typesetter, regular):
    run = line(typesetter, "q\u0301n", regular).runs[0]
    assert run.clusters == (0, 0, 2)
    assert 0 < run.xs[1] < run.xs[2]


@pytest.mark.parametrize("carets", [False, True])
def test_letters_of_a_glyph_each_are_a_range(typesetter, regular, carets):
    (only,) = typesetter.lines("plain", regular, 99_999, carets=carets)
    assert only.runs[0].clusters == range(5)


def test_hebrew_runs_from_right_to_left(typesetter, regular):
    run = line(typesetter, "אבג", regular).runs[0]
    assert run.rtl
    assert run.clusters == (2, 1, 0)


def test_mixed_directions_are_in_visual_order(typesetter, regular):
    only = line(typesetter, "go אב 12 on", regular)
    seen = [cluster for run in only.runs for cluster in run.clusters]
    assert "".join(only.text[place] for place in seen) == "go 12 בא on"


def test_each_line_is_reordered_for_itself(typesetter, regular):
    text = "אב ab גד cd"
    lines = typesetter.lines(text, regular, max(typesetter.width(part, regular) for part in ("אב ab", "גד cd")))
    seen = ["".join(text[cluster] for run in line.runs for cluster in run.clusters) for line in lines]
    assert seen == ["ab בא", "cd דג"]


def test_brackets_are_mirrored_in_hebrew(typesetter, regular):
    runs = line(typesetter, "א(ב)א", regular).runs
    drawn = [name for run in runs for name in names(typesetter, run)]
    assert [name for name in drawn if name.startswith("paren")] == ["parenleft", "parenright"]
    assert [cluster for run in runs for cluster in run.clusters] == [4, 3, 2, 1, 0]


def test_a_soft_hyphen_at_the_end_of_a_line_is_drawn(typesetter, regular):
    first, last = typesetter.lines("Dampf\u00adschiff", regular, typesetter.width("Dampf‐", regular))
    assert first.text == "Dampf\u00ad"
    assert names(typesetter, first.runs[0])[-1].startswith("hyphen")
    assert last.text == "schiff"


@pytest.mark.parametrize("text", ["a\x01b", "a\u200bb", "a\u2060b", "a\x7fb"])
def test_control_characters_take_no_room(typesetter, regular, text):
    assert typesetter.width(text, regular) == typesetter.width("ab", regular)


@pytest.mark.parametrize("text", ["\ud800", "\U0010ffff", "\u0378", "漢"])
def test_what_no_font_has_is_the_box_of_the_face(typesetter, text):
    run = line(typesetter, text, TextStyle("bold")).runs[0]
    assert (run.font, run.glyphs) == ("inter-bold", (0,))


def test_a_tab_is_a_space(typesetter, regular):
    assert typesetter.width("a\tb", regular) == typesetter.width("a b", regular)


def test_lines_are_remembered(fresh, regular):
    assert fresh.lines("The waiter", regular, UNITS) is fresh.lines("The waiter", regular, UNITS)


def test_missing_characters_are_told(typesetter):
    assert typesetter.missing("Łódź 👍🏽 漢字 అ 漢") == "漢字అ"
    assert typesetter.missing("Reserve\na table") == ""


def test_metrics_are_those_of_the_face(typesetter, fonts):
    assert typesetter.metrics(TextStyle("bold", 77)) == fonts.metrics("bold")


@pytest.mark.parametrize(("text", "rtl"), [("abc", False), ("אבג abc", True), ("abc אבג", False), ("", False)])
def test_a_line_knows_the_direction_of_its_paragraph(typesetter, text, rtl):
    assert line(typesetter, text, TextStyle()).rtl is rtl


def test_each_paragraph_has_a_direction_of_its_own(typesetter):
    lines = typesetter.lines("אב\nab\nגד", TextStyle(), 10**6)
    assert [each.rtl for each in lines] == [True, False, True]


def test_the_directions_of_the_first_and_the_last_paragraph(typesetter):
    assert typesetter.begin_right("אב\nab") == (True, False)
    assert typesetter.begin_right("ab\nאב") == (False, True)
    assert typesetter.begin_right("") == (False, False)

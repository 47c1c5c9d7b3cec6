"""Which text each glyph stands for."""

from desktop.paint.clusters import clusters, is_plain
from desktop.typeset.lines import GlyphRun, TextLine
from printing import typeset


def run(offsets, start, end, ys=None):
    count = len(offsets)
    span = range(start, end)
    met = span if list(offsets) == list(span) else tuple(offsets)
    return GlyphRun("f", (1,) * count, tuple(range(count)), ys or (0,) * count, met, start, end, 0, count)


def line(text, *runs, start=0):
    return TextLine(text, start, start + len(text), 0, runs)


def told(each, whole):
    return [(cluster.first, cluster.last, cluster.text) for cluster in clusters(each, whole)]


def test_a_letter_each():
    one = run([0, 1, 2], 0, 3)
    assert told(one, line("abc", one)) == [(0, 1, "a"), (1, 2, "b"), (2, 3, "c")]
    assert is_plain(one)


def test_a_ligature_stands_for_several_letters():
    one = run([0, 1, 4], 0, 5)
    assert told(one, line("offic", one)) == [(0, 1, "o"), (1, 2, "ffi"), (2, 3, "c")]
    assert not is_plain(one)


def test_several_glyphs_stand_for_one_piece():
    one = run([0, 0, 2], 0, 3)
    assert told(one, line("a\u0301b", one)) == [(0, 2, "a\u0301"), (2, 3, "b")]
    assert not is_plain(one)


def test_from_right_to_left_the_last_letter_comes_first():
    one = run([2, 1, 0], 0, 3)
    assert [cluster.text for cluster in clusters(one, line("אבג", one))] == ["ג", "ב", "א"]
    assert not is_plain(one)


def test_offsets_count_in_the_whole_text():
    one = run([10, 11], 10, 12)
    assert [cluster.text for cluster in clusters(one, line("xy", one, start=10))] == ["x", "y"]
    assert is_plain(one)


def test_a_raised_glyph_is_not_plain():
    assert not is_plain(run([0, 1], 0, 2, (0, 5)))


def test_trailing_blanks_belong_to_no_cluster():
    (first, _) = typeset("one two", width=7_000)
    assert "".join(cluster.text for cluster in clusters(first.runs[0], first)) == "one"


def test_the_clusters_of_real_lines_spell_them():
    for text in ("office fluffy", "a\u0301b x\u0323\u0302", "I 👩‍💻 it 🇩🇪", "Привет"):
        whole = typeset(text)[0]
        assert "".join(cluster.text for each in whole.runs for cluster in clusters(each, whole)) == text

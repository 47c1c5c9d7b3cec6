"""Files of several sheets: what is seen on each and what is not, their boxes, layers, names and bookmarks."""

import pikepdf
import pypdfium2
import pytest

from desktop.drawing.shapes import Bookmark, Box, Hyperlink
from desktop.layout.places import Rect
from printing import glyphs, objects_of, picture_of
from sheets import at, drawn, printed, sheet, view

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)
LEFT, RIGHT = Rect(0.0, 0.0, 200.0, 200.0), Rect(0.0, 0.0, 200.0, 200.0)
WORDS = at(20.0, 20.0, glyphs("On the left")), at(220.0, 20.0, glyphs("On the right"))


def halves(drawing, **fields):
    """The drawing on two sheets, cut down its middle."""
    size = (200.0, 200.0)
    return sheet(view(drawing, clip=LEFT), size=size, **fields), sheet(
        view(drawing, x=-200.0, clip=RIGHT), size=size, **fields
    )


def text_on(data, number):
    document = pypdfium2.PdfDocument(data)
    try:
        return document[number].get_textpage().get_text_range()
    finally:
        document.close()


def pages(data):
    with objects_of(data) as file:
        return len(file.pages)


def test_every_sheet_is_a_page_of_its_own_size():
    one, other = drawn(), drawn()
    data = printed(sheet(view(one), size=(100.0, 300.0)), sheet(view(other), size=(841.8898, 50.0)))
    with objects_of(data) as file:
        assert [[float(side) for side in page.MediaBox] for page in file.pages] == [
            [0, 0, 100, 300],
            [0, 0, pytest.approx(841.8898, abs=1e-4), 50],
        ]


def test_a_sheet_has_only_its_own_text():
    data = printed(*halves(drawn(*WORDS)))
    assert text_on(data, 0) == "On the left"
    assert text_on(data, 1) == "On the right"


def test_a_line_over_the_edge_keeps_the_words_that_are_seen():
    data = printed(*halves(drawn(at(150.0, 20.0, glyphs("alpha beta gamma delta", x=0.0)))))
    assert text_on(data, 0).split() == ["alpha", "beta"]
    assert text_on(data, 1).split() == ["beta", "gamma", "delta"]


def test_lines_above_and_below_the_window_are_left_out():
    lines = glyphs("above", y=30.0), glyphs("within", y=60.0), glyphs("below", y=90.0)
    data = printed(sheet(view(drawn(at(0.0, 0.0, *lines)), clip=Rect(0.0, 45.0, 400.0, 25.0))))
    assert text_on(data, 0) == "within"


def test_nothing_is_painted_outside_the_window():
    red = drawn(at(0.0, 0.0, Box(0, 0, 400, 200, "#FF0000"), size=(400.0, 200.0)))
    picture = picture_of(printed(sheet(view(red, clip=Rect(50.0, 40.0, 100.0, 60.0)))))
    assert picture.getpixel((55, 45)) == picture.getpixel((145, 95)) == RED
    assert picture.getpixel((45, 50)) == picture.getpixel((155, 50)) == picture.getpixel((100, 105)) == WHITE


def test_a_background_fills_the_window_only():
    picture = picture_of(printed(sheet(view(drawn(background="#0000FF"), clip=Rect(50.0, 40.0, 100.0, 60.0)))))
    assert (picture.getpixel((100, 50)), picture.getpixel((10, 10))) == (BLUE, WHITE)


def test_ink_that_overhangs_its_figure_is_not_lost():
    wide = at(10.0, 10.0, Box(0, 0, 300, 20, "#FF0000"), size=(50.0, 20.0), over=250.0)
    assert picture_of(printed(*halves(drawn(wide)))).getpixel((190, 20)) == RED
    data = printed(sheet(view(drawn(wide), x=-200.0, clip=LEFT)))
    assert picture_of(data).getpixel((50, 20)) == RED


def test_later_views_lie_over_earlier_ones():
    red, blue = (drawn(at(0.0, 0.0, Box(0, 0, 50, 50, colour))) for colour in ("#FF0000", "#0000FF"))
    assert picture_of(printed(sheet(view(red), view(blue, x=20.0)))).getpixel((30, 10)) == BLUE
    assert picture_of(printed(sheet(view(blue, x=20.0), view(red)))).getpixel((30, 10)) == RED


def test_a_drawing_may_be_shown_in_two_sizes():
    red = drawn(at(10.0, 10.0, Box(0, 0, 20, 20, "#FF0000")))
    picture = picture_of(printed(sheet(view(red), view(red, x=100.0, scale=3.0))))
    assert picture.getpixel((28, 28)) == picture.getpixel((188, 88)) == RED
    assert picture.getpixel((35, 20)) == WHITE


def test_trim_and_bleed_are_boxes_of_the_page():
    data = printed(sheet(view(drawn()), trim=Rect(20.0, 30.0, 340.0, 150.0), bleed=Rect(10.0, 20.0, 360.0, 170.0)))
    with objects_of(data) as file:
        assert [float(side) for side in file.pages[0].TrimBox] == [20, 20, 360, 170]
        assert [float(side) for side in file.pages[0].BleedBox] == [10, 10, 370, 180]


def test_without_them_there_are_none():
    with objects_of(printed(sheet(view(drawn())))) as file:
        assert "/TrimBox" not in file.pages[0]
        assert "/BleedBox" not in file.pages[0]


def test_marks_lie_in_a_layer_that_can_be_hidden():
    marks = drawn(at(0.0, 0.0, Box(0, 0, 50, 50, "#FF0000")))
    data = printed(sheet(view(drawn()), view(marks, layer="Marks", artifact=True)))
    with objects_of(data) as file:
        (group,) = file.Root.OCProperties.OCGs
        assert str(group.Name) == "Marks"
        assert list(file.pages[0].Resources.Properties.keys()) == ["/L1"]
        assert b"/OC /L1 BDC" in file.pages[0].Contents.read_bytes()
    assert picture_of(data).getpixel((10, 10)) == RED


def test_one_name_is_one_layer():
    marks = drawn(at(0.0, 0.0, Box(0, 0, 5, 5, "#FF0000")))
    data = printed(*(sheet(view(marks, layer=name)) for name in ("Marks", "Marks", "Grid")))
    with objects_of(data) as file:
        assert [str(group.Name) for group in file.Root.OCProperties.OCGs] == ["Marks", "Grid"]


def test_pages_go_by_the_names_of_their_sheets():
    data = printed(sheet(view(drawn())), sheet(view(drawn()), label="A1"), sheet(view(drawn()), label="Б2"))
    document = pypdfium2.PdfDocument(data)
    assert [document.get_page_label(number) for number in range(3)] == ["1", "A1", "Б2"]
    document.close()


def test_sheets_without_names_need_no_labels():
    with objects_of(printed(sheet(view(drawn())))) as file:
        assert "/PageLabels" not in file.Root


STAGES = (
    Bookmark("Dine", 10.0, 20.0, 150.0, 100.0),
    Bookmark("Orders", 10.0, 40.0, 70.0, 80.0, 1),
    Bookmark("Leave", 230.0, 20.0, 100.0, 100.0),
)


def outline(data):
    """(level, title, page) of all bookmarks."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    finally:
        document.close()


def test_bookmarks_are_stages_and_below_them_steps():
    data = printed(sheet(view(drawn(bookmarks=STAGES))))
    assert outline(data) == [(0, "Dine", 0), (1, "Orders", 0), (0, "Leave", 0)]


def test_on_several_sheets_they_stand_below_their_sheet():
    one, other = halves(drawn(bookmarks=STAGES))
    named = [part.__class__(**{**fields(part), "title": title}) for part, title in ((one, "A1"), (other, "B1"))]
    assert outline(printed(*named)) == [(0, "A1", 0), (1, "Dine", 0), (2, "Orders", 0), (0, "B1", 1), (1, "Leave", 1)]


def fields(part):
    return {name: getattr(part, name) for name in part.__slots__}


def test_what_is_shown_twice_has_one_bookmark():
    whole = drawn(bookmarks=STAGES)
    assert len(outline(printed(sheet(view(whole)), sheet(view(whole))))) == len(STAGES)


def test_marks_and_small_maps_have_none():
    assert outline(printed(sheet(view(drawn(bookmarks=STAGES), artifact=True)))) == []


def test_a_bookmark_of_a_sheet_shows_all_of_it():
    with objects_of(printed(sheet(view(drawn()), title="A1"))) as file:
        page, way = file.Root.Outlines.First.Dest
        assert (page.objgen, way) == (file.pages[0].objgen, pikepdf.Name("/Fit"))


def test_links_stand_on_the_sheets_that_show_them():
    link = at(220.0, 20.0, Hyperlink(0, 0, 30, 10, "https://example.org"))
    with objects_of(printed(*halves(drawn(link)))) as file:
        assert "/Annots" not in file.pages[0]
        assert [float(side) for side in file.pages[1].Annots[0].Rect] == [20, 170, 50, 180]


def test_pictures_of_other_sheets_are_not_loaded():
    emoji = at(20.0, 20.0, glyphs("😀")), at(220.0, 20.0, glyphs("🎉"))
    with objects_of(printed(*halves(drawn(*emoji)))) as file:
        first, second = (set(page.Resources.XObject.keys()) for page in file.pages)
    assert first
    assert first.isdisjoint(second)


def test_it_is_told_how_far_the_work_is():
    told = []
    printed(*halves(drawn()), told=lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_whoever_is_told_may_end_it():
    def stop(done, _of):
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        printed(*halves(drawn()), told=stop)


def test_keywords_are_given_twice():
    with objects_of(printed(sheet(view(drawn())), about={"keywords": ("cards 16 pt", "Größe")})) as file:
        assert str(file.docinfo.Keywords) == "cards 16 pt; Größe"
        with file.open_metadata() as meta:
            assert meta["pdf:Keywords"] == "cards 16 pt; Größe"


def test_the_same_sheets_give_the_same_bytes():
    assert printed(*halves(drawn(*WORDS))) == printed(*halves(drawn(*WORDS)))


def test_another_text_gives_another_fingerprint():
    def mark(word):
        with objects_of(printed(sheet(view(drawn(at(0.0, 0.0, glyphs(word))))))) as file:
            return bytes(file.trailer.ID[0])

    assert mark("one") != mark("two")


def test_no_line_is_thinner_than_a_press_prints():
    thin = drawn(at(0.0, 0.0, Box(0, 0, 100, 0.02, "#000000"), Box(0, 9, 90, 9, "", "#000000", 0.1)))
    with objects_of(printed(sheet(view(thin, scale=0.5)))) as file:
        content = file.pages[0].Contents.read_bytes()
    assert b" 50 0.25 re f" in content
    assert b" 0.25 w " in content


def test_without_hue_all_ink_is_grey():
    ink = at(0.0, 0.0, Box(0, 0, 50, 50, "#2F7DD1"), glyphs("Words 😀", y=90.0, size=30.0, colour="#CF3F66"))
    picture = picture_of(printed(sheet(view(drawn(ink))), about={"grey": True}))
    assert all(red == green == blue for _, (red, green, blue) in picture.getcolors(99_999))
    assert len(picture.getcolors(99_999)) > 10

"""From a map to a file: the page is exact and well filled, the report true, every failure one sentence."""

import base64
import gc
import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from PIL import Image as Pillow

from desktop.document.cards import Card, Comment, Picture
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.project import Persona, Project
from desktop.paint import png
from desktop.plan.page import MM
from desktop.plan.paper import paper as sheet_of
from desktop.plan.paper import turned
from desktop.plan.settings import Settings
from desktop.poster.export import Options, export
from desktop.poster.preflight import SMALLEST
from desktop.poster.press import LARGEST, Press
from desktop.poster.refusals import PosterError
from desktop.poster.wording import LONGEST
from desktop.resources import root
from desktop.storage.assets import Asset, key_of
from desktop.storage.errors import StorageError
from desktop.storage.reader import read
from journeys import card, full, journey, lane, project
from printing import text_of

SAMPLE = root() / "samples" / "restaurant.journey"
TEMPLATES = sorted((root() / "templates").glob("*.journey"))
FORMS = ("pdf", "svg", "png")
SENTENCE = re.compile(r"[A-Z“][^\n]*\.")
HASHES = """
import hashlib
from desktop.plan.paper import paper as sheet_of
from desktop.plan.paper import turned
from desktop.plan.settings import Settings
from desktop.poster.export import Options, export
from desktop.resources import root
from desktop.storage.reader import read
sample = read(root() / "samples" / "restaurant.journey").project
for form in ("pdf", "svg", "png"):
    data, report = export(sample, {}, sample.maps[0].id, form, Settings(paper="A4"), options=Options(dpi=60))
    print(form, hashlib.sha256(data + report.to_json().encode()).hexdigest())
"""


def made(form="pdf", what=None, assets=None, **options):
    """File and report of a small map, or of another project's first one."""
    what = project(full()) if what is None else what
    pictured = {name: options.pop(name) for name in ("dpi", "outlines") if name in options}
    settings = Settings(**options) if options else None
    return export(what, assets or {}, what.maps[0].id, form, settings, options=Options(**pictured))


def report(**options):
    return made(**options)[1]


def refused(**options):
    """The sentence with which a poster is refused."""
    with pytest.raises(PosterError) as caught:
        made(**options)
    return str(caught.value)


def sample():
    return read(SAMPLE).project


def media_box(data):
    """Width and height of a PDF's one page in mm."""
    document = pypdfium2.PdfDocument(data)
    try:
        (page,) = document
        left, bottom, right, top = page.get_mediabox()
        return (right - left) / MM, (top - bottom) / MM
    finally:
        document.close()


def one_card(text="", **fields):
    """A project with nothing but a card."""
    stage = Stage(id="s", title="Stage", steps=(Step(id="d", title="Step"),))
    lane = Lane(
        id="l",
        kind="actions",
        cards=(Card(**{"id": "c", "kind": "action", "text": text, "first": "d", "last": "d"} | fields),),
    )
    return Project(id="p", maps=(JourneyMap(id="m", title="Small", stages=(stage,), lanes=(lane,)),))


@pytest.mark.parametrize(
    ("paper", "sides"),
    [("A0", (841, 1189)), ("A1", (594, 841)), ("A2", (420, 594)), ("A3", (297, 420)), ("A4", (210, 297))],
)
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_a_page_has_its_size_to_a_tenth_of_a_millimetre(paper, sides, orientation):
    data, told = made(paper=paper, orientation=orientation)
    wanted = sides if orientation == "portrait" else sides[::-1]
    assert media_box(data) == pytest.approx(wanted, abs=0.1)
    assert told.page_mm == wanted


def test_a_pdf_is_an_a0_when_nothing_is_said():
    assert sorted(media_box(made()[0])) == pytest.approx([841, 1189], abs=0.1)


def test_own_measures_are_kept_as_they_are():
    data, told = made(paper="914.4x1400mm")
    assert media_box(data) == pytest.approx((914.4, 1400), abs=0.1)
    assert told.page_mm == (914.4, 1400.0)


@pytest.mark.parametrize("paper", ["A0", "A3", "700x500mm"])
def test_all_forms_have_the_same_page(paper):
    assert len({made(form, paper=paper, dpi=20)[1].page_mm for form in FORMS}) == 1


def test_an_svg_without_paper_has_the_maps_own_size():
    data, told = made("svg")
    size = Press(project(full())).natural("m1").page
    element = ElementTree.fromstring(data)
    assert (told.scale, told.fill) == (0.75, 1.0)
    assert element.get("width") == f"{size.width / MM:.2f}".rstrip("0").rstrip(".") + "mm"
    assert float(element.get("viewBox").split()[2]) == pytest.approx(size.width / 0.75, abs=0.01)


@pytest.mark.parametrize(("options", "dpi"), [({}, 192), ({"paper": "A4"}, 150), ({"dpi": 72}, 72)])
def test_a_png_has_the_resolution_that_is_meant(options, dpi):
    data, told = made("png", **options)
    with Pillow.open(BytesIO(data)) as picture:
        assert picture.size == pytest.approx([side / 25.4 * dpi for side in told.page_mm], abs=1.5)
        assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)


def test_a_png_takes_what_memory_allows(monkeypatch):
    monkeypatch.setattr(png, "MOST_PIXELS", 100_000)
    with Pillow.open(BytesIO(made("png", paper="A2")[0])) as picture:
        assert 90_000 < picture.width * picture.height < 101_000


def test_comments_are_printed_on_request():
    said = (Comment(id="n1", text="Really?"), Comment(id="n2", text="Yes."))
    what = project(journey(lane(card("action", text="Waits", comments=said))))
    plain, marked = (made("svg", what, comments=comments)[0].decode() for comments in (False, True))
    assert ">2<" not in plain
    assert ">2<" in marked
    assert marked.replace(">2<", "").count("Really") == 0


def test_svg_outlines_are_made_on_request():
    assert b"<text" in made("svg")[0]
    assert b"<text" not in made("svg", outlines=True)[0]


@pytest.mark.parametrize("path", [SAMPLE, *TEMPLATES], ids=lambda path: path.stem)
@pytest.mark.parametrize("paper", ["A0", "A3"])
def test_every_map_of_ours_fills_its_page(path, paper):
    opened = read(path)
    told = made(what=opened.project, assets=opened.assets, paper=paper)[1]
    assert 0.8 <= told.fill <= 1.0001
    assert told.text_pt["card"] <= 40


@pytest.mark.parametrize(("paper", "most"), [("A0", 40.0), ("A1", 28.25), ("A3", 14.13), ("A4", LARGEST)])
def test_a_small_map_is_not_blown_up(paper, most):
    told = made(what=one_card("Waits"), paper=paper)[1]
    assert told.text_pt["card"] == pytest.approx(most, abs=0.01)
    assert told.fill < 0.85


@pytest.mark.parametrize("paper", ["A0", "A4", "50x5080mm", "5080x50mm", "300x300mm"])
def test_no_ink_leaves_the_page(paper):
    press = Press(sample())
    found = press.fitted(sample().maps[0].id, turned(sheet_of(paper), "auto"))
    page, drawing = found.page, found.drawing
    assert page.x >= -1e-6
    assert page.x + drawing.width * page.scale <= page.width + 1e-6
    assert page.y + drawing.height * page.scale <= page.height + 1e-6
    assert page.x == pytest.approx((page.width - drawing.width * page.scale) / 2)


def test_the_foot_tells_how_large_the_type_is():
    data, told = made(what=sample())
    size, distance = told.text_pt["card"], told.comfortable_m
    assert f"cards {size:.0f} pt, comfortable to {round(distance, 1):g} m" in " ".join(text_of(data).split())


def test_the_report_is_an_object_of_its_fields():
    told = report(paper="A3")
    found = json.loads(told.to_json())
    assert list(found) == [
        "page_mm",
        "scale",
        "text_pt",
        "fill",
        "comfortable_m",
        "warnings",
        "sheets",
        "posters",
        "problems",
        "changes",
    ]
    assert found["page_mm"] == list(told.page_mm)
    assert found["text_pt"] == dict(told.text_pt)
    assert {"title", "stage", "step", "lane", "card"} <= set(found["text_pt"])


def test_sizes_in_the_report_are_those_of_the_roles():
    told = report(paper="A2")
    assert told.text_pt["card"] == pytest.approx(14 * told.scale, abs=0.01)


def test_a_distance_in_the_report_is_that_of_the_cards():
    """A capital of Inter is 0.728 em high and reads well where it subtends 20 minutes: 22.7 pt at a metre."""
    told = report(what=sample())
    assert told.comfortable_m == pytest.approx(told.text_pt["card"] / 22.65, abs=0.01)


def test_small_type_is_warned_of():
    told = report(what=sample(), paper="A4")
    assert told.text_pt["card"] < SMALLEST
    assert f"Cards: {told.text_pt['card']:.1f} pt is very small for print" in told.warnings


def test_large_type_is_not_warned_of():
    assert report(what=sample(), paper="A0").warnings == ()


def test_characters_without_a_font_are_warned_of():
    told = report(what=one_card("Waits 日本 – and 日 ok 😀"))
    assert told.warnings == tuple(
        f"No font has “{each}” (U+{ord(each):X} CJK UNIFIED IDEOGRAPH-{ord(each):X})" for each in "日本"
    )


def test_characters_are_warned_of_wherever_they_stand():
    whole = one_card().model_copy(update={"personas": (Persona(id="q", name="Ünal 本"),)})
    journey = whole.maps[0].model_copy(update={"title": "日記", "persona": "q"})
    told = report(what=whole.model_copy(update={"maps": (journey,)}))
    assert {each for each in "日記本" if any(f"“{each}”" in said for said in told.warnings)} == set("日記本")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"paper": "A9"}, "no paper is called “A9”"),
        ({"paper": "20x300mm"}, "is smaller than 50 mm"),
        ({"paper": "200x9000mm"}, "is longer than 5080 mm"),
        ({"paper": "100000x100000mm"}, "is longer than 5080 mm"),
        ({"paper": "914x1370"}, "has no unit; write it as “914x1370mm”"),
        ({"form": "png", "paper": "A0", "dpi": 1200}, "would not fit into memory; use at most"),
        ({"form": "png", "dpi": 0}, "cannot have 0 dots an inch"),
        ({"form": "png", "dpi": float("nan")}, "cannot have nan dots an inch"),
        ({"form": "png", "dpi": -150.0}, "cannot have -150 dots an inch"),
    ],
)
def test_what_cannot_be_printed_is_refused_in_a_sentence(options, words):
    said = refused(**options)
    assert words.lower() in said.lower()
    assert SENTENCE.fullmatch(said)


def test_a_refused_poster_is_an_error_of_the_family():
    assert issubclass(PosterError, StorageError)


@pytest.mark.parametrize("paper", ["A4", "A9"])
def test_the_collector_works_again_afterwards(paper):
    assert gc.isenabled()
    with suppress(PosterError):
        made(paper=paper)
    assert gc.isenabled()


def picture(data):
    """A project with a card that shows a picture, and its asset."""
    asset, key = Asset(type="image/png", data=data, width=8, height=8), "ab" * 32
    with suppress(ValueError):
        key = key_of(asset.content())
    return one_card("The yard", kind="picture", picture=Picture(asset=key)), {key: asset}


def png_of(colour):
    out = BytesIO()
    Pillow.new("RGB", (8, 8), colour).save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


@pytest.mark.parametrize("assets", [{}, {"ab" * 32: Asset(type="image/png", width=1, height=1, data="####")}])
def test_a_picture_that_cannot_be_drawn_is_told(assets):
    what, _ = picture(png_of("#12C845"))
    told = export(what, assets, what.maps[0].id, "pdf", Settings(paper="A4"))[1]
    assert "“The yard” cannot be shown" in told.warnings


@pytest.mark.parametrize(("data", "words"), [("AAAA", "No picture that can be shown"), (None, "Picture missing")])
def test_the_poster_says_why_a_picture_is_not_shown(data, words):
    what, assets = picture(data or "")
    printed = made("pdf", what, assets if data else {})[0]
    drawn = made("svg", what, assets if data else {})[0]
    assert words in " ".join(text_of(printed).split())
    assert words in " ".join("".join(ElementTree.fromstring(drawn).itertext()).split())


def test_pictures_are_printed():
    what, assets = picture(png_of("#12C845"))
    with Pillow.open(BytesIO(made("png", what, assets, paper="A4", dpi=40)[0])) as page:
        assert (0x12, 0xC8, 0x45) in {colour for _, colour in page.getcolors(1 << 20)}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("data", ["abc", "", "AAAA", png_of("red")[:60]], ids=["odd", "empty", "no picture", "cut"])
def test_a_damaged_picture_stops_nothing(form, data):
    what, assets = picture(data)
    assert len(made(form, what, assets, paper="A4", dpi=40)[0]) > 500


@pytest.mark.parametrize("form", FORMS)
def test_a_map_with_nothing_in_it_can_be_printed(form):
    empty = Project(id="p", maps=(JourneyMap(id="m"),))
    assert made(form, empty, paper="A4", dpi=40)[1].fill > 0


def test_the_second_map_is_printed_when_it_is_asked_for():
    first, second = (JourneyMap(id=id_, title=title) for id_, title in (("m1", "Before"), ("m2", "After")))
    data, _ = export(Project(id="p", maps=(first, second)), {}, "m2", "pdf")
    assert "After" in text_of(data)
    assert "Before" not in text_of(data)


def hashes(seed):
    """What another process, whose sets are in another order, makes of the sample."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent.parent)}
    told = subprocess.run([sys.executable, "-c", HASHES], env=environment, capture_output=True, text=True, check=True)
    return told.stdout


def test_the_same_map_is_the_same_bytes_in_every_process():
    once = hashes("1")
    assert len(once.splitlines()) == 3
    assert once == hashes("2")


@pytest.mark.parametrize("paper", ["A0", "A3"])
def test_a_portrait_poster_breaks_no_word(paper):
    data, told = made(what=sample(), paper=paper, orientation="portrait")
    assert not any("had to be broken" in warning for warning in told.warnings)
    assert {"colleague", "mouth", "Waiter", "Remember"} <= set(re.findall(r"\w+", text_of(data)))


def test_a_word_without_end_is_broken_and_told():
    told = report(what=one_card(f"Pays {'z' * 400} at the table"))
    assert told.warnings == (f"“{'z' * (LONGEST - 1)}…” had to be broken to fit its card",)


def test_only_the_first_few_broken_words_are_told():
    words = [letter * 400 for letter in "abcdefg"]
    told = report(what=one_card(" ".join(words)))
    assert len(told.warnings) == 6
    assert told.warnings[-1] == "and 2 more of the same kind (broken-word)"


def test_words_wider_than_the_usual_columns_get_wider_ones():
    told = report(what=one_card(f"Pays {'m' * 15}"), paper="A3")
    assert told.warnings == ()
    assert told.fill <= 1.0

"""Qt's own layout as an independent judge: the same font file at a size of one unit per pixel."""

import random

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout, QTextOption

from desktop.typeset.lines import UNITS, TextStyle

FACES = ("regular", "semibold", "bold", "italic")
LATIN = (
    "the customer looks for a table near window Very long AVATAR Way To Wait says Why not; we pay (it’s) fine really… "
    "waiter brings menu and takes our order, reserve online! Then? Tom’s “quote” office fluffy affine naïve Zürich "
    "Łódź Straße Ångström check-in half-hour and/or 4.1% 3–4 5:30 €12 T. V, Y; WAVE [B] don't Ỹạ"
)
GREEK = "Ο πελάτης ψάχνει για ένα τραπέζι κοντά στο παράθυρο, πολύ ωραία! ΑΥΤΟ; είναι Ελλάδα ὠμέγα 12 (τρία) «ναι»"
CYRILLIC = (
    "Клиент ищет столик у окна, очень долго ждёт; Почему нет? ГОСТ Україна їжак Ўзбек мы платим 12 (три) «да» Тут"
)
VISUAL = "שלום עולם אבג world abc 12 3.5 - hello, ! 5% 7 ok. مرحبا ١٢"


@pytest.fixture(scope="module")
def families(qapp, fonts):
    """The family name under which Qt knows each bundled text font."""
    families = {}
    for face in FACES:
        number = QFontDatabase.addApplicationFontFromData(QByteArray(fonts.data(f"inter-{face}")))
        families[face] = QFontDatabase.applicationFontFamilies(number)[0]
    return families


@pytest.fixture(scope="module")
def qt_fonts(families, fonts):
    """The faces as Qt fonts of 2048 px: there all advances are whole pixels."""
    made = {}
    for face, family in families.items():
        weight, italic = fonts.css(f"inter-{face}")
        font = QFont(family)
        font.setPixelSize(UNITS)
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        made[face] = font
    return made


def qt_lines(text, font, width):
    """Qt's lines as (start, end, width)."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append((line.textStart(), line.textStart() + line.textLength(), line.naturalTextWidth()))
    layout.endLayout()
    return lines


def cards(seed, count):
    """Cards of one to twenty words in one script, and widths of six to sixteen em."""
    chance = random.Random(seed)
    for _ in range(count):
        words = chance.choice((LATIN, GREEK, CYRILLIC)).split()
        text = " ".join(chance.choice(words) for _ in range(chance.randint(1, 20)))
        yield text, chance.randint(6 * UNITS, 16 * UNITS)


def differing(typesetter, qt_fonts, face, count):
    style = TextStyle(face)
    found = []
    for text, width in cards(face, count):
        ours = [(span.start, span.end, span.width) for span in typesetter.spans(text, style, width)]
        if ours != qt_lines(text, qt_fonts[face], width):
            found.append((text, width))
    return found


@pytest.mark.parametrize("face", FACES)
def test_qt_breaks_every_line_at_the_same_place_and_finds_it_as_wide(typesetter, qt_fonts, face):
    assert differing(typesetter, qt_fonts, face, 1_000) == []


@pytest.mark.stress
@pytest.mark.parametrize("face", FACES)
def test_qt_agrees_in_the_long_run(typesetter, qt_fonts, face):
    assert differing(typesetter, qt_fonts, face, 20_000) == []


@pytest.mark.parametrize("face", FACES)
def test_qt_takes_the_bundled_font_and_no_other(qt_fonts, fonts, face):
    raw = QRawFont.fromFont(qt_fonts[face])
    assert raw.familyName().startswith("JW Inter")
    assert raw.fontTable("glyf").data() == bytes(fonts.font(f"inter-{face}").face.reference_table("glyf").data)


def qt_order(text, font):
    """The offsets of Qt's glyphs from left to right, spaces left out."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10**6)
    layout.endLayout()
    runs = line.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll)
    found = sorted(
        (place.x(), index) for run in runs for place, index in zip(run.positions(), run.stringIndexes(), strict=True)
    )
    return [index for _, index in found if text[index] != " "]


def test_qt_puts_hebrew_arabic_and_english_in_the_same_order(typesetter, qt_fonts):
    chance = random.Random(5)
    words = VISUAL.split()
    for _ in range(500):
        text = " ".join(chance.choice(words) for _ in range(chance.randint(1, 7)))
        (line,) = typesetter.lines(text, TextStyle(), 10**6)
        ours = [cluster for run in line.runs for cluster in run.clusters if text[cluster] != " "]
        assert ours == qt_order(text, qt_fonts["regular"])


def test_qt_places_every_glyph_where_we_do(typesetter, qt_fonts):
    for text, _ in cards("places", 300):
        (ours,) = typesetter.lines(text, TextStyle("bold"), 10**6)
        layout = QTextLayout(text, qt_fonts["bold"])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(10**6)
        layout.endLayout()
        theirs = sorted(
            (place.x(), glyph)
            for run in line.glyphRuns()
            for place, glyph in zip(run.positions(), run.glyphIndexes(), strict=True)
        )
        assert [(x, glyph) for run in ours.runs for x, glyph in zip(run.xs, run.glyphs, strict=True)] == theirs

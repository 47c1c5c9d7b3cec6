"""Typefaces for tests, made on the spot: every letter a block, all as wide."""

from functools import cache
from io import BytesIO
from string import printable

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

LETTERS = printable[:95] + "äöüÄÖÜß–’“”…·é"


@cache
def typeface(
    family="Lume Sans",
    *,
    weight=400,
    italic=False,
    permission=0,
    letters=LETTERS,
    width=600,
    cff=False,
    variable=False,
    typographic="",
):
    """The bytes of a font file. permission: fsType of its OS/2 table. width: of every letter, of 1,000 to the em."""
    names = {ord(letter): f"u{ord(letter):04X}" for letter in letters}
    order = [".notdef", *dict.fromkeys(names.values())]
    made = FontBuilder(1000, isTTF=not cff)
    made.setupGlyphOrder(order)
    made.setupCharacterMap(names)
    _outlines(made, order, width, weight, cff)
    made.setupHorizontalMetrics(dict.fromkeys(order, (width, 60)))
    made.setupHorizontalHeader(ascent=950, descent=-250)
    style = _style(weight, italic)
    names = {"familyName": family, "styleName": style, "psName": f"{family}-{style}".replace(" ", "")}
    made.setupNameTable(names | ({"typographicFamily": typographic} if typographic else {}))
    made.setupOS2(
        usWeightClass=weight,
        fsType=permission,
        fsSelection=int(italic),
        sCapHeight=700,
        sxHeight=500,
        sTypoAscender=950,
    )
    made.setupPost()
    made.font["head"].created = made.font["head"].modified = 3_000_000_000
    made.font["head"].macStyle = 2 * int(italic) + int(weight >= 700)
    if variable:
        made.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    out = BytesIO()
    made.font.recalcTimestamp = False
    made.save(out)
    return out.getvalue()


def _style(weight, italic):
    upright = {400: "Regular", 600: "SemiBold", 700: "Bold"}.get(weight, f"W{weight}")
    return f"{upright} Italic" if italic else upright


def _outlines(made, order, width, weight, cff):
    pens = {name: T2CharStringPen(width, None) if cff else TTGlyphPen(None) for name in order}
    for name, pen in pens.items():
        if name != "u0020":
            _block(pen, 60, width - 60, 350 + weight // 2)
    if cff:
        made.setupCFF("Test", {}, {name: pen.getCharString() for name, pen in pens.items()}, {})
    else:
        made.setupGlyf({name: pen.glyph() for name, pen in pens.items()})


def _block(pen, left, right, top):
    pen.moveTo((left, 0))
    for point in ((left, top), (right, top), (right, 0)):
        pen.lineTo(point)
    pen.closePath()

"""A reader of our PDFs that shares nothing with their writer: what each glyph says, and where it stands."""

import re
from typing import Any, NamedTuple

import pikepdf

BFCHAR = re.compile(r"^<(\w{4})> <(\w+)>$", re.MULTILINE)


class Said(NamedTuple):
    """A piece of text, and in pt from the page's left and bottom edge where its first glyph stands on the baseline."""

    text: str
    x: float
    y: float


class Face(NamedTuple):
    """What a page says of a font: per code its text and its width in 1/1000 em."""

    texts: dict[int, str]
    widths: list[int]


def said_on(page: pikepdf.Page) -> list[Said]:
    """All pieces of text in the order of the file; what an /ActualText spans is one piece."""
    reader = Reader({str(name): face_of(font) for name, font in page.Resources.get("/Font", {}).items()})
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ACTIONS:
            ACTIONS[str(operator)](reader, *operands)
    return reader.found


def face_of(font: Any) -> Face:
    told = font.ToUnicode.read_bytes().decode("ascii")
    texts = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in BFCHAR.findall(told)}
    first, widths = font.DescendantFonts[0].W
    return Face(texts, [0] * int(first) + [int(width) for width in widths])


class Reader:
    """Follows the operators that move or show text. Figures are moved only, never turned or scaled."""

    def __init__(self, faces: dict[str, Face]) -> None:
        self.found: list[Said] = []
        self._faces = faces
        self._origins = [(0.0, 0.0)]
        self._actual: str | None = None

    def save(self) -> None:
        self._origins.append(self._origins[-1])

    def restore(self) -> None:
        self._origins.pop()

    def move(self, a: float, b: float, c: float, d: float, x: float, y: float) -> None:
        left, bottom = self._origins[-1]
        self._origins[-1] = (left + float(x), bottom + float(y))

    def begin(self) -> None:
        self._line = (0.0, 0.0)
        self._pen = 0.0

    def next_line(self, x: float, y: float) -> None:
        self._line = (self._line[0] + float(x), self._line[1] + float(y))
        self._pen = 0.0

    def choose(self, name: pikepdf.Name, size: float) -> None:
        self._face, self._size = self._faces[str(name)], float(size)

    def span(self, tag: pikepdf.Name, properties: Any) -> None:
        self._say(str(properties.ActualText))
        self._actual = str(properties.ActualText)

    def end_span(self) -> None:
        self._actual = None

    def show(self, parts: pikepdf.Array) -> None:
        for part in parts:
            if isinstance(part, pikepdf.String):
                self._show(bytes(part))
            else:
                self._pen -= float(part) / 1000 * self._size

    def _show(self, codes: bytes) -> None:
        for at in range(0, len(codes), 2):
            code = int.from_bytes(codes[at : at + 2], "big")
            if self._actual is None:
                self._say(self._face.texts.get(code, ""))
            self._pen += self._face.widths[code] / 1000 * self._size

    def _say(self, text: str) -> None:
        left, bottom = self._origins[-1]
        self.found.append(Said(text, left + self._line[0] + self._pen, bottom + self._line[1]))


ACTIONS = {
    "q": Reader.save,
    "Q": Reader.restore,
    "cm": Reader.move,
    "BT": Reader.begin,
    "Td": Reader.next_line,
    "Tf": Reader.choose,
    "BDC": Reader.span,
    "EMC": Reader.end_span,
    "TJ": Reader.show,
}

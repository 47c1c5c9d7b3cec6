"""Drawings as text, one line a shape, compared with files in tests/drawing/goldens.

To make a file anew after a change that is meant, delete it and run the tests: the first run writes it and fails.
"""

from pathlib import Path as File

from desktop.drawing.shapes import Box, Ellipse, Glyphs, Hyperlink, Image, Path

FOLDER = File(__file__).parent / "drawing" / "goldens"


def agree(name, placed):
    """Fails when the figures differ from the golden of this name, or when there is none."""
    told, file = description(placed), FOLDER / f"{name}.txt"
    if not file.is_file():
        file.write_text(told, "utf-8")
        raise AssertionError(f"{file.name} did not exist: look at it and commit it")
    assert told == file.read_text("utf-8")


def description(placed):
    lines = []
    for each in placed:
        figure = each.figure
        said = " ".join(
            part for part in (figure.role, figure.id and f"#{figure.id}", figure.name and f"“{figure.name}”") if part
        )
        lines.append(f"{said} at {n(each.x, each.y)} size {n(figure.width, figure.height, figure.overhang)}")
        lines += [f"  {shape(one)}" for one in figure.shapes]
    return "\n".join(lines).replace("\u00a0", "~") + "\n"


def shape(one):
    """One shape in a line; what it does not have is left out."""
    match one:
        case Box():
            extra = (one.radii if any(one.radii) else "", one.dash)
            return said("box", n(one.x, one.y, one.width, one.height), ink(one), *(n(*part) for part in extra if part))
        case Ellipse():
            return said("ellipse", n(one.cx, one.cy, one.rx, one.ry), ink(one))
        case Path():
            way = " ".join(f"{letter}{n(*numbers)}" for letter, *numbers in one.commands)
            return said("path", way, ink(one), f"dash {n(*one.dash)}" if one.dash else "")
        case Glyphs():
            return said("text", f"“{one.line.text.strip()}”", n(one.x, one.y, one.size), one.colour)
        case Image():
            return said("image", n(one.x, one.y, one.width, one.height), one.asset[:8], n(*one.crop), one.alt)
        case Hyperlink():
            return said("link", n(one.x, one.y, one.width, one.height), one.address)


def ink(one):
    return said(one.fill and f"fill {one.fill}", one.stroke and f"stroke {one.stroke} {n(one.stroke_width)}")


def said(*parts):
    return " ".join(part for part in parts if part)


def n(*numbers):
    """Numbers to two decimals, without trailing zeros."""
    return ",".join(f"{round(number, 2) + 0.0:.2f}".rstrip("0").rstrip(".") for number in numbers)

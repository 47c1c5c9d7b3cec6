"""The options of `export`, and the settings that they come to."""

import argparse
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.cli.speech import CommandError
from desktop.plan.settings import (
    GLUES,
    GROUPS,
    ORIENTATIONS,
    SCOPES,
    SEAMS,
    THEMES,
    Margin,
    Settings,
    SettingsError,
    Tiling,
    usual_paper,
)

Arguments = argparse.Namespace
COUNTS = {"working": "working wall", "notes": "sticky notes", "parking": "parking lot", "inbox": "inbox",
          "agenda": "agenda", "backlog": "backlog", "matrix": "matrix", "tactics": "tactics and experiments",
          "comparison": "comparison", "persona": "personas", "stickers": "patches"}  # fmt: skip
OPTIONS = {
    "card_text": "card-text",
    "read_from": "read-from",
    "image_dpi": "image-dpi",
    "tiling.sheet": "tile",
    "tiling.only": "sheets",
}
"""What a setting is called here, where it is not its own name."""


PAPER = (
    "A0, 4A0, B1, ANSI-E, ARCH-E1, Letter, 914x1370mm, roll-914mm; of a PDF unless told A0, of lists and notes A4, "
    "of matrix and comparison A3"
)


def add_export(command: argparse.ArgumentParser) -> None:
    """What it can be told."""
    command.add_argument("file", metavar="FILE", type=Path)
    command.add_argument("out", metavar="OUT", type=Path, nargs="?", help="ends in .pdf, .svg or .png")
    add_wishes(command)
    beside = command.add_mutually_exclusive_group()
    beside.add_argument(
        "--test-sheet", action="store_const", const="test-sheet", dest="beside", help="only a page to try the printer"
    )
    beside.add_argument(
        "--ticket", action="store_const", const="ticket", dest="beside", help="only the order for the copy shop, a page"
    )
    command.add_argument("--dpi", metavar="NUMBER", type=float, help="resolution of a PNG; 150 on paper, else 192")
    command.add_argument("--outlines", action="store_true", help="SVG: draw text as outlines, for other programs")
    command.add_argument(
        "--font",
        metavar="FILE",
        type=Path,
        action="append",
        help="for letters that the fonts of the program do not have",
    )
    command.add_argument("--json", action="store_true", help="print sizes, distances, sheets, cuts and warnings")


def add_wishes(command: argparse.ArgumentParser) -> None:
    """What to print and how; whatever is not given is as the edition says, or as usual."""
    _add_subject(command)
    _add_size(command)
    _add_sheets(command)
    _add_shop(command)


def wished(arguments: Arguments, before: Settings, *, paged: bool) -> Settings:
    """The settings `before` with what was asked for; where neither names a paper the usual one if it is to be `paged`,
    else none. Raises CommandError."""
    try:
        return _wished(arguments, before, paged=paged)
    except SettingsError as error:
        name = OPTIONS.get(error.field) or error.field.rpartition(".")[2].replace("_", "-")
        allowed = f"; it can be {error.allowed}" if error.allowed else ""
        raise CommandError(f"--{name} cannot be “{error.value}”{allowed}.") from error


def _wished(arguments: Arguments, before: Settings, *, paged: bool) -> Settings:
    given = {name: value for name, value in vars(arguments).items() if value is not None and value is not False}
    fields = {name: given[name] for name in PLAIN if name in given}
    if arguments.paper == "":
        raise CommandError(
            "No paper is called “”; use A0, B1, ANSI-D, Letter, roll-914mm …, or a size such as 914x1400mm."
        )
    usual = usual_paper(fields.get("content", before.content))
    if not before.paper or arguments.paper or usual != usual_paper(before.content):
        # cards of a size make the page as large as they need where no paper is named
        fields["paper"] = arguments.paper or ("" if arguments.card_text is not None or not paged else usual)
    if arguments.paper and arguments.paper.lower().startswith("roll"):
        fields["sizing"] = "roll"
    if arguments.card_text is not None:
        fields |= {"sizing": "text", "card_text": arguments.card_text}
    if arguments.spread is not None:
        fields |= {"sizing": "sheets", "across": arguments.spread[0], "down": arguments.spread[1]}
    if arguments.margin is not None and not arguments.tile:
        fields["margin"] = arguments.margin
    return replace(before, **fields, tiling=_tiling(arguments, before.tiling))


PLAIN = ("content", "scope", "orientation", "read_from", "theme", "bleed", "crop_marks", "image_dpi", "comments",
         "appendix", "changed_only")  # fmt: skip
"""Settings that are options of the same name."""


def _tiling(arguments: Arguments, before: Tiling | None) -> Tiling | None:
    fields: dict[str, Any] = {
        "sheet": arguments.tile,
        "overlap": arguments.overlap,
        "margin": arguments.margin,
        "only": arguments.sheets,
        "glue": arguments.glue,
        "repeat": arguments.repeat_headers or None,
        "seams": "reflow" if arguments.reflow_to_sheets else arguments.seams,
        "assembly": False if arguments.no_assembly else None,
    }
    if before is None and not arguments.tile:
        wants = [name for name in fields if fields[name] is not None and name != "margin"]
        if arguments.spread is None and not wants:
            return None
    return replace(before or Tiling(), **{name: value for name, value in fields.items() if value is not None})


def _add_subject(command: argparse.ArgumentParser) -> None:
    command.add_argument("--map", metavar="NAME", help="title or id of the map; the first one otherwise")
    command.add_argument("--edition", metavar="NAME", help="as this edition of the project says; options change it")
    command.add_argument("--all-editions", metavar="DIR", type=Path, help="every edition as a PDF in this folder")
    command.add_argument("--content", choices=("map", *COUNTS), help="the map, a working wall, notes, a list, patches")
    command.add_argument("--scope", choices=SCOPES, help="the whole map, or a poster for each stage")
    command.add_argument("--stages", metavar="NAME,…", type=_names, help="only these stages, by title or id")
    command.add_argument("--lanes", metavar="NAME,…", type=_names, help="only these lanes, by title or id")
    command.add_argument("--comments", action="store_true", help="show on cards how many comments they have")
    command.add_argument("--changed-only", action="store_true", help="of an edition that keeps places: what changed")
    command.add_argument("--pin", action="store_true", help="the edition remembers in FILE where everything stands now")
    command.add_argument("--appendix", action="store_true", help="add the cards' details, numbered")


def _add_size(command: argparse.ArgumentParser) -> None:
    command.add_argument("--paper", metavar="SIZE", help=PAPER)
    command.add_argument("--orientation", choices=ORIENTATIONS)
    command.add_argument("--card-text", metavar="PT", type=float, help="as large as cards set in so many points need")
    command.add_argument(
        "--read-from",
        metavar="M",
        type=_distances,
        help="metres from which it is read: 2, or cards=1,stages=2,title=3",
    )
    command.add_argument("--theme", choices=THEMES, help="white saves ink")


def _add_sheets(command: argparse.ArgumentParser) -> None:
    command.add_argument("--tile", metavar="SIZE", help="spread over sheets of this paper, or strips of this roll")
    command.add_argument("--spread", metavar="NxM", type=_shape, help="as large as so many sheets across and down")
    command.add_argument("--overlap", metavar="MM", type=float, help="of neighbouring sheets; 10 unless told")
    command.add_argument("--margin", metavar="MM", type=_margins, help="not printable: 5, or left,top,right,bottom")
    command.add_argument("--sheets", metavar="B2,…", type=_names, help="only these sheets, to print them again")
    command.add_argument("--glue", choices=GLUES, help="the sides with the strip for glue; butt for none")
    command.add_argument("--seams", choices=SEAMS, help="where sheets meet: aware of the cards unless told")
    command.add_argument("--reflow-to-sheets", action="store_true", help="lay out so that sheets end between cards")
    command.add_argument("--repeat-headers", action="store_true", help="lane labels and stage headers on every sheet")
    command.add_argument("--no-assembly", action="store_true", help="leave out the map of the sheets")


def _add_shop(command: argparse.ArgumentParser) -> None:
    command.add_argument("--bleed", metavar="MM", type=float, help="ground printed beyond the edge, to be cut off")
    command.add_argument("--crop-marks", action="store_true", help="show where to cut")
    command.add_argument("--image-dpi", metavar="NUMBER", type=int, help="dots an inch of pictures; 150 unless told")


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _distances(text: str) -> Mapping[str, float]:
    """One distance for everything, or one for each group."""
    try:
        if "=" not in text:
            return dict.fromkeys(GROUPS, float(text))
        pairs = (part.partition("=") for part in text.split(","))
        return {group.strip(): float(distance) for group, _, distance in pairs}
    except ValueError:
        raise _unreadable(text, "metres, such as 2 or cards=1,stages=2,title=3") from None


def _margins(text: str) -> Margin:
    try:
        sides = [float(side) for side in text.split(",")]
        left, top, right, bottom = sides * 4 if len(sides) == 1 else sides
    except ValueError:
        raise _unreadable(text, "millimetres, such as 5 or left,top,right,bottom") from None
    return left, top, right, bottom


def _shape(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"\s*([1-9]\d*)\s*[x×]\s*([1-9]\d*)\s*", text.lower(), re.ASCII)
    if found is None:
        raise _unreadable(text, "sheets across and down, such as 5x4")
    return int(found[1]), int(found[2])


def _unreadable(text: str, wanted: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(f"“{text}” is not {wanted}")

"""Random ways to print, and maps that are hard to print: whatever is chosen, something sound must come out."""

from typing import Any

from hypothesis import strategies as st

import strategies
from desktop.document.base import changed
from desktop.document.cards import Pain, Picture
from desktop.document.kinds import DIVIDERS
from desktop.document.project import Project
from desktop.plan.settings import (
    CONTENTS,
    GLUES,
    GROUPS,
    ORIENTATIONS,
    SCOPES,
    SEAMS,
    SIZINGS,
    THEMES,
    Settings,
    Tiling,
)
from grids import ASSET, card, lane, project

SHEETS = (
    "A4",
    "A4",
    "A3",
    "Letter",
    "210x100mm",
    "80x80mm",
    "50x50mm",
    "roll-914mm",
    "roll-24in",
    "roll-610mm",
    "A2",
    "leaf",
)
PAPERS = (
    "",
    "A0",
    "A4",
    "ANSI-E",
    "50x50mm",
    "4A0",
    "roll-36in",
    "roll-36in",
    "roll-60mm",
    "5000x60mm",
    "Letter",
    "vellum",
)
SCRIPTS = (
    "سأل النادل عن 20 دقيقة",
    "היא שאלה",
    "他在网上查看菜单",
    "मेज़ के लिए",
    "เธอรอโต๊ะ",
    "👩🏽‍🍳 🇮🇹 👨‍👩‍👧",
    "a\u0301\u0323",
)
LONG = "x" * 300

mm = st.sampled_from((0.0, 3.0, 17.0, 17.0, 100.0))
margins = st.one_of(st.none(), st.tuples(mm, mm, mm, mm), st.tuples(*[st.floats(0, 20)] * 4))
stages = st.sampled_from(((), (), (), ("s0",), ("s1", "s0"), ("s0",), ("s2",), ("s1",), ("gone",)))
lanes = st.sampled_from((*[()] * 8, ("l-actions",), ("l-actions",), ("gone",)))
tilings = st.builds(
    Tiling,
    sheet=st.sampled_from(SHEETS),
    orientation=st.sampled_from(ORIENTATIONS),
    overlap=st.sampled_from((0.0, 10.0, 50.0)),
    margin=margins,
    glue=st.sampled_from(GLUES),
    seams=st.sampled_from(SEAMS),
    repeat=st.booleans(),
    only=st.sampled_from((*[()] * 6, ("A1",), ("B2", "Z9"))),
    assembly=st.booleans(),
)


def prints() -> st.SearchStrategy[Settings]:
    """Any valid settings; mostly such as can be printed."""
    return st.builds(
        Settings,
        content=st.sampled_from(("map", "map", "map", *CONTENTS)),
        scope=st.sampled_from(("whole", *SCOPES)),
        stages=stages,
        lanes=lanes,
        sizing=st.sampled_from(("paper", *SIZINGS)),
        paper=st.sampled_from(PAPERS),
        orientation=st.sampled_from(ORIENTATIONS),
        across=st.integers(0, 3),
        down=st.integers(0, 3),
        card_text=st.sampled_from((None, None, 4.0, 16.0, 400.0)),
        read_from=st.dictionaries(st.sampled_from(GROUPS), st.sampled_from((0.2, 1.0, 3.0, 50.0)), max_size=2),
        theme=st.sampled_from(THEMES),
        bleed=st.sampled_from((0.0, 3.0, 10.0)),
        crop_marks=st.booleans(),
        margin=margins,
        image_dpi=st.sampled_from((100, 300)),
        comments=st.booleans(),
        appendix=st.booleans(),
        tiling=st.one_of(st.none(), tilings),
        keep=st.booleans(),
        changed_only=st.sampled_from((False,) * 7 + (True,)),
    )


def maps() -> st.SearchStrategy[Project]:
    """Maps that are hard to print, and random ones of some cards, lanes and arrows."""
    random = strategies.projects().filter(lambda made: bool(made.maps))
    return st.one_of(st.sampled_from(tuple(ODD.values())), random)


def _hidden() -> Project:
    return project(lane(card(1), hidden=True), lane(card(2, step=3), kind="pains", hidden=True))


def _broad() -> Project:
    """Sixty steps, and a card over all of them."""
    cards = [card(number, step=number, text=f"Step number {number}") for number in range(60)]
    return project(lane(*cards, card(60, step=0, last=59, text="All along")), steps=(20, 20, 20))


def _long() -> Project:
    """Words that fit nowhere, wherever words can stand."""
    made = project(lane(card(1, text=LONG), title=LONG), steps=(1, 1), title=LONG, scenario=LONG, owner=LONG)
    journey = made.maps[0]
    return changed(made, title=LONG, maps=(changed(journey, stages=_titled(journey.stages, LONG)),))


def _titled(rows: Any, title: str) -> Any:
    return tuple(
        changed(each, title=title, steps=tuple(changed(one, title=title) for one in each.steps)) for each in rows
    )


def _worded() -> Project:
    """Every script in cards, one card of many words, and pictures that are not there."""
    cards = [card(number, step=number % 4, text=text) for number, text in enumerate(SCRIPTS)]
    wordy = card(
        20, "pain", text="all the words of a long story " * 40, pain=Pain(severity=5, frequency=5), details="more"
    )
    seen = card(30, "picture", step=1, text="A table", picture=Picture(asset=ASSET, alt="a table"))
    return project(lane(*cards), lane(wordy, kind="pains"), lane(seen, kind="images"), title=SCRIPTS[0])


ODD = {
    "empty": project(steps=()),
    "no cards": project(lane(), lane(kind="emotions")),
    "no lanes": project(),
    "one card": project(lane(card(1)), steps=(1,)),
    "sixty steps": _broad(),
    "long words": _long(),
    "hidden": _hidden(),
    "dividers": project(*(lane(kind=kind) for kind in DIVIDERS)),
    "scripts": _worded(),
}

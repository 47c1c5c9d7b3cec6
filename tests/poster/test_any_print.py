"""Whatever is printed, in whatever way: a sound file that says all, or one sentence why not; twice the same bytes."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import soundness
import wildprints
from desktop.document.base import changed
from desktop.paint.pdf import document_bytes
from desktop.plan.settings import Settings, Tiling
from desktop.poster.composing import composed
from desktop.poster.export import Options, export
from desktop.poster.refusals import PosterError
from desktop.poster.report import report
from printing import NO_PICTURES

ROOMY = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
FEW = settings(max_examples=25, suppress_health_check=ROOMY)
MANY = settings(max_examples=1_500, suppress_health_check=ROOMY)

KEPT = (
    Settings(paper="A3", keep=True),
    Settings(paper="A2", keep=True, tiling=Tiling(sheet="A4")),
    Settings(paper="roll-24in", keep=True, scope="each-stage", theme="grey"),
)


def printed(project, wish):
    """The file's bytes and what they were made of; None where it is refused in a sentence."""
    try:
        whole = composed(project, project.maps[0].id, wish)
    except PosterError as error:
        soundness.check_refusal(str(error))
        return None
    fonts = whole.press.typesetter.fonts
    return document_bytes(whole.document, fonts, NO_PICTURES, image_dpi=wish.image_dpi), whole


def check(project, wish):
    found = printed(project, wish)
    if found:
        data, whole = found
        soundness.check_inside(whole)
        soundness.check_file(data, whole, project, wish)
        assert report(whole, project, {}).sheets == len(whole.document.sheets)


def shortened(project):
    """The map after a workshop: every second card is gone, the others say something else."""
    (journey,) = project.maps
    lanes = [changed(lane, cards=tuple(_said_otherwise(lane.cards[::2]))) for lane in journey.lanes]
    return changed(project, maps=(changed(journey, lanes=tuple(lanes)),))


def _said_otherwise(cards):
    return (changed(card, text=f"{card.text} again") for card in cards)


@FEW
@given(wildprints.maps(), wildprints.prints())
def test_any_map_is_printed_in_any_way(project, wish):
    check(project, wish)


@pytest.mark.stress
@MANY
@given(wildprints.maps(), wildprints.prints())
def test_any_map_is_printed_in_any_way_at_length(project, wish):
    check(project, wish)


@pytest.mark.parametrize("name", wildprints.ODD)
def test_what_is_hard_to_print_is_printed(name):
    project, wish = wildprints.ODD[name], Settings(paper="A3")
    data, whole = printed(project, wish)
    soundness.check_file(data, whole, project, wish)


def test_no_paper_is_asked_for_where_sheets_decide_the_size():
    wish = Settings(sizing="sheets", across=2, down=1, paper="vellum", appendix=True, tiling=Tiling(sheet="A2"))
    check(wildprints.ODD["scripts"], wish)


def test_a_sheet_without_ink_is_not_printed_again():
    blank = Settings(paper="A0", tiling=Tiling(sheet="A4", seams="plain", only=("C3",)))
    with pytest.raises(PosterError, match="These sheets are blank"):
        composed(wildprints.ODD["one card"], "m", blank)


@pytest.mark.parametrize("name", ["one card", "long words", "scripts"])
@pytest.mark.parametrize("wish", KEPT, ids=["sheet", "sheets", "roll"])
def test_the_print_after_any_print_is_sound(name, wish):
    project = wildprints.ODD[name]
    _, before = printed(project, wish)
    again = replace(wish, pin=before.pin)
    for content, only in (("map", False), ("map", True), ("stickers", False)):
        check(shortened(project), replace(again, content=content, changed_only=only))


@pytest.mark.stress
@settings(max_examples=250, suppress_health_check=ROOMY)
@given(st.sampled_from(list(wildprints.ODD.values())), wildprints.prints())
def test_the_print_after_any_print_is_sound_at_length(project, wish):
    kept = replace(wish, keep=True, content="map", changed_only=False)
    before = printed(project, kept)
    if before:
        check(shortened(project), replace(kept, pin=before[1].pin, content=wish.content))


@settings(max_examples=6, suppress_health_check=ROOMY)
@given(wildprints.maps(), wildprints.prints())
def test_the_same_print_has_the_same_bytes(project, wish):
    one, other = printed(project, wish), printed(project, wish)
    assert (one and one[0]) == (other and other[0])


@pytest.mark.parametrize("form", ["svg", "png"])
@pytest.mark.parametrize("name", wildprints.ODD)
def test_any_map_is_a_picture(name, form):
    project = wildprints.ODD[name]
    data, _ = export(project, {}, "m", form, Settings(paper="A4"), options=Options(dpi=30.0))
    assert data.startswith(b"\x89PNG" if form == "png" else b"<")

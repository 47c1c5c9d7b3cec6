"""What printers cannot print on."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import resources
from desktop.plan.printers import PRINTERS, PrinterError, PrinterProfile, from_json

edges = st.floats(0, 100)
profiles = st.builds(
    PrinterProfile,
    name=st.text(min_size=1, max_size=20).filter(str.strip),
    left=edges,
    top=edges,
    right=edges,
    bottom=edges,
    widest=st.none() | st.floats(100, 5080),
)


@given(profiles)
def test_a_profile_survives_json(profile):
    assert from_json(json.loads(json.dumps(profile.to_json()))) == profile


def test_what_a_newer_version_wrote_is_passed_over():
    assert from_json({"name": "Ours", "later": 1}) == PrinterProfile("Ours")


def test_margins_go_round_from_the_left():
    assert PrinterProfile("Ours", 1.0, 2.0, 3.0, 4.0).margin == (1.0, 2.0, 3.0, 4.0)


@pytest.mark.parametrize(
    ("given_", "field"),
    [
        ({}, "name"),
        ({"name": 5}, "name"),
        ({"name": "  "}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"name": "x", "left": -1}, "left"),
        ({"name": "x", "top": True}, "top"),
        ({"name": "x", "right": "5"}, "right"),
        ({"name": "x", "bottom": float("nan")}, "bottom"),
        ({"name": "x", "bottom": 10**400}, "bottom"),
        ({"name": "x", "widest": 5}, "widest"),
    ],
)
def test_what_is_no_printer_is_refused_by_field(given_, field):
    with pytest.raises(PrinterError) as caught:
        from_json(given_)
    assert caught.value.field == field


@pytest.mark.parametrize("language", ["en", "de"])
def test_usual_printers_have_names(language):
    words = resources.words(language)
    named = [words(f"printer.{each.name}") for each in PRINTERS]
    assert len(set(named)) == len(PRINTERS)
    assert not any(name.startswith("printer.") for name in named)


def test_office_printers_leave_four_or_five_millimetres():
    assert {PRINTERS[0].left, PRINTERS[2].left} == {4.0, 5.0}


@pytest.mark.parametrize(
    ("size", "fits"), [((841, 1189), True), ((1189, 841), True), ((914.4, 3000), True), ((1000, 1414), False)]
)
def test_a_plotter_takes_what_is_no_wider_than_its_roll(size, fits):
    assert next(each for each in PRINTERS if each.name == "plotter-36").takes(*size) is fits


def test_a_print_shop_takes_everything():
    assert PRINTERS[-1].takes(5080, 5080)

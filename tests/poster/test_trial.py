"""The test sheet of a real poster."""

import pytest

from desktop.plan.page import MM
from desktop.plan.settings import Tiling
from desktop.poster.trial import trial_sheet
from tests.sheeting import figures, painted, planned, pressed, texts_of, words


@pytest.fixture(scope="module")
def job():
    press, made = pressed(paper="A1", tiling=Tiling(sheet="A3"))
    return press, made, planned(press, made)


def size(sheet):
    return round(sheet.width / MM, 1), round(sheet.height / MM, 1)


def test_it_is_as_large_as_the_other_sheets(job):
    assert size(trial_sheet(*job)) == (297.0, 420.0)


def test_a_poster_on_one_sheet_is_tested_on_an_a4(job):
    assert size(trial_sheet(*job[:2])) == (210.0, 297.0)


def test_strips_of_a_roll_are_tested_on_an_a4():
    press, made = pressed(paper="A1", tiling=Tiling(sheet="roll-420mm"))
    assert size(trial_sheet(press, made, planned(press, made))) == (210.0, 297.0)


def test_it_shows_the_poster_at_its_true_size(job):
    view = trial_sheet(*job).views[0]
    assert view.scale == job[1].page.scale
    assert view.clip.width > 200 * MM


def test_it_begins_with_the_first_stage(job):
    (text,) = texts_of(painted(job[0], [trial_sheet(*job)]))
    assert "Discover" in text
    assert "Remembers" not in text


def test_it_shows_the_kinds_of_this_map(job):
    found = words(figures(trial_sheet(*job).views[-1].drawing)["trial-colours"])
    assert {"Action", "Touchpoint", "Pain point"} <= set(found)
    assert "Note" not in found


def test_it_says_how_large_cards_are(job):
    press, made, _ = job
    (caption,) = words(figures(trial_sheet(*job).views[-1].drawing)["trial-caption"])
    assert caption.endswith(f"{press.style.roles['card'].size * made.page.scale:.0f}\u00a0pt")


def test_it_has_a_name_of_its_own(job):
    assert trial_sheet(*job).title == "Test sheet"

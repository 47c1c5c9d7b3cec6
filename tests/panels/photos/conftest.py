"""A window on the restaurant visit, and photos of its wall."""

import pytest

from desktop.session import Session
from walls import Hung, plan_of

SMALL = 1.6
"""Px a mm: enough for all that is looked for."""


@pytest.fixture(scope="module")
def plan(sample):
    return plan_of(sample.project.maps[0], sample.project.language)


@pytest.fixture(scope="module")
def photo(plan, tmp_path_factory):
    """Notes in A1 and C1, a cross at +1 in A4."""
    hung = Hung(plan, scale=SMALL).note("A1").note("C1").tick("A4", 1)
    return hung.save(tmp_path_factory.mktemp("photos") / "wall.jpg", quality=80)


@pytest.fixture(scope="module")
def three_marks(plan, tmp_path_factory):
    """Of the third mark nothing is seen."""
    return Hung(plan, marks=(0, 1, 3), scale=SMALL).save(tmp_path_factory.mktemp("photos") / "three.jpg", quality=80)


@pytest.fixture
def window(open_window, sample):
    return open_window(Session(sample))


@pytest.fixture
def photos(window, script, photo):
    """The part of the window; whoever asks for photos gets the one."""
    script.pictures = [photo]
    return window.workshop.photos


@pytest.fixture
def panel(photos):
    """The walk, at its first cell."""
    photos.call()
    photos.open.sheet.go.click()
    return photos.panel

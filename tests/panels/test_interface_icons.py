"""The drawings of the interface: complete, sharp at every scale, paler where disabled."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from desktop import resources
from desktop.acts import ACTS
from desktop.panels import icons
from desktop.panels.icons import GRID, LINE, SIZES, icon, mark, program_icon

NAMES = sorted(resources.interface_icons())
# fmt: off
WANTED = [
    "undo", "redo", "open", "save", "fit", "plus", "minus", "menu", "cut", "copy", "paste", "duplicate",
    "delete", "link", "unlink", "lock", "unlock", "eye", "eye-off", "fold", "unfold", "filter", "group",
    "comment", "picture", "star", "search", "print", "palette", "inspector", "outline", "overview", "new",
    "template", "settings", "help", "close", "up", "down", "left", "right", "more",
]
# fmt: on


def alphas(pixmap):
    image = pixmap.toImage()
    return [image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())]


def test_all_that_are_wanted_are_there():
    assert set(WANTED) - set(NAMES) == set()


def test_every_action_names_an_icon_that_is_there():
    assert {act.icon for act in ACTS if act.icon} - set(NAMES) == set()


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_has_ink_in_every_size(qapp, name):
    for size in SIZES:
        found = alphas(icon(name).pixmap(size, size))
        assert 0 < sum(alpha > 128 for alpha in found) < len(found) / 2


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0])
@pytest.mark.parametrize("size", [16, 20])
def test_an_icon_is_drawn_for_the_screens_scale_and_not_stretched(qapp, monkeypatch, size, scale):
    monkeypatch.setattr(icons, "scales", lambda: {1.0, scale})
    icons.forget()
    found = icon("plus").pixmap(QSize(size, size), scale)
    assert found.width() == round(size * scale)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_keeps_inside_its_grid(name):
    for part in resources.interface_icons()[name]:
        room = LINE / 2 if part.stroked else 0.0
        numbers = [number for _, *each in part.commands for number in each]
        assert all(room <= number <= GRID - room for number in numbers)


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_alike(name):
    svg = (resources.root() / "icons" / "interface" / f"{name}.svg").read_text("utf-8")
    assert f'viewBox="0 0 {GRID} {GRID}" stroke-width="{LINE}"' in svg
    assert set(re.findall(r"<(\w+)", svg)) == {"svg", "path"}
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) <= {"none", "currentColor"}


@pytest.mark.parametrize("name", NAMES)
def test_no_two_icons_are_the_same(name):
    every = resources.interface_icons()
    assert [other for other in NAMES if every[other] == every[name]] == [name]


def test_a_disabled_icon_is_paler(qapp):
    usual, disabled = (max(alphas(icon("plus").pixmap(QSize(20, 20), mode))) for mode in (QIcon.Normal, QIcon.Disabled))
    assert disabled < usual / 2


def test_an_icon_is_made_once(qapp):
    assert icon("undo").cacheKey() == icon("undo").cacheKey()


def test_an_icon_may_have_an_ink_of_its_own(qapp):
    pixel = icon("plus", QColor("#FF0000")).pixmap(20, 20).toImage().pixelColor(10, 10)
    assert (pixel.name(), pixel.alpha() > 200) == ("#ff0000", True)


def test_an_unknown_icon_is_empty(qapp):
    assert icon("unknown").isNull()


def test_the_program_has_an_icon_for_every_use(qapp):
    assert {size.width() for size in program_icon().availableSizes()} == {16, 24, 32, 48, 64, 128, 256}


def test_the_mark_is_blue_with_a_red_dot(qapp):
    image = mark(64).toImage()
    assert image.pixelColor(32, 58).name() == "#26356a"
    assert image.pixelColor(53, 28).name() == "#cf3f66"

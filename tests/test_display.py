"""Whether a display answers, asked of real ones and of none; the process says so in a sentence instead of dying."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import display

VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM")
ROOT = Path(__file__).parent.parent
DEAD = ":5973"
linux = pytest.mark.skipif(sys.platform != "linux", reason="displays that are named by the environment")


@pytest.fixture
def environment(monkeypatch):
    """Sets these variables, and unsets the others that name a display."""

    def only(**variables: str) -> None:
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    only()
    return only


@pytest.fixture
def x11():
    """The name of an X display that answers."""
    if not shutil.which("Xvfb"):
        pytest.skip("there is no Xvfb to ask")
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader) as answer:
            yield ":" + answer.readline().strip()
        server.terminate()


@pytest.fixture
def wayland(tmp_path):
    """A folder with the socket “wayland-7” that takes connections."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        yield tmp_path


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_elsewhere_there_always_is_one(environment, monkeypatch, platform):
    monkeypatch.setattr(sys, "platform", platform)
    assert display.trouble() == ""


@linux
@pytest.mark.parametrize("variables", [{}, {"QT_QPA_PLATFORM": "xcb"}, {"QT_QPA_PLATFORM": "wayland"}])
def test_without_a_name_there_is_none(environment, variables):
    environment(**variables)
    assert display.trouble().startswith("There is no display")


@linux
@pytest.mark.parametrize("wished", ["offscreen", "minimal", "vnc:size=9x9", "xcb;offscreen"])
def test_other_platforms_need_none(environment, wished):
    environment(QT_QPA_PLATFORM=wished, DISPLAY=DEAD)
    assert display.trouble() == ""


@linux
@pytest.mark.parametrize(
    "variables",
    [
        {"DISPLAY": DEAD},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": DEAD, "QT_QPA_PLATFORM": "xcb"},
        {"WAYLAND_DISPLAY": "wayland-none"},
        {"WAYLAND_DISPLAY": "/none/wayland-none"},
        {"WAYLAND_DISPLAY": "wayland-none", "XDG_RUNTIME_DIR": "/none"},
        {"WAYLAND_DISPLAY": "/none/wayland-none", "DISPLAY": DEAD},
    ],
)
def test_a_dead_display_is_named(environment, variables, capfd):
    environment(**variables)
    said = display.trouble()
    assert said.startswith("The display does not answer (")
    assert said.endswith(" works without one.")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        assert (f"{name} = “{variables.get(name)}”" in said) == (name in variables)
    assert capfd.readouterr() == ("", "")


@linux
@pytest.mark.parametrize("more", [{}, {"QT_QPA_PLATFORM": "xcb"}, {"WAYLAND_DISPLAY": "/none/wayland-none"}])
def test_a_display_of_x11_answers(environment, x11, more):
    environment(DISPLAY=x11, **more)
    assert display.trouble() == ""


@linux
@pytest.mark.parametrize("more", [{}, {"QT_QPA_PLATFORM": "wayland-egl"}, {"DISPLAY": DEAD}])
def test_a_display_of_wayland_answers(environment, wayland, more):
    environment(WAYLAND_DISPLAY="wayland-7", XDG_RUNTIME_DIR=str(wayland), **more)
    assert display.trouble() == ""


@linux
def test_a_connection_that_is_handed_over_is_left_alone(environment):
    environment(WAYLAND_DISPLAY="wayland-none", WAYLAND_SOCKET="99")
    assert display.trouble() == ""
    assert os.environ["WAYLAND_SOCKET"] == "99"


@linux
def test_a_missing_library_is_for_qt_to_tell(environment, monkeypatch):
    def missing(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(display.ctypes, "CDLL", missing)
    environment(DISPLAY=DEAD)
    assert display.trouble() == ""


@linux
def test_the_process_ends_with_a_sentence(environment, tmp_path):
    environment(DISPLAY=DEAD, PYTHONPATH=str(ROOT), PYTHONIOENCODING="utf-8")
    command = [sys.executable, "-m", "desktop", "a.journey"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"journeywall: The display does not answer (DISPLAY = “{DEAD}”)")
    assert done.stderr.count("\n") == 1

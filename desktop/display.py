"""Whether there is a display for windows: Qt itself ends the process with a dump of its memory when there is none."""

import ctypes
import os
import sys

_VARIABLES = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
"""Qt's platforms that need a display, and what names it."""


def trouble() -> str:
    """Why no window can be opened, in one sentence; empty when Qt will find a display.

    Elsewhere than on Linux and its like there always is one.
    """
    if sys.platform in {"win32", "darwin"}:
        return ""
    platforms = _platforms()
    if any(platform not in _VARIABLES or _answers(platform) for platform in platforms):
        return ""
    named = [f"{_VARIABLES[each]} = “{os.environ[_VARIABLES[each]]}”" for each in platforms if _named(each)]
    if not named:
        return "There is no display to open a window on; “journeywall export” works without one."
    return f"The display does not answer ({', '.join(named)}); “journeywall export” works without one."


def _platforms() -> list[str]:
    """Those that Qt will try: what somebody wishes, such as “wayland-egl;xcb”, or all that a display is named for."""
    wished = os.environ.get("QT_QPA_PLATFORM")
    if wished:
        return [each.partition(":")[0].partition("-")[0] for each in wished.split(";")]
    return [each for each in _VARIABLES if _named(each)]


def _named(platform: str) -> bool:
    return bool(os.environ.get(_VARIABLES[platform]))


def _answers(platform: str) -> bool:
    """Asks with the library that Qt asks with; without the library it is for Qt to say so."""
    try:
        return _x11_answers() if platform == "xcb" else _wayland_answers()
    except OSError:
        return True


def _x11_answers() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers() -> bool:
    if os.environ.get("WAYLAND_SOCKET"):  # a connection that is already open, and to be used only once
        return True
    if not os.environ.get("XDG_RUNTIME_DIR") and not os.environ.get("WAYLAND_DISPLAY", "").startswith("/"):
        return False  # the library would complain on standard error
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    connection = wayland.wl_display_connect(None)
    if connection:
        wayland.wl_display_disconnect(ctypes.c_void_p(connection))
    return bool(connection)

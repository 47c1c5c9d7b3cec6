# Shared by ./run and ./test: makes .venv as the lock says and sees to the libraries that Qt needs.
# POSIX sh, to be sourced from the top of the checkout. Speaks on standard error only.

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
is_root() { [ "$(id -u)" -eq 0 ]; }
has() { command -v "$1" >/dev/null 2>&1; }

# can_install: whether this user may install Debian packages without asking anybody.
can_install() { is_root && has apt-get; }

# install PACKAGE…: as root, with fresh package lists (once a run).
install() {
    say "Installing $* …"
    [ -n "${lists_are_fresh:-}" ] || DEBIAN_FRONTEND=noninteractive apt-get -qq update || return 1
    lists_are_fresh=yes
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" >/dev/null
}

# suits PYTHON: whether it runs and has a version that every locked wheel exists for.
suits() { "$1" -c 'import sys; raise SystemExit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; }

# find_python: prints the first suitable interpreter.
find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14}; do
        if suits "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# venv_package PYTHON: the Debian package that brings its venv module.
venv_package() { "$1" -c 'import sys; print("python3.%d-venv" % sys.version_info.minor)'; }

# need_python: sets $python, or ends with what to do.
need_python() {
    python=$(find_python) || {
        can_install && install python3 python3-venv
        python=$(find_python)
    } || fail "Journeywall needs Python 3.11, 3.12, 3.13 or 3.14, and none was found. On Debian 12 or Ubuntu 24.04 and newer: sudo apt-get install python3 python3-venv. Elsewhere name one: PYTHON=/path/to/python $0"
    "$python" -c 'import venv, ensurepip' 2>/dev/null && return
    package=$(venv_package "$python")
    can_install && { install "$package" || install python3-venv; }
    "$python" -c 'import venv, ensurepip' 2>/dev/null ||
        fail "$python has no venv module. On Debian and Ubuntu: sudo apt-get install $package (or python3-venv)"
}

# package_of LIBRARY: the Debian and Ubuntu package that holds a shared library; nothing when unknown.
package_of() {
    case $1 in
        libEGL.so.1) echo libegl1 ;;
        libGL.so.1) echo libgl1 ;;
        libGLX.so.0) echo libglx0 ;;
        libOpenGL.so.0) echo libopengl0 ;;
        libX11.so.6) echo libx11-6 ;;
        libX11-xcb.so.1) echo libx11-xcb1 ;;
        libbrotlidec.so.1) echo libbrotli1 ;;
        libdbus-1.so.3) echo libdbus-1-3 ;;
        libfontconfig.so.1) echo libfontconfig1 ;;
        libfreetype.so.6) echo libfreetype6 ;;
        libglib-2.0.so.0 | libgthread-2.0.so.0) echo libglib2.0-0 ;;
        libpng16.so.16) echo libpng16-16 ;;
        libstdc++.so.6) echo libstdc++6 ;;
        libwayland-client.so.0) echo libwayland-client0 ;;
        libwayland-cursor.so.0) echo libwayland-cursor0 ;;
        libwayland-egl.so.1) echo libwayland-egl1 ;;
        libxcb.so.1) echo libxcb1 ;;
        libxcb-keysyms.so.1) echo libxcb-keysyms1 ;;
        libxcb-*.so.*) echo "$1" | sed 's/\.so\.//' ;;
        libxkbcommon.so.0) echo libxkbcommon0 ;;
        libxkbcommon-x11.so.0) echo libxkbcommon-x11-0 ;;
        libz.so.1) echo zlib1g ;;
        libzstd.so.1) echo libzstd1 ;;
    esac
}

# newest_name PACKAGE: releases since 2024 call some packages NAMEt64.
newest_name() {
    if has apt-cache && apt-cache show "$1t64" >/dev/null 2>&1; then echo "$1t64"; else echo "$1"; fi
}

# platform: which of Qt's plugins this session uses.
platform() {
    if [ -n "${DISPLAY:-}" ]; then echo xcb; elif [ -n "${WAYLAND_DISPLAY:-}" ]; then echo wayland; else echo offscreen; fi
}

# qt_files PLATFORM: the installed files whose libraries must all be there.
qt_files() {
    qt=$(.venv/bin/python -c 'import importlib.util, os; print(os.path.dirname(importlib.util.find_spec("PySide6").origin))')
    echo "$qt/QtWidgets.abi3.so" "$qt/Qt/plugins/platforms/libq$1.so"
}

# missing_libraries FILE…: the shared libraries that these files need and that are not on this machine.
missing_libraries() { ldd "$@" 2>/dev/null | awk '/=> not found/ { print $1 }' | grep -v '^libQt6' | sort -u; }

# packages_of LIBRARY…: their packages, each once; a library without a known package by its own name.
packages_of() {
    for library in "$@"; do
        package=$(package_of "$library")
        if [ -n "$package" ]; then newest_name "$package"; else echo "$library"; fi
    done | sort -u | tr '\n' ' '
}

# need_libraries PLATFORM: ends with the packages to install when Qt could not start.
need_libraries() {
    has ldd || return 0
    # shellcheck disable=SC2046 # one word each: no file of PySide6 and no library has a space in its name
    missing=$(missing_libraries $(qt_files "$1"))
    [ -n "$missing" ] || return 0
    can_install && {
        apt-get -qq update && lists_are_fresh=yes
        # shellcheck disable=SC2046,SC2086
        install $(packages_of $missing)
        # shellcheck disable=SC2046
        missing=$(missing_libraries $(qt_files "$1"))
    }
    # shellcheck disable=SC2086
    [ -z "$missing" ] || fail "Qt needs libraries that this machine does not have:" $missing "
On Debian and Ubuntu: sudo apt-get install $(packages_of $missing)"
}

# state LOCK: what an environment depends on: this folder, the interpreter, the project file and the lock.
state() { { pwd; "$python" -V; cat pyproject.toml requirements.lock "$1"; } | cksum; }

pip_install() { .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-virtualenv "$@"; }

# need_environment LOCK: .venv with exactly what the lock names, and this checkout; at once when nothing changed.
# The stamp is written last, so an environment whose making was broken off is made again.
need_environment() {
    stamp=.venv/$1.stamp
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(state "$1")" ] && return
    base=.venv/requirements.lock.stamp
    if ! { [ -f "$base" ] && [ "$(cat "$base")" = "$(state requirements.lock)" ]; }; then
        say "Making .venv with $("$python" -V) …"
        rm -rf .venv
        "$python" -m venv .venv || fail "The environment could not be made in $(pwd)/.venv: is the disk full, or the folder read-only?"
    fi
    say "Installing $1 …"
    pip_install -r "$1" || fail "The packages could not be installed (pip says why above). The next run tries again."
    pip_install --no-deps --no-build-isolation -e . || fail "This checkout could not be installed into .venv (pip says why above)."
    state requirements.lock >"$base"
    state "$1" >"$stamp"
}

"""What ./run and ./test find out about a machine, told by stand-ins for the machine's own programs."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(os.name != "posix" or not shutil.which("sh"), reason="POSIX shell only")

LDD = """
    libEGL.so.1 => not found
    libglib-2.0.so.0 => not found
    libQt6Pdf.so.6 => not found
    libc.so.6 => /lib/libc.so.6 (0x01)
    libEGL.so.1 => not found
"""


@pytest.fixture
def shell(tmp_path):
    """Runs shell code after tools/setup.sh; `programs` are stand-ins by name, put before the machine's own."""

    def run(code: str, **programs: str) -> subprocess.CompletedProcess[str]:
        for name, body in programs.items():
            path = tmp_path / name.replace("_", "-")
            path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
            path.chmod(0o755)
        environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
        command = ["sh", "-euc", f". tools/setup.sh\n{code}"]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    return run


def said(text: str) -> str:
    return f"cat <<'END'\n{text}\nEND"


@pytest.mark.parametrize("script", ["run", "test", "tools/setup.sh", ".ci/run"])
def test_scripts_are_sound_shell(script):
    shell = "bash" if script == ".ci/run" else "sh"
    subprocess.run([shell, "-n", script], cwd=ROOT, check=True)


@pytest.mark.parametrize("script", ["run", "test", ".ci/run"])
def test_scripts_are_executable(script):
    assert os.access(ROOT / script, os.X_OK)


def test_missing_libraries_once_each_and_none_of_qts_own(shell):
    done = shell("missing_libraries some.so", ldd=said(LDD))
    assert done.stdout.split() == ["libEGL.so.1", "libglib-2.0.so.0"]


def test_nothing_missing(shell):
    assert shell("missing_libraries some.so", ldd=said("libc.so.6 => /lib/libc.so.6 (0x01)")).stdout == ""


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libwayland-cursor.so.0", "libwayland-cursor0"),
        ("libunheard.so.9", ""),
    ],
)
def test_package_of(shell, library, package):
    assert shell(f"package_of {library}").stdout.strip() == package


def test_packages_have_the_name_that_this_release_gives_them(shell):
    newer = 'case "$2" in libglib2.0-0t64) ;; *) exit 1 ;; esac'
    done = shell("packages_of libglib-2.0.so.0 libEGL.so.1 libgthread-2.0.so.0", apt_cache=newer)
    assert done.stdout.split() == ["libegl1", "libglib2.0-0t64"]


def test_a_library_without_known_package_is_named_itself(shell):
    assert shell("packages_of libunheard.so.9", apt_cache="exit 1").stdout.split() == ["libunheard.so.9"]


def test_missing_libraries_end_with_what_to_install(shell):
    done = shell("qt_files() { echo x; }; need_libraries xcb", ldd=said(LDD), id="echo 1000", apt_cache="exit 1")
    assert done.returncode == 1
    assert "libEGL.so.1 libglib-2.0.so.0" in done.stderr
    assert "sudo apt-get install libegl1 libglib2.0-0" in done.stderr


def test_root_gets_missing_libraries_installed(shell, tmp_path):
    ldd = f"[ -f {tmp_path}/done ] || {said(LDD)}"
    apt = f'case "$*" in *libegl1*libglib*) touch {tmp_path}/done ;; esac'
    code = "qt_files() { echo x; }; need_libraries xcb"
    done = shell(code, ldd=ldd, id="echo 0", apt_get=apt, apt_cache="exit 1")
    assert (done.returncode, (tmp_path / "done").exists()) == (0, True)
    assert "Installing libegl1 libglib2.0-0" in done.stderr


@pytest.mark.parametrize(
    ("variables", "platform"),
    [
        ("", "offscreen"),
        ("DISPLAY=:0", "xcb"),
        ("WAYLAND_DISPLAY=w", "wayland"),
        ("DISPLAY=:0 WAYLAND_DISPLAY=w", "xcb"),
    ],
)
def test_platform(shell, variables, platform):
    assert shell(f"{variables} platform").stdout.strip() == platform


def test_an_old_python_is_passed_over(shell):
    versions = {"python3": "exit 1", "python3.13": "exit 1", "python3.12": "exit 0"}
    assert shell("find_python", **versions).stdout.strip().endswith("/python3.12")


def test_without_python_it_says_which(shell):
    done = shell("find_python() { return 1; }; need_python", id="echo 1000")
    assert done.returncode == 1
    assert "needs Python 3.11" in done.stderr


def test_without_venv_it_names_the_package(shell):
    fake = 'case "$*" in *ensurepip*) exit 1 ;; *print*) echo python3.12-venv ;; esac'
    done = shell("PYTHON=python9; need_python", python9=fake, id="echo 1000")
    assert done.returncode == 1
    assert "sudo apt-get install python3.12-venv" in done.stderr


def test_root_gets_venv_installed(shell, tmp_path):
    fake = f'case "$*" in *ensurepip*) [ -f {tmp_path}/done ] ;; *print*) echo python3.12-venv ;; esac'
    apt = f'case "$*" in *python3.12-venv*) touch {tmp_path}/done ;; esac'
    assert shell("PYTHON=python9; need_python", python9=fake, id="echo 0", apt_get=apt).returncode == 0


@pytest.fixture
def checkout(tmp_path):
    """A folder to stand in that has what an environment is made from."""
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "requirements.lock").write_text("one==1\n", "utf-8")
    (tmp_path / ".venv").mkdir()
    return tmp_path


PYTHON = 'case "$*" in "-m venv .venv") mkdir -p .venv/bin; cp "$0" .venv/bin/python ;; *pip*) echo "$@" >>log ;; esac'


def test_an_environment_that_was_broken_off_is_made_again(shell, checkout):
    (checkout / ".venv/half").touch()
    done = shell(f"cd {checkout}; python=python9; need_environment requirements.lock", python9=PYTHON)
    assert done.returncode == 0, done.stderr
    assert not (checkout / ".venv/half").exists()
    assert "-r requirements.lock" in (checkout / "log").read_text("utf-8")


def test_a_finished_environment_is_used_at_once(shell, checkout):
    need = "need_environment requirements.lock"
    shell(f"cd {checkout}; python=python9; {need}", python9=PYTHON)
    done = shell(f"cd {checkout}; python=python9; {need}", python9=PYTHON)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_changed_lock_makes_a_new_environment(shell, checkout):
    code = (
        f"cd {checkout}; python=true; state requirements.lock; echo two==2 >>requirements.lock; state requirements.lock"
    )
    before, after = shell(code).stdout.splitlines()
    assert before != after


def test_a_failed_installation_leaves_no_stamp(shell, checkout):
    broken = PYTHON.replace('echo "$@" >>log', "exit 1")
    done = shell(f"cd {checkout}; python=python9; need_environment requirements.lock", python9=broken)
    assert done.returncode == 1
    assert "could not be installed" in done.stderr
    assert not list((checkout / ".venv").glob("*.stamp"))

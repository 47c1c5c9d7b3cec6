"""The hunt runs a suite in random orders and tells failures, flakes and crashes apart."""

import pytest

from tools import hunt
from tools.hunt import CRASH, Run, counted, failures, run, summary

REPORT = f"""<testsuites><testsuite>
<testcase classname="tests.test_a" name="test_good"/>
<testcase classname="tests.test_a" name="test_bad[1]"><failure message="assert 0">there</failure></testcase>
<testcase classname="tests.test_a" name="test_unmade"><error message="in the fixture"/></testcase>
<testcase classname="tests.test_b" name="test_dead"><failure message="worker 'gw0' {CRASH} it"/></testcase>
</testsuite></testsuites>"""

BARE = "-p no:randomly -p no:cacheprovider -p no:pytest-qt -p no:hypothesispytest"
"""So that a process is there at once."""

GOOD = Run(1, 3, 2.0)
BAD = Run(2, 3, 2.0, frozenset({"a", "b"}), frozenset({"b"}))


def test_a_report_is_counted():
    assert counted(REPORT) == 4


def test_a_report_tells_what_failed():
    names = [name for name, _ in failures(REPORT)]
    assert names == ["tests.test_a::test_bad[1]", "tests.test_a::test_unmade", "tests.test_b::test_dead"]


def test_what_fails_at_times_is_a_flake_and_says_in_which_order():
    assert next(summary([GOOD, BAD])) == "flake: a (1 of 2; order 2)"


def test_what_fails_always_is_a_failure():
    assert next(summary([BAD, BAD])) == "failure: a (2 of 2; order 2, 2)"


def test_a_dead_process_is_a_crash():
    assert list(summary([GOOD, BAD]))[1] == "crash: b (1 of 2; order 2)"


def test_the_last_line_counts():
    assert list(summary([GOOD, BAD]))[-1] == "2 runs: 1 crashes, 1 flakes, 2 tests that failed"
    assert list(summary([GOOD])) == ["1 runs: 0 crashes, 0 flakes, 0 tests that failed"]


def test_a_run_without_a_result_counts_as_a_crash():
    broken = Run(1, 0, 0.1, trouble="no such file")
    assert not broken.sound
    assert list(summary([broken]))[-1].startswith("1 runs: 1 crashes")
    assert "no such file" in str(broken)


@pytest.fixture
def suite(tmp_path):
    """Writes tests into a folder of their own."""

    def write(text):
        (tmp_path / "test_some.py").write_text(text)
        (tmp_path / "pytest.ini").write_text(f"[pytest]\naddopts = -q {BARE}\n")
        return str(tmp_path)

    return write


def test_a_sound_suite_is_sound(suite):
    done = run(7, [suite("def test_a(): pass\ndef test_b(): pass\n"), "-n", "0"])
    assert (done.sound, done.tests, done.seed) == (True, 2, 7)


def test_the_order_is_another_for_another_seed(suite):
    tests = "".join(f"def test_{n}(): print({n}, end=' ')\n" for n in range(9)) + "def test_x(): assert 0\n"
    where = suite(tests)
    first, second, again = (order(seed, where) for seed in (1, 2, 1))
    assert first == again != second


def order(seed, where):
    """What was printed, one test after the other."""
    return run(seed, [where, "-n", "0", "-s"]).trouble.split("\n")[0]


def test_a_process_that_dies_is_found(suite):
    done = run(1, [suite("import os\ndef test_dies(): os._exit(3)\n"), "-n", "1"])
    assert not done.sound
    assert done.crashed == done.failed == {"test_some::test_dies"}


def test_the_command_ends_with_what_it_found(monkeypatch, capsys):
    monkeypatch.setattr(hunt.sys, "argv", ["hunt", "2", "-k", "some"])
    asked = []
    monkeypatch.setattr(hunt, "run", lambda seed, others: asked.append(others) or GOOD)
    assert hunt.main() == 0
    assert asked == [["-k", "some"]] * 2
    assert capsys.readouterr().out.endswith("2 runs: 0 crashes, 0 flakes, 0 tests that failed\n")


def test_a_failure_is_a_status(monkeypatch, capsys):
    monkeypatch.setattr(hunt.sys, "argv", ["hunt", "1", "--seed", "2"])
    monkeypatch.setattr(hunt, "run", lambda seed, others: BAD)
    assert hunt.main() == 1
    assert "order 2" in capsys.readouterr().out

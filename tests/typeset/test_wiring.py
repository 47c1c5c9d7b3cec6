import subprocess
import sys

from desktop import resources
from desktop.typeset.lines import UNITS, TextStyle


def test_there_is_one_typesetter():
    assert resources.typesetter() is resources.typesetter()


def test_it_sets_text_in_the_bundled_fonts():
    (line,) = resources.typesetter().lines("The waiter", TextStyle("semibold"), 20 * UNITS)
    assert [run.font for run in line.runs] == ["inter-semibold"]


def test_it_needs_no_application_and_no_display():
    program = """
import sys
from desktop import resources
from desktop.typeset.lines import TextStyle
lines = resources.typesetter().lines("Reserve a table, 27 minutes", TextStyle(), 12 * 2048)
print(len(lines), "PySide6.QtGui" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2", "False"]

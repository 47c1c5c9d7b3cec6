"""The panel of feedback beside a canvas, on the restaurant visit with what its guests say."""

import pytest
from hands import Table

from desktop import resources
from desktop.desk import intake
from desktop.desk.feedback import Feedback
from desktop.desk.testresults import TestResults
from desktop.document.edits.feedback import all_inside
from desktop.panels.feedback.panel import FeedbackPanel
from desktop.storage.reader import Opened


@pytest.fixture(scope="module")
def heard(sample):
    """The project with 500 answers."""
    path = resources.root() / "samples" / "restaurant-feedback.csv"
    reading = intake.read(path.read_bytes(), path.name, sample.project)
    rows = intake.answers(reading)
    names = intake.names(rows, sample.project, sample.project.maps[0])
    return intake.bring(
        sample.project, reading, rows, names, new_id=lambda: "none", date="2026-11-23", kept=all_inside
    )[0]


@pytest.fixture
def table(qtbot, sample, heard):
    return Table(qtbot, Opened(heard, sample.assets))


@pytest.fixture
def feedback(table):
    return Feedback(table.desk, lambda: "2026-11-23")


@pytest.fixture
def panel(qtbot, table, feedback):
    """352 px wide, in sight, with the keyboard in its list."""
    made = FeedbackPanel(feedback, TestResults(table.desk, lambda: "2026-11-23"), table.canvas)
    qtbot.addWidget(made)
    made.resize(352, 700)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.take_focus()
    return made

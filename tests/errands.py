"""Somebody who prints: takes the errands of the dialog and writes down which."""

from desktop.preferences import Habits


class Errands:
    """`asked`: what the dialog wanted done, in turn, with its settings; each is done when `willing`."""

    def __init__(self, desk, habits=None, latest=None):
        self.desk = desk
        self.habits = habits or Habits()
        self.latest = latest
        self.willing = True
        self.asked = []

    def keep_habits(self, habits):
        self.habits = habits

    def keep_settings(self, settings):
        self.latest = settings

    def _do(self, *what):
        self.asked.append(what)
        return self.willing

    def save(self, settings):
        return self._do("save", settings)

    def print_out(self, settings):
        return self._do("print", settings)

    def test_sheet(self, settings):
        return self._do("test", settings)

    def save_ticket(self, settings):
        return self._do("ticket", settings)

    def save_all(self):
        return self._do("all")

    def go_to(self, thing):
        self._do("go", thing)

"""A current map, an ideal one derived from it and changed, and what came to the current one since."""

import pytest
from PySide6.QtCore import Qt

from desks import desk_on
from desktop.desk.ideal import Ideal
from desktop.desk.maps import Maps
from desktop.document.edits.cards import Spot, add_card, edit_cards, move_cards, remove_cards
from desktop.document.edits.markers import move_marker
from desktop.document.keyed import find
from desktop.method.pairing import pairing


@pytest.fixture
def desk():
    """The ideal map is shown. In it c1 is called otherwise, c2 has gone, c4 has moved, “better” is new and a feeling of
    Maya's is better; in the current map, “m”, the card “late” has come since."""
    desk = desk_on()
    Maps(desk).duplicate_as_ideal()
    ideal, whole = desk.map_id, desk.project
    there = pairing(whole, find(whole.maps, "m"), find(whole.maps, ideal)).there
    whole = edit_cards(whole, ideal, [there["c1"]], text="Calls")
    whole = remove_cards(whole, ideal, [there["c2"]])
    whole = move_cards(whole, ideal, [there["c4"]], Spot(there["l-thoughts"], there["d3"]))
    spot = Spot(there["l-actions"], there["d3"])
    whole = add_card(whole, ideal, spot, "action", new_id=lambda: "better", text="Is called back")
    whole = move_marker(whole, ideal, there["m1"], there["d0"], 2.0)
    whole = add_card(whole, "m", Spot("l-actions", "d1"), "action", new_id=lambda: "late", text="Rings")
    desk.edit("Improve", whole)
    return desk


@pytest.fixture
def ideal(desk):
    return Ideal(desk)


@pytest.fixture
def opened(qtbot):
    """Shows a dialog and closes it at the end."""
    made = []

    def show(dialog):
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        made.append(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    yield show
    for dialog in made:
        dialog.close()

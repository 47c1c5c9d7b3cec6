"""The rows of the list as values, and how they are painted."""

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from desktop.panels.votes import delegate
from desktop.panels.votes.delegate import HEIGHT, Look
from desktop.panels.votes.model import ROW, Row, Rows


def begin(votes, **fields):
    cards = next(choice.cards for choice in votes.choices() if choice.title == "Pain points")
    votes.open(cards, **fields)
    return cards


@pytest.fixture
def rows(votes):
    rows = Rows(votes)
    votes.changed.connect(rows.follow)
    return rows


def row(rows, at):
    return rows.index(at).data(ROW)


def test_the_model_keeps_the_rules_of_models(votes, rows, qtmodeltester):
    begin(votes)
    qtmodeltester.check(rows)


def test_without_a_ballot_there_are_no_rows(rows):
    assert rows.rowCount() == 0
    assert rows.entry(0) is None
    assert rows.data(QModelIndex()) is None


def test_rows_have_words_letters_and_numbers(votes, rows):
    cards = begin(votes)
    votes.set_tally(cards[1], 4)
    assert (rows.rowCount(), rows.row_of(cards[1]), rows.row_of("nobody")) == (len(cards), 1, -1)
    assert (row(rows, 1).mark, row(rows, 1).number, row(rows, 1).share) == ("B", "4", 1.0)
    assert rows.index(1).data(Qt.ItemDataRole.DisplayRole) == row(rows, 1).name


def test_a_vote_changes_rows_and_the_order_makes_a_new_list(votes, rows):
    cards = begin(votes)
    changed, reset = [], []
    rows.dataChanged.connect(lambda *_: changed.append(1))
    rows.modelReset.connect(lambda: reset.append(1))
    votes.cast(cards[3])
    assert (len(changed), len(reset)) == (1, 0)
    votes.show_result()
    assert len(reset) == 1
    assert row(rows, 0).card == cards[3]


def test_what_is_typed_stands_in_its_row_alone(votes, rows):
    begin(votes)
    rows.type(2, "14")
    assert [row(rows, at).pending for at in range(4)] == ["", "", "14", ""]
    rows.type(0, "3")
    assert [row(rows, at).pending for at in range(3)] == ["3", "", ""]
    assert rows.pending == "3"


def test_a_new_order_forgets_what_was_typed(votes, rows):
    cards = begin(votes)
    votes.cast(cards[3])
    rows.type(2, "14")
    votes.show_result()
    assert rows.pending == ""


def test_tooltips_show_texts_letter_by_letter(votes, rows, desk):
    cards = begin(votes)
    entry = rows.entry(rows.row_of(cards[0]))
    assert rows.index(0).data(Qt.ItemDataRole.ToolTipRole) == entry.card.text


def paint(shown, *, width=300, state=QStyle.StateFlag.State_None):
    """A row on white."""

    class Index(QModelIndex):
        def data(self, _role=0):
            return shown

    image = QImage(width, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect, option.font, option.state = QRect(0, 0, width, HEIGHT), QApplication.font(), state
    painter = QPainter(image)
    Look().paint(painter, option, Index())
    painter.end()
    return image


def inked(image, left, right):
    """Whether anything stands between two columns."""
    white = 0xFFFFFFFF
    return any(image.pixel(x, y) != white for x in range(left, right) for y in range(image.height()))


PLAIN = Row("c", "Queue", "A", "", 0.0, taking=True)


def test_a_key_cap_is_there_while_votes_are_taken(qapp):
    place = Row("c", "Queue", "1", "", 0.0)
    assert paint(PLAIN) != paint(place)
    assert inked(paint(PLAIN), 14, 18)
    assert not inked(paint(place), 14, 18)


def test_the_number_stands_at_the_right(qapp):
    assert not inked(paint(PLAIN), 260, 300)
    assert inked(paint(Row("c", "Queue", "A", "12", 1.0, taking=True)), 260, 300)


@pytest.mark.parametrize(("share", "end"), [(0.2, 110), (0.6, 180)])
def test_the_bar_is_as_long_as_its_share(qapp, share, end):
    image = paint(Row("c", "Queue", "A", "3", share, taking=True))
    y = HEIGHT - round(2.5 * delegate.BAR)
    track = image.pixelColor(232, y)
    filled = [x for x in range(52, 236) if image.pixelColor(x, y).saturation() > track.saturation() + 60]
    assert abs(max(filled) - (48 + share * 188)) < 12
    assert max(filled) < end


def test_a_typed_tally_of_a_secret_vote_is_masked(qapp):
    typed = [paint(Row("c", "Queue", "A", "", 0.0, taking=True, pending=text)) for text in ("12", "78")]
    assert typed[0] == typed[1]
    assert inked(typed[0], 260, 300)


def test_figures_stand_beside_the_number(qapp):
    image = paint(Row("c", "Queue", "A", "8", 0.0, taking=True, figures=("4", "2")))
    assert inked(image, 190, 250)


def test_the_chosen_row_is_seen_and_the_one_with_the_keyboard_more(qapp):
    chosen, focused = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus
    looks = [paint(PLAIN), paint(PLAIN, state=chosen), paint(PLAIN, state=chosen | focused)]
    assert looks[0] != looks[1] != looks[2]


def test_words_break_into_lines_and_the_last_has_the_rest(qapp):
    metrics = QFontMetrics(QApplication.font())
    words = "one two three four five six seven"
    width = metrics.horizontalAdvance("one two three")
    assert delegate._broken(words, metrics, width, 2) == ["one two three", "four five six seven"]
    assert delegate._broken(words, metrics, width, 1) == [words]
    assert delegate._broken("", metrics, width, 2) == [""]


def test_narrow_rows_are_painted_too(qapp):
    long = Row("c", "A name that goes on and on " * 4, "A", "123456", 1.0, taking=True, figures=("4.5", "2.5"))
    assert inked(paint(long, width=170), 0, 170)

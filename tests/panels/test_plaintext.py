"""Labels that show what people wrote."""

from PySide6.QtCore import Qt

from desktop.panels.plaintext import plain


def test_words_of_people_are_no_markup(qtbot):
    label = plain("<b>x</b> & y", "told")
    qtbot.addWidget(label)
    assert (label.text(), label.objectName()) == ("<b>x</b> & y", "told")
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_only_a_label_that_may_takes_more_lines(qtbot):
    long = "so many words " * 20
    wrapped, single = plain(long, wrapped=True), plain(long)
    for label in (wrapped, single):
        qtbot.addWidget(label)
    assert wrapped.heightForWidth(200) > 2 * single.heightForWidth(200)

import pytest

from desktop.typeset.charnames import named


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("అ", "U+0C05 TELUGU LETTER A"),
        ("漢", "U+6F22 CJK UNIFIED IDEOGRAPH-6F22"),
        ("🫠", "U+1FAE0 MELTING FACE"),
        ("\ue000", "U+E000"),
        ("\x07", "U+0007"),
    ],
)
def test_a_character_has_a_number_and_a_name(character, expected):
    assert named(character) == expected


def test_what_the_typesetter_misses_can_be_named(typesetter):
    assert [named(each) for each in typesetter.missing("Menu: అ, అ")] == ["U+0C05 TELUGU LETTER A"]

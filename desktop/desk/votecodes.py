"""What is typed to vote for a card: a letter each, or as many letters as it takes to tell the cards apart."""

from functools import lru_cache
from itertools import islice, product
from string import ascii_lowercase


@lru_cache(maxsize=64)
def codes(count: int) -> tuple[str, ...]:
    """So many codes of the same length: a, b, c …, or aa, ab … where there are more than letters."""
    length = 1
    while len(ascii_lowercase) ** length < count:
        length += 1
    return tuple("".join(letters) for letters in islice(product(ascii_lowercase, repeat=length), count))

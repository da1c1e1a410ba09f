"""Pinyin initials of a name, so that yll finds 玉兰里."""

from functools import cache, lru_cache
from itertools import product
from typing import Final
from unicodedata import normalize

LONGEST: Final = 80
#: A name with many characters of several readings is kept in its commonest reading only.
_MOST: Final = 4


def initials_of(name: str) -> str:
    """Return the initials of a name in lower case, every reading of it once."""
    letters = [_letter(char) for char in name if char.isalnum()]
    if None in letters:  # 长 is c or z: the word that it stands in decides
        return _of_words(name)
    return "".join(letter for letter in letters if letter)[:LONGEST]


def _of_words(name: str) -> str:
    letters = _from("".join(char for char in name if char.isalnum()))
    found = ["".join(one) for one, _n in zip(product(*letters), range(_MOST), strict=False)]
    return " ".join(found).lower()[:LONGEST]


@lru_cache(maxsize=50_000)
def _from(rest: str) -> tuple[tuple[str, ...], ...]:
    """Return the letters of each character; names end alike, so how they end is kept."""
    from pypinyin.contrib.mmseg import seg  # its dictionaries load for long

    if not rest:
        return ()
    word = next(seg.cut(rest))
    return (*_of_word(word), *_from(rest[len(word) :]))


@lru_cache(maxsize=50_000)
def _of_word(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the letters of each character of a word, the commonest reading first."""
    from pypinyin import Style, pinyin

    several = pinyin(word, style=Style.FIRST_LETTER, heteronym=True, errors=list)  # type: ignore[arg-type] # each letter by itself
    return tuple(tuple(dict.fromkeys(every)) for every in several)


@cache
def _letter(char: str) -> str | None:
    """Return the letter that every reading of a character begins with, None if they differ."""
    from pypinyin.constants import PINYIN_DICT

    readings = PINYIN_DICT.get(ord(char))
    if readings is None:
        return char.lower()
    letters = {normalize("NFD", reading)[0] for reading in readings.split(",")}
    return letters.pop() if len(letters) == 1 else None

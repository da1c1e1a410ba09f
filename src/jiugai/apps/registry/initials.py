"""The pinyin initials of a name, by which people search: 玉兰里 is yll."""

import re
from functools import cache, lru_cache
from typing import Final
from unicodedata import normalize

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PINYIN_DICT

LONGEST: Final = 80
_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
_OTHER: Final = re.compile(r"[^0-9a-z]+")


def initials_of(name: str | None) -> str:
    """Return the initials of a name, its digits and Latin letters kept."""
    if not name:
        return ""
    return _OTHER.sub("", _HAN.sub(lambda run: _of_run(run[0]), name.lower()))[:LONGEST]


def _of_run(run: str) -> str:
    letters = [_only_letter(char) for char in run]
    if None in letters:  # 长 is c or zh: the word that it stands in decides
        return _of_words(run)
    return "".join(letter for letter in letters if letter)


@lru_cache(maxsize=50_000)
def _of_words(run: str) -> str:
    return "".join(lazy_pinyin(run, style=Style.FIRST_LETTER, errors="ignore"))


@cache
def _only_letter(char: str) -> str | None:
    """Return the letter that every reading of a character begins with, None if they differ."""
    readings = PINYIN_DICT.get(ord(char), "").split(",")
    letters = {normalize("NFD", reading)[0] for reading in readings if reading}
    return next(iter(letters), "") if len(letters) <= 1 else None

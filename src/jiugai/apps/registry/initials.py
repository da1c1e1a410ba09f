"""Pinyin initials of a name, so that yll finds 玉兰里."""

from itertools import product
from typing import Final

from pypinyin import Style, pinyin

LONGEST: Final = 80
#: A name with many characters of several readings is kept in its commonest reading only.
_MOST: Final = 4


def initials_of(name: str) -> str:
    """Return the initials of a name in lower case, every reading of it once."""
    kept = "".join(letter for letter in name if letter.isalnum())
    several = pinyin(kept, style=Style.FIRST_LETTER, heteronym=True, errors=list)
    common = pinyin(kept, style=Style.FIRST_LETTER, errors=list)
    letters = [
        [usual[0], *(one for one in dict.fromkeys(all_) if one != usual[0])]
        for usual, all_ in zip(common, several, strict=False)
    ]
    found = ["".join(one) for one, _n in zip(product(*letters), range(_MOST), strict=False)]
    return " ".join(found).lower()[:LONGEST]

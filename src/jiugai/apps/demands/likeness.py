"""How alike two demands are, and by which bands likely repeats are found among very many.

Likeness is Jaccard's: the pairs of neighbouring signs that both texts have, of those that either
has. MinHash turns a text into `BANDS` numbers so that two texts of likeness J share at least one
with the chance 1 - (1 - J⁴)^BANDS: 92 of 100 at 0.5, 99.6 at 0.6; and at 0.2, where two texts have
no more than a phrase in common, 6 of 100, so that the crowd of those stays out.
"""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache
from random import Random
from typing import Final
from unicodedata import normalize
from zlib import crc32

BANDS: Final = 40
#: Hashes that make up one band.
ROWS: Final = 4
#: From here on two demands of one estate are worth a look of a person.
LIKELY: Final = 0.3

_MARKS: Final = re.compile(r"[\W_]+")
_DIGITS: Final = str.maketrans("〇零一二两三四五六七八九", "001223456789")
#: What tickets begin and end with whatever they are about.
_FORMULAS: Final = re.compile(
    "(?:居民|市民|诉求人|来电人|业主)?(?:来电)?(?:反映|表示|反应)(?:称)?"
    "|(?:望|请|希望|要求|建议)?(?:相关|有关)(?:部门|单位)?(?:尽快|及时)?(?:处理|解决|核实)*"
    "|(?:请|望|希望)?(?:尽快|及时)(?:处理|解决|核实|维修|修理)|谢谢|您好"
)
_MASK: Final = (1 << 64) - 1
_SIGNED: Final = (1 << 63) - 1


def _odd_numbers(count: int, seed: int) -> tuple[int, ...]:
    chance = Random(seed)  # noqa: S311 - the same everywhere and always, or nothing is found again
    return tuple(chance.getrandbits(64) | 1 for _n in range(count))


TIMES: Final = _odd_numbers(BANDS * ROWS, 12345)
PLUS: Final = _odd_numbers(BANDS * ROWS, 54321)
_MIX: Final = 0x9E3779B97F4A7C15


@lru_cache(maxsize=4096)
def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring signs of a text, without marks, blanks and formulas."""
    plain = _MARKS.sub("", normalize("NFKC", text).lower())
    words = (_FORMULAS.sub("", plain) or plain).translate(_DIGITS)
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))


def likeness(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """Return how alike two sets of pairs are, from 0 to 1; nothing is like nothing."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def bands_of(text: str) -> list[int]:
    """Return the bands of a text; none where it has no two signs."""
    codes = [crc32(pair.encode()) for pair in pairs(text)]
    if not codes:
        return []
    least = [
        min((code * times + plus & _MASK) >> 32 for code in codes)
        for times, plus in zip(TIMES, PLUS, strict=True)
    ]
    return [_band(n, least[n * ROWS : (n + 1) * ROWS]) for n in range(BANDS)]


def _band(number: int, least: list[int]) -> int:
    mixed = number + 1
    for value in least:
        mixed = (mixed ^ value) * _MIX & _MASK
        mixed ^= mixed >> 29
    return mixed & _SIGNED

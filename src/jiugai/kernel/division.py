"""Administrative divisions: a code is a path, and a scope is a prefix of it."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path
from typing import Final
from unicodedata import normalize

import yaml

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _, listed, noted

#: Lengths of a code: country, province, city, district, sub-district, community.
LEVELS: Final = (0, 2, 4, 6, 9, 12)
DISTRICT: Final = 6

_FILE: Final = Path(__file__).with_name("divisions.yaml")
_KIND: Final = re.compile(r"(回族|满族|蒙古族|自治)*(区|县|市|省|街道)$")
_LATIN_KIND: Final = re.compile(r"(huizu|hui)?(qu|district|xian|county|shi|city|sheng|province)$")


@dataclass(frozen=True, slots=True)
class Division:
    """A division by its statistical code; `""` is the whole country."""

    code: str
    name: str
    pinyin: str
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return noted(self.name, self.code) if self.code else self.name


@cache
def divisions() -> dict[str, Division]:
    """Return every division the project knows, by code."""
    rows = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {row["code"]: Division(**(row | {"also": tuple(row.get("also", ()))})) for row in rows}


def division(code: str) -> Division:
    """Return the division with a code of 0 to 12 digits, whose trailing zeros do not count.

    Raises UsageError naming the nearest divisions if there is no such one.
    """
    found = divisions().get(shortest(code))
    if found is None:
        raise UsageError(
            _("没有区划代码“{code}”；请用下列之一：{near}。").format(
                code=code, near=listed(_near(code))
            )
        )
    return found


@lru_cache(maxsize=10_000)
def find_division(text: str, within: str = "") -> Division | None:
    """Return the district that a cell names, in Chinese, pinyin or by code, or None.

    "西城", "北京市西城区", "Xicheng District", "110102" and longer codes below it all do.
    """
    word = normalize("NFKC", text).strip()
    if re.fullmatch(r"\d{6,12}", word):
        return next((d for d in _districts(within) if d.code == word[:DISTRICT]), None)
    named = _by_name(within).get(_word(word), [])
    return named[0] if len(named) == 1 else None


@cache
def _by_name(within: str) -> dict[str, list[Division]]:
    """Return the districts in a division by each of their names; ledgers ask by the thousand."""
    found: dict[str, list[Division]] = {}
    for place in _districts(within):
        for name in _names(place):
            found.setdefault(name, []).append(place)
    return found


def _districts(within: str) -> list[Division]:
    return [
        place
        for code, place in divisions().items()
        if len(code) == DISTRICT and covers(within, code)
    ]


def covers(place: str, code: str) -> bool:
    """Return whether `code` lies in `place` or is it."""
    return shortest(code).startswith(shortest(place))


def ancestors(code: str) -> tuple[str, ...]:
    """Return the codes of every division above, from the country down."""
    short = shortest(code)
    return tuple(short[:length] for length in LEVELS if length < len(short))


def shortest(code: str) -> str:
    """Return a code without the zeros that fill it up: 110102000000 is 110102, 110000 is 11."""
    for shorter, length in zip(reversed(LEVELS[:-1]), reversed(LEVELS[1:]), strict=True):
        if len(code) == length and not code[shorter:].strip("0"):
            code = code[:shorter]
    return code


@cache
def _names(place: Division) -> frozenset[str]:
    """Return everything that a cell may call a division, normalised."""
    prefixes = {""}
    for above in filter(None, ancestors(place.code)):
        prefixes |= {prefix + name for prefix in prefixes for name in _forms(divisions()[above])}
    return frozenset(_word(prefix + name) for prefix in prefixes for name in _forms(place))


def _forms(place: Division) -> set[str]:
    """Return a division's names, and those of two characters or more without their kind."""
    names = {place.name, place.pinyin, *place.also}
    return names | {bare for name in names if len(bare := _KIND.sub("", name)) > 1}


def _word(text: str) -> str:
    """Return a name as it is compared: lower case, half width, nothing but letters."""
    letters = re.sub(r"[^\w]|_", "", normalize("NFKC", text)).lower()
    return _LATIN_KIND.sub("", letters) if letters.isascii() and len(letters) > 4 else letters


def _near(text: str) -> list[Division]:
    """Return the divisions that may have been meant, best first, or the provinces."""
    if named := [place for place in divisions().values() if _word(text) in _names(place)]:
        return named
    codes = get_close_matches(shortest(text), divisions(), n=3, cutoff=0.6)
    return [divisions()[code] for code in codes] or [
        place for place in divisions().values() if len(place.code) == len("11")
    ]

"""Numbers as people write them, read exactly."""

import re
from fractions import Fraction
from typing import Final
from unicodedata import normalize

_NUMBER: Final = re.compile(r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,12})?")
_RATIO: Final = re.compile(r"(\d{1,9})\s*/\s*(\d{1,9})")
_UNIT: Final = re.compile(
    r"(?<=\d)\s*(平方米|平米|㎡|m2|m²|户|栋|个|分|年|层|人|辆)$", re.IGNORECASE
)


def fraction_of(text: str) -> Fraction | None:
    """Return a number like 1,234.5, or None if it is none; a unit of counting may follow."""
    plain = _UNIT.sub("", normalize("NFKC", text).strip())
    if not _NUMBER.fullmatch(plain):
        return None
    return Fraction(plain.replace(",", "").replace("−", "-"))


def share_of(text: str, *, percent: bool = False) -> Fraction | None:
    """Return a share like 30%, 0.3 or 3/10, or None if it is none.

    A bare number above 1 is none unless `percent` says that bare numbers are percents.
    """
    plain = normalize("NFKC", text).strip()
    if ratio := _RATIO.fullmatch(plain):
        return Fraction(int(ratio[1]), int(ratio[2])) if int(ratio[2]) else None
    found = fraction_of(plain.removesuffix("%").rstrip())
    if found is None:
        return None
    if plain.endswith("%") or percent:
        return found / 100
    return found if abs(found) <= 1 else None

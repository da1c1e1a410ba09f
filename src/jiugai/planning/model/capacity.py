"""How much may start in a year: what streets and firms can carry."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

import numpy as np

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _
from jiugai.planning.classes import BASIC, CLASSES
from jiugai.planning.model.limits import Kind, Limit, Sizes, Whole, in_year

#: What each bound is called on the command line.
NAMES: Final = {
    "estates": ("estates", "小区"),
    "households": ("households", "户"),
    "street_estates": ("street_estates", "街道小区"),
    "street_households": ("street_households", "街道户"),
}


@dataclass(frozen=True, slots=True)
class Capacity:
    """How much may start in a year, in the whole place and in one sub-district."""

    estates: int | None = None
    households: int | None = None
    street_estates: int | None = None
    street_households: int | None = None


NO_BOUND: Final = Capacity()


def read_capacity(text: str) -> Capacity:
    """Return the bounds that text like "小区=80,街道户=3000" names.

    Raises UsageError if it is anything else.
    """
    known = {word: name for name, words in NAMES.items() for word in words}
    found: dict[str, int] = {}
    for part in re.split(r"[,;、\s]+", normalize("NFKC", text).strip()):
        word, _equals, number = part.partition("=")
        name = known.get(word.strip())
        if name is None or name in found or not number.isdecimal():
            raise UsageError(
                _(
                    "看不懂产能“{text}”；请写成 小区=80,户=20000,街道小区=10,街道户=3000，"
                    "可只写其中几项。"
                ).format(text=text)
            )
        found[name] = int(number)
    return Capacity(**found)


def capacity_limits(sizes: Sizes, capacity: Capacity, years: Sequence[int]) -> list[Limit]:
    """Return what may start per year, in the whole place and in each sub-district."""
    everyone = np.ones(len(sizes.streets), dtype=np.int64)
    found = [*_capacity("", capacity.estates, everyone, years, _("个小区"))]
    found += _capacity("", capacity.households, sizes.households, years, _("户"))
    streets = np.array(sizes.streets, dtype=np.str_)
    for street, name in sorted(sizes.street_names.items()):
        here = (streets == street).astype(np.int64)
        found += _capacity(name, capacity.street_estates, here, years, _("个小区"))
        households = here * sizes.households
        found += _capacity(name, capacity.street_households, households, years, _("户"))
    return found


def _capacity(
    street: str, most: int | None, each: Whole, years: Sequence[int], unit: str
) -> Iterable[Limit]:
    if most is None:
        return
    use = np.zeros((len(each), len(CLASSES)), dtype=np.int64)
    use[:, BASIC] = each
    for t, year in enumerate(years):
        title = _("{year} 年{street}最多开工 {most} {unit}").format(
            year=year, street=street, most=most, unit=unit
        )
        yield Limit(Kind.CAPACITY, year, title, use, in_year(t, len(years)), most, unit)

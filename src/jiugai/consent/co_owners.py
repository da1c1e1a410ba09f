"""Co-owners and their shares, as a cell of the roll names them."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final
from unicodedata import normalize

#: Larger parts are no shares of a flat, and sums of them must stay within 64 bits.
MOST_PARTS: Final = 10_000
_ONE: Final = re.compile(
    r"(?P<name>.*?)[\s:(]*(?:(?P<part>\d+)/(?P<whole>\d+)|(?P<cent>\d+)%)?\)?"
)
#: What stands between owners in a cell, and everything that clerks write there.
BETWEEN: Final = "、"
_BETWEEN: Final = re.compile(r"[、,，;；\r\n]+")


@dataclass(frozen=True, slots=True)
class Share:
    """An owner of a flat and what part of it is theirs."""

    name: str
    part: Fraction


def read_co_owners(owner: str, text: str) -> tuple[Share, ...]:
    """Return every owner of a flat with their share, the first owner first.

    "李四1/3、王五1/3" leaves a third to the owner; without any share all have equal parts
    (Civil Code 309). Raises ValueError if the shares do not make one whole.
    """
    found: dict[str, Fraction | None] = {owner: None}
    for piece in re.split(r"[、,;]", normalize("NFKC", text)):
        match = _ONE.fullmatch(piece.strip())
        if match is None or not (name := match["name"].strip()):
            raise ValueError(text)
        if name in found and (name != owner or found[name] is not None):
            raise ValueError(text)
        found[name] = _part(match)
    parts = _completed(owner, found)
    if sum(parts.values()) != 1 or any(
        part <= 0 or part.denominator > MOST_PARTS for part in parts.values()
    ):
        raise ValueError(text)
    return tuple(Share(name, part) for name, part in parts.items())


def one_cell(owner: str, others: str) -> tuple[str, str]:
    """Return the first owner by name, and what `read_co_owners` reads of all beside them.

    Clerks write everybody into the cell of the owner, as "张三1/2、李四1/2" or line by line.
    """
    pieces = [one.strip() for one in _BETWEEN.split(f"{owner}、{others}") if one.strip()]
    if not pieces:
        return "", ""
    match = _ONE.fullmatch(normalize("NFKC", pieces[0]))
    name = match["name"].strip() if match else pieces[0]
    has_share = match is not None and _part(match) is not None
    return name, BETWEEN.join(pieces if has_share else pieces[1:])


def _part(match: re.Match[str]) -> Fraction | None:
    if match["cent"]:
        return Fraction(int(match["cent"]), 100)
    if not match["part"]:
        return None
    if not int(match["whole"]):
        raise ValueError(match[0])
    return Fraction(int(match["part"]), int(match["whole"]))


def _completed(owner: str, found: dict[str, Fraction | None]) -> dict[str, Fraction]:
    """Return the shares with those filled in that follow from the others."""
    if all(part is None for part in found.values()):
        return dict.fromkeys(found, Fraction(1, len(found)))
    known = {name: part for name, part in found.items() if part is not None}
    if owner not in known:
        known = {owner: 1 - sum(known.values(), Fraction(0)), **known}
    if len(known) < len(found):
        raise ValueError("shares are missing")
    return known

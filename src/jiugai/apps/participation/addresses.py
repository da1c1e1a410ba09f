"""Which flat an address names, however it is spelled."""

from typing import Final

from jiugai.apps.participation.models import RollFlat, Vote
from jiugai.apps.registry.models import Estate, Household

_ENDINGS: Final = {"building": "号楼栋幢座#", "unit": "单元门", "door": "室号户"}

Address = tuple[str, str, str]


def flat_at(vote: Vote, *, building: str, unit: str, door: str) -> RollFlat | None:
    """Return the flat of a roll that an address names; None if none or several."""
    asked = plain_address(building, unit, door)
    near = RollFlat.objects.filter(vote=vote, door__icontains=asked[2])
    found = [one for one in near if plain_address(one.building, one.unit, one.door) == asked]
    return found[0] if len(found) == 1 else None


def household_at(estate: Estate, *, building: str, unit: str, door: str) -> Household | None:
    """Return the household of an estate that an address names; None if none or several."""
    asked = plain_address(building, unit, door)
    near = Household.objects.filter(building__estate=estate, door__icontains=asked[2])
    found = [
        one
        for one in near.select_related("building", "unit")
        if plain_address(str(one.building), str(one.unit or ""), one.door) == asked
    ]
    return found[0] if len(found) == 1 else None


def plain_address(building: str, unit: str, door: str) -> Address:
    """Return an address so that every spelling of a flat gives the same."""
    # 03号楼 is 3号楼; a door keeps its zeros, 0301 may be another one than 301.
    return (
        _bare(building, "building").lstrip("0"),
        _bare(unit, "unit").lstrip("0"),
        _bare(door, "door"),
    )


def _bare(text: str, part: str) -> str:
    return text.strip().upper().removeprefix("第").rstrip(_ENDINGS[part]).strip()

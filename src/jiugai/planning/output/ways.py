"""The ways into a plan, in its files."""

from collections.abc import Mapping
from typing import Any, Final

from jiugai.kernel.i18n import _
from jiugai.kernel.money import wan
from jiugai.planning.answers.ways.way import How, MoneyWay, ScoreWay, WayIn
from jiugai.planning.answers.ways.words import cheapest_text, way_text
from jiugai.planning.classes import CLASSES
from jiugai.planning.plan import Plan

#: The columns of the sheet of estates left out, after the cheapest way.
SHOWN: Final = (How.MONEY, How.SCORE, How.EVIDENCE, How.NEIGHBOUR)


def ways_of(plan: Plan) -> Mapping[str, WayIn]:
    """Return the ways in by estate; none where nobody asked for them."""
    return {way.estate: way for way in plan.ways}


def ways_json(way: WayIn | None) -> dict[str, Any]:
    """Return what plan.json says of the ways in of an estate."""
    if way is None:
        return {}
    found: dict[str, Any] = {
        "cheapest": way.cheapest.value if way.cheapest else None,
        "says": cheapest_text(way),
        "solved": way.is_solved,
    }
    if way.money is not None:
        found["money"] = _money(way.money)
    if way.score is not None:
        found["score"] = _score(way.score)
    if way.evidence is not None:
        found["evidence"] = [
            {"part": p.part, "facts": list(p.facts), "says": p.says} for p in way.evidence.proofs
        ]
    if way.neighbours:
        found["neighbours"] = [
            {"estate_id": one.neighbour, "year": one.year, "lost": one.lost / 1000}
            for one in way.neighbours
        ]
    return {"ways_in": found}


def _money(way: MoneyWay) -> dict[str, Any]:
    paid = zip(CLASSES, way.paid, strict=bool(way.paid))
    return {
        "year": way.year,
        "classes": [works.value for works in way.works],
        "at_most_wan": _wan(way.at_most),
        "at_least_wan": _wan(way.at_least),
        "paid_wan": {works.value: wan(cents) for works, cents in paid if cents},
    }


def _score(way: ScoreWay) -> dict[str, Any]:
    return {
        "year": way.year,
        "at_most": _points(way.at_most),
        "at_least": _points(way.at_least),
        "highest": _points(way.highest),
    }


def _wan(cents: int | None) -> str | None:
    return None if cents is None else wan(cents)


def _points(hundredths: int | None) -> float | None:
    return None if hundredths is None else hundredths / 100


def ways_headings(plan: Plan) -> list[str]:
    """Return the headings of the columns about ways in."""
    if not plan.ways:
        return []
    return [_("最省的列入办法"), _("自筹"), _("评分"), _("补证据"), _("与邻居同年")]


def ways_cells(plan: Plan, way: WayIn | None) -> list[str]:
    """Return the cells under these headings."""
    if not plan.ways:
        return []
    if way is None:
        return [""] * len(ways_headings(plan))
    return [cheapest_text(way), *(way_text(way, how) for how in SHOWN)]

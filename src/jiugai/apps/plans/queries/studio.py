"""What the studio shows: scenarios, the run that goes on, the result and its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from jiugai.apps.accounts.rows import within
from jiugai.apps.plans.models import Place, Result, Run, Scenario
from jiugai.apps.registry.map.drawing import borders
from jiugai.apps.registry.models import Estate
from jiugai.kernel.money import in_wan, parse_amount
from jiugai.planning.classes import class_titles
from jiugai.policy.entries import Works
from jiugai.reporting.curve import CurveRow, curve_chart
from jiugai.reporting.map import Area, draw

PAGE: Final = 50
#: More dots than this make a picture too heavy for a page; the table has all.
MOST_DOTS: Final = 8000


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for among the estates of a result; empty means anything."""

    words: str = ""
    which: str = ""  # in, out, or ordered
    year: int | None = None
    street: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """An estate on the picture: in which year of the plan, `None` where it is out."""

    pk: int
    name: str
    year: int | None
    index: int
    x: float
    y: float
    is_sought: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """The map of a plan."""

    width: float
    height: float
    areas: tuple[Area, ...]
    spots: tuple[Spot, ...]


def scenarios_of(division: str) -> QuerySet[Scenario]:
    """Return the scenarios of a division that are not put away."""
    return Scenario.objects.filter(division=division, archived_on=None).select_related(
        "made_by", "changed_by", "base"
    )


def run_under_way(scenario: Scenario) -> Run | None:
    """Return the run of a scenario that is not over, the latest."""
    return (
        Run.objects.filter(scenario=scenario, job__state__in=["waiting", "running"])
        .select_related("job", "scenario")
        .first()
    )


def last_run(scenario: Scenario) -> Run | None:
    """Return the latest run of a scenario."""
    return Run.objects.filter(scenario=scenario).select_related("job", "scenario").first()


def result_shown(scenario: Scenario, run: int | None = None) -> Result | None:
    """Return a result of a scenario, the latest unless one is named."""
    found = (
        Result.objects.filter(run__scenario=scenario)
        .select_related("run__scenario", "run__by", "run__job", "plan")
        .defer("workbook")
    )
    if run is not None:
        found = found.filter(pk=run)
    return found.order_by("-run").first()


def rows_of(result: Result, sought: Sought, keys: set[str]) -> QuerySet[Place]:
    """Return the estates of a result that fit."""
    found = Place.objects.filter(result=result)
    which = {
        "in": Q(year__isnull=False),
        "out": Q(year__isnull=True),
        "ordered": Q(key__in=keys),
    }
    if sought.which in which:
        found = found.filter(which[sought.which])
    if sought.year is not None:
        found = found.filter(year=sought.year)
    if sought.street:
        found = found.filter(street=sought.street)
    if sought.why:
        found = found.filter(why=sought.why)
    for word in sought.words.split():
        found = found.filter(Q(name__contains=word) | Q(key=word))
    return found


def page_of(found: QuerySet[Place], number: Any) -> Page[Place]:
    """Return a page of rows."""
    return Paginator(found, PAGE).get_page(number)


def works_said(place: Place) -> str:
    """Return what is done in an estate."""
    return class_titles(frozenset(map(Works, place.works))) if place.works else ""


def by_year(result: Result) -> list[dict[str, Any]]:
    """Return what each year of a plan holds: estates, households, cost."""
    found = {year: {"estates": 0, "households": 0, "cost": 0} for year in result.run.span}
    rows = Place.objects.filter(result=result, year__isnull=False)
    for year, households, cost in rows.values_list("year", "households", "cost"):
        here = found[year or 0]
        here["estates"] += 1
        here["households"] += households
        here["cost"] += cost
    return [{"year": year, **values} for year, values in found.items()]


def money_of(result: Result) -> list[dict[str, Any]]:
    """Return what each source gives, pays and has left, year by year."""
    return [
        {
            "year": line["year"],
            "title": line["source_title"],
            "classes": class_titles(frozenset(map(Works, line["classes"]))),
            "given": _wan(line["given_wan"]),
            "paid": [
                _wan(line["paid_wan"].get(w, "0")) for w in ("basic", "improving", "upgrading")
            ],
            "left": _wan(line["left_wan"]),
        }
        for line in result.content["money"]
    ]


def _wan(text: str) -> str:
    return in_wan(parse_amount(text, unit="万")) if not text.startswith("-") else text


def curve_of(result: Result) -> tuple[str, list[CurveRow]]:
    """Return the chart of what less and more money would buy, and its rows."""
    rows = [
        CurveRow(
            one["factor"],
            _wan(one["budget_wan"]),
            one["objective"],
            one["bound"],
            one["estates"],
        )
        for one in result.content["curve"]
    ]
    return (curve_chart(rows) if rows else "", rows)


def picture_of(result: Result, sought: QuerySet[Place]) -> Picture | None:
    """Return the map of a result, None where nothing in it has a place.

    What is not in the table beside it stays, but stands back.
    """
    rows = list(
        Place.objects.filter(result=result, estate__lon__isnull=False)
        .order_by("pk")
        .values_list("estate_id", "name", "year", "estate__lon", "estate__lat")[:MOST_DOTS]
    )
    return _picture(rows, result.run.span[0], set(sought.values_list("estate_id", flat=True)))


def picture_so_far(run: Run) -> Picture | None:
    """Return the map of the best plan that a run has found until now, None as long as it has none.

    It shows the estates that are in; where they all are is known from the register.
    """
    found = run.job.result.get("years") if run.job else None
    if not found:
        return None
    years = {pk: int(year) for year, keys in found.items() for pk in keys}
    places = Estate.objects.filter(
        Q(pk__in=years) | within(run.division), lon__isnull=False, retired_on=None
    )
    rows = [
        (pk, name or "", years.get(pk), lon, lat)
        for pk, name, lon, lat in places.order_by("pk").values_list("pk", "name", "lon", "lat")[
            :MOST_DOTS
        ]
    ]
    return _picture(rows, run.span[0])


def _picture(
    rows: Sequence[tuple[int, str, int | None, float, float]],
    first: int,
    sought: set[int] | None = None,
) -> Picture | None:
    sheet = draw(borders(), [row[3:5] for row in rows])
    if sheet is None:
        return None
    spots = [
        Spot(
            pk,
            name,
            year,
            year - first if year else -1,
            dot.x,
            dot.y,
            sought is None or pk in sought,
        )
        for dot in sheet.dots
        for pk, name, year, _lon, _lat in [rows[dot.index]]
    ]
    # Those in the plan are drawn last, on top, the first year above all.
    spots.sort(key=lambda spot: (spot.year is not None, -spot.index))
    return Picture(sheet.width, sheet.height, sheet.areas, tuple(spots))

"""What stands in the made-up estates: buildings, units, households, pipes, idle resources."""

from collections.abc import Iterator
from math import ceil
from random import Random
from typing import Any, Final

from django.db import connection
from psycopg.types.json import Jsonb

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.registry.models import (
    Building,
    DangerPlan,
    Estate,
    Household,
    Party,
    Pipe,
    Resource,
    Source,
    Stage,
    Unit,
)
from jiugai.site import demo_ground as ground

PER_FLOOR: Final = 2
#: So many buildings of an estate are drawn at the most.
MOST: Final = 40
SURNAMES: Final = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张"
GIVEN: Final = "安宁清和明远书文云川一诺子衿若水知行乐山怀瑾"
FIRMS: Final = (
    ("示范排水集团（虚构）", Pipe.Kind.DRAIN),
    ("示范自来水公司（虚构）", Pipe.Kind.WATER),
    ("示范供热公司（虚构）", Pipe.Kind.HEAT),
    ("示范燃气公司（虚构）", Pipe.Kind.GAS),
)


#: What renewing a metre costs, made up; pipes in these conditions are to be renewed.
YUAN_PER_M: Final = {
    Pipe.Kind.DRAIN: 1900,
    Pipe.Kind.WATER: 1400,
    Pipe.Kind.HEAT: 3200,
    Pipe.Kind.GAS: 2100,
}
WORN: Final = frozenset({Pipe.Condition.WORN, Pipe.Condition.FAILING})


def furnish(estates: list[Estate], *, by: Person, division: str) -> None:
    """Put believable things into estates, the same every time."""
    source = Source.objects.create(
        kind=Source.Kind.EDIT, division=division, reason="示范数据（虚构）", by=by
    )
    chance = Random(110199)  # noqa: S311 - the same district for everyone
    buildings = Building.objects.bulk_create(
        [one for estate in estates for one in _buildings(estate, chance, source)]
    )
    units = Unit.objects.bulk_create([one for building in buildings for one in _units(building)])
    _copy_households(units, chance)
    _danger_plans(buildings, chance)
    _pipes(estates, chance, division)
    _resources(estates, chance)
    _parties(estates, chance, division)
    _stages(estates, chance)


def _buildings(estate: Estate, chance: Random, source: Source) -> Iterator[Building]:
    count = min(estate.facts.get("building_count") or 0, MOST)
    households = estate.facts.get("household_count") or 0
    lon, lat = estate.facts.get("lon"), estate.facts.get("lat")
    for number in range(1, count + 1):
        mine = households * number // count - households * (number - 1) // count
        stairs = max(1, min(6, ceil(mine / 14)))
        storeys = max(1, ceil(mine / (stairs * PER_FLOOR)))
        year = estate.facts.get("built_year")
        facts: dict[str, Any] = {
            "id": f"{number}号楼",
            "built_year": year,
            "storeys": storeys,
            "household_count": mine,
            "floor_area_m2": round(mine * chance.uniform(48, 66), 1),
            "has_guards": chance.random() < 0.4,
        }
        if year and year < 1970 and chance.random() < 0.12:
            facts |= {"danger": chance.choice(("c", "d")), "danger_unit": chance.random() < 0.5}
        place = {}
        if lon is not None and lat is not None:
            place = ground.block(lon, lat, number - 1, count)
        yield Building(
            estate=estate,
            division=estate.division,
            code=f"{number}",
            name=f"{number}号楼",
            facts={name: value for name, value in facts.items() if value is not None},
            origins={str(source.pk): {}},
            **place,
        )


def _units(building: Building) -> Iterator[Unit]:
    for number in range(1, max(1, min(6, ceil(_households(building) / 14))) + 1):
        yield Unit(building=building, division=building.division, name=f"{number}单元")


def _households(building: Building) -> int:
    return int(building.facts.get("household_count") or 0)


def _copy_households(units: list[Unit], chance: Random) -> None:
    """Send households by COPY; under row security that goes through a table of our own."""
    columns = (
        "division, facts, origins, version, updated_at, building_id, unit_id, door, owner, phone"
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE arriving ON COMMIT DROP AS"  # noqa: S608 - our own names
            f" SELECT {columns} FROM registry_household WITH NO DATA"
        )
        with cursor.copy(f"COPY arriving ({columns}) FROM STDIN") as copy:
            for row in _household_rows(units, chance):
                copy.write_row(row)
        cursor.execute(
            f"INSERT INTO registry_household ({columns})"  # noqa: S608 - our own names
            f" SELECT {columns} FROM arriving"
        )


def _household_rows(units: list[Unit], chance: Random) -> Iterator[tuple[Any, ...]]:
    sealed = Household._meta.get_field("owner").get_prep_value
    for unit, doors in _doors(units):
        for door in doors:
            name = chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, 2))
            area = Jsonb({"area_m2": round(chance.uniform(38, 92), 2)})
            phone = f"199{chance.randrange(10**8):08d}"
            whose = (unit.building_id, unit.pk, door, sealed(name), sealed(phone))
            yield (unit.division, area, Jsonb({}), 1, "2026-06-01T08:00:00+08:00", *whose)


def _doors(units: list[Unit]) -> Iterator[tuple[Unit, list[str]]]:
    """Yield the units with their doors; those of a building share its households."""
    by_building: dict[int, list[Unit]] = {}
    for unit in units:
        by_building.setdefault(unit.building_id, []).append(unit)
    for group in by_building.values():
        count = _households(group[0].building)
        for index, unit in enumerate(group):
            mine = count * (index + 1) // len(group) - count * index // len(group)
            yield unit, [f"{n // PER_FLOOR + 1}{n % PER_FLOOR + 1:02d}" for n in range(mine)]


def _danger_plans(buildings: list[Building], chance: Random) -> None:
    endangered = [one for one in buildings if one.facts.get("danger") in ("c", "d")]
    DangerPlan.objects.bulk_create(
        DangerPlan(
            building=one,
            division=one.division,
            appraised_on=f"202{chance.randint(3, 5)}-0{chance.randint(1, 9)}-15",
            appraiser="示范房屋鉴定所（虚构）",
            responsible="示范房管所（虚构）" if one.facts.get("danger_unit") else "",
        )
        for one in endangered
    )


def _pipes(estates: list[Estate], chance: Random, division: str) -> None:
    firms = [
        (Organisation.objects.create(name=name, division=division), kind) for name, kind in FIRMS
    ]
    Pipe.objects.bulk_create(
        _priced(
            Pipe(
                estate=estate,
                division=estate.division,
                kind=kind,
                organisation=firm,
                material=chance.choice(("铸铁", "钢", "PE", "混凝土")),
                laid_year=estate.facts.get("built_year"),
                condition=chance.choice(Pipe.Condition.values),
                **_course(estate, kind, chance),
            )
        )
        for estate in estates
        for firm, kind in firms
        if chance.random() < 0.5
    )


def _priced(pipe: Pipe) -> Pipe:
    """Return a pipe with what renewing it would cost, unless it is sound or nobody asked yet."""
    if pipe.condition in WORN:
        pipe.cost_cents = round(pipe.length_m or 0) * YUAN_PER_M[Pipe.Kind(pipe.kind)] * 100
    return pipe


def _course(estate: Estate, kind: Pipe.Kind, chance: Random) -> dict[str, Any]:
    """Return how long a pipe is, and where it lies if the estate has a place."""
    count = estate.facts.get("building_count") or 1
    guessed = chance.randint(20, 90) * count
    lon, lat = estate.facts.get("lon"), estate.facts.get("lat")
    if lon is None or lat is None:
        return {"length_m": guessed}
    line, metres = ground.pipe(lon, lat, min(count, MOST), kind.value)
    return {"length_m": metres, "line": line}


def _resources(estates: list[Estate], chance: Random) -> None:
    kinds = (("room", "配套用房"), ("shed", "自行车棚"), ("boiler", "旧锅炉房"))
    owners = ("owners", "district_soe", "district_institution", "private")
    Resource.objects.bulk_create(
        Resource(
            estate=estate,
            division=estate.division,
            name=name,
            area_m2=chance.randint(40, 600),
            facts={"kind": kind, "owner_kind": chance.choice(owners)},
            **_edge(estate, number),
        )
        for estate in estates
        for number, (kind, name) in enumerate(kinds)
        if chance.random() < 0.12
    )


def _edge(estate: Estate, number: int) -> dict[str, float]:
    lon, lat = estate.facts.get("lon"), estate.facts.get("lat")
    if lon is None or lat is None:
        return {}
    count = min(estate.facts.get("building_count") or 1, MOST)
    east, north = ground.edge(lon, lat, count, number)
    return {"lon": east, "lat": north}


def _parties(estates: list[Estate], chance: Random, division: str) -> None:
    firms = [
        Organisation.objects.create(name=f"示范{letter}物业公司（虚构）", division=division)
        for letter in "东南西北中"
    ]
    Party.objects.bulk_create(
        Party(
            estate=estate,
            division=estate.division,
            organisation=chance.choice(firms),
            kind=Party.Kind.PROPERTY,
        )
        for estate in estates
        if chance.random() < 0.45
    )


def _stages(estates: list[Estate], chance: Random) -> None:
    """Put estates into every stage: three plan years lie behind the district."""
    shares = (
        (Stage.LEDGER, 50),
        (Stage.RESERVE, 20),
        (Stage.PLAN, 9),
        (Stage.WORKS, 8),
        (Stage.ACCEPTANCE, 3),
        (Stage.STEWARDSHIP, 8),
        (Stage.BLOCKED, 2),
    )
    stages, weights = zip(*shares, strict=True)
    for estate in estates:
        (estate.stage,) = chance.choices(stages, weights)
    Estate.objects.bulk_update(estates, ["stage"])

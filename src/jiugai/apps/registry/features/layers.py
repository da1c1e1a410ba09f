"""What is shown on maps: each layer's rows, properties and shape, in SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

POINT: Final = (
    "CASE WHEN f.lon IS NOT NULL AND f.lat IS NOT NULL THEN"
    " json_build_object('type', 'Point', 'coordinates', json_build_array(f.lon, f.lat)) END"
)
INSIDE: Final = "f.lon >= %s AND f.lon <= %s AND f.lat >= %s AND f.lat <= %s"
#: A line lies in a box as soon as one of its corners does.
LINE_INSIDE: Final = """EXISTS (SELECT 1 FROM jsonb_array_elements(f.line->'coordinates') AS c
  WHERE (c->>0)::float >= %s AND (c->>0)::float <= %s
    AND (c->>1)::float >= %s AND (c->>1)::float <= %s)"""
#: How far something of an estate may lie from the estate's own point, degrees.
REACH: Final = 0.02


@dataclass(frozen=True, slots=True)
class Layer:
    """Rows `f` of a table; `place` is the row whose number says where it is found."""

    id: str
    title: str | Promise
    table: str
    properties: Mapping[str, str]
    geometry: str = POINT
    inside: str = INSIDE
    place: str = "f"
    join: str = ""
    where: str = "true"
    shape: str = "NULL"
    reach: float = 0.0
    filters: Mapping[str, str] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """Return the table with what finds it on the map."""
        if self.place == "f":
            return f"{self.table} f"
        return f"{self.table} f JOIN registry_estate e ON e.id = f.estate_id"


ESTATES: Final = Layer(
    id="estates",
    title=_("小区"),
    table="registry_estate",
    join="LEFT JOIN registry_assessment a ON a.estate_id = f.id",
    where="f.retired_on IS NULL",
    properties={
        "code": "f.code",
        "name": "f.name",
        "address": "f.address",
        "division": "f.division",
        "stage": "f.stage",
        "verdict": "a.overall",
        "built_year": "f.built_year",
        "building_count": "f.building_count",
        "household_count": "f.household_count",
        "floor_area_m2": "f.floor_area_m2",
        "management_mode": "f.management_mode",
    },
    filters={"verdict": "f.id IN (SELECT estate_id FROM registry_assessment WHERE overall = %s)"},
)
BUILDINGS: Final = Layer(
    id="buildings",
    title=_("楼栋"),
    table="registry_building",
    geometry=f"CASE WHEN f.outline IS NOT NULL THEN f.outline::json ELSE {POINT} END",
    shape="f.outline",
    reach=0.002,
    properties={
        "estate_id": "f.estate_id",
        "code": "f.code",
        "name": "f.name",
        "built_year": "f.built_year",
        "storeys": "f.storeys",
        "structure": "f.facts->>'structure'",
        "household_count": "f.household_count",
        "floor_area_m2": "f.floor_area_m2",
        "danger": "f.danger",
    },
)
PIPES: Final = Layer(
    id="pipes",
    title=_("管线"),
    table="registry_pipe",
    place="e",
    geometry="f.line::json",
    inside=LINE_INSIDE,
    shape="f.line",
    reach=REACH,
    properties={
        "estate_id": "f.estate_id",
        "kind": "f.kind",
        "condition": "f.condition",
        "length_m": "f.length_m::float",
        "material": "f.material",
        "laid_year": "f.laid_year",
    },
)
RESOURCES: Final = Layer(
    id="resources",
    title=_("存量资源"),
    table="registry_resource",
    place="e",
    reach=REACH,
    properties={
        "estate_id": "f.estate_id",
        "name": "f.name",
        "area_m2": "f.area_m2::float",
        "kind": "f.facts->>'kind'",
        "owner_kind": "f.facts->>'owner_kind'",
    },
)
LAYERS: Final = {one.id: one for one in (ESTATES, BUILDINGS, PIPES, RESOURCES)}

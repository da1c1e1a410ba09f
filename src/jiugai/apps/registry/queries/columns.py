"""The columns that a list of estates can show, out of the vocabulary."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jiugai.apps.registry.models import Estate, Stage
from jiugai.apps.registry.queries.estates import ORDERS
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.verdict import Verdict
from jiugai.policy.vocabulary import Estate as EstateFacts
from jiugai.policy.vocabulary.fact import Fact, Kind, Sensitivity
from jiugai.policy.wording import shown

VERDICTS: Final = {
    Verdict.MET.value: _("符合"),
    Verdict.NOT_MET.value: _("不符合"),
    Verdict.UNKNOWN.value: _("证据不足"),
}
_NUMBERS: Final = (Kind.WHOLE, Kind.DECIMAL, Kind.SHARE, Kind.MONEY)
#: Facts that the list shows in a way of its own, or not at all.
_OWN: Final = frozenset({"id", "division", "lon", "lat", "datum"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading with unit, its value as kept and as people read it."""

    id: str
    title: str | Promise
    unit: str | Promise = ""
    is_number: bool = False
    order: str = ""
    fact: Fact | None = None
    read: Callable[[Estate], Any] | None = None

    @property
    def heading(self) -> str:
        """Return the heading, in the language in use."""
        return say(str(self.title)) if self.fact else str(self.title)

    @property
    def units(self) -> str:
        """Return the unit, in the language in use."""
        return say(str(self.unit)) if self.fact else str(self.unit)

    def value(self, estate: Estate) -> Any:
        """Return the value in the unit of the heading: a number, a text or None."""
        if self.read is not None:
            return self.read(estate)
        return plain(self.fact, estate.facts.get(self.fact.name)) if self.fact else None


def plain(fact: Fact, value: Any) -> Any:
    """Return a kept value in the unit that people write: 万元, per cent, words of choices."""
    if value is None:
        return None
    match fact.kind:
        case Kind.MONEY:
            return value / 1_000_000
        case Kind.SHARE:
            return round(value * 100, 6)
        case Kind.FLAG | Kind.CHOICE:
            return shown(fact, value)
        case _:
            return value


def _assessed(read: Callable[[Any], Any]) -> Callable[[Estate], Any]:
    def value(estate: Estate) -> Any:
        found = getattr(estate, "assessment", None)
        return read(found) if found else None

    return value


def _of_fact(fact: Fact) -> Column:
    orders = {columns[0]: order for order, columns in ORDERS.items()}
    return Column(
        fact.name,
        fact.heading,
        fact.unit,
        fact.kind in _NUMBERS,
        orders.get(fact.name, ""),
        fact,
    )


COLUMNS: Final[dict[str, Column]] = {
    column.id: column
    for column in (
        Column("code", _("小区编号"), order="code", read=lambda estate: estate.code),
        Column("stage", _("阶段"), order="stage", read=lambda e: str(Stage(e.stage).label)),
        Column(
            "overall", _("是否纳入改造"), read=_assessed(lambda one: str(VERDICTS[one.overall]))
        ),
        Column(
            "missing",
            _("缺少的依据"),
            _("项"),
            is_number=True,
            read=_assessed(lambda one: len(one.missing)),
        ),
        *(
            _of_fact(fact)
            for fact in EstateFacts.facts()
            if fact.name not in _OWN and fact.sensitivity is not Sensitivity.SENSITIVE
        ),
    )
}
USUAL: Final = (
    "name",
    "street",
    "built_year",
    "building_count",
    "household_count",
    "floor_area_m2",
    "management_mode",
    "stage",
    "overall",
    "missing",
)


def columns_named(names: Iterable[str]) -> list[Column]:
    """Return the columns asked for, name first; the usual ones where none is."""
    wanted = [name for name in dict.fromkeys(names) if name in COLUMNS] or list(USUAL)
    return [COLUMNS["name"], *(COLUMNS[name] for name in wanted if name != "name")]

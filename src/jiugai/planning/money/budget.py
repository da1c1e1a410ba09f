"""The money of a plan: pots by year and source, each open to some classes of works."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _
from jiugai.kernel.money import Cents
from jiugai.planning.classes import CLASSES
from jiugai.policy.entries import Works
from jiugai.policy.funding import Source as Source

#: A plan looks at most this many years ahead.
MOST_YEARS: Final = 10

EVERY_CLASS: Final = frozenset(CLASSES)


@dataclass(frozen=True, slots=True)
class Pot:
    """What one source gives in one year for some classes of works; `line` is where it stood."""

    year: int
    source: Source
    classes: frozenset[Works]
    cents: Cents
    line: str = ""

    @property
    def amount(self) -> int:
        """Return how much there is, as sharing out counts it."""
        return self.cents


@dataclass(frozen=True, slots=True)
class Budget:
    """Every pot of a horizon, in order of year, source and classes.

    `remarks` say where the law was asked about a line, or says otherwise than the line.
    """

    years: tuple[int, ...]
    pots: tuple[Pot, ...]
    origin: str
    remarks: tuple[str, ...] = ()

    def total(self, year: int | None = None) -> Cents:
        """Return the money of one year, or of all."""
        return Cents(sum(pot.cents for pot in self.pots if year in (None, pot.year)))


def horizon(first: int, count: int) -> tuple[int, ...]:
    """Return the years of a plan.

    Raises UsageError if there are none or more than a plan can look ahead.
    """
    if not 1 <= count <= MOST_YEARS:
        raise UsageError(
            _("计划年数须为 1 至 {most}，不能是 {count}。").format(most=MOST_YEARS, count=count)
        )
    return tuple(range(first, first + count))


def slices(total: Cents, years: Sequence[int]) -> Budget:
    """Return an amount as equal yearly pots open to every class; odd cents go first."""
    share, rest = divmod(total, len(years))
    pots = tuple(
        Pot(year, Source.TOTAL, EVERY_CLASS, Cents(share + (index < rest)))
        for index, year in enumerate(years)
    )
    return Budget(tuple(years), pots, _("总额平均分年"))


#: What investors committed to single estates pay there; no budget has it.
OWN: Final = "own_capital"


def payer_title(id_: str) -> str:
    """Return what people call a source by its id, or the capital of single estates."""
    return _("小区自有的社会资本") if id_ == OWN else source_title(Source(id_))


def source_title(source: Source) -> str:
    """Return what people call a source."""
    return {
        Source.CENTRAL: _("中央"),
        Source.CITY: _("市级"),
        Source.DISTRICT: _("区级"),
        Source.STREET: _("街道"),
        Source.SOCIAL: _("社会资本"),
        Source.RESIDENTS: _("居民"),
        Source.OWNER_UNITS: _("产权单位"),
        Source.PIPELINES: _("专业公司"),
        Source.TOTAL: _("总额"),
    }[source]

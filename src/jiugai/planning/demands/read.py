"""Reading a file of demands: one row each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import by_word, find_head, named, word
from jiugai.kernel.i18n import _
from jiugai.kernel.sheets import Cell, Row, read_sheet
from jiugai.planning.classes import CLASSES
from jiugai.planning.demands.demand import (
    EACH_YEAR,
    Demands,
    Exclusion,
    FirmBound,
    Lock,
    Named,
    Quota,
)
from jiugai.planning.demands.lines import Line
from jiugai.planning.demands.words import EVERY_FIRM, EVERYWHERE, HEADINGS, KINDS, YEARLY, Kind

Demand = Quota | Lock | Exclusion | FirmBound | Named


def read_demands(path: Path, *, years: Sequence[int]) -> Demands:
    """Return the demands of a csv or xlsx file for a plan of these years.

    Raises InputError naming file and cell if a row cannot be used.
    """
    rows = read_sheet(path)
    start, columns = _find_heading(rows, path.name)
    return demands_of([_cells(row, columns) for row in rows[start:]], path.name, years=years)


def demands_of(
    rows: Sequence[Mapping[str, Cell]], origin: str, *, years: Sequence[int]
) -> Demands:
    """Return what rows demand, whose cells go by the names of `HEADINGS`.

    Raises InputError naming the origin and the cell if a row cannot be used.
    """
    lines = [Line(row, origin, tuple(years)) for row in rows]
    found = [one for line in lines for one in _READERS[_kind(line)](line)]
    return Demands(
        origin,
        quotas=tuple(one for one in found if isinstance(one, Quota)),
        locks=tuple(one for one in found if isinstance(one, Lock)),
        exclusions=tuple(one for one in found if isinstance(one, Exclusion)),
        firms=tuple(one for one in found if isinstance(one, FirmBound)),
        pilots=tuple(one for one in found if isinstance(one, Named)),
    )


def _find_heading(rows: Sequence[Row], file: str) -> tuple[int, dict[str, int]]:
    """Return the number of the row below the headings, and which column holds what."""
    found = find_head(rows, HEADINGS, ("kind", "subject"))
    if found is None:
        raise InputError(
            _(
                "找不到表头；第一行须有 类型、对象 两列，"
                "另可有 街道、年度、类别、至少、至多、单位、理由。"
            ),
            file=file,
        )
    index, columns = found
    if not rows[index + 1 :]:
        raise InputError(_("表头下没有任何要求；请填写后再用。"), file=file)
    return index + 1, columns


def _cells(row: Row, columns: Mapping[str, int]) -> dict[str, Cell]:
    return {name: row[index] for name, index in columns.items() if index < len(row)}


def _kind(line: Line) -> Kind:
    kind = by_word(KINDS).get(word(line.text("kind")))
    if kind is None:
        raise line.wrong(
            "kind",
            _("不认识类型“{text}”；请用 配额、锁定、排除、企业、试点 之一。").format(
                text=line.text("kind")
            ),
        )
    if not line.text("subject"):
        raise line.wrong("subject", _("没有写对象；请写区划、小区或企业，全部的请写“全部”。"))
    return kind


def _quotas(line: Line) -> Iterator[Quota]:
    unit = line.unit()
    least, most = line.amount("least", unit), line.amount("most", unit)
    if least is None and most is None:
        raise line.wrong("least", _("配额没有写 至少 或 至多；请至少填一项。"))
    if least is not None and most is not None and type(least) is type(most) and least > most:
        raise line.wrong(
            "least",
            _("至少 {least} 大于 至多 {most}；请改正其中一项。").format(
                least=line.text("least"), most=line.text("most")
            ),
        )
    subject = line.text("subject")
    division = "" if named(subject, EVERYWHERE) else subject
    for year in _quota_years(line):
        yield Quota(line.place, division, year, line.classes(), least, most, unit)


def _quota_years(line: Line) -> Sequence[int | None]:
    """Return the years that have the quota each by itself, or None for the whole plan."""
    if named(line.text("year"), YEARLY):
        return line.years
    return line.listed_years() or (None,)


def _estate(line: Line) -> Named:
    return Named(line.place, line.text("subject"), line.text("street"))


def _locks(line: Line) -> Iterator[Lock]:
    yield Lock(_estate(line), line.listed_years(), line.classes())


def _exclusions(line: Line) -> Iterator[Exclusion]:
    if not line.text("reason"):
        raise line.wrong(
            "reason",
            _("排除“{estate}”没有写理由；请在 理由 一列写明。").format(estate=_estate(line)),
        )
    yield Exclusion(_estate(line), line.listed_years(), line.text("reason"))


def _firms(line: Line) -> Iterator[FirmBound]:
    unit = line.unit()
    most = line.amount("most", unit)
    if not isinstance(most, int) or line.text("least"):
        raise line.wrong(
            "most", _("企业的产能须在 至多 一列写每年的数量，不能写比例，也不能写 至少。")
        )
    subject = line.text("subject")
    firm = "" if named(subject, EVERY_FIRM) else subject
    classes = line.classes() or frozenset(CLASSES)
    for year in line.listed_years() or (EACH_YEAR,):
        yield FirmBound(line.place, firm, year, classes, most, unit)


def _pilots(line: Line) -> Iterator[Named]:
    yield _estate(line)


_READERS: Final[Mapping[Kind, Callable[[Line], Iterator[Demand]]]] = {
    Kind.QUOTA: _quotas,
    Kind.LOCK: _locks,
    Kind.EXCLUSION: _exclusions,
    Kind.FIRM: _firms,
    Kind.PILOT: _pilots,
}

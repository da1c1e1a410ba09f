"""Reading a budget: an amount, or a file of year, source, classes it may pay for, amount."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jiugai.kernel.errors import InputError, UsageError
from jiugai.kernel.headings import by_word, find_head, half, named, word
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.money import Cents, parse_amount, wan
from jiugai.kernel.sheets import Cell, Row, read_sheet
from jiugai.planning.cells import classes_of, year_of
from jiugai.planning.money.budget import Budget, Pot, Source, slices
from jiugai.planning.money.budget_words import HEADINGS, SOURCES, TOTALS
from jiugai.planning.money.payers import Payers, beyond_law, lawful_classes, taken_from_law
from jiugai.policy.entries import Works

#: Names that can only be files, so that a missing one is not taken for a strange amount.
FILE_NAMES: Final = (".csv", ".xlsx", ".xls", ".txt")

_GIFT: Final = re.compile(r"(奖补资金|补助资金|专项资金|资金|补助|奖补|出资|自筹)$")
_UNIT: Final = re.compile(r"[(\[_/]*(?:单位[:：]?)?(亿元|亿|万元|万|wan|yuan|元)[)\]]*$")
_UNIT_WORTH: Final = {"亿元": "亿", "亿": "亿", "万元": "万", "万": "万", "wan": "万"}
_CELL_UNIT: Final = re.compile(r"[亿万千百元圆].*$")
#: Where no text says who pays for what.
NOBODY_SAYS: Final[Payers] = {}


@dataclass(frozen=True, slots=True)
class _Heading:
    """Which column holds what, and the unit that the heading of the amount names."""

    columns: Mapping[str, int]
    unit: str


@dataclass(frozen=True, slots=True)
class _Line:
    """The four cells of a line that a pot is made of; no classes where there is no such column."""

    year: Cell
    source: Cell
    amount: Cell
    classes: Cell | None


def read_budget(text: str, *, years: Sequence[int], payers: Payers = NOBODY_SAYS) -> Budget:
    """Return the budget that a file or an amount like "12.8亿" gives.

    `payers` are what the law says of each source.
    Raises InputError if the file cannot be used and UsageError if it is neither file nor amount.
    """
    try:
        return slices(parse_amount(text), years)
    except UsageError as error:
        if _names_a_file(text):
            return read_budget_file(Path(text), years=years, payers=payers)
        raise UsageError(
            _("--budget 既不是现有的预算文件，也不是金额。{error}").format(error=error)
        ) from error


def _names_a_file(text: str) -> bool:
    path = Path(text)
    try:
        return path.suffix.lower() in FILE_NAMES or path.is_file()
    except OSError:  # too long, or with letters that no file name has
        return False


def read_budget_file(path: Path, *, years: Sequence[int], payers: Payers = NOBODY_SAYS) -> Budget:
    """Return the pots of a budget file, ordered.

    Raises InputError naming file and cell if anything in it cannot be used.
    """
    rows = read_sheet(path)
    start, heading = _find_heading(rows, path.name)
    lines = [_line(row, heading) for row in rows[start:]]
    given = [line for line in lines if not named(line.year.text, TOTALS)]
    if not given:
        raise InputError(_("表头下没有任何预算行；请填写后再用。"), file=path.name)
    unit = _one_unit(given, heading.unit, path.name)
    pots = [_pot(line, unit, years, payers, path.name) for line in given]
    _refuse_duplicates(pots, given, path.name)
    _check_totals([line for line in lines if line not in given], pots, unit, path.name)
    ordered = sorted(pots, key=lambda pot: (pot.year, list(Source).index(pot.source), pot.line))
    remarks = _remarks(given, pots, payers, path.name)
    return Budget(tuple(years), tuple(ordered), path.name, tuple(remarks))


def _find_heading(rows: Sequence[Row], file: str) -> tuple[int, _Heading]:
    """Return the number of the row below the headings, and the headings."""
    found = find_head(rows, HEADINGS, ("year", "source", "amount"), unit=_UNIT)
    if found is None:
        raise InputError(
            _("找不到表头；第一行须有 年度、资金来源、可用于、金额(万元) 四列。"), file=file
        )
    index, columns = found
    above = [cell.text for title in rows[:index] for cell in title if "单位" in cell.text]
    units = [_unit_of(text) for text in (rows[index][columns["amount"]].text, *above)]
    return index + 1, _Heading(columns, next(filter(None, units), ""))


def _unit_of(heading: str) -> str:
    found = _UNIT.search(half(heading))
    return "" if found is None else _UNIT_WORTH.get(found[1], "元")


def _line(row: Row, heading: _Heading) -> _Line:
    def cell(name: str) -> Cell:
        index = heading.columns[name]
        return row[index] if index < len(row) else Cell("", row[0].at)

    classes = cell("classes") if "classes" in heading.columns else None
    return _Line(cell("year"), cell("source"), cell("amount"), classes)


def _one_unit(lines: Iterable[_Line], named: str, file: str) -> str:
    """Return the unit of bare numbers; 万元 where neither heading nor cells name one."""
    seen = {named} if named else set()
    for line in lines:
        if not re.search(r"\d", line.amount.text):
            continue  # no figure: refused as such where it is read
        own = _CELL_UNIT.search(half(line.amount.text))
        unit = named if own is None else own[0].replace("圆", "元").removesuffix("元") or "元"
        seen.add(unit)
        if len(seen) > 1:
            raise InputError(
                _("金额“{text}”与表头或其他行的单位不一致；请统一为万元。").format(
                    text=line.amount.text
                ),
                file=file,
                cell=line.amount.at,
            )
    return seen.pop() or "万"


def _pot(line: _Line, unit: str, years: Sequence[int], payers: Payers, file: str) -> Pot:
    source = _source(line.source, file)
    return Pot(
        year=year_of(line.year, line.year.text, years, file),
        source=source,
        classes=_named_classes(line, source, payers, file),
        cents=_amount(line.amount, unit, file),
        line=f"{file} {line.amount.at}",
    )


def _named_classes(line: _Line, source: Source, payers: Payers, file: str) -> frozenset[Works]:
    """Return the classes that a line names, or those of the law.

    A cell left empty where the law says nothing either is refused: nobody knows what is meant.
    """
    if line.classes is None or (not line.classes.text and source in payers):
        return lawful_classes(source, payers)
    return classes_of(line.classes, file)


def _remarks(
    lines: Sequence[_Line], pots: Sequence[Pot], payers: Payers, file: str
) -> Iterator[str]:
    """Yield what the law has to say, once for all lines of which it says the same."""
    cells: dict[str, list[str]] = {}
    for line, pot in zip(lines, pots, strict=True):
        if line.classes is None or not line.classes.text:
            said = taken_from_law(pot.source, payers)
        else:
            said = beyond_law(pot.source, pot.classes, payers)
        cells.setdefault(said, []).append(line.amount.at)
    for said, at in cells.items():
        if said:
            yield _("{file} {cells}：{said}").format(file=file, cells=listed(at), said=said)


def _source(cell: Cell, file: str) -> Source:
    known = by_word(SOURCES)
    text = word(cell.text)
    found = known.get(text) or known.get(_GIFT.sub("", text))
    if found is None:
        raise InputError(
            _(
                "不认识资金来源“{text}”；请用 中央、市级、区级、街道、社会资本、居民、产权单位、"
                "专业公司 之一。"
            ).format(text=cell.text),
            file=file,
            cell=cell.at,
        )
    return found


def _amount(cell: Cell, unit: str, file: str) -> Cents:
    if re.match(r"[-−(]", half(cell.text)):
        raise InputError(
            _("金额“{text}”是负数；预算只能是正数或 0。").format(text=cell.text),
            file=file,
            cell=cell.at,
        )
    try:
        return parse_amount(cell.text, unit=unit)
    except UsageError as error:
        raise InputError(str(error), file=file, cell=cell.at) from error


def _refuse_duplicates(pots: Sequence[Pot], lines: Sequence[_Line], file: str) -> None:
    seen: dict[tuple[int, Source, frozenset[Works]], str] = {}
    for pot, line in zip(pots, lines, strict=True):
        first = seen.setdefault((pot.year, pot.source, pot.classes), line.amount.at)
        if first != line.amount.at:
            raise InputError(
                _(
                    "{year} 年的{source}资金与 {first} 重复；请合并成一行或写明各自可用于哪类。"
                ).format(year=pot.year, source=line.source.text, first=first),
                file=file,
                cell=line.amount.at,
            )


def _check_totals(totals: Sequence[_Line], pots: Sequence[Pot], unit: str, file: str) -> None:
    """Compare a footer with the lines above it; a wrong sum means that a line is wrong."""
    whole = sum(pot.cents for pot in pots)
    for line in totals:
        if line.amount.text and len(totals) == 1 and _amount(line.amount, unit, file) != whole:
            raise InputError(
                _("合计“{text}”与各行之和 {sum} 万元不符；请核对。").format(
                    text=line.amount.text, sum=wan(whole)
                ),
                file=file,
                cell=line.amount.at,
            )

"""Which column means which fact: found, shown, saved, and forced by a saved file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import yaml

from jiugai.census.headings import unit_for
from jiugai.census.units import Unit
from jiugai.census.words import key
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _, listed
from jiugai.policy.vocabulary import Building, Estate, Fact, Subject

SUBJECTS: Final[dict[str, type[Subject]]] = {"estate": Estate, "building": Building}
_MOST: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What one column means; no fact where nobody could tell or nobody wants it."""

    letter: str
    heading: str
    fact: Fact | None = None
    unit: str = ""

    def names(self, letter: str, heading: str, *, is_repeated: bool) -> bool:
        """Return whether this speaks of the column with that letter and heading."""
        if not self.heading:
            return self.letter == letter
        same = key(self.heading) == key(heading)
        return same and (not is_repeated or not self.letter or self.letter == letter)


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """What the columns of one sheet mean; `file` or `sheet` empty means any.

    `rows` are the first and last row of the heading as the spreadsheet shows them.
    """

    file: str = ""
    sheet: str = ""
    subject: type[Subject] | None = None
    rows: tuple[int, int] | None = None
    columns: tuple[ColumnMapping, ...] = ()

    def speaks_of(self, file: str, sheet: str) -> bool:
        """Return whether this is about that sheet."""
        return self.file in ("", file) and self.sheet in ("", sheet)

    @property
    def unmapped(self) -> tuple[ColumnMapping, ...]:
        """Return the columns that no fact takes."""
        return tuple(column for column in self.columns if column.fact is None)


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the columns of every ledger mean, to be looked at, mended and used again."""

    ledgers: tuple[SheetMapping, ...] = field(default=())

    def of(self, file: str, sheet: str) -> SheetMapping | None:
        """Return what was said about a sheet, the first that speaks of it."""
        return next((one for one in self.ledgers if one.speaks_of(file, sheet)), None)

    def to_yaml(self) -> str:
        """Return the mapping as a file that a clerk can mend."""
        return yaml.safe_dump(
            {"ledgers": [_written(one) for one in self.ledgers]},
            allow_unicode=True,
            sort_keys=False,
            width=99,
        )

    @classmethod
    def from_yaml(cls, text: str, *, file: str = "") -> "Mapping":
        """Read a mapping.

        Raises InputError naming the entry that is wrong.
        """
        try:
            content = yaml.safe_load(text)
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise InputError(_("不是 YAML 文件；请对照导出的映射改正。"), file=file) from error
        ledgers = content.get("ledgers") if isinstance(content, dict) else None
        if not isinstance(ledgers, list):
            raise InputError(_("缺少 ledgers 一项；请对照导出的映射改正。"), file=file)
        return cls(tuple(_read_sheet(entry, file) for entry in ledgers))


def read_mapping(path: Path) -> Mapping:
    """Return the mapping saved in a file.

    Raises InputError if it cannot be read or an entry is wrong.
    """
    try:
        if path.stat().st_size > _MOST:
            raise InputError(_("映射文件过大；请对照导出的映射改正。"), file=path.name)
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            _("映射文件读不出来；请给出 UTF-8 的 YAML 文件。"), file=path.name
        ) from error
    return Mapping.from_yaml(text, file=path.name)


def find_fact(name: str, subject: type[Subject]) -> Fact:
    """Return a fact by its name or heading; a ledger of buildings also names its estate.

    Raises KeyError if there is no such fact.
    """
    facts: Iterable[Fact] = subject.facts()
    wanted = {fact.name: fact for fact in facts} | {fact.heading: fact for fact in subject.facts()}
    if subject is Building:
        wanted = {fact.id: fact for fact in Estate.facts()} | wanted
    return wanted[name]


def written_name(fact: Fact, subject: type[Subject]) -> str:
    """Return the name of a fact in a mapping of that subject's ledger."""
    return fact.name if fact.subject == subject.__name__.lower() else fact.id


def _written(one: SheetMapping) -> dict[str, Any]:
    subject = one.subject or Estate
    return {
        "file": one.file,
        "sheet": one.sheet,
        "subject": subject.__name__.lower(),
        "heading_rows": list(one.rows) if one.rows else None,
        "columns": [_written_column(column, subject) for column in one.columns],
    }


def _written_column(column: ColumnMapping, subject: type[Subject]) -> dict[str, str | None]:
    fact = written_name(column.fact, subject) if column.fact else None
    written = {"column": column.letter, "heading": column.heading, "fact": fact}
    return written | ({"unit": column.unit} if column.unit else {})


def _read_sheet(entry: Any, file: str) -> SheetMapping:
    if not isinstance(entry, dict) or not isinstance(entry.get("columns", []), list):
        raise InputError(_("ledgers 的每一项要有 columns；请对照导出的映射改正。"), file=file)
    subject = SUBJECTS.get(str(entry.get("subject") or "estate"))
    if subject is None:
        message = _("subject 只能是 estate 或 building，写的是“{word}”。")
        raise InputError(message.format(word=entry["subject"]), file=file)
    columns = tuple(_read_column(one, subject, file) for one in entry.get("columns") or [])
    _check_facts(columns, file)
    return SheetMapping(
        file=str(entry.get("file") or ""),
        sheet=str(entry.get("sheet") or ""),
        subject=subject if entry.get("subject") else None,
        rows=_read_rows(entry.get("heading_rows"), file),
        columns=columns,
    )


def _read_rows(rows: Any, file: str) -> tuple[int, int] | None:
    match rows:
        case None:
            return None
        case int(row) if row > 0:
            return row, row
        case [int(first), int(last)] if 0 < first <= last < first + 10:
            return first, last
    message = _("heading_rows 要写标题的首行和末行，如 [2, 3]，写的是“{word}”。")
    raise InputError(message.format(word=rows), file=file)


def _read_column(entry: Any, subject: type[Subject], file: str) -> ColumnMapping:
    if not isinstance(entry, dict) or not (entry.get("column") or entry.get("heading")):
        raise InputError(_("columns 的每一项要写 column 或 heading。"), file=file)
    fact, unit = None, str(entry.get("unit") or "")
    if entry.get("fact"):
        fact = _known_fact(str(entry["fact"]), subject, file)
        if unit and unit_for(unit, fact) is None:
            message = _("“{heading}”不能用单位“{unit}”；请改正或删去 unit。")
            raise InputError(message.format(heading=fact.heading, unit=unit), file=file)
    return ColumnMapping(
        letter=str(entry.get("column") or "").upper(),
        heading=str(entry.get("heading") or ""),
        fact=fact,
        unit=unit,
    )


def _known_fact(name: str, subject: type[Subject], file: str) -> Fact:
    try:
        return find_fact(name, subject)
    except KeyError:
        known = [fact.name for fact in subject.facts()]
        near = listed(get_close_matches(name, known, n=3, cutoff=0.4)) or listed(known[:5])
        message = _("没有名为“{name}”的事实；是否要写 {near}？")
        raise InputError(message.format(name=name, near=near), file=file) from None


def _check_facts(columns: Sequence[ColumnMapping], file: str) -> None:
    taken: dict[Fact, ColumnMapping] = {}
    for column in columns:
        if column.fact is None:
            continue
        if other := taken.get(column.fact):
            message = _("“{one}”和“{two}”都指定为“{fact}”；请只留一列，另一列的 fact 写 null。")
            raise InputError(
                message.format(
                    one=other.heading or other.letter,
                    two=column.heading or column.letter,
                    fact=column.fact.heading,
                ),
                file=file,
            )
        taken[column.fact] = column


def unit_of(column: ColumnMapping) -> Unit | None:
    """Return the unit that a saved column names."""
    return unit_for(column.unit, column.fact) if column.fact else None

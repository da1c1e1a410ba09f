"""Read a questionnaire from an XLSForm workbook, with what has to be mended cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from jiugai.asking.check import problems_of
from jiugai.asking.form import CHOSEN, Choice, Form, Group, Kind, Part, Question, Words
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _
from jiugai.kernel.sheets import Cell, Row, find_sheet, read_sheet

#: How headings name languages.
_TONGUES: Final = {"zh": ("zh", "中文", "chinese", "汉语"), "en": ("en", "english", "英文")}
_SAID: Final = ("label", "hint", "constraint_message")
_PLAIN: Final = (
    "type", "name", "required", "relevant", "constraint", "calculation", "appearance",
)  # fmt: skip
#: Our own column: which questions are sensitive. Other readers of XLSForm pass it over.
OWN: Final = "jiugai::sensitive"
#: Other names of columns.
_SAME: Final = {
    "relevance": "relevant",
    "caption": "label",
    "constraint message": "constraint_message",
    "list name": "list_name",
    "value": "name",
}
_YES: Final = frozenset({"yes", "true", "true()"})
_NO: Final = frozenset({"", "no", "false", "false()"})
_KINDS: Final = frozenset(one.value for one in Kind)
_BEGINS: Final = {"begin group": False, "begin repeat": True}
_ENDS: Final = frozenset({"end group", "end repeat"})


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that has to be mended: sheet, address, what it says, what to do."""

    sheet: str
    cell: str
    value: str
    advice: str


@dataclass(slots=True)
class Reading:
    """What a workbook says, and what in it has to be mended; the form is sound if nothing has."""

    form: Form
    problems: list[CellProblem] = field(default_factory=list)


#: The cells of a row by column: the text and where it stands.
Cells = Mapping[str, Cell]


def read_xlsform(path: Path, *, title: str = "") -> Reading:
    """Return the form in a workbook and every cell that has to be mended.

    Raises InputError if the file is no workbook with a sheet `survey`.
    """
    if not find_sheet(path, "survey"):
        raise InputError(
            _("没有名为 survey 的表；请用 XLSForm 的三张表：survey、choices、settings。")
        )
    reader = _Reader()
    lists = reader.lists(path)
    parts = reader.parts(_rows(path, "survey", reader))
    settings = _settings(path)
    form = Form(settings.get("form_title") or title or path.stem, parts, lists)
    if not reader.problems:
        reader.locate(form)
    return Reading(form, reader.problems)


def _settings(path: Path) -> Mapping[str, str]:
    if not find_sheet(path, "settings"):
        return {}
    rows = read_sheet(path, sheet="settings")
    if len(rows) < 2:
        return {}
    return {head.text: cell.text for head, cell in zip(rows[0], rows[1], strict=False)}


@dataclass(slots=True)
class _Open:
    """A group whose end has not come yet."""

    cells: Cells
    repeats: bool
    parts: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    problems: list[CellProblem] = field(default_factory=list)
    cells: dict[tuple[str, str], Cell] = field(default_factory=dict)

    def refuse(self, sheet: str, cell: Cell, advice: str) -> None:
        self.problems.append(CellProblem(sheet, cell.at, cell.text, advice))

    def lists(self, path: Path) -> dict[str, tuple[Choice, ...]]:
        found: dict[str, list[Choice]] = {}
        if not find_sheet(path, "choices"):
            return {}
        for cells in _rows(path, "choices", self):
            name, listed = cells.get("name"), cells.get("list_name")
            if name is None or listed is None:
                self.refuse(
                    "choices", next(iter(cells.values())), _("选项要有 list_name 和 name。")
                )
                continue
            label = _words(cells, "label") or {"zh": name.text}
            found.setdefault(listed.text, []).append(Choice(name.text, label))
            self.cells.setdefault((listed.text, "choices"), name)
        return {name: tuple(choices) for name, choices in found.items()}

    def parts(self, rows: Iterable[Cells]) -> tuple[Part, ...]:
        top: list[Part] = []
        opened: list[_Open] = []
        for cells in rows:
            kind = cells.get("type")
            if kind is None:
                self.refuse("survey", next(iter(cells.values())), _("请写出 type。"))
                continue
            word = " ".join(kind.text.replace("_", " ").split()).lower()
            if word in _BEGINS:
                opened.append(_Open(cells, _BEGINS[word]))
            elif word in _ENDS:
                self._close(opened, top, kind)
            elif question := self._question(cells, kind):
                (opened[-1].parts if opened else top).append(question)
        for one in opened:
            self.refuse("survey", one.cells["type"], _("这一组没有结束；请补上 end group。"))
        return tuple(top)

    def _close(self, opened: list[_Open], top: list[Part], kind: Cell) -> None:
        if not opened:
            self.refuse("survey", kind, _("前面没有开始的组；请删去这一行。"))
            return
        one = opened.pop()
        name = one.cells.get("name")
        self._keep(one.cells)
        group = Group(
            name=name.text if name else "",
            label=_words(one.cells, "label"),
            parts=tuple(one.parts),
            relevant=_text(one.cells, "relevant"),
            repeats=one.repeats,
        )
        (opened[-1].parts if opened else top).append(group)

    def _keep(self, cells: Cells) -> None:
        name = _text(cells, "name")
        for column in ("name", "type", "label", "relevant", "constraint", "calculation"):
            self.cells[name, column] = cells.get(column) or cells["type"]

    def _question(self, cells: Cells, type_: Cell) -> Question | None:
        word, _blank, listed = type_.text.partition(" ")
        listed = listed.strip()
        if word not in _KINDS or (listed and Kind(word) not in CHOSEN) or " " in listed:
            known = " ".join(Kind)
            self.refuse("survey", type_, _("不支持这种题；可以用：{known}。").format(known=known))
            return None
        for column in ("required", OWN):
            if _text(cells, column).lower() not in _YES | _NO:
                words = _("{column} 请写 yes 或 no。").format(column=column)
                self.refuse("survey", cells[column], words)
        self._keep(cells)
        return Question(
            name=_text(cells, "name"),
            kind=Kind(word),
            label=_words(cells, "label"),
            hint=_words(cells, "hint"),
            required=_text(cells, "required").lower() in _YES,
            relevant=_text(cells, "relevant"),
            constraint=_text(cells, "constraint"),
            refused=_words(cells, "constraint_message"),
            calculation=_text(cells, "calculation"),
            choices=listed,
            sensitive=_text(cells, OWN).lower() in _YES,
        )

    def locate(self, form: Form) -> None:
        """Say of each problem of the form in which cell it stands."""
        for one in problems_of(form):
            cell = self.cells.get((one.name, one.field)) or Cell("", "A1")
            sheet = "choices" if one.field == "choices" else "survey"
            self.refuse(sheet, cell, one.advice)


def _rows(path: Path, sheet: str, reader: _Reader) -> Iterator[Cells]:
    rows = read_sheet(path, sheet=sheet)
    known = (*_SAID, *_PLAIN, OWN) if sheet == "survey" else ("list_name", "name", "label")
    columns = [_column(cell, known) for cell in rows[0]]
    for row in rows[1:]:
        yield from _row(row, rows[0], columns, sheet, reader)


def _row(
    row: Row, head: Row, columns: list[str | None], sheet: str, reader: _Reader
) -> Iterator[Cells]:
    found: dict[str, Cell] = {}
    for cell, title, column in zip(row, head, columns, strict=False):
        if not cell.text:
            continue
        if column is None:
            words = _("不支持“{column}”这一列；请清空，或删去这一列。")
            reader.refuse(sheet, cell, words.format(column=title.text or cell.at))
        else:
            found[column] = cell
    if found:
        yield found


def _column(cell: Cell, known: tuple[str, ...]) -> str | None:
    """Return what a heading means, as `label:en`; None if it means nothing here."""
    if OWN in known and cell.text.strip().lower() == OWN:
        return OWN
    name, _colons, tongue = (part.strip() for part in cell.text.partition("::"))
    name = _SAME.get(name.lower(), name.lower())
    if name not in known:
        return None
    if not tongue:
        return name
    found = next((code for code, words in _TONGUES.items() if _names(tongue, words)), None)
    if found is None or name not in _SAID:
        return None
    return name if found == "zh" else f"{name}:{found}"


def _names(tongue: str, words: tuple[str, ...]) -> bool:
    said = tongue.lower()
    return said in words or any(f"({word})" in said or f"（{word}）" in said for word in words)


def _text(cells: Cells, column: str) -> str:
    return cells[column].text if column in cells else ""


def _words(cells: Cells, column: str) -> Words:
    found = {"zh": _text(cells, column), "en": _text(cells, f"{column}:en")}
    return {code: text for code, text in found.items() if text}

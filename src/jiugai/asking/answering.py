"""Which questions come, in what order, and whether an answer fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from jiugai.asking.expressions import Scope, Value, as_text, evaluate, is_true, parse
from jiugai.asking.form import NOTED, Form, Group, Kind, Part, Question, say
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _

#: Texts by the names of questions; the rows of a repeated group as a list of such texts.
Answers = Mapping[str, Any]
LONGEST: Final = 2000
#: No flat has more windows than this.
MOST_ROWS: Final = 60
_WHOLE: Final = re.compile(r"[+-]?\d{1,12}", re.ASCII)
_DECIMAL: Final = re.compile(r"[+-]?(\d{1,12}(\.\d{0,6})?|\.\d{1,6})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Step:
    """A question that is asked now; `row` counts within the repeated group `repeat`."""

    question: Question
    repeat: str = ""
    row: int = 0

    @property
    def key(self) -> str:
        """Return what names it in an address: `name`, or `group~row~name`."""
        if not self.repeat:
            return self.question.name
        return f"{self.repeat}~{self.row}~{self.question.name}"


@dataclass(frozen=True, slots=True)
class More:
    """Where somebody is asked whether a repeated group has another row; it has `rows` now."""

    group: Group
    rows: int

    @property
    def key(self) -> str:
        """Return what names it in an address."""
        return f"{self.group.name}~more"


Screen = Step | More


def value_at(answers: Answers, step: Step) -> str:
    """Return what was answered at a step, "" where nothing was."""
    if not step.repeat:
        return str(answers.get(step.question.name, ""))
    rows = answers.get(step.repeat) or []
    return str(rows[step.row].get(step.question.name, "")) if step.row < len(rows) else ""


def with_value(answers: Answers, step: Step, value: str) -> dict[str, Any]:
    """Return answers with one more, or another, at a step."""
    if not step.repeat:
        return {**answers, step.question.name: value}
    rows = [dict(row) for row in answers.get(step.repeat) or []]
    rows += [{} for _more in range(step.row + 1 - len(rows))]
    rows[step.row][step.question.name] = value
    return {**answers, step.repeat: rows}


def steps_of(form: Form, answers: Answers, *, on: date) -> list[Step]:
    """Return the questions that are asked after these answers, in order."""
    return [one for one in screens_of(form, answers, on=on) if isinstance(one, Step)]


def screens_of(form: Form, answers: Answers, *, on: date) -> list[Screen]:
    """Return what is shown one after the other: questions, and whether there is another row."""
    return list(_Walk(form, on).screens(answers))


def completed(form: Form, answers: Answers, *, on: date) -> dict[str, Any]:
    """Return what is kept: answers to what was asked, with what follows from them computed."""
    walk = _Walk(form, on)
    for _screen in walk.screens(answers):
        pass
    return walk.kept


def check(
    form: Form, step: Step, given: str, answers: Answers, *, on: date, language: str = "zh"
) -> str:
    """Return an answer as it is kept; raises Refusal with what to change if it does not fit."""
    text = given.strip()
    question = step.question
    if not text:
        if question.required:
            raise Refusal(_("这一题要回答后再继续。"))
        return ""
    value = _of_kind(form, question, text)
    if question.constraint:
        scope = scope_for(form, with_value(answers, step, value), step.repeat, step.row, on=on)
        own = Scope(scope.answer, on, value)
        if not is_true(evaluate(parse(question.constraint), own)):
            raise Refusal(say(question.refused, language) or _("这个答案不在允许的范围内。"))
    return value


def first_problem(
    form: Form, answers: Answers, *, on: date, language: str = "zh"
) -> tuple[Step, str] | None:
    """Return the first step whose answer is missing or does not fit, and why."""
    for step in steps_of(form, answers, on=on):
        try:
            check(form, step, value_at(answers, step), answers, on=on, language=language)
        except Refusal as refusal:
            return step, str(refusal)
    return None


def scope_for(form: Form, answers: Answers, repeat: str, row: int, *, on: date) -> Scope:
    """Return what an expression at a place sees: its own row first, then the whole form."""
    groups = {one.name: [q.name for q in _inside(one)] for one in form.groups() if one.repeats}

    def answer(name: str) -> Value:
        if name in groups:
            return tuple("row" for _row in answers.get(name) or [])
        home = next((group for group, names in groups.items() if name in names), "")
        if not home:
            return str(answers.get(name, ""))
        rows = answers.get(home) or []
        if home == repeat:
            return str(rows[row].get(name, "")) if row < len(rows) else ""
        return tuple(str(one.get(name, "")) for one in rows)

    return Scope(answer, on)


def _inside(group: Group) -> Iterator[Question]:
    return Form("", group.parts).questions()


@dataclass(slots=True)
class _Walk:
    """Goes through a form once, keeping what counts on the way."""

    form: Form
    on: date
    kept: dict[str, Any] = field(default_factory=dict)

    def screens(self, answers: Answers) -> Iterator[Screen]:
        yield from self._of(self.form.parts, answers, "", 0)

    def _of(
        self, parts: tuple[Part, ...], answers: Answers, repeat: str, row: int
    ) -> Iterator[Screen]:
        for part in parts:
            if not self._is_asked(part.relevant, repeat, row):
                continue
            if isinstance(part, Question):
                yield from self._question(part, answers, repeat, row)
            elif part.repeats:
                yield from self._rows(part, answers)
            else:
                yield from self._of(part.parts, answers, repeat, row)

    def _rows(self, group: Group, answers: Answers) -> Iterator[Screen]:
        rows = (answers.get(group.name) or [])[:MOST_ROWS]
        self.kept[group.name] = []
        for number in range(len(rows)):
            self.kept[group.name].append({})
            yield from self._of(group.parts, answers, group.name, number)
        yield More(group, len(rows))

    def _question(
        self, question: Question, answers: Answers, repeat: str, row: int
    ) -> Iterator[Step]:
        step = Step(question, repeat, row)
        if question.kind is Kind.CALCULATE:
            scope = scope_for(self.form, self.kept, repeat, row, on=self.on)
            found = as_text(evaluate(parse(question.calculation), scope))
            self._keep(step, "" if found == "NaN" else found)
        elif question.kind in NOTED:
            self._keep(step, value_at(answers, step))
        else:
            if question.is_answered:
                self._keep(step, value_at(answers, step))
            yield step

    def _keep(self, step: Step, value: str) -> None:
        if value:
            self.kept = with_value(self.kept, step, value)

    def _is_asked(self, relevant: str, repeat: str, row: int) -> bool:
        if not relevant:
            return True
        return is_true(
            evaluate(parse(relevant), scope_for(self.form, self.kept, repeat, row, on=self.on))
        )


def _of_kind(form: Form, question: Question, text: str) -> str:
    match question.kind:
        case Kind.INTEGER:
            return _whole(text)
        case Kind.DECIMAL:
            return _decimal(text)
        case Kind.DATE:
            return _day(text)
        case Kind.ONE | Kind.MANY:
            return _picked(form, question, text)
        case _:
            return _words(text)


def _words(text: str) -> str:
    if len(text) > LONGEST:
        raise Refusal(_("最多写 {n} 个字。").format(n=LONGEST))
    return text


def _whole(text: str) -> str:
    if not _WHOLE.fullmatch(text):
        raise Refusal(_("请填整数，如 3。"))
    return str(int(text))


def _decimal(text: str) -> str:
    if not _DECIMAL.fullmatch(text):
        raise Refusal(_("请填数字，如 1.5。"))
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise Refusal(_("请填数字，如 1.5。")) from error
    return f"{number.normalize():f}"


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise Refusal(_("请填日期，如 2026-11-20。")) from error


def _picked(form: Form, question: Question, text: str) -> str:
    known = [one.name for one in form.choices_of(question)]
    picked = text.split() if question.kind is Kind.MANY else [text]
    if strange := [one for one in picked if one not in known]:
        raise Refusal(_("没有“{choice}”这个选项，请重选。").format(choice=strange[0][:40]))
    return " ".join(one for one in known if one in picked)

"""Answers on paper: a short code for each, and reading a line of codes that was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from jiugai.asking.answering import MOST_ROWS, Step, check, with_value
from jiugai.asking.form import CHOSEN, Form, Kind, Question
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CODE: Final = re.compile(
    r"""\s*(?P<code>(?P<number>\d{1,3})(?:\.(?P<row>\d{1,2}))?
    (?:=(?:"(?P<quoted>[^"]*)"|(?P<plain>\S+))|(?P<letters>[A-Za-z]+)))(?=\s|$)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A question with its number on the sheet, and a letter for each choice."""

    number: int
    question: Question
    repeat: str
    letters: tuple[tuple[str, str], ...]  # letter, name of the choice


def numbered(form: Form) -> list[Numbered]:
    """Return the questions that can be answered on paper, numbered."""
    asked = [one for one in form.questions() if one.is_answered and one.kind is not Kind.IMAGE]
    return [
        Numbered(
            number,
            one,
            form.repeat_of(one.name),
            tuple(zip(LETTERS, (c.name for c in form.choices_of(one)), strict=False)),
        )
        for number, one in enumerate(asked, start=1)
    ]


def read_codes(form: Form, text: str, *, on: date) -> tuple[dict[str, Any], list[str]]:
    """Return the answers that a line of codes gives, and a sentence for each wrong code.

    `1A 2BD 3=45 4="free words" 5.2=1.5` answers five questions, the last in its second row.
    """
    by_number = {one.number: one for one in numbered(form)}
    answers: dict[str, Any] = {}
    wrong: list[str] = []
    for code, match in _codes(text):
        asked = by_number.get(int(match["number"])) if match else None
        try:
            step, value = _read(match, asked)
            answers = with_value(answers, step, check(form, step, value, answers, on=on))
        except Refusal as refusal:
            wrong.append(_("“{code}”：{why}").format(code=code, why=refusal))
    return answers, wrong


def _codes(text: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    at = 0
    while at < len(text.rstrip()):
        match = _CODE.match(text, at)
        if match is not None:
            yield match["code"], match
            at = match.end()
            continue
        word = re.compile(r"\s*(\S+)").match(text, at)
        if word is None:
            return
        yield word[1], None
        at = word.end()


def _read(match: re.Match[str] | None, asked: Numbered | None) -> tuple[Step, str]:
    if match is None:
        raise Refusal(_("看不懂；请写题号加字母，如 1A，或题号=内容，如 3=45。"))
    if asked is None:
        raise Refusal(_("没有第 {n} 题。").format(n=match["number"]))
    row = int(match["row"] or 1) - 1
    if not 0 <= row < (MOST_ROWS if asked.repeat else 1):
        raise Refusal(_("这一题没有第 {n} 行。").format(n=row + 1))
    step = Step(asked.question, asked.repeat, row)
    if match["letters"] is None:
        return step, _plain(match)
    return step, _chosen(asked, match["letters"].upper())


def _plain(match: re.Match[str]) -> str:
    return str(match["plain"] if match["quoted"] is None else match["quoted"])


def _chosen(asked: Numbered, letters: str) -> str:
    if asked.question.kind not in CHOSEN:
        raise Refusal(_("这一题不是选择题；请写“题号=内容”。"))
    if asked.question.kind is Kind.ONE and len(letters) > 1:
        raise Refusal(_("这一题只能选一个。"))
    known = dict(asked.letters)
    if strange := [one for one in letters if one not in known]:
        raise Refusal(_("这一题没有选项 {letter}。").format(letter=strange[0]))
    return " ".join(known[one] for one in letters)

"""Whether a questionnaire can be asked: names, lists and expressions fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from jiugai.asking.expressions import Node, NotUnderstood, names_in, parse
from jiugai.asking.expressions.tree import Call, Literal, Negative, Operation, Reference, Self
from jiugai.asking.form import CHOSEN, Form, Group, Kind, Part, Question
from jiugai.kernel.i18n import _

NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}")
CHOICE: Final = re.compile(r"[A-Za-z0-9_.-]{1,64}")
#: Names that we add for collectors begin so.
RESERVED: Final = "jiugai_"
#: A pattern that repeats what repeats can keep a computer busy for years.
_REPEATED_GROUP: Final = re.compile(r"\)\s*[*+{]")
_UNBOUNDED: Final = re.compile(r"[*+]|\{\d+,\}")
MOST_UNBOUNDED: Final = 3
MOST_QUESTIONS: Final = 300


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a form from being asked: at which question, in which field, what to do."""

    name: str
    field: str
    advice: str


def problems_of(form: Form) -> list[Problem]:
    """Return everything that has to be mended before a form can be asked."""
    found = list(_Checker(form).problems())
    questions = list(form.questions())
    if not any(one.is_answered for one in questions):
        found.append(Problem("", "name", _("还没有要回答的题；请至少加一题。")))
    if len(questions) > MOST_QUESTIONS:
        words = _("题目超过 {n} 道，没人答得完；请分成几份问卷。")
        found.append(Problem("", "name", words.format(n=MOST_QUESTIONS)))
    return found


@dataclass(slots=True)
class _Checker:
    form: Form
    seen: set[str] = field(default_factory=set)
    every: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.every = {one.name for one in self.form.questions()}
        self.every |= {one.name for one in self.form.groups()}

    def problems(self) -> Iterator[Problem]:
        yield from self._of_parts(self.form.parts, in_repeat=False)
        for name, choices in self.form.lists.items():
            yield from _of_list(name, [one.name for one in choices])

    def _of_parts(self, parts: tuple[Part, ...], *, in_repeat: bool) -> Iterator[Problem]:
        for part in parts:
            yield from self._of_name(part.name)
            if isinstance(part, Group):
                yield from self._of_group(part, in_repeat=in_repeat)
            else:
                yield from self._of_question(part, in_repeat=in_repeat)

    def _of_name(self, name: str) -> Iterator[Problem]:
        if not NAME.fullmatch(name):
            yield Problem(
                name, "name", _("题名要以英文字母开头，只用字母、数字、下划线，不超过 64 个。")
            )
        elif name.startswith(RESERVED):
            yield Problem(name, "name", _("jiugai_ 开头的题名留给系统，请换一个。"))
        elif name in self.seen:
            yield Problem(name, "name", _("“{name}”重名，请换一个名字。").format(name=name))
        self.seen.add(name)

    def _of_group(self, group: Group, *, in_repeat: bool) -> Iterator[Problem]:
        if in_repeat and group.repeats:
            yield Problem(group.name, "type", _("重复组里不能再套重复组；请并成一个。"))
        if not group.parts:
            yield Problem(group.name, "type", _("这一组里没有题；请加题或删去这一组。"))
        yield from self._of_expression(group.name, "relevant", group.relevant)
        yield from self._of_parts(group.parts, in_repeat=in_repeat or group.repeats)

    def _of_question(self, one: Question, *, in_repeat: bool) -> Iterator[Problem]:
        if one.is_asked and not one.label.get("zh"):
            yield Problem(one.name, "label", _("请写出题目。"))
        if one.kind in CHOSEN and not self.form.choices_of(one):
            yield Problem(
                one.name, "type", _("没有“{name}”这个选项表，请补上。").format(name=one.choices)
            )
        if one.kind is Kind.CALCULATE and not one.calculation:
            yield Problem(one.name, "calculation", _("计算题要写出怎样计算。"))
        yield from self._of_expression(one.name, "relevant", one.relevant)
        yield from self._of_expression(one.name, "calculation", one.calculation)
        yield from self._of_expression(one.name, "constraint", one.constraint, is_later=True)

    def _of_expression(
        self, name: str, where: str, text: str, *, is_later: bool = False
    ) -> Iterator[Problem]:
        if not text:
            return
        try:
            node = parse(text)
        except NotUnderstood as error:
            yield Problem(name, where, str(error))
            return
        yield from (Problem(name, where, advice) for advice in _of_patterns(node))
        for asked in dict.fromkeys(names_in(node)):
            if asked not in self.every:
                words = _("没有叫“{name}”的题，请核对。").format(name=asked)
                yield Problem(name, where, words)
            elif not is_later and (asked not in self.seen or asked == name):
                words = _("“{name}”在这一题之后才问；请把它移到前面。").format(name=asked)
                yield Problem(name, where, words)


def _of_list(name: str, choices: list[str]) -> Iterator[Problem]:
    twice = {one for one in choices if choices.count(one) > 1}
    for one in sorted(twice):
        words = _("选项表“{list}”里“{name}”重复，请换一个。").format(list=name, name=one)
        yield Problem(name, "choices", words)
    for one in choices:
        if not CHOICE.fullmatch(one):
            words = _("选项“{name}”只能用字母、数字、下划线，不超过 64 个。").format(name=one)
            yield Problem(name, "choices", words)


def _of_patterns(node: Node) -> Iterator[str]:
    match node:
        case Operation(_operator, left, right):
            yield from _of_patterns(left)
            yield from _of_patterns(right)
        case Negative(of):
            yield from _of_patterns(of)
        case Call(function, given):
            if function == "regex" and (advice := _of_pattern(given[1])):
                yield advice
            for one in given:
                yield from _of_patterns(one)
        case Literal() | Reference() | Self():
            return


def _of_pattern(node: Node) -> str:
    if not isinstance(node, Literal) or not isinstance(node.value, str):
        return _("regex() 的第二个参数要直接写出，放在引号里。")
    try:
        re.compile(node.value)
    except (re.error, RecursionError, OverflowError):
        return _("“{pattern}”不是正则表达式，请核对。").format(pattern=node.value)
    if _REPEATED_GROUP.search(node.value) or len(_UNBOUNDED.findall(node.value)) > MOST_UNBOUNDED:
        return _("“{pattern}”太费计算；不要重复括号，最多用三个 * 或 +。").format(
            pattern=node.value
        )
    return ""

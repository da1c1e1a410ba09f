"""What an expression comes to, given the answers at hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from jiugai.asking.expressions.functions import FUNCTIONS
from jiugai.asking.expressions.tree import (
    Call,
    Literal,
    Negative,
    Node,
    Operation,
    Reference,
    Self,
)
from jiugai.asking.expressions.values import Value, as_number, equal, is_true


@dataclass(frozen=True, slots=True)
class Scope:
    """What an expression may look at: other answers, the one at hand, the day."""

    answer: Callable[[str], Value]
    today: date
    own: Value = ""


def evaluate(node: Node, scope: Scope) -> Value:
    """Return what an expression comes to."""
    match node:
        case Literal(value):
            return value
        case Reference(name):
            return scope.answer(name)
        case Self():
            return scope.own
        case Negative(of):
            return -as_number(evaluate(of, scope))
        case Call():
            return _called(node, scope)
        case Operation():
            return _joined(node, scope)
    assert_never(node)


def _called(node: Call, scope: Scope) -> Value:
    if node.function == "today":
        return scope.today.isoformat()
    if node.function == "if":
        asked, then, other = node.given
        return evaluate(then if is_true(evaluate(asked, scope)) else other, scope)
    return FUNCTIONS[node.function]([evaluate(one, scope) for one in node.given])


def _joined(node: Operation, scope: Scope) -> Value:
    left = evaluate(node.left, scope)
    match node.operator:
        case "or":
            return is_true(left) or is_true(evaluate(node.right, scope))
        case "and":
            return is_true(left) and is_true(evaluate(node.right, scope))
        case "=":
            return equal(left, evaluate(node.right, scope))
        case "!=":
            return not equal(left, evaluate(node.right, scope))
        case _:
            right = evaluate(node.right, scope)
            return _of_numbers(node.operator, as_number(left), as_number(right))


def _of_numbers(operator: str, left: float, right: float) -> Value:
    if operator in _COMPARED:
        return _COMPARED[operator](left, right)
    return _COUNTED[operator](left, right)


def _divided(left: float, right: float) -> float:
    if right:
        return left / right
    return math.nan if not left or math.isnan(left) else math.copysign(math.inf, left)


def _rest(left: float, right: float) -> float:
    if not right or math.isinf(left) or math.isnan(left) or math.isnan(right):
        return math.nan
    return math.fmod(left, right)


_COMPARED: dict[str, Callable[[float, float], bool]] = {
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}
_COUNTED: dict[str, Callable[[float, float], float]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "div": _divided,
    "mod": _rest,
}

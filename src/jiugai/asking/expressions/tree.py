"""What an expression is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text that stands in the expression."""

    value: float | str


@dataclass(frozen=True, slots=True)
class Reference:
    """The answer to a question, `${name}`."""

    name: str


@dataclass(frozen=True, slots=True)
class Self:
    """The answer that is being looked at, `.`."""


@dataclass(frozen=True, slots=True)
class Operation:
    """Two values joined by an operator."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Negative:
    """A number with its sign turned."""

    of: Node


@dataclass(frozen=True, slots=True)
class Call:
    """A function with what it is given."""

    function: str
    given: tuple[Node, ...]


Node = Literal | Reference | Self | Operation | Negative | Call

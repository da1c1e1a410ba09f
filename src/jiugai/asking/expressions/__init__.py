"""The expressions of XLSForm: read once, evaluated for the answers at hand."""

from jiugai.asking.expressions.evaluate import Scope, evaluate
from jiugai.asking.expressions.parse import NotUnderstood, names_in, parse
from jiugai.asking.expressions.tree import Node
from jiugai.asking.expressions.values import Value, as_text, is_true

__all__ = [
    "Node",
    "NotUnderstood",
    "Scope",
    "Value",
    "as_text",
    "evaluate",
    "is_true",
    "names_in",
    "parse",
]

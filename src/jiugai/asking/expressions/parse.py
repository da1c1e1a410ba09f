"""Read an expression as XLSForm writes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jiugai.asking.expressions.functions import ARITY
from jiugai.asking.expressions.tree import (
    Call,
    Literal,
    Negative,
    Node,
    Operation,
    Reference,
    Self,
)
from jiugai.kernel.errors import JiugaiError
from jiugai.kernel.i18n import _

#: Longer ones are no question's condition; nested deeper than this nobody reads.
LONGEST: Final = 2000
DEEPEST: Final = 50
_TOKEN: Final = re.compile(
    r"""\s*(?:
    (?P<reference>\$\{\s*[A-Za-z_][\w.-]*\s*\})
  | (?P<number>\d+(?:\.\d*)?|\.\d+)
  | (?P<text>"[^"]*"|'[^']*')
  | (?P<name>[A-Za-z_][\w-]*(?::[A-Za-z_][\w-]*)?)
  | (?P<sign><=|>=|!=|[=<>+*()\-,.])
  )""",
    re.VERBOSE,
)
#: Operators from the loosest to the tightest.
LEVELS: Final = (
    ("or",),
    ("and",),
    ("=", "!="),
    ("<", "<=", ">", ">="),
    ("+", "-"),
    ("*", "div", "mod"),
)


class NotUnderstood(JiugaiError):
    """An expression cannot be read; the message says what of it and what to write instead."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an expression."""

    kind: str
    text: str


def tokens_of(text: str) -> list[Token]:
    """Return the words of an expression; raises NotUnderstood at one that is none."""
    found: list[Token] = []
    at = 0
    end = len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise NotUnderstood(
                _("看不懂“{rest}”；请按 XLSForm 的写法改。").format(
                    rest=text[at : at + 20].strip()
                )
            )
        found.append(Token(match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found


@lru_cache(maxsize=4096)
def parse(text: str) -> Node:
    """Return an expression as a tree; raises NotUnderstood with what has to be changed."""
    if len(text) > LONGEST:
        raise NotUnderstood(_("表达式超过 {n} 个字符，请拆成几个计算题。").format(n=LONGEST))
    reader = _Reader(tokens_of(text))
    found = reader.read()
    if not reader.is_done:
        raise NotUnderstood(_("“{word}”处多了内容。").format(word=reader.next_text))
    return found


def names_in(node: Node) -> Iterator[str]:
    """Yield the names of the questions that an expression looks at."""
    match node:
        case Reference(name):
            yield name
        case Operation(_operator, left, right):
            yield from names_in(left)
            yield from names_in(right)
        case Negative(of):
            yield from names_in(of)
        case Call(_function, given):
            for one in given:
                yield from names_in(one)
        case Literal() | Self():
            return


@dataclass(slots=True)
class _Reader:
    tokens: list[Token]
    at: int = 0
    depth: int = 0

    @property
    def is_done(self) -> bool:
        return self.at >= len(self.tokens)

    @property
    def next_text(self) -> str:
        return "" if self.is_done else self.tokens[self.at].text

    def read(self, level: int = 0) -> Node:
        if level == len(LEVELS):
            return self._signed()
        left = self.read(level + 1)
        while not self.is_done and self._is_operator(level):
            operator = self._take().text
            left = Operation(operator, left, self.read(level + 1))
        return left

    def _is_operator(self, level: int) -> bool:
        token = self.tokens[self.at]
        return token.kind in ("sign", "name") and token.text in LEVELS[level]

    def _signed(self) -> Node:
        if self.next_text == "-" and self.tokens[self.at].kind == "sign":
            self._take()
            return Negative(self._deeper(self._signed))
        return self._primary()

    def _primary(self) -> Node:
        token = self._take()
        match token.kind:
            case "reference":
                return Reference(token.text[2:-1].strip())
            case "number":
                return Literal(float(token.text))
            case "text":
                return Literal(token.text[1:-1])
            case "name":
                return self._call(token.text)
            case _:
                return self._enclosed(token)

    def _enclosed(self, token: Token) -> Node:
        if token.text == "(":
            inner = self._deeper(self.read)
            self._expect(")")
            return inner
        if token.text == ".":
            return Self()
        raise NotUnderstood(_("“{word}”不该在这里。").format(word=token.text))

    def _call(self, name: str) -> Node:
        if name not in ARITY:
            raise NotUnderstood(
                _("不支持“{name}”；可以用：{known}。").format(
                    name=name, known=" ".join(sorted(ARITY))
                )
            )
        self._expect("(")
        given: list[Node] = []
        while self.next_text != ")":
            given.append(self._deeper(self.read))
            if self.next_text != ")":
                self._expect(",")
        self._expect(")")
        least, most = ARITY[name]
        if not least <= len(given) <= most:
            raise NotUnderstood(_("{name}() 的参数个数不对。").format(name=name))
        return Call(name, tuple(given))

    def _deeper(self, read: Callable[[], Node]) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise NotUnderstood(_("括号套得太深，请拆成几个计算题。"))
        found = read()
        self.depth -= 1
        return found

    def _take(self) -> Token:
        if self.is_done:
            raise NotUnderstood(_("表达式没有写完。"))
        self.at += 1
        return self.tokens[self.at - 1]

    def _expect(self, text: str) -> None:
        if self._take().text != text:
            raise NotUnderstood(_("这里应为“{text}”。").format(text=text))

"""Where a rule, a number or a duty comes from: a document and a place in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Clause:
    """One numbered place in one document, like xc18 · 二(一)1."""

    document: str
    number: str

    def __str__(self) -> str:
        return f"{self.document.upper()} {self.number}"


@dataclass(frozen=True, slots=True)
class Text:
    """A document as rule authors name it: `XC18 / "二(一)1"` is a clause of it."""

    document: str

    def __truediv__(self, number: str) -> Clause:
        return Clause(self.document, number)

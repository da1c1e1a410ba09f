"""Facts given by hand, as `name=value` texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.money import parse_amount
from jiugai.policy.vocabulary.fact import Fact, Kind, Subject

FLAGS: Final = {"yes": True, "true": True, "是": True, "有": True} | {
    "no": False,
    "false": False,
    "否": False,
    "无": False,
}


def read_facts(subject: type[Subject] | None, texts: Iterable[str]) -> dict[str, Any]:
    """Return facts as values of their kind; a name may be the Chinese heading.

    Raises UsageError for an unknown name or a value that does not fit.
    """
    found: dict[str, Any] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        fact = _named(subject, name.strip())
        if not equals or fact is None:
            known = listed(f.name for f in subject.facts()) if subject else "–"
            raise UsageError(_("没有事实“{name}”；可用：{known}。").format(name=name, known=known))
        found[fact.name] = _value(fact, value.strip())
    return found


def _named(subject: type[Subject] | None, name: str) -> Fact | None:
    if subject is None:
        return None
    return next((fact for fact in subject.facts() if name in (fact.name, fact.heading)), None)


def _value(fact: Fact, text: str) -> Any:
    if not text:
        return None
    try:
        return _parsed(fact, text)
    except (ValueError, KeyError, InvalidOperation) as error:
        allowed = listed(fact.choices) or fact.kind
        raise UsageError(
            _("{heading} 不能是“{text}”；应为：{allowed}。").format(
                heading=_(fact.heading), text=text, allowed=allowed
            )
        ) from error


def _parsed(fact: Fact, text: str) -> Any:
    if fact.kind is Kind.CHOICE:
        terms = {term: word for word, term in fact.choices.items()}
        return (terms | {word: word for word in fact.choices})[text]
    return PARSERS[fact.kind](text)


def _share(text: str) -> float:
    percent = text.endswith(("%", "％"))
    return float(Decimal(text.rstrip("%％")) / (100 if percent else 1))


PARSERS: Final[dict[Kind, Callable[[str], Any]]] = {
    Kind.FLAG: lambda text: FLAGS[text.lower()],
    Kind.MONEY: parse_amount,
    Kind.WHOLE: int,
    Kind.YEAR: int,
    Kind.DECIMAL: float,
    Kind.SHARE: _share,
    Kind.DAY: date.fromisoformat,
    Kind.TEXT: str,
}

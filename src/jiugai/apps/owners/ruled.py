"""What the law of a place says of owners' things on a day, where any text speaks of them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypedDict

from django.utils.translation import gettext as _

from jiugai.apps.registry.law import law_for
from jiugai.kernel.errors import Refusal, UsageError
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.source import Clause
from jiugai.kernel.verdict import Verdict
from jiugai.policy.case import Finding
from jiugai.policy.conditions import Dated
from jiugai.policy.law import Law


class Where(TypedDict):
    """Of which place and day a text is asked."""

    division: str
    day: date


def law_on(division: str, day: date) -> Law | None:
    """Return the law of a place on a day, or None where no document speaks of it."""
    try:
        return law_for(division, day)
    except UsageError:
        return None


def number_on(division: str, names: Iterable[str], day: date) -> Dated | None:
    """Return the first of some numbers that a text in force has, or None."""
    law = law_on(division, day)
    return next((law.numbers[one] for one in names if one in law.numbers), None) if law else None


def findings(
    rules: Iterable[str], facts: Mapping[str, Any], *, division: str, day: date
) -> list[Finding]:
    """Return what those of some rules say that are in force."""
    law = law_on(division, day)
    return [law.judge(name, facts) for name in rules if name in law.rules] if law else []


def refuse_unmet(
    rules: Iterable[str], facts: Mapping[str, Any], *, division: str, day: date
) -> None:
    """Raise Refusal naming the first rule that is not met; missing evidence does not refuse."""
    for one in findings(rules, facts, division=division, day=day):
        if one.verdict is Verdict.NOT_MET:
            raise Refusal(
                _("不符合“{what}”（{clause}），要求{means}。请核对后再登记。").format(
                    what=say(one.rule.title), clause=one.rule.clause, means=say(one.rule.means)
                )
            )


def binding(clause: Clause | None, *, division: str, day: date) -> Clause | None:
    """Return a clause where its document binds a place on a day, else None."""
    law = law_on(division, day)
    bound = {document.id for document in law.documents} if law else set()
    return clause if clause is not None and clause.document in bound else None


def cited(document: str, number: str, *, division: str, day: date) -> str:
    """Return a clause in brackets, as a refusal ends; nothing where it does not bind."""
    found = binding(Clause(document, number), division=division, day=day)
    return _("（{clause}）").format(clause=found) if found else ""


def clause_text(clause: Clause | None) -> str:
    """Return a clause as it is kept in a row."""
    return f"{clause.document} {clause.number}" if clause else ""


def clause_from(text: str) -> Clause | None:
    """Return the clause that a row names."""
    document, _space, number = text.partition(" ")
    return Clause(document, number) if number else None

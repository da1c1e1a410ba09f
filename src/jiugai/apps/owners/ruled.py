"""What the law of a place says of owners' things on a day, where any text speaks of them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jiugai.apps.registry.law import law_for
from jiugai.kernel.errors import Refusal, UsageError
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.source import Clause
from jiugai.kernel.verdict import Verdict
from jiugai.policy.case import Finding
from jiugai.policy.conditions import Dated
from jiugai.policy.law import Law


def law_on(division: str, day: date) -> Law | None:
    """Return the law of a place on a day, or None where no document speaks of it."""
    try:
        return law_for(division, day)
    except UsageError:
        return None


def number_on(division: str, name: str, day: date) -> Dated | None:
    """Return a number of the texts in force, or None where none names it."""
    law = law_on(division, day)
    return law.numbers.get(name) if law else None


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
                _("不符合“{what}”（{clause}）：{why}。请核对后再登记。").format(
                    what=say(one.rule.title), clause=one.rule.clause, why=_why(one)
                )
            )


def _why(finding: Finding) -> str:
    used = [say(finding.rule.means)]
    return _("要求{means}").format(means=used[0])


def clause_text(clause: Clause | None) -> str:
    """Return a clause as it is kept in a row."""
    return f"{clause.document} {clause.number}" if clause else ""


def clause_from(text: str) -> Clause | None:
    """Return the clause that a row names."""
    document, _space, number = text.partition(" ")
    return Clause(document, number) if number else None

"""What residents put in besides cash, and what of it counts as their contribution (C7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jiugai.finance.lines import Line, read_lines
from jiugai.finance.sharing.households import Address, Household, address_of
from jiugai.finance.sharing.words import CREDIT_HEADINGS, CREDIT_WORDS, NO, YES
from jiugai.kernel.headings import named, title_of
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.money import Cents
from jiugai.kernel.verdict import Verdict

if TYPE_CHECKING:
    from jiugai.policy.law import Law

#: The rules that say what counts as a contribution; a place has the one of its own text.
RULES: Final = ("p14.contribution", "kf19.contribution")


@dataclass(frozen=True, slots=True)
class Credit:
    """Something put in by a household, or by all of an estate where `of` is empty."""

    of: Address
    kind: str
    worth: Cents
    with_works: bool | None
    voted: bool | None
    line: Line = field(repr=False, compare=False)

    @property
    def title(self) -> str:
        """Return what people call the kind."""
        return title_of(CREDIT_WORDS[self.kind])


@dataclass(frozen=True, slots=True)
class Judged:
    """A credit with whether the law of the place counts it, and by which clause."""

    credit: Credit
    verdict: Verdict
    clause: str
    why: str

    @property
    def counts(self) -> bool:
        """Return whether it reduces what is left to pay."""
        return self.verdict is Verdict.MET


def read_credits(path: Path, sheet: str = "") -> tuple[Credit, ...]:
    """Return the contributions of a table; raises InputError if one cannot be read."""
    needed = ("kind", "worth")
    lines = read_lines(path, CREDIT_HEADINGS, needed=needed, sheet=sheet, may_be_empty=True)
    return tuple(_credit(line) for line in lines)


def _credit(line: Line) -> Credit:
    text = line.needed("kind", _("出资形式"))
    kind = next((one for one, words in CREDIT_WORDS.items() if named(text, words)), "")
    if not kind:
        raise line.wrong(
            "kind",
            _("不认识出资形式“{text}”；请用 {known} 之一。").format(
                text=text, known=listed(map(title_of, CREDIT_WORDS.values()))
            ),
        )
    return Credit(
        of=address_of(line),
        kind=kind,
        worth=line.amount("worth", _("金额")),
        with_works=_flag(line, "with_works"),
        voted=_flag(line, "voted"),
        line=line,
    )


def _flag(line: Line, name: str) -> bool | None:
    text = line.text(name)
    if not text:
        return None
    if named(text, YES) or named(text, NO):
        return named(text, YES)
    raise line.wrong(name, _("看不懂“{text}”；请写 是 或 否，不知道的留空。").format(text=text))


def judge(credit: Credit, law: Law) -> Judged:
    """Return whether the texts in force count a contribution.

    Where no text in force speaks of contributions, the verdict is that evidence is missing.
    """
    rule = next((law.rules[name] for name in RULES if name in law.rules), None)
    if rule is None:
        why = _("当地当日没有现行文件规定什么可计为居民出资")
        return Judged(credit, Verdict.UNKNOWN, "", why)
    facts: Mapping[str, object] = {
        "kind": credit.kind,
        "with_works": credit.with_works,
        "owners_voted": credit.voted,
    }
    finding = law.judge(rule.id, facts)
    return Judged(credit, finding.verdict, str(rule.clause), _reason(finding.verdict))


def _reason(verdict: Verdict) -> str:
    match verdict:
        case Verdict.MET:
            return _("计为居民出资")
        case Verdict.NOT_MET:
            return _("条文没有把它列为居民出资，不抵减")
        case Verdict.UNKNOWN:
            return _("证据不足，暂不抵减；请补上是否与改造同步、业主是否已表决")


def own_credits(judged: Sequence[Judged], household: Household) -> int:
    """Return what counts of a household's own contributions, in cents."""
    return sum(
        one.credit.worth
        for one in judged
        if one.counts and one.credit.of == household.address and one.credit.of.door
    )

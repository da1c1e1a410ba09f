"""What the texts in force say of the parties that pay, beside what was agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from jiugai.finance.sharing.parties import PARTIES, in_percent
from jiugai.finance.sharing.words import CLASS_WORDS, SOURCE_WORDS
from jiugai.kernel.headings import title_of
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.verdict import Verdict
from jiugai.policy.entries import Works
from jiugai.policy.funding import OPTIONAL_WORKS, Funding, Payer, Source

if TYPE_CHECKING:
    from jiugai.finance.sharing.works import Item
    from jiugai.policy.law import Law

#: Asked of an annual plan; a project's own figures show where it pulls the plan.
MAINLY: Final = "p14.finance.basic_government"
GOVERNMENT: Final = (Source.CENTRAL, Source.CITY, Source.DISTRICT, Source.STREET)

Paid = Sequence[tuple["Item", Mapping[Source, int]]]


def party_remarks(paid: Paid, law: Law) -> tuple[str, ...]:
    """Return a sentence for each party and class of which the texts say something else."""
    sums: dict[tuple[Works, Source], int] = {}
    for item, parties in paid:
        for source, cents in parties.items():
            sums[item.works, source] = sums.get((item.works, source), 0) + cents
    return (*_parties(sums, law), *_mainly(sums, law))


def grounds_of(works: Works, source: Source, law: Law) -> tuple[Funding, ...]:
    """Return what texts in force say about a party paying for a class."""
    payer = law.payers.get(source)
    wanted = OPTIONAL_WORKS if works is Works.OPTIONAL else {works}
    return tuple(one for one in payer.said if one.classes & wanted) if payer else ()


def _parties(sums: Mapping[tuple[Works, Source], int], law: Law) -> Iterator[str]:
    for works in CLASS_WORDS:
        for source in PARTIES:
            payer = law.payers.get(source)
            if sums.get((works, source)) and payer and not grounds_of(works, source, law):
                yield _beyond(works, source, payer)


def _beyond(works: Works, source: Source, payer: Payer) -> str:
    said = listed(
        (_("{says}，{clause}").format(says=_(one.says), clause=one.clause) for one in payer.said),
        "；",
    )
    return _(
        "{works}列有{source}出资，而条文对{source}资金说的是：{said}；条文没有禁止，请核对。"
    ).format(works=title_of(CLASS_WORDS[works]), source=title_of(SOURCE_WORDS[source]), said=said)


def _mainly(sums: Mapping[tuple[Works, Source], int], law: Law) -> Iterator[str]:
    basic = {source: cents for (works, source), cents in sums.items() if works is Works.BASIC}
    whole = sum(basic.values())
    if MAINLY not in law.rules or not whole:
        return
    others = [cents for source, cents in basic.items() if source not in GOVERNMENT]
    government = whole - sum(others)
    found = law.judge(
        MAINLY,
        {
            "basic_cost": whole,
            "basic_government": government,
            "basic_largest_other": max(others, default=0),
        },
    )
    if found.verdict is Verdict.NOT_MET:
        yield _(
            "本项目基础类中政府出资占 {share}；{clause} 要求年度计划的基础类以政府补贴为主。"
        ).format(share=in_percent(Fraction(government, whole)), clause=law.rules[MAINLY].clause)

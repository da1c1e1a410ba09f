"""Which services the texts in force favour, and how (P14 三(七)⑨⑩)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from jiugai.kernel.i18n import _
from jiugai.kernel.verdict import Verdict

if TYPE_CHECKING:
    from jiugai.policy.law import Law

VAT: Final = "p14.tax.vat"
INCOME: Final = "p14.tax.income"
COUNTED: Final = "p14.tax_income_counted"


@dataclass(frozen=True, slots=True)
class Relief:
    """What holds for each service: exempt from VAT, and the part of income that counts."""

    exempt: frozenset[str]
    counted: dict[str, Fraction]
    said: tuple[str, ...]

    def part(self, service: str) -> Fraction:
        """Return the part of a service's income that counts for income tax."""
        return self.counted.get(service, Fraction(1))


NO_RELIEF: Final = Relief(frozenset(), {}, ())


def relief_of(services: Iterable[str], law: Law | None, *, social_capital: bool | None) -> Relief:
    """Return what the law of a place and a day grants to services; nothing without a law.

    What is not proven is not granted, and said.
    """
    named = sorted(set(filter(None, services)))
    if not named:
        return NO_RELIEF
    if law is None:
        return Relief(frozenset(), {}, (_("没有给出 --place 和 --day，没有计入任何税收优惠。"),))
    if VAT not in law.rules or INCOME not in law.rules:
        return Relief(frozenset(), {}, (_("当地当日没有现行文件给予社区服务税收优惠。"),))
    facts = {one: {"social_capital": social_capital, "service": one} for one in named}
    exempt = {one for one in named if law.judge(VAT, facts[one]).verdict is Verdict.MET}
    income = [one for one in named if law.judge(INCOME, facts[one]).verdict is Verdict.MET]
    share = Fraction(law.numbers[COUNTED].value)  # type: ignore[arg-type]
    return Relief(
        frozenset(exempt),
        dict.fromkeys(income, share),
        tuple(_said(one, one in exempt, one in income, law, social_capital) for one in named),
    )


def _said(service: str, exempt: bool, counted: bool, law: Law, social_capital: bool | None) -> str:
    title = service_title(service)
    if exempt and counted:
        number = law.numbers[COUNTED]
        return _(
            "{title}收入免征增值税（{vat}），按 {share} 计入企业所得税收入（{income}）。"
        ).format(
            title=title,
            vat=law.rules[VAT].clause,
            share=f"{float(number.value):.0%}",  # type: ignore[arg-type]
            income=number.clause,
        )
    if social_capital is None:
        return _("{title}收入没有计入税收优惠：没有写明实施主体是否为社会资本。").format(
            title=title
        )
    return _("{title}收入不在优惠之列（{clause}）。").format(
        title=title, clause=law.rules[VAT].clause
    )


def service_title(service: str) -> str:
    """Return what people call a service."""
    from jiugai.policy.vocabulary.firm import Firm

    return _(Firm.service.choices[service])

"""What owners' records hold of households."""

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.owners.models import Contribution
from jiugai.apps.participation.privacy import words
from jiugai.apps.participation.privacy.holding import Erasing, Holding, How, Item, nothing
from jiugai.apps.participation.privacy.values import pairs
from jiugai.apps.registry.models import Household


def _given(household: Household) -> Sequence[Item]:
    found = Contribution.objects.filter(household=household)
    return [
        Item(
            str(one.get_kind_display()),
            pairs(
                (_("日期"), one.given_on),
                (_("金额（元）"), f"{one.worth_cents / 100:.2f}"),
                (_("说明"), one.words),
                (_("谁认定的价值"), one.agreed_by),
            ),
        )
        for one in found
    ]


HOLDINGS: Final = (
    Holding(
        key="owners.contributions",
        title=_("居民出资"),
        what=_("您家为改造出了多少、什么时候、怎样出的"),
        purpose=_("算清居民应承担和已承担的钱"),
        basis=words.DUTY,
        seen_by=_("登记出资的经办人；公布的只有合计"),
        models=("owners.Contribution",),
        find=_given,
        erasing=Erasing(
            How.NEVER,
            _(
                "不能删除：是钱账，写错了冲销重记（《个人信息保护法》第四十七条第二款、《会计法》第二十三条）。"
            ),
        ),
        ends=_("随会计档案保存"),
    ),
    Holding(
        key="owners.seats",
        title=_("业主组织的成员"),
        what=_("业主委员会、物管会等成员的姓名、职务、任期"),
        purpose=_("公示谁代表业主，向街道备案"),
        basis=_(
            "依法公示和备案（《民法典》第二百七十七条；《个人信息保护法》第十三条第一款第三项）"
        ),
        seen_by=_("本小区居民和工作人员：依法公开"),
        models=("owners.Seat",),
        find=nothing,
        erasing=Erasing(How.NEVER, _("不能删除：备案要写明届次和成员。不对到户，只有姓名。")),
        ends=_("随备案保存"),
    ),
)

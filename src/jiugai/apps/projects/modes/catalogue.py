"""The ways of doing it that the texts describe, in our words: roles, incomes, steps, checks.

The texts give no shares and no prices: what a way assumes of money is ours, said so on the page,
and can be changed there.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jiugai.apps.registry.models import Party
from jiugai.kernel.source import Clause

P14: Final = "p14"
BJ20: Final = "bj20"


class Income(StrEnum):
    """What a way can earn over the years."""

    PROPERTY = "property"
    PARKING = "parking"
    ROOMS = "rooms"
    SERVICES = "services"


INCOMES: Final = {
    Income.PROPERTY: _("物业费（使用者付费）"),
    Income.PARKING: _("停车收入"),
    Income.ROOMS: _("配套用房和闲置资源出租"),
    Income.SERVICES: _("养老、托育、便民等服务"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a way, in its order; its key is kept with projects."""

    key: str
    title: str | Promise


@dataclass(frozen=True, slots=True)
class Mode:
    """A way of doing it: who takes part, what it earns, what is done in which order.

    `subsidy` and `loan` are the shares of the investment that we assume unless told otherwise.
    """

    id: str
    title: str | Promise
    gist: str | Promise
    clauses: tuple[Clause, ...]
    roles: tuple[Party.Kind, ...]
    incomes: tuple[Income, ...]
    steps: tuple[Step, ...]
    checks: tuple[str, ...]  # gates by id
    subsidy: Fraction
    loan: Fraction


K = Party.Kind
PERCENT: Final = Fraction(1, 100)
ASKED: Final = Step("asked", _("入户、踏勘、座谈，摸清居民需求"))
BALANCED: Final = Step("balanced", _("测算一定期限内投入和回报能否平衡"))
CONTRACT: Final = Step("contract", _("签订协议，写明期限、收费、移交和退出"))

MODES: Final = (
    Mode(
        "jinsong",
        _("劲松模式"),
        _("街道引入民营企业投资改造，靠物业费、补贴和商业收入在一定期限内收回投资。"),
        (Clause(P14, "附件1(4)"), Clause(BJ20, "三(四)①"), Clause(BJ20, "三(四)③")),
        (K.INVESTOR, K.IMPLEMENTER, K.PROPERTY),
        (Income.PROPERTY, Income.PARKING, Income.ROOMS, Income.SERVICES),
        (
            ASKED,
            Step("invited", _("街道公开引入社会资本，明确改造和运营范围")),
            BALANCED,
            CONTRACT,
            Step("works", _("加装电梯、公共空间、公共设施同步改造")),
            Step("service", _("物业服务进场，使用者付费")),
        ),
        ("bj22.gate.asked", "bj22.gate.consensus", "bj22.gate.property"),
        40 * PERCENT,
        30 * PERCENT,
    ),
    Mode(
        "shoukai",
        _("首开经验"),
        _("国企平台统筹非经营性资产和周边资源，物业服务前置、先尝后买，改造后持续微更新。"),
        (Clause(P14, "附件1(5)"), Clause(BJ20, "三(四)④")),
        (K.OWNER_UNIT, K.IMPLEMENTER, K.PROPERTY),
        (Income.PROPERTY, Income.PARKING, Income.ROOMS),
        (
            Step("assets", _("接管非经营性资产，列清小区和周边资源")),
            Step("trial", _("物业服务前置，先尝后买")),
            ASKED,
            Step("schemes", _("一区一议、一院一景、一楼一策，分别定方案")),
            Step("works", _("按方案改造，硬设施和软服务一起做")),
            Step("renewal", _("改造后居民有新建议，持续微改造")),
        ),
        ("bj22.gate.asked", "bj22.gate.property"),
        60 * PERCENT,
        10 * PERCENT,
    ),
    Mode(
        "platform",
        _("平台+专业公司"),
        _("区属国企作平台，统筹存量资源和融资，专业公司分别做养老、托育、便民等配套。"),
        (Clause(P14, "三(五)②"), Clause(P14, "附件3(一)1"), Clause(P14, "附件3(一)2")),
        (K.INVESTOR, K.IMPLEMENTER, K.PROPERTY, K.PIPELINE),
        (Income.PARKING, Income.ROOMS, Income.SERVICES),
        (
            Step("platform", _("区政府明确平台企业，授权统筹资源和融资")),
            Step("resources", _("闲置用房、车棚、锅炉房摸清权属，定用途")),
            BALANCED,
            Step("firms", _("按养老、托育、便民等选专业公司")),
            Step("works", _("基础、完善、提升三类分别实施")),
            Step("operate", _("专业公司运营，平台统一监管和结算")),
        ),
        ("bj22.gate.reserve", "bj22.gate.coordination", "bj22.gate.property"),
        50 * PERCENT,
        30 * PERCENT,
    ),
    Mode(
        "property_plus",
        _("物业+"),
        _("物业服务企业参与改造，再以物业为入口提供养老等增值服务。"),
        (Clause(P14, "三(五)①"), Clause(P14, "附件3(一)3")),
        (K.IMPLEMENTER, K.PROPERTY),
        (Income.PROPERTY, Income.SERVICES),
        (
            Step("trial", _("先试用物业服务，居民表决选定企业")),
            Step("standard", _("商定服务标准和收费")),
            BALANCED,
            CONTRACT,
            Step("works", _("物业企业全程参与改造")),
            Step("services", _("以物业为入口开展养老、家政等服务")),
        ),
        ("bj22.gate.governance", "bj22.gate.property"),
        70 * PERCENT,
        0 * PERCENT,
    ),
    Mode(
        "integrated",
        _("投资+设计+施工+运营"),
        _("一个主体从投资做到运营，以全过程的收益平衡投入。"),
        (Clause(P14, "附件3(一)3"), Clause(BJ20, "三(四)③")),
        (K.INVESTOR, K.DESIGNER, K.CONTRACTOR, K.PROPERTY),
        (Income.PROPERTY, Income.PARKING, Income.ROOMS, Income.SERVICES),
        (
            ASKED,
            BALANCED,
            Step("tender", _("投资、设计、施工、运营一次招标")),
            CONTRACT,
            Step("works", _("设计、施工由同一主体负责")),
            Step("operate", _("期限内运营，期满移交")),
        ),
        ("bj22.gate.asked", "bj22.gate.consensus", "bj22.gate.property"),
        30 * PERCENT,
        40 * PERCENT,
    ),
)
BY_ID: Final = {one.id: one for one in MODES}

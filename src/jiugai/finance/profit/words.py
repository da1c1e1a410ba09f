"""What the table of a small-profit model calls its columns, kinds and parameters."""

from enum import StrEnum
from typing import Final

from jiugai.finance.profit.model import Repays
from jiugai.kernel.headings import Headings
from jiugai.kernel.i18n import N_


class Kind(StrEnum):
    """What a row gives."""

    PARAMETER = "parameter"
    INVESTMENT = "investment"
    SUBSIDY = "subsidy"
    LOAN = "loan"
    INCOME = "income"
    COST = "cost"
    RESIDUAL = "residual"


HEADINGS: Final[Headings] = {
    "scenario": (N_("方案"), "模式", "scenario"),
    "kind": (N_("类别"), "类型", "kind"),
    "name": (N_("名称"), "项目", "科目", "name"),
    "value": (N_("数值"), "金额", "年金额", "value", "amount"),
    "first": (N_("起始年"), "年份", "年度", "year", "first_year", "first year"),
    "last": (N_("结束年"), "终止年", "last_year", "last year"),
    "growth": (N_("年增长"), "年增长率", "growth"),
    "vacancy": (N_("空置率"), "空置", "vacancy"),
    "ramp": (N_("爬坡"), "培育期", "ramp", "ramp-up"),
    "vat": (N_("税目"), "增值税", "增值税率", "vat"),
    "service": (N_("服务"), "服务类别", "service"),
    "rate": (N_("利率"), "年利率", "rate"),
    "term": (N_("期限"), "贷款年限", "term"),
    "repays": (N_("还款方式"), "repayment"),
    "ground": (N_("依据"), "来源", "说明", "ground"),
}
KINDS: Final = {
    Kind.PARAMETER: (N_("参数"), "parameter"),
    Kind.INVESTMENT: (N_("投资"), "改造投资", "investment"),
    Kind.SUBSIDY: (N_("补助"), "补贴", "政府补助", "subsidy"),
    Kind.LOAN: (N_("贷款"), "借款", "loan"),
    Kind.INCOME: (N_("收入"), "经营收入", "income"),
    Kind.COST: (N_("成本"), "经营成本", "费用", "cost"),
    Kind.RESIDUAL: (N_("残值"), "期末残值", "residual"),
}
PARAMETERS: Final = {
    "first": (N_("起始年"), "第一年", "first_year", "first year"),
    "last": (N_("结束年"), "最后一年", "last_year", "last year"),
    "discount": (N_("折现率"), "discount_rate", "discount rate"),
    "low": (N_("微利下限"), "收益率下限", "band_low", "lower bound"),
    "high": (N_("微利上限"), "收益率上限", "band_high", "upper bound"),
    "social_capital": (N_("社会资本"), "实施主体为社会资本", "social_capital", "social capital"),
}
REPAYS: Final = {
    Repays.ANNUITY: (N_("等额本息"), "annuity"),
    Repays.PRINCIPAL: (N_("等额本金"), "equal_principal", "equal principal"),
}
NONE: Final = (N_("不抵扣"), "无", "none")
YES: Final = (N_("是"), "yes", "true")
NO: Final = (N_("否"), "no", "false")
EVERY: Final = (N_("全部"), "各方案", "all")
#: The name of the way of doing it where a table has only one.
ONLY: Final = N_("基准")

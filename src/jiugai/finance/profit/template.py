"""The workbook in which an office fills in a small-profit model."""

from pathlib import Path
from typing import Final

from jiugai.finance.form import Form, write_forms
from jiugai.finance.profit.rates import shipped_rates
from jiugai.finance.profit.words import HEADINGS, KINDS, PARAMETERS, REPAYS
from jiugai.kernel.i18n import N_, _

_NOTES: Final = {
    "scenario": N_("比较几种做法时写方案名；留空的行各方案都用，同名的行以方案自己的为准"),
    "kind": N_("参数、投资、补助、贷款、收入、成本、残值"),
    "name": N_("参数的名称见示例行；其余自拟"),
    "value": N_("金额（万元），收入和成本写满负荷第一年的含税年额；参数写年份、百分比或是、否"),
    "first": N_("投资、补助、贷款、残值发生的年份；收入、成本的起始年"),
    "last": N_("收入、成本的结束年；留空为模型的结束年"),
    "growth": N_("每年比上年增长的比例，如 2%"),
    "vacancy": N_("收入的空置率，如 10%"),
    "ramp": N_("前几年达到的比例，如 60% 80%，其后为 100%"),
    "vat": N_("收入必填：租赁、服务、货物、简易、不征，或税率；成本和投资填了才抵扣进项"),
    "service": N_("养老、托育、家政等；是否优惠由 --place、--day 的规则判定"),
    "rate": N_("贷款年利率"),
    "term": N_("贷款年数；放款次年开始还"),
    "repays": N_("等额本息 或 等额本金"),
    "ground": N_("数字从哪里来：合同、测算、公开报道或假设"),
}


def write_template(path: Path) -> None:
    """Write the empty workbook; raises InputError if it cannot be written."""
    columns = list(HEADINGS)
    first_rows = [
        ["" if column not in ("kind", "name") else _(cell) for column in columns]
        for words in PARAMETERS.values()
        for cell in [words[0]]
    ]
    for row in first_rows:
        row[columns.index("kind")] = _(N_("参数"))
    form = Form(
        N_("微利模型"),
        HEADINGS,
        _NOTES,
        {"value": N_("万元")},
        {
            "kind": [words[0] for words in KINDS.values()],
            "repays": [words[0] for words in REPAYS.values()],
            "vat": list(shipped_rates().vat),
        },
        first_rows,
    )
    write_forms(path, _("微利可持续模型模板"), (form,))

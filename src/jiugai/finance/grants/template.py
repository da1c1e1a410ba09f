"""The workbook in which an office fills in the regions of an allotment."""

from pathlib import Path

from jiugai.finance.form import Form, write_forms
from jiugai.finance.grants.regions import HEADINGS
from jiugai.kernel.i18n import N_, _


def write_template(path: Path) -> None:
    """Write the empty workbook; raises InputError if it cannot be written."""
    form = Form(
        N_("各地区任务"),
        HEADINGS,
        {
            "name": N_("每个地区一行；末行可写“合计”，核对各列之和"),
            "difficulty": N_("财政部门核定的系数，如 0.85"),
            "area": N_("当年改造的建筑面积，各地区同一单位"),
            "investment": N_("只有河北 2019 的公式用到"),
            "performance": N_("经核定的绩效评价结果；2019 年中央公式不用"),
        },
        {"area": N_("㎡"), "investment": N_("万元")},
        {},
    )
    write_forms(path, _("资金分配模板"), (form,))

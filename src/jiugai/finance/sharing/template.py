"""The workbook in which an office fills in a project."""

from pathlib import Path
from typing import Final

from jiugai.finance.form import Form, write_forms
from jiugai.finance.sharing.words import (
    BASIS_WORDS,
    CLASS_WORDS,
    CREDIT_HEADINGS,
    CREDIT_WORDS,
    FLOOR_HEADINGS,
    HOUSEHOLD_HEADINGS,
    NO,
    SCOPE_WORDS,
    SHARE_HEADINGS,
    SHEETS,
    SOURCE_WORDS,
    WORKS_HEADINGS,
    YES,
)
from jiugai.kernel.i18n import N_, _

_YUAN: Final = N_("元")
FORMS: Final = (
    Form(
        SHEETS["households"],
        HOUSEHOLD_HEADINGS,
        {
            "building": N_("必填，如 3号楼；末行可写“合计”，核对面积"),
            "unit": N_("有单元的写单元，如 2单元"),
            "door": N_("必填，如 301；同一单元内不重复"),
            "floor": N_("有按楼层分摊的内容时必填，地下写负数"),
            "area": N_("专有部分建筑面积，平方米；有按面积分摊的内容时必填"),
            "owner": N_("可不填；对外的表中隐去姓名"),
            "provident": N_("本次提取的住房公积金；不得超过该户应付"),
            "maintenance": N_("本次使用的住宅专项维修资金；须经相关业主表决"),
        },
        {"area": N_("㎡"), "provident": _YUAN, "maintenance": _YUAN},
        {},
    ),
    Form(
        SHEETS["works"],
        WORKS_HEADINGS,
        {
            "item": N_("改造内容的名称；末行可写“合计”，核对金额"),
            "works": N_("基础类、完善类、提升类；只分基础、自选的文件写 自选类"),
            "cost": N_("该项全部造价"),
            "scope": N_("由谁分摊：小区、楼栋、单元、户"),
            "building": N_("范围是楼栋、单元、户时必填"),
            "unit": N_("范围是单元时必填"),
            "door": N_("范围是户时必填"),
            "basis": N_("面积、户数、楼层；留空时依《民法典》第二百八十三条按面积"),
        },
        {"cost": _YUAN},
        {
            "works": [words[0] for words in CLASS_WORDS.values()],
            "scope": [words[0] for words in SCOPE_WORDS.values()],
            "basis": [words[0] for words in BASIS_WORDS.values()],
        },
    ),
    Form(
        SHEETS["shares"],
        SHARE_HEADINGS,
        {
            "of": N_("类别，或“改造内容”表中的一项；内容优先于类别"),
            "source": N_("中央、市级、区级、街道、产权单位、专业公司、社会资本、居民"),
            "share": N_("比例（30% 或 1/3）、每项固定金额（64万元）或“其余”；合计须为 100%"),
            "ground": N_("比例出自哪份文件或约定，原样写入结果"),
        },
        {},
        {"source": [words[0] for words in SOURCE_WORDS.values()]},
    ),
    Form(
        SHEETS["credits"],
        CREDIT_HEADINGS,
        {
            "building": N_("该户的楼栋；全体业主共有的投入三格都留空，按面积抵减"),
            "kind": N_("居民投入的形式；是否计为出资由当地文件决定"),
            "worth": N_("金额或商定的折价"),
            "with_works": N_("公积金、维修资金必填：是或否"),
            "voted": N_("维修资金必填：是或否"),
        },
        {"worth": _YUAN},
        {
            "kind": [words[0] for words in CREDIT_WORDS.values()],
            "with_works": [YES[0], NO[0]],
            "voted": [YES[0], NO[0]],
        },
    ),
    Form(
        SHEETS["floors"],
        FLOOR_HEADINGS,
        {
            "floor": N_("每层一行"),
            "coefficient": N_("业主商定的系数，首层不出资写 0；不用此表时把它删掉"),
        },
        {},
        {},
    ),
)


def write_template(path: Path) -> None:
    """Write the empty workbook; raises InputError if it cannot be written."""
    write_forms(path, _("费用分摊模板"), FORMS)

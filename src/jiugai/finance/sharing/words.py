"""What the tables of a project call their sheets, columns and kinds."""

from enum import StrEnum
from typing import Final

from jiugai.kernel.headings import Headings
from jiugai.kernel.i18n import N_
from jiugai.policy.entries import Works
from jiugai.policy.funding import Source


class Scope(StrEnum):
    """Whose thing an item is: the households that share its cost."""

    ESTATE = "estate"
    BUILDING = "building"
    UNIT = "unit"
    HOUSEHOLD = "household"


class Basis(StrEnum):
    """By what households share."""

    AREA = "area"
    HEADS = "households"
    FLOOR = "floor"


SHEETS: Final = {
    "households": N_("住户"),
    "works": N_("改造内容"),
    "shares": N_("出资比例"),
    "credits": N_("居民投入"),
    "floors": N_("楼层系数"),
}
HOUSEHOLD_HEADINGS: Final[Headings] = {
    "building": (N_("楼栋"), "楼号", "栋号", "楼", "幢", "building"),
    "unit": (N_("单元"), "单元号", "门", "unit"),
    "door": (N_("户号"), "门牌", "门牌号", "房号", "室号", "door", "flat"),
    "floor": (N_("楼层"), "所在楼层", "层", "floor"),
    "area": (N_("建筑面积"), "专有部分面积", "房屋面积", "面积", "area_m2", "area", "floor area"),
    "owner": (N_("产权人"), "业主", "业主姓名", "权利人", "owner"),
    "provident": (N_("提取公积金"), "公积金", "公积金提取", "provident_fund"),
    "maintenance": (N_("使用维修资金"), "维修资金", "专项维修资金", "maintenance_fund"),
}
WORKS_HEADINGS: Final[Headings] = {
    "item": (N_("内容"), "项目", "改造内容", "改造项目", "item"),
    "works": (N_("类别"), "改造类别", "class"),
    "cost": (N_("金额"), "造价", "投资", "费用", "预算", "cost", "amount"),
    "scope": (N_("范围"), "分摊范围", "受益范围", "scope"),
    "building": (N_("楼栋"), "楼号", "栋号", "building"),
    "unit": (N_("单元"), "单元号", "unit"),
    "door": (N_("户号"), "门牌", "门牌号", "房号", "door", "flat"),
    "basis": (N_("分摊方式"), "分摊办法", "分摊依据", "basis"),
}
SHARE_HEADINGS: Final[Headings] = {
    "of": (N_("类别或内容"), "类别", "内容", "项目", "class_or_item", "class or item"),
    "source": (N_("出资方"), "出资主体", "资金来源", "来源", "payer", "source"),
    "share": (N_("比例或金额"), "出资比例", "比例", "金额", "share_or_amount", "share or amount"),
    "ground": (N_("依据"), "文件", "说明", "ground"),
}
CREDIT_HEADINGS: Final[Headings] = {
    "building": HOUSEHOLD_HEADINGS["building"],
    "unit": HOUSEHOLD_HEADINGS["unit"],
    "door": HOUSEHOLD_HEADINGS["door"],
    "kind": (N_("出资形式"), "形式", "投入形式", "kind"),
    "worth": (N_("金额"), "折价", "折算金额", "worth", "amount"),
    "with_works": (N_("与改造同步"), "与改造同步实施", "同步实施", "with_works"),
    "voted": (N_("业主已表决"), "相关业主已表决同意", "已表决", "voted"),
}
FLOOR_HEADINGS: Final[Headings] = {
    "floor": (N_("楼层"), "层", "floor"),
    "coefficient": (N_("系数"), "分摊系数", "比例", "coefficient"),
}
SOURCE_WORDS: Final = {
    Source.CENTRAL: (N_("中央"), "中央财政", "central"),
    Source.CITY: (N_("市级"), "市", "市财政", "city"),
    Source.DISTRICT: (N_("区级"), "区", "县级", "区县", "区财政", "区县级", "district"),
    Source.STREET: (N_("街道"), "乡镇", "街道乡镇", "street"),
    Source.OWNER_UNITS: (N_("产权单位"), "原产权单位", "owner_units"),
    Source.PIPELINES: (N_("专业公司"), "管线单位", "管线公司", "pipeline_companies"),
    Source.SOCIAL: (N_("社会资本"), "企业", "social_capital"),
    Source.RESIDENTS: (N_("居民"), "业主", "居民个人", "residents"),
}
CLASS_WORDS: Final = {
    Works.BASIC: (N_("基础类"), "基础", "basic"),
    Works.IMPROVING: (N_("完善类"), "完善", "improving"),
    Works.UPGRADING: (N_("提升类"), "提升", "upgrading"),
    Works.OPTIONAL: (N_("自选类"), "自选", "optional"),
}
SCOPE_WORDS: Final = {
    Scope.ESTATE: (N_("小区"), "全小区", "整个小区", "estate"),
    Scope.BUILDING: (N_("楼栋"), "楼", "本楼", "整栋", "building"),
    Scope.UNIT: (N_("单元"), "本单元", "unit"),
    Scope.HOUSEHOLD: (N_("户"), "本户", "一户", "household"),
}
BASIS_WORDS: Final = {
    Basis.AREA: (N_("面积"), "按面积", "建筑面积", "按建筑面积", "专有部分面积", "area"),
    Basis.HEADS: (N_("户数"), "按户", "按户数", "每户均摊", "households"),
    Basis.FLOOR: (N_("楼层"), "按楼层", "楼层系数", "按楼层系数", "floor"),
}
#: The kinds of contributions, as the vocabulary of facts names them.
CREDIT_WORDS: Final = {
    "share": (N_("现金"), "按比例分摊的现金", "分摊现金", "share"),
    "use_right": (N_("使用权"), "共有部位使用权", "use_right"),
    "common_income": (N_("经营收益"), "公共收益", "共有部位经营收益", "common_income"),
    "donated_money": (N_("捐资"), "捐款", "donated_money"),
    "donated_goods": (N_("捐物"), "donated_goods"),
    "labour": (N_("投工投劳"), "捐劳", "投劳", "labour"),
    "provident_fund": (N_("住房公积金"), "公积金", "provident_fund"),
    "maintenance_fund": (N_("维修资金"), "住宅专项维修资金", "maintenance_fund"),
}
REST: Final = (N_("其余"), "余额", "剩余", "rest")
TOTALS: Final = (N_("合计"), "总计", "共计", "total")
YES: Final = (N_("是"), "已表决", "有", "yes", "true", "1")
NO: Final = (N_("否"), "未表决", "无", "no", "false", "0")

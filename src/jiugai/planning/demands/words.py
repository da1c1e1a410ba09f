"""What offices write in a file of demands, in Chinese and English, without spaces and marks."""

from enum import StrEnum
from typing import Final

from jiugai.kernel.headings import Headings, words
from jiugai.planning.model.limits import Unit


class Kind(StrEnum):
    """What a row demands."""

    QUOTA = "quota"
    LOCK = "lock"
    EXCLUSION = "exclude"
    FIRM = "firm"
    PILOT = "pilot"


HEADINGS: Final[Headings] = {
    "kind": words("类型 要求类型 种类 要求 kind type demand"),
    "subject": words("对象 小区 区划 范围 企业 名称 小区或区划 subject object what who"),
    "street": words("街道 所属街道 街道乡镇 street subdistrict"),
    "year": words("年度 年份 计划年度 年 year years"),
    "classes": words("类别 改造类别 可用于 内容 class classes works"),
    "least": words("至少 不少于 不低于 下限 最少 atleast least min minimum"),
    "most": words("至多 不超过 不高于 上限 最多 产能 atmost most max maximum capacity"),
    "unit": words("单位 计量单位 计量 unit units"),
    "reason": words("理由 原因 说明 备注 reason why note"),
}
KINDS: Final = {
    Kind.QUOTA: words("配额 指标 定额 quota"),
    Kind.LOCK: words("锁定 固定 必做 lock locked fix fixed"),
    Kind.EXCLUSION: words("排除 剔除 不列入 exclude excluded exclusion"),
    Kind.FIRM: words("企业 施工企业 产能 firm firms company"),
    Kind.PILOT: words("试点 示范 示范小区 试点小区 pilot pilots"),
}
UNITS: Final = {
    Unit.ESTATES: words("小区 个小区 个 estate estates"),
    Unit.HOUSEHOLDS: words("户 户数 household households"),
    Unit.AREA: words("㎡ m2 平方米 平米 建筑面积 面积 area"),
    Unit.INVESTMENT: words("万元 资金 投资 money wan investment cost"),
}
EVERYWHERE: Final = words("全部 全市 全区 所有 各区 整体 all whole everywhere")
EVERY_FIRM: Final = words("全部 全部企业 所有企业 各企业 合计 all allfirms every")
YEARLY: Final = words("每年 各年 逐年 eachyear everyyear yearly peryear each")
WHOLE_PLAN: Final = words(
    "全部 全期 整个计划期 计划期 整个计划 all whole horizon total any 任一年 不限"
)

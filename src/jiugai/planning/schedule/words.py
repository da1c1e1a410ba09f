"""What clerks write in the tables of a schedule, in Chinese and English."""

from typing import Final

from jiugai.kernel.headings import Headings, words
from jiugai.kernel.i18n import N_
from jiugai.planning.schedule.quiet import Kind

WORKS_HEADINGS: Final[Headings] = {
    "estate": (N_("小区"), *words("小区名称 项目 estate")),
    "building": (N_("楼栋"), *words("楼号 楼栋号 楼 栋号 部位 building")),
    "households": (N_("户数"), *words("住户数 总户数 户数户 households")),
    "trade": (
        N_("工种"),
        *words("工种菜单项 工种或菜单项 菜单项 工作 工作内容 施工内容 改造内容 trade works"),
    ),
    "quantity": (N_("工程量"), *words("数量 工作量 quantity")),
    "unit": (N_("单位"), *words("计量单位 unit")),
    "days": (N_("工期"), *words("工期天 工期日 工日 天数 days duration")),
    "earliest": (N_("最早开工"), *words("最早开工日 不早于 最早 earliest")),
    "fixed": (N_("固定开工"), *words("固定开工日 开工日期 指定开工 fixed start")),
    "before": (N_("紧前"), *words("紧前工作 前置 前置工作 须在其后 predecessors before")),
}
CREW_HEADINGS: Final[Headings] = {
    "crew": (N_("队伍"), *words("工种队 班组 施工队 crew")),
    "number": (N_("数量"), *words("队数 班组数 支数 number count")),
}
QUIET_HEADINGS: Final[Headings] = {
    "since": (N_("起"), *words("起始 开始 开始日期 起始日期 自 from since")),
    "until": (N_("止"), *words("截止 结束 结束日期 截止日期 至 to until")),
    "kind": (N_("类别"), *words("类型 kind")),
    "title": (N_("名称"), *words("事由 说明 title name")),
}
STOP_HEADINGS: Final[Headings] = {
    "building": WORKS_HEADINGS["building"],
    "trade": WORKS_HEADINGS["trade"],
    "since": (*QUIET_HEADINGS["since"], "停工自", "停工起"),
    "until": (*QUIET_HEADINGS["until"], "停工至", "停工止"),
}
KINDS: Final = {
    Kind.CLOSED: (N_("停工"), *words("全部停工 节假日 放假 假期 春节 closed holiday")),
    Kind.QUIET: (N_("静默"), *words("静默期 禁噪 安静 高考 中考 考试 quiet")),
    Kind.FLOOD: (N_("汛期"), *words("防汛期 宣布汛期 雨期 flood")),
    Kind.COLD: (N_("冬期"), *words("冬期施工 冬施 cold")),
}
UNITS: Final = {
    "m²": words("m² m2 平方米 平米 ㎡ 平方"),
    "m": words("m 米 延米"),
    "户": (N_("户"), *words("家")),
    "单元": (N_("单元"), *words("门")),
    "部": (N_("部"), *words("台")),
    "处": (N_("处"), *words("项")),
    "个": (N_("个"), *words("套")),
    "盏": (N_("盏"), *words("杆")),
    "座": (N_("座"), *words("口")),
}
PUBLIC: Final = (
    N_("公共区域"),
    *words("公共 小区公共区域 室外 院内 全小区 小区 publicarea public"),
)
TOTALS: Final = words("合计 总计 小计 共计 total")

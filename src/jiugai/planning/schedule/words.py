"""What clerks write in the tables of a schedule, in Chinese and English, without marks."""

import re
from typing import Final
from unicodedata import normalize

from jiugai.planning.schedule.quiet import Kind

WORKS_HEADINGS: Final = {
    "estate": "小区 小区名称 项目 estate",
    "building": "楼栋 楼号 楼栋号 楼 栋号 部位 building",
    "households": "户数 住户数 总户数 户数户 households",
    "trade": "工种 工种菜单项 工种或菜单项 菜单项 工作 工作内容 施工内容 改造内容 trade works",
    "quantity": "工程量 数量 工作量 quantity",
    "unit": "单位 计量单位 unit",
    "days": "工期 工期天 工期日 工日 天数 days duration",
    "earliest": "最早开工 最早开工日 不早于 最早 earliest",
    "fixed": "固定开工 固定开工日 开工日期 指定开工 fixed start",
    "before": "紧前 紧前工作 前置 前置工作 须在其后 predecessors before",
}
CREW_HEADINGS: Final = {
    "crew": "队伍 工种队 班组 施工队 crew",
    "number": "数量 队数 班组数 支数 number count",
}
QUIET_HEADINGS: Final = {
    "since": "起 起始 开始 开始日期 起始日期 自 from since",
    "until": "止 截止 结束 结束日期 截止日期 至 to until",
    "kind": "类别 类型 kind",
    "title": "名称 事由 说明 title name",
}
STOP_HEADINGS: Final = {
    "building": WORKS_HEADINGS["building"],
    "trade": WORKS_HEADINGS["trade"],
    "since": QUIET_HEADINGS["since"] + " 停工自 停工起",
    "until": QUIET_HEADINGS["until"] + " 停工至 停工止",
}
KINDS: Final = {
    Kind.CLOSED: "停工 全部停工 节假日 放假 假期 春节 closed holiday",
    Kind.QUIET: "静默 静默期 禁噪 安静 高考 中考 考试 quiet",
    Kind.FLOOD: "汛期 防汛期 宣布汛期 雨期 flood",
    Kind.COLD: "冬期 冬期施工 冬施 cold",
}
UNITS: Final = {
    "m²": "m² m2 平方米 平米 ㎡ 平方",
    "m": "m 米 延米",
    "户": "户 家",
    "单元": "单元 门",
    "部": "部 台",
    "处": "处 项",
    "个": "个 套",
    "盏": "盏 杆",
    "座": "座 口",
}
PUBLIC: Final = "公共区域 公共 小区公共区域 室外 院内 全小区 小区 publicarea public"
TOTALS: Final = "合计 总计 小计 共计 total"


def word(text: str) -> str:
    """Return a text as it is compared: no blanks, marks or widths."""
    return re.sub(r"[\s_()\[\]/\-·]+", "", normalize("NFKC", text)).lower()


def known(words: str) -> frozenset[str]:
    """Return the words of a list as they are compared."""
    return frozenset(map(word, words.split()))

"""What clerks write in a budget file, in Chinese and English, without spaces and marks."""

from typing import Final

from jiugai.kernel.headings import Headings, words
from jiugai.planning.money.budget import Source

HEADINGS: Final[Headings] = {
    "year": words("年度 年份 计划年度 预算年度 年 year"),
    "source": words("资金来源 来源 资金渠道 出资方 出资主体 source"),
    "classes": words(
        "可用于 用途 使用范围 适用类别 改造类别 类别 class classes payfor maypayfor "
        "classitmaypayfor"
    ),
    "amount": words("金额 预算金额 资金 资金额 预算 预算额 amount"),
}
SOURCES: Final = {
    Source.CENTRAL: words("中央 中央财政 国家 central centralgovernment"),
    Source.CITY: words("市级 市 市财政 市级财政 city municipal citygovernment"),
    Source.DISTRICT: words("区级 区 区县 县级 县 区县级 区财政 区级财政 区县财政 district county"),
    Source.STREET: words("街道 街道乡镇 乡镇 街道级 street subdistrict township"),
    Source.SOCIAL: words("社会资本 社会 社会投资 社会力量 企业投资 socialcapital social private"),
    Source.RESIDENTS: words("居民 居民个人 居民自筹 业主 residents resident owners"),
    Source.OWNER_UNITS: words("产权单位 原产权单位 单位 ownerunits ownerunit"),
    Source.PIPELINES: words(
        "专业公司 管线公司 管线单位 专业经营单位 管线专业公司 市政专业公司 "
        "pipelinecompanies pipelinecompany pipelines pipeline utilities"
    ),
}
TOTALS: Final = words("合计 总计 小计 共计 total sum")

"""What becomes of a ballot, and how it is said."""

from enum import IntEnum
from typing import Final

from jiugai.kernel.i18n import N_


class Standing(IntEnum):
    """What became of a ballot; where it stands for several flats, the least number tells."""

    COUNTED = 0
    SPLIT = 1
    SPLIT_LEFT_OUT = 2
    SUPERSEDED = 3
    CONTRADICTED = 4
    ORDER_UNKNOWN = 5
    NOT_SPEAKER = 6
    NOT_ENTITLED = 7
    LEFT_OUT = 8
    NO_FLAT = 9
    FLAT_CONTRADICTS = 10
    BEYOND_ROLL = 11
    OWNER_AMBIGUOUS = 12
    NOT_OWNER = 13
    UNKNOWN_ITEM = 14
    INVALID_MARK = 15
    NO_TIME = 16
    BAD_TIME = 17
    TIME_UNCLEAR = 18
    EARLY = 19
    LATE = 20
    PROXY_WITHOUT_DOCUMENT = 21
    PROXY_OVER_LIMIT = 22


#: In few words, for tables.
TITLES: Final = {
    Standing.COUNTED: N_("计入"),
    Standing.SPLIT: N_("计入参与，意见不一致"),
    Standing.SPLIT_LEFT_OUT: N_("未计：意见不一致"),
    Standing.SUPERSEDED: N_("重复票，由另一张代替"),
    Standing.CONTRADICTED: N_("未计：几张票意见不同"),
    Standing.ORDER_UNKNOWN: N_("未计：分不清先后"),
    Standing.NOT_SPEAKER: N_("未计：不是推举的代表"),
    Standing.NOT_ENTITLED: N_("未计：不由其表决"),
    Standing.LEFT_OUT: N_("未计：该部分不计入"),
    Standing.NO_FLAT: N_("未计：没有写户号和业主"),
    Standing.FLAT_CONTRADICTS: N_("未计：户号与不动产单元号不符"),
    Standing.BEYOND_ROLL: N_("未计：名册上没有"),
    Standing.OWNER_AMBIGUOUS: N_("未计：业主重名"),
    Standing.NOT_OWNER: N_("未计：不是该户业主"),
    Standing.UNKNOWN_ITEM: N_("未计：没有这个事项"),
    Standing.INVALID_MARK: N_("未计：意见无效"),
    Standing.NO_TIME: N_("未计：没有时间"),
    Standing.BAD_TIME: N_("未计：时间看不懂"),
    Standing.TIME_UNCLEAR: N_("未计：分不清是否逾期"),
    Standing.EARLY: N_("未计：开始以前"),
    Standing.LATE: N_("未计：截止以后"),
    Standing.PROXY_WITHOUT_DOCUMENT: N_("未计：没有委托书"),
    Standing.PROXY_OVER_LIMIT: N_("未计：超过代理人数"),
}
#: What its owner or the counters can do about it.
ADVICE: Final = {
    Standing.SPLIT: N_("请共有人推举一人，或者确认一致的意见"),
    Standing.SPLIT_LEFT_OUT: N_("请共有人推举一人，或者确认一致的意见"),
    Standing.CONTRADICTED: N_("请业主确认以哪一张为准"),
    Standing.ORDER_UNKNOWN: N_("几份文件中的票意见不同；请补填各票的时间"),
    Standing.NOT_SPEAKER: N_("名册写明了代表人；由别人表决的请先改推代表"),
    Standing.NOT_ENTITLED: N_("未交付的房屋由谁表决，见解释 cc.undelivered"),
    Standing.LEFT_OUT: N_("见解释 cc.developer_unsold 和 cc.parking"),
    Standing.NO_FLAT: N_("请对照原票补填"),
    Standing.FLAT_CONTRADICTS: N_("请对照名册改正其中一个"),
    Standing.BEYOND_ROLL: N_("请核对楼栋、单元、户号；确属本小区的先更正名册"),
    Standing.OWNER_AMBIGUOUS: N_("请补填户号或者业主编号"),
    Standing.NOT_OWNER: N_("请核对姓名；由别人代为表决的，业主一栏写业主，代理人另写"),
    Standing.UNKNOWN_ITEM: N_("请核对事项名称与 --matter 是否一致"),
    Standing.INVALID_MARK: N_("只能在同意、反对、弃权中选一项；请对照原票"),
    Standing.NO_TIME: N_("给了表决期限就要核对时间；请补填"),
    Standing.BAD_TIME: N_("请写成 2026-05-03 14:05"),
    Standing.TIME_UNCLEAR: N_("截止那天的票须写明几点几分"),
    Standing.EARLY: N_("请核对时间；表决开始以前交的票不计"),
    Standing.LATE: N_("请核对时间；截止以后交的票不计"),
    Standing.PROXY_WITHOUT_DOCUMENT: N_("由代理人表决的须有委托书；请补交并登记"),
    Standing.PROXY_OVER_LIMIT: N_("议事规则限定了一人代理的户数"),
}
#: From here on somebody must look: the command ends with 1.
FIRST_PROBLEM: Final = Standing.CONTRADICTED

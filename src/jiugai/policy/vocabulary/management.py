"""What can be known about: 物业管理."""

from jiugai.policy.vocabulary.fact import Subject, choice, day, flag, money, whole


class Management(Subject):
    """How an estate is managed after the works."""

    title = "物业管理"

    preselected_by = choice(
        "预选主体",
        "先行选定物业服务企业的一方",
        {
            "committee": "业主委员会",
            "council": "物业管理委员会",
            "community": "居民委员会",
            "party": "社区党委",
            "other": "其他",
        },
        synonyms=("预选单位",),
    )
    mode_settled = flag("服务模式已确定", "物业管理服务模式已经确定", synonyms=("管理模式已确定",))
    trial_since = day("试用起始日", "先尝后买试用的第一天", synonyms=("试用开始日期",))
    trial_until = day("试用截止日", "先尝后买试用的最后一天", synonyms=("试用结束日期",))
    trial_contract = flag("试用期已签物业合同", "试用期内已签订物业合同")
    trial_fee = flag("试用期收取物业费", "试用期内向业主收取物业费")
    hire_voted_by = choice(
        "选聘表决组织者",
        "组织业主就选聘物业服务企业投票的一方",
        {"committee": "业主委员会", "council": "物业管理委员会", "other": "其他"},
    )
    hire_carried = flag(
        "选聘已共同决定", "业主已共同决定选聘物业服务企业", synonyms=("选聘表决通过",)
    )
    contract_signed = flag(
        "已签订物业服务合同", "选聘后已签订物业服务合同", synonyms=("物业服务合同",)
    )
    contract_written = flag("书面合同", "物业服务合同是书面形式")
    contract_by_body = flag(
        "由业主组织代表签约", "业主委员会或物业管理委员会代表业主签订物业服务合同"
    )
    contract_items = flag(
        "合同条款齐全", "合同约定了服务内容和标准、费用、服务用房、期限和违约责任"
    )
    contract_signed_on = day(
        "合同签订日", "物业服务合同签订或最近一次变更的日期", synonyms=("签约日期",)
    )
    contract_filed_on = day("合同备案日", "物业服务合同报备案的日期", synonyms=("备案日期",))
    contract_until = day("合同届满日", "物业服务合同期限的最后一日", synonyms=("合同到期日",))
    company_count = whole("物业服务企业数", "同时提供物业服务的企业数", unit="家", high=100)
    standard_posted = flag("服务标准已公示", "服务内容和标准已在小区公示")
    fee_posted = flag("收费标准已公示", "收费标准和方式已在小区公示")
    fee_due = money("应收物业费", "一个收费年度应收的物业费", synonyms=("应收金额",))
    fee_collected = money("实收物业费", "同一收费年度实收的物业费", synonyms=("实收金额",))
    leader_arrived_on = day("项目负责人到岗日", "物业项目负责人到岗的日期")
    leader_reported_on = day("项目负责人报到日", "物业项目负责人到居委会报到的日期")
    dismissed_on = day("解聘通知日", "物业服务人接到解聘通知的日期")
    handed_over_on = day("交接完成日", "原物业服务人完成交接并退出的日期")
    emergency_since = day(
        "应急服务起始日", "本次应急物业服务的第一天", synonyms=("应急物业服务开始日期",)
    )
    emergency_first = day("首次应急服务起始日", "本次失管以来第一次应急物业服务的第一天")
    emergency_posted = flag("应急服务已公示", "应急服务的内容、期限和费用已在小区公示")
    long_term_plan = flag(
        "长效管理方案已制定", "改造后的长效管理方案已经制定", synonyms=("长效管理方案",)
    )
    small_scattered = choice(
        "小而散认定",
        "小区规模小、分布散由谁认定",
        {"district": "县（区）认定", "street": "街道认定", "none": "不属于"},
        synonyms=("规模小分布散",),
    )
    self_management_items = flag(
        "自行管理事项已决定",
        "自行管理的执行机构、内容标准费用期限和聘请专业机构等事项都已决定",
    )
    takeover_on = day("物业交接日", "物业服务企业承接物业、完成交接的日期")
    takeover_filed_on = day("承接备案日", "承接查验后向主管部门备案的日期")

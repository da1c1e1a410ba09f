"""What can be known about: 维修资金."""

from jiugai.policy.vocabulary.fact import Subject, choice, flag, money


class Fund(Subject):
    """The maintenance fund of an estate or a household."""

    title = "维修资金"

    established = flag("已建立维修资金", "已建立住宅专项维修资金", synonyms=("维修资金已建立",))
    has_owner_unit = flag("有原产权单位", "原产权单位仍然存在", synonyms=("原产权单位",))
    initial_due = money(
        "首期应筹集金额", "首期应当筹集的专项维修资金", synonyms=("首期应缴金额", "首期应交存金额")
    )
    initial_raised = money(
        "首期实际筹集金额", "首期实际筹集到的专项维修资金", synonyms=("首期实缴金额",)
    )
    balance = money("维修资金余额", "专项维修资金现有余额", synonyms=("余额",))
    common_income = money(
        "公共收益", "扣除合理成本后的公共收益", synonyms=("共用部分经营收益", "公共收益金额")
    )
    common_income_to_fund = money(
        "公共收益补充维修资金", "公共收益中用于补充专项维修资金的金额", synonyms=("补充维修资金",)
    )
    for_common_parts = flag("用于共用部位和设施", "用于共用部位、共用设施设备的维修、更新和改造")
    warranty_ended = flag("保修期已满", "拟维修的部位、设施设备保修期已满")
    use_decided = flag(
        "使用已共同决定", "业主已共同决定使用专项维修资金", synonyms=("使用表决通过",)
    )
    urgent = flag("紧急维修", "危及安全、需要立即维修", synonyms=("应急维修",))
    committee_elected = flag("已选举业主委员会", "已选举产生业主委员会")
    self_managing_decided = flag("决定自行管理维修资金", "业主大会已决定自行管理专项维修资金")
    own_account = flag("设有专用账户", "以业主大会名义设立专项维修资金专用账户")
    income_use_decided = flag(
        "公共收益用途另有决定", "业主已决定公共收益用于补充维修资金以外的用途"
    )
    emergency_kind = choice(
        "紧急情况",
        "共用部位、共用设施设备出现的紧急情况",
        {
            "lift_fire": "电梯、消防等设施故障",
            "leak": "屋面、外墙渗漏",
            "facade": "外墙墙面有脱落危险",
            "drain": "专用排水设施功能障碍",
            "railing": "公共护栏破损严重",
            "other": "其他紧急情况",
            "none": "没有",
        },
        synonyms=("应急维修情形",),
    )
    owner_unit_undertook = flag(
        "原产权单位承诺修缮", "原产权单位已书面承诺承担修缮责任", synonyms=("产权单位承诺修缮",)
    )

"""What can be known about: 单位."""

from jiugai.policy.vocabulary.fact import Subject, choice, day, flag


class Firm(Subject):
    """A firm or person that takes part in the works."""

    title = "单位"

    social_capital = flag(
        "以社会资本参与", "以社会资本身份参与老旧小区改造", synonyms=("社会资本方",)
    )
    service = choice(
        "服务类别",
        "机构在小区提供的服务",
        {
            "elderly": "养老",
            "childcare": "托育",
            "housekeeping": "家政",
            "meals": "助餐",
            "convenience": "便民",
            "property": "物业",
            "other": "其他",
        },
        synonyms=("社区服务类别",),
    )
    bar_trigger = choice(
        "失信情形",
        "最近一次列入失信惩戒名单的情形；从未列入的填“无”",
        {
            "none": "无",
            "bid_fraud": "投标弄虚作假、串通投标或恶意竞标",
            "agency_leak": "招标代理泄密或者串通",
            "subcontracting": "转包、挂靠或出借资质",
            "wage_arrears": "拖欠劳务费或农民工工资",
            "accident": "安全生产或工程质量责任事故",
            "unrest": "施工管理不善引发恶劣社会影响",
            "fire": "火灾责任事故",
        },
        synonyms=("列入失信名单情形", "失信原因"),
    )
    bar_listed_on = day(
        "列入失信名单日期", "最近一次列入老旧小区改造失信惩戒名单的日期", synonyms=("列入日期",)
    )
    bar_occurred_on = day("失信情形发生日期", "最近一次失信情形发生的日期", synonyms=("发生日期",))

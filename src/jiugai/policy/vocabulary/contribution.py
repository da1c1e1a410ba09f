"""What can be known about what a resident puts into the works 居民出资."""

from jiugai.policy.vocabulary.fact import Subject, choice, flag


class Contribution(Subject):
    """Something that residents put into a renewal."""

    title = "居民出资"

    kind = choice(
        "出资形式",
        "居民以什么出资",
        {
            "share": "按比例分摊的现金",
            "use_right": "共有部位、共有设施设备的使用权",
            "common_income": "共有部位、共有设施设备的经营收益",
            "donated_money": "捐资",
            "donated_goods": "捐物",
            "labour": "投工投劳",
            "provident_fund": "提取的住房公积金",
            "maintenance_fund": "住宅专项维修资金",
        },
        synonyms=("出资方式", "出资类型"),
    )
    owners_voted = flag(
        "相关业主已表决同意", "使用维修资金已经相关业主依法表决同意", synonyms=("业主已表决",)
    )
    with_works = flag("与改造同步实施", "维修改造与小区改造同步实施", synonyms=("同步实施",))

"""What the works cost and when they may be done."""

from jiugai.policy.vocabulary.fact import Subject, flag, money, year


class Costs(Subject):
    """What the works cost and when they may be done."""

    subject_name = "estate"

    basic_cost = money(
        "基础类投资", "基础类改造内容的投资", synonyms=("基础类", "基础类造价", "基础类费用")
    )
    improving_cost = money(
        "完善类投资", "完善类改造内容的投资", synonyms=("完善类", "完善类造价", "完善类费用")
    )
    upgrading_cost = money(
        "提升类投资", "提升类改造内容的投资", synonyms=("提升类", "提升类造价", "提升类费用")
    )
    social_capital = money(
        "社会资本", "社会资本已承诺的投资", synonyms=("社会投资", "社会资本投资")
    )
    mandatory = flag("必做", "必须列入计划", synonyms=("必须实施", "是否必做"))
    earliest_year = year(
        "最早年份", "最早可以开工的计划年份", synonyms=("最早开工年份", "最早实施年份")
    )
    latest_year = year(
        "最晚年份", "最晚必须开工的计划年份", synonyms=("最晚开工年份", "最晚实施年份")
    )

"""What can be known about an annual plan 年度计划."""

from jiugai.policy.vocabulary.fact import Subject, choice, day, flag, money, whole, year


class Programme(Subject):
    """The renewal tasks that a city or district plans for one year."""

    title = "年度计划"

    plan_year = year("计划年度", "任务计划所属的年度", synonyms=("年度",), low=2000)
    affordability_assessed = flag(
        "已评估财政承受能力",
        "确定任务计划之前已做财政承受能力评估",
        synonyms=("财政承受能力评估", "财政可承受能力评估"),
    )
    estate_count = whole("任务小区数", "年度任务的小区总数", unit="个", synonyms=("计划小区数",))
    basic_estate_count = whole(
        "基础类小区数",
        "年度任务中实施基础类改造的小区数",
        unit="个",
        synonyms=("基础类任务小区数",),
    )
    floor_area_m2 = whole(
        "任务建筑面积",
        "年度任务小区的建筑面积合计，取整平方米",
        unit="㎡",
        synonyms=("计划建筑面积",),
    )
    basic_floor_area_m2 = whole(
        "基础类建筑面积",
        "年度任务中实施基础类改造的建筑面积，取整平方米",
        unit="㎡",
        synonyms=("基础类任务面积",),
    )
    household_count = whole("任务户数", "年度任务小区的户数", unit="户", synonyms=("计划户数",))
    basic_household_count = whole(
        "基础类户数", "年度任务中实施基础类改造的户数", unit="户", synonyms=("基础类任务户数",)
    )
    cost = money("任务投资", "年度任务的投资合计", synonyms=("计划投资",))
    basic_cost = money(
        "基础类任务投资", "年度任务中基础类改造的投资", synonyms=("基础类计划投资",)
    )
    basic_government = money(
        "基础类政府资金",
        "用于基础类改造的各级政府资金",
        synonyms=("基础类财政资金",),
    )
    basic_largest_other = money(
        "基础类其他最大来源",
        "基础类改造资金中政府以外最大的单一来源",
        synonyms=("基础类其他来源",),
    )
    level = choice(
        "县区类型",
        "制定计划的是县还是区",
        {"county": "县（县级市）", "district": "区"},
        synonyms=("县或区",),
    )
    pilot_count = whole("示范小区数", "打造的示范小区个数", unit="个", synonyms=("试点小区数",))
    scheme_issued_on = day(
        "实施方案出台日", "本县（区）改造实施方案和细则出台的日期", synonyms=("实施方案印发日期",)
    )
    multi_year_plan_on = day(
        "多年计划编成日",
        "三年行动计划或五年规划编制完成的日期",
        synonyms=("三年行动计划完成日期",),
    )

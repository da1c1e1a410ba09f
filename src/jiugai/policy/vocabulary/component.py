"""What can be known about: 部位."""

from jiugai.policy.vocabulary.fact import Subject, choice, day, flag, whole

#: What a test, a check or an acceptance came to.
RESULT = {"none": "未做", "failed": "不合格", "passed": "合格"}


class Component(Subject):
    """A part of the works that owes tests and carries a warranty."""

    title = "部位"

    part = choice(
        "部位类别",
        "工程部位的类别，决定保修期限",
        {
            "infrastructure": "基础设施",
            "foundation": "地基基础",
            "structure": "主体结构",
            "roof": "屋面防水",
            "wet_room": "有防水要求的卫生间、房间",
            "facade": "外墙面防渗漏",
            "insulation": "外墙保温",
            "window": "外窗",
            "heating": "供热系统",
            "cooling": "供冷系统",
            "electric": "电气管线",
            "pipes": "给排水管道",
            "equipment": "设备安装",
            "fit_out": "装修",
            "other": "其他",
        },
        synonyms=("部位", "工程部位"),
    )
    accepted_on = day(
        "竣工验收合格日", "竣工验收合格的日期", synonyms=("竣工验收日期", "验收日期")
    )
    delivered_on = day(
        "交付日", "交付给所有权人的日期；不搬出的改造为移交居民的日期", synonyms=("交付日期",)
    )
    design_life_until = day(
        "合理使用年限届满日",
        "设计文件规定的合理使用年限的最后一日",
        synonyms=("设计使用年限届满日",),
    )
    agreed_until = day("约定保修截止日", "合同约定的保修期最后一日", synonyms=("约定保修期限",))
    repair = choice(
        "维修情况",
        "交付后有没有维修过；最近一次在何时报修",
        {"none": "未维修", "in_term": "保修期内报修", "later": "期满后维修"},
        synonyms=("维修记录",),
    )
    repaired_accepted_on = day(
        "维修验收合格日",
        "最近一次维修经所有权人和相关单位验收合格的日期",
        synonyms=("维修验收日期",),
    )
    heating_seasons = whole("已满采暖期数", "保修期起算后已经过完的采暖期数", unit="个", high=100)
    cooling_seasons = whole("已满供冷期数", "保修期起算后已经过完的供冷期数", unit="个", high=100)
    roof_form = choice("屋面形式", "屋面是平的还是坡的", {"flat": "平屋面", "pitched": "坡屋面"})
    pipe_kind = choice("管道类别", "给水管道还是排水管道", {"supply": "给水", "drain": "排水"})
    is_hidden = flag("隐蔽部位", "部位会被下一道工序遮盖", synonyms=("隐蔽工程",))
    is_private = flag("专有部分", "部位属于住户专有部分，如外窗、户内管线")
    households_concerned = whole("涉及户数", "改造该部位涉及的住户数", unit="户", high=100_000)
    consensus_reached = flag("涉及住户已达成共识", "该部位涉及的住户已就改造达成共识")
    public_safety = flag("涉及公共安全和公共利益", "不改造该部位会影响公共安全或者公共利益")
    outreach_done = flag("已做群众工作", "已就该部位的改造向涉及的住户做过说明和动员")

    # Three checks and images of a process.
    self_check = choice("自检结果", "施工班组对本道工序的自检", RESULT)
    handover_check = choice("交接检结果", "上下道工序之间的交接检", RESULT)
    full_time_check = choice("专检结果", "专职质量检查人员的检查", RESULT)
    images_kept = flag("影像资料已留存", "本道工序的影像资料已按要求采集留存")

    # Tests.
    bond_pull_off = choice("保温板粘结强度拉拔", "保温板与基层粘结强度的现场拉拔试验", RESULT)
    anchor_pull_off = choice("锚固件拉拔", "保温板后置锚固件的现场拉拔试验", RESULT)
    ponding_test = choice("蓄水试验", "平屋面的蓄水试验", RESULT)
    spray_test = choice("淋水试验", "坡屋面的淋水试验", RESULT)
    wind_pressure_test = choice("外窗抗风性能检验", "外窗抗风压性能的检验", RESULT)
    air_test = choice("外窗空气渗透检验", "外窗空气渗透性能的检验", RESULT)
    rain_test = choice("外窗雨水渗透检验", "外窗雨水渗透性能的检验", RESULT)
    ball_test = choice("通球试验", "管线改造后的通球试验", RESULT)
    root_leak_test = choice("管根不渗漏检验", "管根部防水的不渗不漏检验", RESULT)

    # The sample that comes before the works of its trade.
    sample_planned = flag("样板计划已编制", "该类做法已列入样板计划")
    sample_acceptance = choice("样板验收", "样板由建设、设计、监理、施工单位验收的结果", RESULT)
    sample_owners_joined = flag("业主代表参加样板验收", "业主代表参加了样板验收")
    work_guide_made = flag("作业指导书已形成", "样板总结和作业指导书已形成")

    # Acceptance with the household, repair under warranty.
    household_invited = flag("已邀请住户验收", "分户验收时邀请了该户住户参加")
    household_acceptance = choice("分户验收", "该户专有部分的分户验收结果", RESULT)

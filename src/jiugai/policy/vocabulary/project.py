"""What can be known about: 项目."""

from jiugai.policy.vocabulary.fact import Subject, choice, day, decimal, flag, money, share, whole


class Project(Subject):
    """A renewal project on one or several estates."""

    title = "项目"

    land_title_changed = flag(
        "涉及土地权属变化", "改造使土地权属发生变化", synonyms=("土地权属变化",)
    )
    planning_conditions_changed = flag(
        "涉及规划条件调整", "改造需要调整规划条件", synonyms=("规划条件调整",)
    )
    new_land = flag("新增用地", "改造需要新增建设用地", synonyms=("涉及新增用地",))
    new_above_limit = flag(
        "新增限额以上工程", "改造新增限额以上的工程", synonyms=("涉及新增限额以上",)
    )
    correctable_afterwards = flag(
        "可事中事后纠正", "审批事项的问题能通过事中事后监管纠正", synonyms=("事中事后可纠正",)
    )
    severe_consequences = flag(
        "可能产生严重后果", "审批事项承诺不实会产生严重后果", synonyms=("严重后果",)
    )
    acceptance_by_parties = flag(
        "参建各方已参与验收",
        "建设单位组织勘察、设计、施工、监理等参建单位参加了验收",
        synonyms=("四方验收", "参建各方验收"),
    )
    acceptance_by_owners = flag(
        "业主组织已参与验收", "业主委员会或物业管理委员会参加了验收", synonyms=("业主组织验收",)
    )
    acceptance_by_property = flag(
        "物业企业已参与验收", "物业服务企业参加了验收", synonyms=("物业企业验收",)
    )
    acceptance_by_street = flag(
        "街道已参与验收", "街道办事处（乡镇政府）参加了验收", synonyms=("街道验收",)
    )
    acceptance_by_community = flag(
        "居委会已参与验收", "社区居民委员会参加了验收", synonyms=("社区居委会验收", "居委会验收")
    )
    investment = money("工程投资额", "工程的投资额", synonyms=("工程投资", "项目投资", "总投资"))
    floor_area_m2 = decimal(
        "工程建筑面积",
        "工程涉及的建筑面积",
        unit="㎡",
        synonyms=("施工面积", "项目建筑面积"),
        low=0,
        high=5_000_000,
    )
    filed_planning = flag(
        "已向规划部门报备", "开工前已向规划部门报备", synonyms=("规划报备", "规自报备")
    )
    filed_housing = flag(
        "已向住建部门报备", "开工前已向住房城乡建设部门报备", synonyms=("住建报备",)
    )
    filed_fire = flag("已向消防部门报备", "开工前已向消防部门报备", synonyms=("消防报备",))
    basic_state = choice(
        "基础类实施情况",
        "小区适用的基础类内容做到哪一步",
        {
            "done": "已完成",
            "together": "纳入同一批工程",
            "partial": "部分完成",
            "none": "未实施",
        },
        synonyms=("基础类完成情况", "基础类改造情况"),
    )
    optional_agreed = flag(
        "居民同意自选内容", "居民已同意所选的自选类内容", synonyms=("自选类已同意", "自选内容同意")
    )
    adds_buildings = flag("新增建筑物", "项目在小区内新增建筑物", synonyms=("有新增建筑物",))
    new_use_stated = flag(
        "新增建筑用途已明确", "新增建筑物的功能和服务对象已写明", synonyms=("新增建筑功能",)
    )
    new_serves_residents = flag(
        "新增建筑服务居民", "新增建筑物的服务对象是小区居民", synonyms=("服务小区居民",)
    )
    stage = choice(
        "施工阶段",
        "项目现在处于哪个阶段",
        {"not_started": "未开工", "in_works": "施工中", "completed": "已完工"},
        synonyms=("项目阶段", "工程阶段"),
    )
    illegal_removed = flag("项目范围违法建设已拆除", "项目范围内的违法建设已经拆除")
    wall_holes_cured = flag("项目范围开墙打洞已治理", "项目范围内的开墙打洞已经治理")
    basements_cured = flag("项目范围地下空间已治理", "项目范围内地下空间违规使用已经治理")
    client_capable = flag(
        "建设单位具备管理条件", "建设单位自身具备管理改造工程的条件", synonyms=("具备管理条件",)
    )
    consultant_engaged = flag(
        "已委托专业管理",
        "已委托全过程工程咨询等专业机构，或者实行建筑师负责制",
        synonyms=("全过程工程咨询", "建筑师负责制"),
    )
    has_private_works = flag("含专有部分改造", "工程含外窗、户内管线等住户专有部分")
    household_accepted = flag(
        "分户验收全部合格", "各户专有部分的分户验收都已合格", synonyms=("分户验收合格",)
    )
    household_accepted_on = day("分户验收完成日期", "最后一户分户验收合格的日期")
    parties_accepted = flag("四方验收合格", "建设单位组织的四方验收合格")
    parties_accepted_on = day("四方验收日期", "四方验收合格的日期")
    street_accepted = flag("改造效果验收合格", "街道（乡镇）牵头的改造效果验收合格")
    street_accepted_on = day("改造效果验收日期", "改造效果验收合格的日期")
    acceptance_led_by = choice(
        "改造效果验收牵头方",
        "谁牵头组织改造效果验收",
        {
            "district": "县（区）政府",
            "street": "街道（乡镇）",
            "community": "社区居委会",
            "client": "建设单位",
        },
        synonyms=("验收牵头方",),
    )
    risk_grade = choice(
        "风险等级",
        "质量安全风险分级管控所定的等级",
        {"major": "重大", "larger": "较大", "general": "一般", "low": "低"},
        synonyms=("质量安全风险等级", "风险分级"),
    )
    fewest_inspections = whole(
        "各月最少抽查次数",
        "开工以来各完整自然月中监督抽查次数最少一个月的次数",
        unit="次",
        high=1_000,
    )
    inspected_on = day("最近抽查日期", "主管部门最近一次监督抽查的日期")
    inspected_at_start = flag("开工时已到场监管", "监管责任人在开工时到过现场")
    inspected_in_works = flag("施工中已到场监管", "监管责任人在施工中到过现场")
    inspected_at_completion = flag("竣工时已到场监管", "监管责任人在竣工时到过现场")
    changes_main_structure = flag(
        "变动主体或承重结构",
        "工程变动建筑主体或承重结构",
        synonyms=("涉及主体结构变动", "涉及承重结构变动"),
    )
    overloads_floors = flag(
        "超设计增加楼面荷载", "工程增加的楼面荷载超过设计标准", synonyms=("超标准增加荷载",)
    )
    touches_facade = flag(
        "改造外立面", "工程对建筑物外立面作装修改造", synonyms=("涉及外立面", "外立面改造")
    )
    adds_on_roof = flag("屋顶增加附着物", "工程在屋顶增加附着物", synonyms=("屋顶附着物",))
    approved = flag("已立项", "项目已批准立项", synonyms=("立项完成",))
    designed = flag("设计已完成", "设计已完成并通过审核", synonyms=("设计完成",))
    budgeted = flag("预算已编制", "工程预算已编制完成", synonyms=("预算完成",))
    cost_reviewed = flag("造价已评审", "工程造价已通过评审", synonyms=("评审完成",))
    tendered = flag("已公开招标", "公开招标已完成", synonyms=("招标完成",))
    approvals_complete = flag("审批手续齐全", "各项审批手续都已办齐", synonyms=("手续完善",))
    green_ratio_after = share(
        "改造后绿地率", "按设计图或竣工图计算的改造后绿地率", synonyms=("绿地率",)
    )
    has_owners_committee = flag("小区有业主委员会", "小区已选出业主委员会")
    acceptance_by_owner_representatives = flag(
        "业主代表已参与验收",
        "没有经业主组织而推选的业主代表参加了验收",
        synonyms=("业主代表验收",),
    )
    acceptance_filed = flag(
        "竣工验收资料已备案",
        "基础设施、增建房屋等工程的竣工验收资料已报备案",
        synonyms=("验收备案",),
    )
    pipes_handed_over = flag(
        "专业管线已移交",
        "公共区域的水、电、气、热等专业管线已移交专业公司",
        synonyms=("管线移交", "管线已移交"),
    )
    locks_removed = flag("项目范围地桩地锁已拆除", "项目范围内的地桩地锁已经拆除")

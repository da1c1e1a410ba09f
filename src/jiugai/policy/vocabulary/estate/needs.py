"""What was done to the estate and what it lacks."""

from jiugai.policy.vocabulary.fact import Subject, choice, flag, share, year


class Needs(Subject):
    """What was done to the estate and what it lacks."""

    subject_name = "estate"

    retrofit = choice(
        "抗震节能改造情况",
        "是否已完成抗震和节能改造",
        {"none": "未改造", "partial": "部分完成", "done": "已完成"},
        synonyms=("抗震节能改造", "改造情况", "既往改造", "综合整治情况"),
    )
    retrofit_year = year(
        "抗震节能改造完成年份", "抗震节能改造全部完成的年份", synonyms=("改造年份", "改造完成年份")
    )
    energy_rate = share(
        "节能达标率",
        "达到民用建筑节能标准的程度",
        synonyms=("节能率", "节能效果", "节能标准达标率"),
    )
    danger = choice(
        "危房鉴定",
        "有鉴定结论的住宅楼中最差的等级；未鉴定的留空",
        {"none": "无危房", "c": "C级", "d": "D级"},
        synonyms=("危房等级", "房屋安全鉴定", "危房鉴定等级"),
    )
    danger_unit = flag(
        "危房有责任单位", "有单位承担危房的改造责任", synonyms=("危房责任单位", "有责任单位")
    )
    infrastructure_lacking = flag(
        "基础设施不足", "市政基础设施仍存在不足", synonyms=("基础设施缺失",)
    )
    functions_lacking = flag(
        "基本功能不足", "小区基本功能仍存在不足", synonyms=("功能缺失", "基本功能缺失")
    )
    seismic_needed = flag(
        "需抗震加固", "抗震鉴定认为需要加固", synonyms=("抗震加固需求", "抗震鉴定需加固")
    )
    energy_needed = flag("需节能改造", "节能诊断认为需要改造", synonyms=("节能改造需求",))
    handover = choice(
        "三供一业移交",
        "国有企业职工家属区供水、供电、供热和物业的分离移交进展",
        {"none": "不涉及", "pending": "未移交", "done": "已移交"},
        synonyms=("三供一业", "三供一业移交情况"),
    )
    services_lacking = flag(
        "公共服务设施严重缺失",
        "基本公共服务设施严重缺失",
        synonyms=(
            "公服设施严重缺失",
            "公共服务设施",
            "公共服务设施状况",
            "公共服务设施情况",
            "公共服务设施现状",
            "公共服务设施缺失",
            "公共服务设施缺失情况",
            "公共服务设施配套情况",
            "公服设施",
            "公服设施状况",
            "公服设施情况",
            "公服设施缺失情况",
        ),
    )
    works_constrained = flag(
        "改造条件确有困难", "在现行规划指标内难以补足设施", synonyms=("改造条件困难",)
    )
    infrastructure_state = choice(
        "基础设施状况",
        "水电气热、排水、道路、消防等设施的总体状况",
        {"good": "完好", "worn": "一般老旧或缺失", "severe": "严重老旧或缺失"},
        synonyms=(
            "设施状况",
            "基础设施老旧程度",
            "基础设施情况",
            "基础设施现状",
            "基础设施老化程度",
            "基础设施缺失程度",
            "基础设施老旧缺失情况",
            "基础设施配套情况",
            "市政基础设施状况",
            "市政基础设施情况",
            "配套基础设施状况",
        ),
    )
    in_shantytown_plan = flag(
        "已纳入棚改计划", "已列入任一级城镇棚户区改造计划", synonyms=("纳入棚户区改造计划", "棚改")
    )
    planned_demolition = flag(
        "拟拆除新建", "拟以拆除后改建、扩建或翻建的方式实施", synonyms=("拟拆除重建", "拟整体拆除")
    )
    rebuild_advised = flag(
        "评估宜拆除重建", "评估认为宜整体拆除重建", synonyms=("宜整体拆除重建",)
    )
    self_built_share = share(
        "自建住房占比",
        "居民自建住房的户数占比；没有自建住房的填 0",
        synonyms=("自建房占比", "居民自建房比例"),
    )
    urban_village = flag("城中村", "所在区域是城中村", synonyms=("是否城中村",))
    handover_renovated = flag(
        "已实施三供一业改造", "已按“三供一业”分离移交实施维修改造", synonyms=("三供一业改造",)
    )
    other_exclusion = flag(
        "其他不纳入情形", "县（区）认定的其他不纳入改造范围的情形", synonyms=("其他排除情形",)
    )
    retrofit_period = choice(
        "抗震节能改造完成时期",
        "不知道完成年份时，抗震节能改造全部完成的时期",
        {
            "before_2011": "“十二五”以前",
            "y2011_2015": "“十二五”期间",
            "after_2015": "“十二五”以后",
        },
        synonyms=("改造时期", "改造完成时期"),
    )
    performance_rate = share(
        "住宅性能达标率",
        "住宅楼房性能达到民用建筑标准的程度；只在解释采用附件的说法时使用",
        synonyms=("楼房性能达标率",),
    )

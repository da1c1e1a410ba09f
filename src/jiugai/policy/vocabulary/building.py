"""What can be known about a residential building 楼栋."""

from jiugai.policy.vocabulary.estate import Estate
from jiugai.policy.vocabulary.fact import (
    Subject,
    choice,
    decimal,
    flag,
    money,
    share,
    text,
    whole,
    year,
)


class Building(Subject):
    """A residential building of an estate."""

    title = "楼栋"
    parent = Estate

    id = text("楼栋编号", "台账中不变的编号", synonyms=("楼号", "栋号"))
    estate_id = text("所属小区编号", "所属小区的编号", synonyms=("小区编号",))
    built_year = year("建成年代", "楼栋建成的年份", synonyms=("建成年份",), low=1900)
    storeys = whole("层数", "地上层数", unit="层", synonyms=("楼层数",), high=200)
    household_count = whole(
        "户数",
        "住宅户数",
        unit="户",
        synonyms=("总户数", "居民户数", "住户数"),
        high=10_000,
    )
    floor_area_m2 = decimal(
        "建筑面积",
        "住宅建筑面积合计",
        unit="㎡",
        synonyms=("总建筑面积", "住宅建筑面积"),
        low=0,
        high=500_000,
    )
    danger = choice(
        "危房鉴定",
        "鉴定等级；未鉴定的留空",
        {"none": "无危房", "c": "C级", "d": "D级"},
        synonyms=("鉴定等级",),
    )
    danger_unit = flag("危房有责任单位", "有单位承担危房的改造责任")
    energy_rate = share("节能达标率", "达到民用建筑节能标准的程度")
    has_guards = flag("有外窗护栏", "楼栋外窗装有护栏")
    guard_consent = flag("同意拆除护栏", "楼内住户都同意拆除外窗护栏")
    simple = flag("简易楼", "简易结构、不成套的住宅楼", synonyms=("简易住宅楼", "是否简易楼"))
    planning_conform = flag(
        "符合规划", "在原址改建符合城市规划要求", synonyms=("符合规划要求", "规划符合性")
    )
    key_area = flag("位于重点地区", "位于规划划定的重点地区", synonyms=("重点地区",))
    historic_area = flag("位于历史文化街区", "位于历史文化街区范围内", synonyms=("历史文化街区",))
    onsite_short = flag(
        "难以全部就地安置", "改建后难以让全部住户就地上楼", synonyms=("就地上楼困难",)
    )
    scheme_ready = flag(
        "改建方案已编制",
        "规划设计方案和改建实施方案已在征求群众意见后编制",
        synonyms=("改建方案",),
    )
    city_study = flag("需市级研究", "改建事项需报市级部门研究", synonyms=("需报市级研究",))
    city_opinion = flag("市级意见已明确", "市级部门已明确指导意见", synonyms=("市级指导意见",))
    area_pooled = flag(
        "增加面积已区域统筹", "改建增加的面积已在区域内统筹", synonyms=("面积统筹",)
    )
    performance_rate = share(
        "住宅性能达标率",
        "楼房性能达到民用建筑标准的程度",
        synonyms=("楼房性能达标率",),
    )
    seismic_needed = flag(
        "需抗震加固", "抗震鉴定认为不满足抗震设防要求", synonyms=("抗震鉴定需加固",)
    )
    worth_strengthening = flag("有加固价值", "鉴定认为危房仍有加固价值", synonyms=("加固价值",))
    guard_refused = flag(
        "有住户拒绝拆除护栏", "楼内有住户明确表示不同意拆除外窗护栏", synonyms=("拒绝拆护栏",)
    )
    basic_cost = money(
        "基础类投资", "基础类改造内容的投资", synonyms=("基础类", "基础类造价", "基础类费用")
    )
    improving_cost = money(
        "完善类投资", "完善类改造内容的投资", synonyms=("完善类", "完善类造价", "完善类费用")
    )
    upgrading_cost = money(
        "提升类投资", "提升类改造内容的投资", synonyms=("提升类", "提升类造价", "提升类费用")
    )

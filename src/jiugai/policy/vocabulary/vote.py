"""What can be known about: 表决."""

from jiugai.policy.vocabulary.fact import Subject, choice, day, flag, whole

DM2 = "平方分米"  # 0.01 m²: registered areas have two decimals, and votes are counted exactly


class Vote(Subject):
    """One vote of the owners on one matter."""

    title = "表决"

    body = choice(
        "表决体",
        "由谁参加表决；加装电梯一般由受益单元或楼栋的业主表决",
        {"estate": "全体业主", "building": "本楼栋业主", "unit": "本单元业主"},
        synonyms=("表决范围",),
    )
    area_total = whole(
        "专有部分总面积",
        "表决体全部业主的专有部分面积（含建设单位未售部分）",
        unit=DM2,
        synonyms=("总面积", "应参与面积"),
    )
    area_voting = whole(
        "参与表决面积",
        "参与表决业主的专有部分面积；弃权的已参与，未交回表决票的未参与",
        unit=DM2,
        synonyms=("参与面积",),
    )
    area_deciding = whole("表态面积", "明确表示同意或反对的业主的专有部分面积，不含弃权", unit=DM2)
    area_agreeing = whole(
        "同意面积", "表示同意的业主的专有部分面积", unit=DM2, synonyms=("同意业主面积",)
    )
    heads_total = whole(
        "业主总人数",
        "表决体的业主人数；一人有几套房按一人计，建设单位按一人计",
        unit="人",
        synonyms=("总人数", "应参与人数"),
    )
    heads_voting = whole(
        "参与表决人数",
        "参与表决的业主人数；弃权的已参与，未交回表决票的未参与",
        unit="人",
        synonyms=("参与人数",),
    )
    heads_deciding = whole("表态人数", "明确表示同意或反对的业主人数，不含弃权", unit="人")
    heads_agreeing = whole("同意人数", "表示同意的业主人数", unit="人", synonyms=("同意业主人数",))
    noticed_on = day("会议通知日", "通知全体业主并公示会议议题的日期", synonyms=("通知日期",))
    held_on = day("会议召开日", "业主大会会议召开的日期", synonyms=("开会日期",))
    decided_on = day("决定作出日", "业主大会作出决定的日期", synonyms=("表决日期",))
    published_on = day("决定公示日", "决定在小区显著位置公示的日期", synonyms=("结果公示日期",))
    on_agenda = flag("议题已公示", "表决事项在已公示的议题之内")
    online = flag("互联网方式表决", "会议采用互联网方式表决", synonyms=("网上投票",))
    city_system = flag("使用市级电子投票系统", "互联网表决使用市住房城乡建设部门的电子投票系统")
    area_opposing = whole(
        "反对面积", "表示反对的业主的专有部分面积", unit=DM2, synonyms=("不同意面积",)
    )
    heads_opposing = whole("反对人数", "表示反对的业主人数", unit="人", synonyms=("不同意人数",))

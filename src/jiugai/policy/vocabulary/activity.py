"""What can be known about: 施工作业."""

from jiugai.policy.vocabulary.fact import Subject, day, decimal, flag, whole


class Activity(Subject):
    """A kind of work at one site on one day."""

    title = "施工作业"

    worked_on = day("作业日期", "安排作业的日期", synonyms=("施工日期", "作业日", "日期"))
    outdoors = flag("露天作业", "作业在露天进行", synonyms=("室外作业", "是否露天"))
    wind_force = whole(
        "风力等级",
        "现场实测或者当日预报的风力，取较大者",
        unit="级",
        synonyms=("风力", "风级"),
        high=17,
    )
    wind_speed = decimal(
        "风速",
        "现场实测的平均风速，不是阵风",
        unit="m/s",
        synonyms=("平均风速", "WSPM"),
        low=0,
        high=120,
    )
    rain = flag("降雨", "正在下雨，包括雨夹雪", synonyms=("雨天", "下雨"))
    snow = flag("降雪", "正在下雪，包括雨夹雪", synonyms=("雪天", "下雪"))
    snow_lying = flag("积雪未清", "作业面上有未清除的积雪")
    fog = flag("有雾", "能见度因雾受影响", synonyms=("雾天", "大雾"))
    flood_season = flag("处于防汛期", "防汛指挥机构宣布提前或者延长防汛期时填写；平时留空")
    rain_works_plan = flag("雨期施工专项方案已批准", "该作业的雨期施工专项方案已经批准")
    cold_run_days = whole(
        "本冬连续低温最长天数",
        "入秋以来室外日平均气温连续低于 5 ℃ 的最长天数",
        unit="天",
        high=300,
    )
    warm_run_days = whole(
        "其后连续回暖天数",
        "此后到当日室外日平均气温连续高于 5 ℃ 的天数",
        unit="天",
        high=300,
    )
    window_removed_on = day("旧窗拆除日期", "旧窗拆下的日期")
    window_fitted_on = day("新窗安装日期", "新窗装上的日期")
    window_sealed_on = day("新窗密封日期", "新窗四周用密封胶封严的日期")

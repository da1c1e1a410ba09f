"""What can be known about: 存量资源."""

from jiugai.policy.vocabulary.fact import Subject, choice, flag, text


class Resource(Subject):
    """An idle room, shed, boiler house or plot."""

    title = "存量资源"

    id = text("资源编号", "台账中不变的编号", synonyms=("存量资源编号",))
    estate_id = text("所属小区编号", "所属小区的编号", synonyms=("小区编号",))
    kind = choice(
        "资源类型",
        "存量资源是什么",
        {
            "room": "配套用房",
            "shed": "自行车棚",
            "boiler": "锅炉房",
            "basement": "地下空间",
            "land": "空地",
            "other": "其他",
        },
        synonyms=("存量资源类型",),
    )
    owner_kind = choice(
        "产权人类型",
        "存量资源归谁所有",
        {
            "owners": "业主共有",
            "district_institution": "区属行政事业单位",
            "district_soe": "区属国有企业",
            "city_soe": "市属国有企业",
            "individual": "个人",
            "private": "民营企业",
            "other": "其他单位",
        },
        synonyms=("产权单位类型", "资源产权"),
    )
    land_right = choice(
        "取得方式",
        "产权人取得它的方式",
        {"allocated": "划拨", "granted": "出让"},
        synonyms=("土地取得方式",),
    )
    for_community = flag(
        "用于社区配套", "拟用作社区综合服务设施或其他配套设施", synonyms=("补充社区配套",)
    )
    structure_safe = flag("结构安全", "改变用途后结构安全有保证", synonyms=("结构安全合格",))
    fire_safe = flag("消防安全", "改变用途后消防安全有保证", synonyms=("消防安全合格",))

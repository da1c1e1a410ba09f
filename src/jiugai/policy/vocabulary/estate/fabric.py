"""What the estate is made of and how it is run."""

from jiugai.policy.vocabulary.fact import (
    Sensitivity,
    Subject,
    choice,
    decimal,
    share,
    text,
    whole,
    year,
)

PUBLIC = Sensitivity.PUBLIC


class Fabric(Subject):
    """What the estate is made of and how it is run."""

    subject_name = "estate"

    built_year = year(
        "建成年代",
        "小区住宅楼建成的年份；分批建成的取最早一批",
        synonyms=(
            "建成年份",
            "建成时间",
            "竣工年份",
            "建造年代",
            "年代",
            "建筑年代",
            "year",
            "buildtime",
        ),
        low=1900,
        sensitivity=PUBLIC,
    )
    floor_area_m2 = decimal(
        "建筑面积",
        "住宅建筑面积合计",
        unit="㎡",
        synonyms=("总建筑面积", "建筑面积合计", "住宅建筑面积"),
        low=0,
        high=5_000_000,
        sensitivity=PUBLIC,
    )
    building_count = whole(
        "楼栋数",
        "住宅楼栋数",
        unit="栋",
        synonyms=("楼栋", "栋数", "楼数", "住宅楼栋数", "building_num"),
        high=2_000,
        sensitivity=PUBLIC,
    )
    household_count = whole(
        "户数",
        "住宅户数",
        unit="户",
        synonyms=("总户数", "居民户数", "住户数", "house_num"),
        high=100_000,
        sensitivity=PUBLIC,
    )
    resident_count = whole(
        "居民数",
        "常住居民人数",
        unit="人",
        synonyms=("人口", "居民人数", "常住人口", "居住人口"),
        high=500_000,
    )
    elderly_share = share(
        "老年人口占比", "60 岁及以上居民占比", synonyms=("老龄人口占比", "老年人占比", "老龄化率")
    )
    structure = choice(
        "结构类型",
        "主要住宅楼的结构",
        {
            "brick": "砖混",
            "frame": "框架",
            "shear_wall": "剪力墙",
            "large_panel": "装配式大板",
            "brick_wood": "砖木",
            "other": "其他",
        },
        synonyms=("结构", "建筑结构", "房屋结构"),
        sensitivity=PUBLIC,
    )
    ownership = choice(
        "产权性质",
        "住宅的主要产权",
        {
            "reformed": "房改房",
            "commercial": "商品房",
            "public": "直管公房",
            "unit": "单位自管公房",
            "central": "中央单位产权",
            "military": "军产",
            "non_operating": "非经资产",
            "mixed": "多产权",
            "none": "无产权单位",
        },
        synonyms=("产权", "产权单位性质", "产权类型"),
        sensitivity=PUBLIC,
    )
    management_mode = choice(
        "管理方式",
        "现在由谁、以什么方式管理小区",
        {
            "professional": "专业化物业服务",
            "unit": "单位自管",
            "street": "街道社区代管",
            "owners": "业主自管",
            "quasi": "准物业管理",
            "none": "无物业管理",
        },
        synonyms=("管理现状", "物业管理方式", "管理模式", "物业管理情况", "service"),
        sensitivity=PUBLIC,
    )
    building_kind = text("建筑类型", "板楼、塔楼等", synonyms=("housetype",), sensitivity=PUBLIC)
    property_fee = text(
        "物业费", "现行物业服务收费", synonyms=("物业费标准", "cost"), sensitivity=PUBLIC
    )

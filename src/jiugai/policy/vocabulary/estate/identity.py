"""Who the estate is and where it lies."""

from jiugai.policy.vocabulary.fact import Sensitivity, Subject, choice, decimal, text

PUBLIC = Sensitivity.PUBLIC


class Identity(Subject):
    """Who the estate is and where it lies."""

    subject_name = "estate"

    id = text(
        "小区编号",
        "台账中不变的编号",
        synonyms=("编号", "小区代码", "小区id", "id"),
        sensitivity=PUBLIC,
    )
    name = text(
        "小区名称",
        "小区现用名称",
        synonyms=("小区", "名称", "小区名", "项目名称", "title", "name"),
        sensitivity=PUBLIC,
    )
    division = text(
        "区划代码",
        "所在行政区划的代码（6 至 12 位）",
        synonyms=("行政区划代码", "区划", "行政区划"),
        sensitivity=PUBLIC,
    )
    district = text(
        "区县",
        "所在区县的名称",
        synonyms=("区", "所在区", "城区", "行政区", "district"),
        sensitivity=PUBLIC,
    )
    street = text(
        "街道",
        "所在街道或乡镇",
        synonyms=("街道乡镇", "乡镇", "所在街道", "街道办事处"),
        sensitivity=PUBLIC,
    )
    community = text(
        "社区", "所在社区", synonyms=("居委会", "所在社区", "社区居委会"), sensitivity=PUBLIC
    )
    address = text(
        "地址", "门牌地址", synonyms=("小区地址", "详细地址", "坐落"), sensitivity=PUBLIC
    )
    lon = decimal(
        "经度",
        "中心点经度",
        unit="°",
        synonyms=("longitude", "lng", "lon", "x坐标"),
        low=-180,
        high=180,
        sensitivity=PUBLIC,
    )
    lat = decimal(
        "纬度",
        "中心点纬度",
        unit="°",
        synonyms=("latitude", "lat", "y坐标"),
        low=-90,
        high=90,
        sensitivity=PUBLIC,
    )
    datum = choice(
        "坐标系",
        "经纬度所用的坐标系",
        {"wgs84": "WGS-84", "cgcs2000": "CGCS2000", "gcj02": "GCJ-02", "bd09": "BD-09"},
        synonyms=("坐标系统", "坐标基准"),
        sensitivity=PUBLIC,
    )
    settlement = choice(
        "城镇类型",
        "所在地的城镇类型",
        {"city": "城市", "county_town": "县城（城关镇）", "town": "其他建制镇", "village": "乡村"},
        synonyms=(
            "城市或县城",
            "所在城镇",
            "区位类型",
            "所在地类型",
            "小区所在地类型",
            "所在区域类型",
            "所处区域",
            "区域类型",
            "地区类型",
            "城乡类型",
            "城乡分类",
            "城镇类别",
        ),
        sensitivity=PUBLIC,
    )

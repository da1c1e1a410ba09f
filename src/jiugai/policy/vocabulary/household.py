"""What can be known about a household 户."""

from jiugai.policy.vocabulary.building import Building
from jiugai.policy.vocabulary.fact import Sensitivity, Subject, decimal, text


class Household(Subject):
    """A household of a building."""

    title = "户"
    parent = Building

    id = text("户编号", "台账中不变的编号", synonyms=("户号", "房号"))
    building_id = text("所属楼栋编号", "所属楼栋的编号", synonyms=("楼栋编号",))
    area_m2 = decimal(
        "专有部分面积",
        "不动产登记的专有部分面积",
        unit="㎡",
        synonyms=("面积", "建筑面积"),
        low=0,
        high=5_000,
    )
    owner = text(
        "业主", "业主姓名", synonyms=("业主姓名", "产权人"), sensitivity=Sensitivity.SENSITIVE
    )

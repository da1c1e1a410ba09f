"""The columns of a roll of owners and of a list of ballots, with what clerks call them."""

import re
from collections.abc import Sequence
from typing import Final

from jiugai.kernel.headings import Headings, half, named, words
from jiugai.kernel.i18n import N_

#: Our name, then the headings: the first is the one that the template uses.
FLAT: Final[Headings] = {
    "building": (N_("楼栋"), "楼号", "楼栋号", "栋号", "楼", "栋", "幢", "building"),
    "unit": (N_("单元"), "单元号", "门", "unit"),
    "door": (N_("户号"), "房号", "室号", "房间号", "门牌号", "室", "房屋号", "door", "flat"),
    "number": (N_("不动产单元号"), "不动产单元代码", "房屋编号", "property_unit"),
}
ROLL: Final[Headings] = {
    **FLAT,
    "area": (N_("专有部分面积"), "建筑面积", "房屋面积", "面积", "area_m2", "area"),
    "owner": (N_("业主"), "业主姓名", "业主名称", "姓名", "产权人", "权利人", "owner"),
    "owner_id": (N_("业主编号"), "证件号", "证件号码", "身份证号", "owner_id"),
    "co_owners": (N_("共有人"), "共有人及份额", "co_owners"),
    "speaker": (N_("代表人"), "推举的代表", "推举人", "表决代表", "representative"),
    "unsold": (N_("建设单位未售"), "未售", "是否未售", "unsold"),
    "undelivered": (N_("未交付"), "是否未交付", "undelivered"),
    "kind": (N_("用途"), "房屋用途", "类型", "房屋类型", "kind"),
    "served": (N_("表决票送达"), "送达", "是否送达", "served"),
}
BALLOT: Final[Headings] = {
    **FLAT,
    "voter": (N_("业主"), "业主姓名", "投票人", "表决人", "姓名", "owner", "voter"),
    "voter_id": (N_("业主编号"), "证件号", "证件号码", "身份证号", "owner_id", "voter_id"),
    "item": (N_("事项"), "表决事项", "议题", "项目", "item", "matter"),
    "mark": (N_("意见"), "表决意见", "表决", "选择", "mark", "option", "vote"),
    "channel": (N_("渠道"), "方式", "表决方式", "投票方式", "channel"),
    "time": (N_("时间"), "投票时间", "表决时间", "交票时间", "日期", "time"),
    "proxy": (N_("代理人"), "受托人", "代理人姓名", "proxy"),
    "document": (N_("委托书"), "委托书编号", "授权委托书", "proxy_document"),
}
_UNIT: Final = re.compile(r"[(\[].*?[)\]]")
_SQUARE_METRES: Final = words("m2 平方米 平米 sqm squaremetres")


def items_in(row: Sequence[str]) -> dict[str, int]:
    """Return the items with a column of marks of their own, under a heading like 意见：粉刷."""
    found = {}
    for index, heading in enumerate(row):
        mark, colon, item = half(heading).partition(":")
        if colon and item.strip() and named(mark, BALLOT["mark"]):
            found[item.strip()] = index
    return found


def is_in_square_metres(heading: str) -> bool:
    """Return whether an area heading names square metres or no unit at all."""
    return all(named(unit, _SQUARE_METRES) for unit in _UNIT.findall(half(heading)))

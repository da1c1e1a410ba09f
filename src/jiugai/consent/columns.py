"""The columns of a roll of owners and of a list of ballots, with what clerks call them."""

import re
from collections.abc import Mapping, Sequence
from typing import Final
from unicodedata import normalize

Columns = Mapping[str, tuple[str, ...]]

#: Our name, then the headings: the first is the one that the template uses.
FLAT: Final[Columns] = {
    "building": ("楼栋", "楼号", "楼栋号", "栋号", "楼", "栋", "幢", "building"),
    "unit": ("单元", "单元号", "门", "unit"),
    "door": ("户号", "房号", "室号", "房间号", "门牌号", "室", "房屋号", "door", "flat"),
    "number": ("不动产单元号", "不动产单元代码", "房屋编号", "flat_number"),
}
ROLL: Final[Columns] = {
    **FLAT,
    "area": ("专有部分面积", "建筑面积", "房屋面积", "面积", "area_m2", "area"),
    "owner": ("业主", "业主姓名", "业主名称", "姓名", "产权人", "权利人", "owner"),
    "owner_id": ("业主编号", "证件号", "证件号码", "身份证号", "owner_id"),
    "co_owners": ("共有人", "共有人及份额", "co_owners"),
    "speaker": ("代表人", "推举的代表", "推举人", "表决代表", "representative"),
    "unsold": ("建设单位未售", "未售", "是否未售", "unsold"),
    "undelivered": ("未交付", "是否未交付", "undelivered"),
    "kind": ("用途", "房屋用途", "类型", "房屋类型", "kind"),
    "served": ("表决票送达", "送达", "是否送达", "served"),
}
BALLOT: Final[Columns] = {
    **FLAT,
    "voter": ("业主", "业主姓名", "投票人", "表决人", "姓名", "owner", "voter"),
    "voter_id": ("业主编号", "证件号", "证件号码", "身份证号", "owner_id", "voter_id"),
    "item": ("事项", "表决事项", "议题", "项目", "item", "matter"),
    "mark": ("意见", "表决意见", "表决", "选择", "mark", "option", "vote"),
    "channel": ("渠道", "方式", "表决方式", "投票方式", "channel"),
    "time": ("时间", "投票时间", "表决时间", "交票时间", "日期", "time"),
    "proxy": ("代理人", "受托人", "代理人姓名", "proxy"),
    "document": ("委托书", "委托书编号", "授权委托书", "proxy_document"),
}
#: A heading like 意见：楼道粉刷 is a column of marks on that item.
MARK_OF_ITEM: Final = re.compile(r"(?:意见|表决意见|表决)[:：](.+)")
_UNIT: Final = re.compile(r"[(（].*?[)）]")
_SQUARE_METRES: Final = {"", "m²", "㎡", "m2", "平方米", "平米"}


def plain(heading: str) -> str:
    """Return a heading without blanks, units and other spellings of the same letters."""
    return _UNIT.sub("", re.sub(r"\s", "", normalize("NFKC", heading))).lower()


def found_columns(headings: Sequence[str], columns: Columns) -> dict[str, int]:
    """Return where each of our columns stands; the first that has the name wins."""
    words = {word.lower(): name for name, known in columns.items() for word in known}
    found: dict[str, int] = {}
    for index, heading in enumerate(headings):
        name = words.get(plain(heading))
        if name is not None:
            found.setdefault(name, index)
    return found


def items_in(headings: Sequence[str]) -> dict[str, int]:
    """Return the items that have a column of marks of their own."""
    found = {}
    for index, heading in enumerate(headings):
        if match := MARK_OF_ITEM.fullmatch(heading.strip()):
            found[match[1].strip()] = index
    return found


def is_in_square_metres(heading: str) -> bool:
    """Return whether an area heading names square metres or no unit at all."""
    units = _UNIT.findall(heading)
    return all(normalize("NFKC", unit)[1:-1].strip().lower() in _PLAIN_UNITS for unit in units)


_PLAIN_UNITS: Final = {normalize("NFKC", unit).lower() for unit in _SQUARE_METRES}

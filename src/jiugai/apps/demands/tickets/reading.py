"""Tickets out of a workbook: its columns recognised by their headings, doubtful rows told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.demands.models import Kind, Nature
from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import by_word, find_head, word, words
from jiugai.kernel.i18n import listed
from jiugai.kernel.sheets import Row, read_sheet

#: What each column is called; the hotline names them in several ways.
TITLES: Final[Mapping[str, Any]] = {
    "ticket": gettext_lazy("工单号"),
    "estate": gettext_lazy("小区"),
    "text": gettext_lazy("诉求内容"),
    "asked": gettext_lazy("来电时间"),
    "due": gettext_lazy("办理时限"),
    "kind": gettext_lazy("事项"),
    "nature": gettext_lazy("类型"),
    "asker": gettext_lazy("诉求人"),
    "phone": gettext_lazy("联系电话"),
    "unit": gettext_lazy("承办单位"),
}
HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "ticket": words("工单号 工单编号 编号 单号 派单号 诉求编号 ticket"),
    "estate": words("小区 小区名称 小区编号 项目名称 所属小区 被反映小区 estate"),
    "text": words("诉求内容 主要内容 反映内容 问题描述 内容 诉求描述 工单内容 text"),
    "asked": words("来电时间 受理时间 诉求时间 提出时间 派单时间 登记时间 日期 asked"),
    "due": words("办理时限 办结期限 办理期限 截止时间 反馈时限 到期时间 due"),
    "kind": words("事项 问题分类 诉求分类 一级分类 分类 kind"),
    "nature": words("类型 诉求类型 工单类型 nature"),
    "asker": words("诉求人 来电人 姓名 联系人 反映人 asker"),
    "phone": words("联系电话 来电号码 电话 手机 手机号 phone"),
    "unit": words("承办单位 责任单位 主办单位 派往单位 unit"),
}
NEEDED: Final = ("ticket", "estate", "text", "asked")
#: A ticket of another year is a slip of the pen.
YEARS: Final = range(2000, 2101)
BEIJING: Final = ZoneInfo("Asia/Shanghai")

#: Words by which a class of the hotline is one of our kinds.
_KINDS: Final[Mapping[Kind, str]] = {
    Kind.PIPES: "下水 上水 给排水 自来水 供水 排水 管道 水管 跑水",
    Kind.POWER: "供电 停电 电力 照明 路灯 楼道灯 用电",
    Kind.HEAT: "供暖 供热 暖气 燃气 煤气",
    Kind.LEAKS: "漏雨 渗漏 防水 屋面 屋顶 外墙 保温",
    Kind.LIFT: "电梯 无障碍 坡道 轮椅",
    Kind.SAFETY: "消防 危房 结构安全 飞线 火灾",
    Kind.PARKING: "停车 车位 道路 路面 交通 充电",
    Kind.HYGIENE: "垃圾 卫生 保洁 绿化 树木 环境",
    Kind.ILLEGAL: "违建 违法建设 私搭 侵占 占用",
    Kind.SERVICES: "养老 托幼 便民 菜市场 食堂",
    Kind.PROPERTY: "物业",
    Kind.WORKS: "施工 扰民 噪声 噪音 工地",
    Kind.POLICY: "政策 改造计划 纳入改造 何时改造 进度",
}
_DAY: Final = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2})[:时](\d{1,2})分?)?"
)
_SERIAL: Final = re.compile(r"\d{5}(?:\.\d+)?")
_EPOCH: Final = datetime(1899, 12, 30, tzinfo=BEIJING)
LONGEST: Final = {"ticket": 40, "text": 2000, "asker": 60, "phone": 20}


@dataclass(frozen=True, slots=True)
class Ticket:
    """One row: what it says, where it stands, and what is wrong with it."""

    at: str
    ticket: str
    estate: str
    text: str
    asked: str = ""
    due: str = ""
    kind: str = Kind.OTHER
    nature: str = Nature.HELP
    asker: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    unit: str = ""
    wrong: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return it to be kept."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Tickets:
    """What was read: our name of each column with its heading, and the rows."""

    columns: Mapping[str, str]
    rows: Sequence[Ticket]


def read_tickets(path: Path) -> Tickets:
    """Return the tickets of a workbook.

    Raises InputError if it is no table or lacks one of the needed columns.
    """
    rows = read_sheet(path)
    head = find_head(rows, HEADINGS, NEEDED)
    if head is None:
        raise InputError(
            _("没有找到这些列：{columns}；表头请用这些名称。").format(
                columns=listed(TITLES[one] for one in NEEDED)
            ),
            file=path.name,
        )
    top, columns = head
    named = {name: rows[top][index].text for name, index in columns.items()}
    return Tickets(named, list(_each(rows[top + 1 :], columns)))


def _each(rows: Sequence[Row], columns: Mapping[str, int]) -> Iterator[Ticket]:
    seen: set[str] = set()
    for row in rows:
        said = {name: _clean(row, index) for name, index in columns.items()}
        if not any(said[name] for name in NEEDED):
            continue
        ticket = _ticket(said, row[columns["ticket"]].at if row else "", seen)
        seen.add(ticket.ticket)
        yield ticket


def _clean(row: Row, index: int) -> str:
    text = row[index].text if index < len(row) else ""
    return normalize("NFC", text.replace("\x00", "")).strip()


def _ticket(said: Mapping[str, str], at: str, seen: set[str]) -> Ticket:
    asked, due = read_moment(said["asked"]), read_moment(said.get("due", ""))
    return Ticket(
        at=at,
        ticket=said["ticket"],
        estate=said["estate"],
        text=said["text"],
        asked=asked.isoformat() if asked else "",
        due=due.date().isoformat() if due else "",
        kind=kind_of(said.get("kind", ""), said["text"]),
        nature=_nature(said.get("nature", "")),
        asker=said.get("asker", ""),
        phone=said.get("phone", ""),
        unit=said.get("unit", ""),
        wrong=tuple(_wrong(said, asked, due, seen)),
    )


def _wrong(
    said: Mapping[str, str], asked: datetime | None, due: datetime | None, seen: set[str]
) -> Iterator[str]:
    for name in ("ticket", "estate", "text"):
        if not said[name]:
            yield _("缺“{column}”").format(column=TITLES[name])
    for name, most in LONGEST.items():
        if len(said.get(name, "")) > most:
            yield _("“{column}”超过 {most} 个字").format(column=TITLES[name], most=most)
    if said["ticket"] and said["ticket"] in seen:
        yield _("表内工单号重复")
    yield from _wrong_days(said, asked, due)


def _wrong_days(
    said: Mapping[str, str], asked: datetime | None, due: datetime | None
) -> Iterator[str]:
    if asked is None:
        yield _("来电时间“{text}”看不懂").format(text=said["asked"][:20])
    if said.get("due") and due is None:
        yield _("办理时限“{text}”看不懂").format(text=said["due"][:20])
    if asked and due and due.date() < asked.date():
        yield _("办理时限早于来电时间")


def read_moment(text: str) -> datetime | None:
    """Return the moment that a cell names, or None; a bare day is its midnight."""
    if found := _DAY.fullmatch(text.split(".")[0] if ":" in text else text.strip()):
        return _moment([int(part or 0) for part in found.groups()])
    if found := re.match(_DAY.pattern + r"[:分]\d{1,2}", text):
        return _moment([int(part or 0) for part in found.groups()])
    if _SERIAL.fullmatch(text):  # how Excel keeps a day without a format
        found_day = _EPOCH + timedelta(days=float(text))
        return found_day if found_day.year in YEARS else None
    return None


def _moment(parts: Sequence[int]) -> datetime | None:
    year, month, day, hour, minute = parts
    if year not in YEARS:
        return None
    try:
        return datetime(year, month, day, hour, minute, tzinfo=BEIJING)
    except ValueError:
        return None


def kind_of(said: str, text: str) -> Kind:
    """Return the kind that a class of the hotline or else the words of a demand speak of."""
    known = by_word({one: (str(one.label),) for one in Kind})
    if (found := known.get(word(said))) is not None:
        return found
    for words_ in (said, text):
        for kind, signs in _KINDS.items():
            if any(sign in words_ for sign in signs.split()):
                return kind
    return Kind.OTHER


def _nature(said: str) -> Nature:
    return next((one for one in Nature if one.label and str(one.label) in said), Nature.HELP)


def day_of(text: str) -> date | None:
    """Return a day that was kept as text, or None."""
    return date.fromisoformat(text) if text else None

"""Minutes as an official document 会议纪要, from the values under their digest."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jiugai.apps.conference.meetings.minutes import minutes_of
from jiugai.apps.conference.models import Item, Meeting
from jiugai.apps.registry.queries.places import name_of
from jiugai.reporting.official.letter import Letter, Paragraph, Table, in_a_row, in_chinese

_NUMBERS = "一二三四五六七八九十"


def minutes_letter(meeting: Meeting) -> Letter:
    """Return the minutes of a meeting; those that are not signed say that they are a draft."""
    said = meeting.minutes or minutes_of(meeting)
    office = f"{name_of(meeting.division)}老旧小区改造联席会"
    note = f"摘要（SHA-256）：{meeting.digest}" if meeting.digest else "草稿，未签发"
    return Letter(
        head=f"{office}会议纪要",
        number=f"〔{meeting.year}〕第{meeting.number}号",
        title=str(said["title"]) + "纪要" + ("" if meeting.is_signed else "（草稿）"),
        body=[
            Paragraph(_opening(said)),
            *(one for item in said["items"] for one in _item(item)),
            *_present(said),
        ],
        signed_by=f"{office}办公室",
        on=meeting.signed_at.date() if meeting.signed_at else meeting.day,
        notes=(note,),
    )


def _opening(said: Mapping[str, Any]) -> str:
    day = in_chinese(date.fromisoformat(said["day"]))
    where = f"在{said['place']}" if said["place"] else ""
    chair = f"，{said['chair']}主持" if said["chair"] else ""
    return f"{day}，联席会{where}召开会议{chair}，审议议题{len(said['items'])}项。纪要如下。"


def _item(item: Mapping[str, Any]) -> Iterator[Paragraph | Table]:
    yield Paragraph(f"{_count(item['number'])}、{item['title']}", 1)
    outcome = str(Item.Outcome(item["outcome"]).label) if item["outcome"] else "未议定"
    result = f"（{item['result']}）" if item["result"] else ""
    yield Paragraph(f"会议议定（{outcome}）：{item['decision']}{result}")
    if item["votes"]:
        yes, no, none = item["votes"]
        yield Paragraph(f"表决：赞成{yes}，反对{no}，弃权{none}。")
    if item["assignments"]:
        rows = [
            (one["words"], one["owner"], in_a_row(one["partners"]) or "–", one["due_on"])
            for one in item["assignments"]
        ]
        yield Table(("交办事项", "主办单位", "协办单位", "期限"), rows, widths=(4, 2.4, 2.4, 2))


def _count(number: int) -> str:
    """Return a number as headings count: 一, 十一, 二十."""
    tens, ones = divmod(number, 10)
    if number <= 10:
        return _NUMBERS[number - 1]
    left = "十" if tens == 1 else f"{_NUMBERS[tens - 1]}十"
    return left + (_NUMBERS[ones - 1] if ones else "")


def _present(said: Mapping[str, Any]) -> Iterator[Paragraph]:
    names = [
        f"{one['organisation']}（{one['speaker']}）" if one["speaker"] else one["organisation"]
        for one in said["present"]
    ]
    yield Paragraph(f"出席：{in_a_row(names) or '–'}")
    if said["guests"]:
        yield Paragraph(f"列席：{said['guests']}")

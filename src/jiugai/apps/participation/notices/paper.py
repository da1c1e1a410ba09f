"""A notice as an official document, to be put up at the doors."""

from __future__ import annotations

from typing import Final

from jiugai.apps.participation.models import Entrance, Notice
from jiugai.apps.participation.residents.pictures import qr_png
from jiugai.reporting.official.letter import Letter, Paragraph, Picture, Table, in_chinese

#: How wide the QR code is printed, in millimetres: read from an arm's length.
QR_WIDTH: Final = 42.0
_NUMBERS: Final = "一二三四五六七八九十"


def poster_of(notice: Notice, entrance: Entrance | None, address: str) -> Letter:
    """Return what is put up: days, the nine parts, how to object, the QR code."""
    body: list[Paragraph | Table | Picture] = [Paragraph(_days(notice))]
    for number, (name, text) in enumerate(notice.said):
        body += [Paragraph(f"{_NUMBERS[number]}、{name}", 1), Paragraph(text or "（不涉及）")]
    body += [Paragraph(f"{_NUMBERS[len(notice.said)]}、怎样提意见", 1), Paragraph(_how(entrance))]
    if entrance is not None:
        body += [Picture(qr_png(address), QR_WIDTH, address), Paragraph(address)]
    return Letter(
        title=notice.title,
        body=body,
        signed_by=_office(notice),
        on=notice.put_up_on,
        seal=True,
    )


def _days(notice: Notice) -> str:
    if notice.put_up_on is None or notice.last_day is None:
        return "（草稿，尚未发出）"
    until = f"{in_chinese(notice.put_up_on)}至{in_chinese(notice.last_day)}"
    where = f"，张贴于{notice.places}" if notice.places else ""
    return f"现将有关事项公示如下。公示期：{until}{where}。"


def _how(entrance: Entrance | None) -> str:
    if entrance is None:
        return "请在公示期内向居民接待处提出意见和理由；每条意见都有编号和答复。"
    phone = f"也可以打{entrance.phone}。" if entrance.phone else ""
    return (
        "扫下面的二维码，输入您家的户码，写下意见和理由；每条意见都有编号和答复。"
        f"{phone}没有手机的，请到居民接待处当面提出。"
    )


def _office(notice: Notice) -> str:
    by = notice.put_up_by or notice.made_by
    return str(by.organisation) if by.organisation else ""

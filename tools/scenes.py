"""Bring the demo into states that only work brings about, so that they can be looked at."""

import csv
import io
import re
import time
from collections.abc import Sequence
from typing import Final

from tools.walk import Visitor

#: States of pages that no link leads to, or that look unlike the page which one does.
LOOKED_AT: Final = (
    "/estates?q=没有这个小区",
    "/estates?verdict=unknown&columns=name",
    "/search?q=里",
    "/search?q=没有这个小区",
    "/map?by=verdict",
    "/map?wall=1",
    "/map?within=500",
    "/map?demands-which=all&demands-kind=lift",
    "/map?q=没有这个小区",
    "/applications?mine=on&overdue=on",
    "/applications?q=没有这个小区",
    "/projects?q=没有这个小区",
    "/nowhere/at/all",
)
IMPORTS: Final = "/imports"
WAITING: Final = "看看好了没有"
PATIENCE: Final = 120  # seconds for one job
HEADINGS: Final = ("小区名称", "区县", "街道", "建成年代", "楼栋数", "户数")
UNHEARD: Final = (*HEADINGS[:-1], "家数")
DOUBTFUL: Final = (
    ("示例新苑", "示范区", "示范甲街道", "1885年", "3栋", "一百二十"),
    ("示例旧苑", "示范区", "示范乙街道", "1984", "-2", "96"),
)
FRESH: Final = (("示例新苑", "示范区", "示范甲街道", "1985", "3", "120"),)


def play(visitor: Visitor) -> list[str]:
    """Take ledgers into the demo as far as each screen of the import; return the screens."""
    if visitor.get(IMPORTS).status != 200:
        return []
    known = _known(visitor)
    screens = [
        _upload(visitor, "看列.csv", [UNHEARD, *FRESH]),
        _past_columns(visitor, "看单元格.csv", [HEADINGS, *DOUBTFUL]),
        _previewed(visitor, "看预览.csv", [HEADINGS, *known, *FRESH]),
        _upload(visitor, "指明列.csv", [("甲", "乙"), ("玉兰里", "示范区"), ("海棠里", "示范区")]),
        _upload(visitor, "读不成.csv", [HEADINGS]),
    ]
    done = _previewed(visitor, "看入库.csv", [HEADINGS, *known])
    visitor.post(f"{done}/store", {}, page=done)
    _wait(visitor, done)
    return [IMPORTS, *screens, done, "/conflicts"]


def _known(visitor: Visitor) -> Sequence[Sequence[str]]:
    """Return rows on estates of the register whose years another office has otherwise."""
    text = visitor.get("/estates").html
    names = re.findall(r'<a href="/estates/\d+"[^>]*>([^<]+)</a>', text)
    return [
        (name.strip(), "示范区", "", str(1961 + at), "", "") for at, name in enumerate(names[:8])
    ]


def _past_columns(visitor: Visitor, name: str, rows: Sequence[Sequence[str]]) -> str:
    screen = _upload(visitor, name, rows)
    visitor.post(f"{screen}/columns", {}, page=screen)
    _wait(visitor, screen)
    return screen


def _previewed(visitor: Visitor, name: str, rows: Sequence[Sequence[str]]) -> str:
    screen = _past_columns(visitor, name, rows)
    visitor.post(f"{screen}/go", {"to": "preview"}, page=screen)
    return screen


def _upload(visitor: Visitor, name: str, rows: Sequence[Sequence[str]]) -> str:
    """Hand a table in and return the address of its import once it has been read."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    answer = visitor.hand_in(IMPORTS, "files", name, text.getvalue().encode())
    _wait(visitor, answer.path)
    return answer.path


def _wait(visitor: Visitor, path: str) -> None:
    end = time.perf_counter() + PATIENCE
    while WAITING in visitor.get(path).html:
        if time.perf_counter() > end:
            raise RuntimeError(f"{path} is not done after {PATIENCE} seconds.")
        time.sleep(0.3)

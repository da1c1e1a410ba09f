"""Reading yes and no: 是, √, 无, 1."""

import re
from collections.abc import Callable
from typing import Final

from jiugai.census.cells.reading import NOTHING, Reading, doubtful, unreadable
from jiugai.census.cells.responsible import names_unit, read_danger_unit
from jiugai.census.words import dense, is_missing
from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import Estate, Fact

_YES: Final = frozenset(
    "是 有 对 √ ✓ ✔ ☑ ✅ ● ■ y yes t true 1 已 已有 已确定 确定 存在 具备 同意 全部同意 必做 必须 "
    "已签约 已落实 需要 不足 缺失 缺 有缺失 装有 有护栏 已安装".split()
)
_NO: Final = frozenset(
    "否 无 没有 没 不 不是 未 × ✗ ✘ ☒ ❌ n no f false 0 未有 未确定 不存在 不具备 不同意 非必做 "
    "可选 不必 未签约 未落实 不需要 未安装 无护栏".split()
)
#: Answers to whether something is lacking.
_LACKING: Final = frozenset("不足 缺失 缺 有缺失 不齐全 不完善 较差".split())
_SEVERE: Final = re.compile(r"严重|极差|很差|极度|奇缺|全无")
_NOT_SEVERE: Final = re.compile(
    r"(不|非|未|没有|无)(是|属|算|太|构成)?(很|十分|特别)?严重"
    r"|^(无|没有|不存在|未发现|未见)[公共基本配套]*(服务)?(设施)?严重"
)
_SLIGHT: Final = re.compile(
    r"^(一般|基本|比较|较为?|部分|少量|略有|轻微|局部|无|没有|不存在|未)"
    r"(短缺|缺失|不足|缺|齐全|完善|健全|满足|完好|良好|好|缺项)?$"
    r"|^(不缺|不缺失|好|较好|正常|健全|完好|完备|配套齐全|设施齐全|设施完善)$"
)
_LACKS: Final = re.compile(r"缺|不足|不全|不齐|不完善|差$|老旧")
_NOT_LACKING: Final = frozenset("充足 齐全 完善 满足 足够 良好".split())


def read_flag(text: str, fact: Fact) -> Reading:
    """Return whether a cell says yes or no; an empty one says neither."""
    word = dense(text).lower().removesuffix(".0")
    if fact in _SPECIAL and (found := _SPECIAL[fact](word)):
        return found
    if word in _YES | _own(fact, "有", "已"):
        return Reading(True)
    if word in _NO | _own(fact, "无", "未", "没有", "不", "非"):
        return Reading(False)
    if fact.heading.endswith("不足") and word in _LACKING | _NOT_LACKING:
        return Reading(word in _LACKING)
    if is_missing(word):
        return NOTHING
    return unreadable(_("看不出是或否；请写“是”或“否”"))


def _services(word: str) -> Reading | None:
    """Return whether services are severely lacking; that they lack alone does not say it."""
    if _SEVERE.search(word):
        return Reading(not _NOT_SEVERE.search(word))
    if word in _NOT_LACKING or _SLIGHT.search(word):
        return Reading(False)
    if word in _LACKING or _LACKS.search(word):
        return doubtful(_("没有写明缺失是否严重；请写“严重缺失”或“一般”"))
    return None


def _danger_unit(word: str) -> Reading | None:
    """Return whether a unit answers for the danger; a unit's name says that one does."""
    found = read_danger_unit(word)
    if found.value is not None:
        return found
    return Reading(True) if names_unit(word) else None


#: Facts that clerks answer in their own way before they think of yes or no.
_SPECIAL: Final[dict[Fact, Callable[[str], Reading | None]]] = {
    Estate.services_lacking: _services,
    Estate.danger_unit: _danger_unit,
}


def _own(fact: Fact, *prefixes: str) -> set[str]:
    """Return the fact's own heading as an answer, like 有外窗护栏 or 无外窗护栏."""
    bare = fact.heading.removeprefix("有")
    return {prefix + bare for prefix in prefixes}

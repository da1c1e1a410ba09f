"""Reading which unit answers for a dangerous building: 有责任单位, 责任单位：区房管局, 无."""

import re
from typing import Final

from jiugai.census.cells.reading import NOTHING, Reading
from jiugai.census.words import dense, is_missing

#: What the name of a unit has in it.
_UNIT: Final = re.compile(
    r"局|公司|集团|厂|[学医科法]院|研究[院所]|事务所|管理所|处|委|办|中心|大学|学校|[中小]学"
    r"|[总分支]?部|社|站|银行|街道|政府|铁路|工程段|矿|队|协会|单位|宾馆|商店|总后|军|公用房管"
)
#: A unit that is gone or not yet found: whether anybody answers is for a person to say.
_UNSETTLED: Final = re.compile(r"撤销|灭失|破产|注销|倒闭|改制|未|不|待|争议|推诿|拟|正在")
_NO: Final = frozenset("无 没有 否 不存在 没 n no 0 ×".split())
_YES: Final = frozenset("有 是 存在 已有 已确定 已明确 明确 已落实 y yes 1 √".split())
_CLAUSE: Final = re.compile(
    r"(?P<before>没有|不存在|缺少|无|没|有|存在)?(?:明确的?|改造|产权|危房|相关)*"
    r"责任(?:单位|主体)(?:[:为是=]|\()*(?P<said>[^,;。、]*)"
)
_LACKS: Final = frozenset("没有 不存在 缺少 无 没".split())


def names_unit(text: str) -> bool:
    """Return whether a text is the name of a unit that stands."""
    return bool(_UNIT.search(text)) and not _UNSETTLED.search(text)


def read_danger_unit(text: str) -> Reading:
    """Return whether a unit answers for the danger, where the appraisal says so beside it."""
    answers = {_answer(found) for found in _CLAUSE.finditer(dense(text).lower())}
    # Of two buildings one may have a unit and the other none.
    return Reading(answers.pop()) if len(answers) == 1 else NOTHING


def _answer(found: re.Match[str]) -> bool | None:
    said, before = found["said"].strip("()"), found["before"]
    if said in _NO or said in _YES:
        return said in _YES
    if before:
        return before not in _LACKS
    return True if not is_missing(said) and names_unit(said) else None

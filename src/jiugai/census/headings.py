"""What the words of a heading may mean: candidates for a fact, and the unit they name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from jiugai.census.units import Unit, find_unit, quantity_of
from jiugai.census.words import key, plain
from jiugai.policy.vocabulary import Building, Estate, Fact, Subject

_BRACKETS: Final = re.compile(r"[(\[{【〔<]([^()\[\]{}【】〔〕<>]*)[)\]}】〕>]")
_CIRCLED: Final = re.compile(r"[\u2460-\u249b\u24ea-\u24ff]")
_NUMBERING: Final = re.compile(r"^(\(?[\d一二三四五六七八九十]{1,3}[).、.])\s*")
_TAIL: Final = re.compile(r"[/:,;|、]\s*([^/:,;|、]+)$")

#: Too general to mean a fact of the estate unless the heading above speaks of the estate.
_GENERAL: Final = frozenset(
    "名称 编号 代码 面积 年份 时间 年代 地址 结构 人口 小区 区 id name".split()
)
#: Say no more than the heading above them.
_FILLERS: Final = frozenset("名称 情况 全称 名".split())
_ABOUT_ESTATE: Final = re.compile(
    r"小区|项目|基本|基础信息|概况|信息|台账|情况表|一览|清单|estate"
)


#: The rank of a fact's own name.
BY_NAME: Final = 2


class Match(NamedTuple):
    """A fact that a heading may mean; the lower the rank, the plainer the words.

    The last rank is the fact's own name, which programs write.
    """

    fact: Fact
    rank: int


@dataclass(frozen=True, slots=True)
class Words:
    """One cell of a heading, taken apart: names to look up, the plainest first, and a unit."""

    keys: tuple[str, ...]
    unit: str


@lru_cache(maxsize=20_000)
def take_apart(text: str) -> Words:
    """Return the names and the unit in one heading cell."""
    words = _NUMBERING.sub("", plain(_CIRCLED.sub("", text)).strip("*※★#·"))
    unit = ""
    for inside in _BRACKETS.findall(words):
        if find_unit(inside):
            unit, words = inside, words.replace(f"({inside})", "")
    if not unit and (tail := _TAIL.search(words)) and find_unit(tail[1]):
        unit, words = tail[1], words[: tail.start()]
    if not unit and find_unit(words) and key(words) not in _all_keys():
        return Words((), words)
    bare = _BRACKETS.sub("", words)
    unit, without = (unit, "") if unit else _trailing_unit(bare)
    keys = dict.fromkeys(filter(None, (key(words), key(bare), without)))
    return Words(tuple(keys), unit)


def _trailing_unit(text: str) -> tuple[str, str]:
    """Return a unit written right after a name, like 建筑面积㎡, and the name without it."""
    for length in (4, 3, 2, 1):
        unit, name = text[-length:], key(text[:-length])
        if find_unit(unit) and name in _all_keys():
            return unit, name
    return "", ""


@cache
def _all_keys() -> frozenset[str]:
    return frozenset(index(Estate)) | frozenset(index(Building))


def index(subject: type[Subject]) -> dict[str, Match]:
    """Return what every known heading of a subject's ledgers means.

    A ledger of buildings also names the estate that each belongs to.
    """
    return _index(is_of_buildings=subject is Building)


@cache
def _index(*, is_of_buildings: bool) -> dict[str, Match]:
    facts = list(Building.facts() if is_of_buildings else Estate.facts())
    if is_of_buildings:
        facts += [Estate.name, Estate.division, Estate.district, Estate.street]
    found: dict[str, Match] = {}
    for rank, spelling in enumerate((_headings, _synonyms, _names)):
        for fact in facts:
            for word in spelling(fact):
                found.setdefault(key(word), Match(fact, rank))
    return found


def _headings(fact: Fact) -> Sequence[str]:
    return (fact.heading,)


def _synonyms(fact: Fact) -> Sequence[str]:
    return fact.synonyms


def _names(fact: Fact) -> Sequence[str]:
    return (fact.name, fact.id)


def match(parts: Sequence[str], known: Mapping[str, Match]) -> tuple[Match | None, Unit | None]:
    """Return the fact that a heading of one or more lines means, and the unit it names."""
    words = [take_apart(part) for part in parts]
    unit = next((word.unit for word in reversed(words) if word.unit), "")
    named = [word for word in words if word.keys]
    candidates = [key("/".join(parts)), *_candidates(named)]
    found = next((known[name] for name in candidates if name in known), None)
    return found, unit_for(unit, found.fact) if found else None


def unit_for(name: str, fact: Fact) -> Unit | None:
    """Return the unit of that name if it measures what the fact is."""
    quantity = quantity_of(fact)
    return find_unit(name, quantity) if name and quantity else None


def _candidates(named: Sequence[Words]) -> list[str]:
    """Return what to look up for a column, the most specific first."""
    if not named:
        return []
    *above, leaf = named
    parents = [parent for word in reversed(above) for parent in word.keys]
    joined = [a + b for p in parents for name in leaf.keys for a, b in ((p, name), (name, p))]
    alone = [name for name in leaf.keys if _may_stand_alone(name, parents)]
    return [*joined, *alone, *(parents if _FILLERS.issuperset(leaf.keys) else ())]


def _may_stand_alone(name: str, parents: Sequence[str]) -> bool:
    if not parents or name not in _GENERAL:
        return True
    return any(_ABOUT_ESTATE.search(parent) for parent in parents)

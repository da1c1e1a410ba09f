"""Making the pool of a plan: who may enter it, who may not and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from statistics import median_low
from typing import Any

from jiugai.kernel.division import LEVELS
from jiugai.kernel.errors import InputError, Refusal
from jiugai.kernel.i18n import _, listed, noted
from jiugai.kernel.verdict import Verdict
from jiugai.planning.classes import BASIC, CLASSES
from jiugai.planning.need.open_parts import open_parts
from jiugai.planning.need.weights import Weights
from jiugai.planning.pool.assumptions import Assumptions
from jiugai.planning.pool.buildings import Housing
from jiugai.planning.pool.candidates import Candidate, LeftOut, Pool, Why
from jiugai.planning.pool.dropped import all_out_sentence, dropped_sentences
from jiugai.planning.pool.entrants import Entrant, Standings, entrants
from jiugai.planning.pool.remarks import underivable_sentence
from jiugai.planning.pool.standing import Standing
from jiugai.policy.key import KEY
from jiugai.policy.rule import Topic

Facts = Mapping[str, Any]
#: Where the fact of an estate was read, like "台账.xlsx 第 12 行", or "" if nobody knows.
Where = Callable[[str, str], str]

#: No ledger of buildings.
NO_BUILDINGS: Mapping[str, Housing] = {}

_STREET = LEVELS[4]
_PLACES = ("district", "street", "community")


def nowhere(_estate: str, _fact: str) -> str:
    """Say nothing of where a fact was read."""
    return ""


def build_pool(
    estates: Sequence[Facts],
    standings: Standings,
    *,
    years: tuple[int, ...],
    weights: Weights,
    strict: bool = False,
    where: Where = nowhere,
    housing: Mapping[str, Housing] = NO_BUILDINGS,
    assumptions: Assumptions | None = None,
    ranking: bool = False,
) -> Pool:
    """Return the candidates among `estates`, whose facts are named as in the vocabulary.

    `standings` maps an id to what the deciding rules say; rules that are met may be absent.
    `housing` maps it to the buildings of the estate, `assumptions` stand in for missing sizes
    and costs.
    Raises InputError or Refusal, one sentence per estate, where 必做 and years contradict; not
    with `ranking`, where nobody plans yet and such estates are left out.
    """
    rows = _by_id(estates)
    if not ranking:
        _refuse_contradictions(rows, where)
    asking = entrants(
        rows,
        standings,
        weights=weights,
        year=years[0],
        housing=housing,
        assumptions=assumptions,
    )
    typical = _typical_households(list(rows.values()))
    candidates, left_out = [], []
    for id_, one in asking.items():
        found = _candidate(one, years, weights, typical)
        out = _left_out(found, one, strict=strict)
        if out is None:
            stood = where(id_, "mandatory") if found.mandatory else ""
            candidates.append(replace(found, stood=stood))
        else:
            left_out.append(out)
    if not ranking:
        _refuse_mandatory(left_out, where)
    return Pool(years, tuple(candidates), tuple(left_out))


def _by_id(estates: Sequence[Facts]) -> dict[str, Facts]:
    rows = {str(facts[KEY]): facts for facts in sorted(estates, key=lambda row: str(row[KEY]))}
    if len(rows) < len(estates):
        ids = [str(facts[KEY]) for facts in estates]
        twice = sorted(id_ for id_ in rows if ids.count(id_) > 1)
        raise InputError(
            _("小区编号 {ids} 重复；每个小区须有唯一编号。").format(ids=listed(twice[:5]))
        )
    return rows


def _candidate(one: Entrant, years: tuple[int, ...], weights: Weights, typical: int) -> Candidate:
    facts, standings = one.facts, one.standings
    score = one.needs.by(weights.scoring)
    shut = _pick(standings, Topic.GATE, Verdict.NOT_MET)
    households, area = facts.get("household_count"), facts.get("floor_area_m2")
    missing = score.estimated + (("household_count",) if households is None else ())
    gross = [facts.get(f"{works.value}_cost") for works in CLASSES]
    return Candidate(
        id=str(facts[KEY]),
        name=str(facts.get("name") or facts[KEY]),
        street=_street(facts),
        street_name=str(facts.get("street") or _street(facts)),
        households=typical if households is None else int(households),
        area=None if area is None else round(area),
        score=score,
        gross=(gross[0], gross[1], gross[2]),
        social=facts.get("social_capital") or 0,
        mandatory=bool(facts.get("mandatory")),
        years=_open_years(facts, years, first_is_shut=bool(shut)),
        unproven=_pick(standings, Topic.SCOPE, Verdict.UNKNOWN),
        shut=shut,
        waiting=_pick(standings, Topic.GATE, Verdict.UNKNOWN),
        estimated=missing,
        division=str(facts.get("division") or ""),
        within=tuple(str(facts[name]) for name in _PLACES if facts.get(name)),
        needs=one.needs,
        open_parts=open_parts(score, weights, one.given),
        assumed=one.assumed,
        underivable=one.underivable,
        dropped=one.dropped,
        open_buildings=tuple((b.name, b.standing) for b in one.housing.open if b.standing),
    )


def _pick(standings: Sequence[Standing], topic: Topic, verdict: Verdict) -> tuple[Standing, ...]:
    return tuple(s for s in standings if s.topic is topic and s.verdict is verdict)


def _open_years(facts: Facts, years: tuple[int, ...], *, first_is_shut: bool) -> tuple[int, ...]:
    """Return the years in which works may start; a gate not passed shuts the first one."""
    earliest = facts.get("earliest_year") or years[0]
    latest = facts.get("latest_year") or years[-1]
    wanted = [year for year in years if earliest <= year <= latest]
    return tuple(year for year in wanted if not (first_is_shut and year == years[0]))


def _street(facts: Facts) -> str:
    code = str(facts.get("division") or "")
    return code[:_STREET] if len(code) >= _STREET else str(facts.get("street") or "")


def _typical_households(rows: Sequence[Facts]) -> int:
    known = [row["household_count"] for row in rows if row.get("household_count") is not None]
    return median_low(known) if known else 1


def _left_out(found: Candidate, one: Entrant, *, strict: bool) -> LeftOut | None:
    out = _pick(one.standings, Topic.SCOPE, Verdict.NOT_MET)
    if out:
        return LeftOut(found, Why.SCOPE, _scope_sentence(out))
    if one.housing.is_all_out:
        return LeftOut(found, Why.BUILDINGS, all_out_sentence(one.housing))
    if strict and found.unproven:
        return LeftOut(found, Why.EVIDENCE, evidence_sentence(found.unproven))
    if found.gross[BASIC] is None or not any(found.gross):
        return LeftOut(found, Why.NO_COST, _no_cost_sentence(found))
    if not found.years:
        return LeftOut(found, Why.WINDOW, _window_sentence(found, one.facts))
    return None


def _scope_sentence(out: Sequence[Standing]) -> str:
    return listed(
        (
            _("不符合“{title}”（规则 {rule}，依据 {clauses}）").format(
                title=one.title, rule=one.rule, clauses=one.clauses
            )
            for one in out
        ),
        "；",
    )


def evidence_sentence(unproven: Sequence[Standing]) -> str:
    """Return which rules cannot be decided, and for want of what."""
    return listed(
        (
            _("“{title}”证据不足，缺 {missing}（规则 {rule}，依据 {clauses}）").format(
                title=one.title, missing=one.missing_headings, rule=one.rule, clauses=one.clauses
            )
            for one in unproven
        ),
        "；",
    )


def _no_cost_sentence(found: Candidate) -> str:
    said = _no_cost(found)
    return listed([said, underivable_sentence(found)] if found.underivable else [said], "；")


def _no_cost(found: Candidate) -> str:
    if found.dropped and None not in found.gross:
        return _("留下的楼栋没有投资：{dropped}").format(
            dropped=listed(dropped_sentences(found.dropped), "；")
        )
    if any(found.gross[BASIC + 1 :]) and found.gross[BASIC] is None:
        return _("没有填写基础类投资，而其他类别须与基础类同步实施；没有基础类内容的请填 0")
    return _("没有填写任何一类的投资；请在台账中补填")


def _window_sentence(found: Candidate, facts: Facts) -> str:
    if found.shut:
        titles = listed(noted(one.title, one.clauses) for one in found.shut)
        return _("首年因未满足 {gates} 不能列入，其余年份不在可选范围内").format(gates=titles)
    return _("可选年份 {first}–{last} 与计划期没有交集").format(
        first=facts.get("earliest_year") or "…", last=facts.get("latest_year") or "…"
    )


def _refuse_contradictions(rows: Mapping[str, Facts], where: Where) -> None:
    sentences = [
        _("{estate}：最晚年份 {latest} 早于最早年份 {earliest}；请改正其中一项。").format(
            estate=_called(id_, facts.get("name") or "", where(id_, "latest_year")),
            latest=facts["latest_year"],
            earliest=facts["earliest_year"],
        )
        for id_, facts in rows.items()
        if facts.get("earliest_year") and facts.get("latest_year")
        if facts["latest_year"] < facts["earliest_year"]
    ]
    if sentences:
        raise InputError("\n".join(sentences))


def _refuse_mandatory(left_out: Sequence[LeftOut], where: Where) -> None:
    """Refuse a plan that would have to leave out what must be in it."""
    sentences = [
        _("{estate}：标为必做，但{reason}；请取消必做或先改正。").format(
            estate=_called(out.estate.id, out.estate.name, where(out.estate.id, "mandatory")),
            reason=out.reason,
        )
        for out in left_out
        if out.estate.mandatory
    ]
    if sentences:
        raise Refusal("\n".join(sentences))


def _called(id_: str, name: str, where: str) -> str:
    named = noted(name, id_)
    return f"{where} {named}" if where else named

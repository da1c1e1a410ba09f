"""Keep what was found: the plan as the core writes it, and a row for each estate."""

import json
from collections.abc import Iterator
from typing import Final

from jiugai.apps.plans.models import Place, Result, Run
from jiugai.apps.plans.records import digest_of
from jiugai.apps.plans.solving import Solved
from jiugai.planning.answers.ways.way import WayIn
from jiugai.planning.answers.ways.words import cheapest_text
from jiugai.planning.blocks.blocks import blocks_of
from jiugai.planning.comparing.fairness import fairness_in, fairness_said
from jiugai.planning.output.figures import figure_facts
from jiugai.planning.output.files import plan_json
from jiugai.planning.output.ways import ways_of
from jiugai.planning.output.workbook import workbook
from jiugai.planning.plan import Chosen
from jiugai.planning.pool.candidates import Candidate, LeftOut

_BATCH: Final = 2000


def keep(run: Run, solved: Solved) -> Result:
    """Store the result of a run."""
    plan, entrants = solved.plan, solved.entrants
    blocks = blocks_of(plan)
    content = json.loads(plan_json(plan, blocks))
    result = Result.objects.create(
        run=run,
        division=run.division,
        content=content,
        workbook=workbook(plan, blocks),
        notes=_notes(solved),
        digest=digest_of(content),
        facts=entrants.register.digest,
        law=entrants.law.book.digest,
        milli=plan.milli,
        bound=plan.bound,
        estates=len(plan.chosen),
        households=sum(one.estate.households for one in plan.chosen),
        cost=sum(one.cost for one in plan.chosen),
        budget=plan.budget.total(),
        stop=plan.stop.value,
        seconds=plan.seconds,
    )
    Place.objects.bulk_create(_places(result, solved), batch_size=_BATCH)
    return result


def _notes(solved: Solved) -> list[list[str]]:
    """Return what a reader must know of the figures, name and sentence."""
    fair = [["", said] for said in fairness_said(fairness_in(solved.plan))]
    return [[name, said] for name, said in figure_facts(solved.plan)] + fair


def _places(result: Result, solved: Solved) -> Iterator[Place]:
    ways = ways_of(solved.plan)
    for one in solved.plan.chosen:
        yield _chosen(_place(result, solved, one.estate, one.reason), one)
    for out in solved.plan.left_out:
        yield _left_out(
            _place(result, solved, out.estate, out.reason), out, ways.get(out.estate.id)
        )


def _place(result: Result, solved: Solved, one: Candidate, reason: str) -> Place:
    register = solved.entrants.register
    pk = register.keys[one.id]
    return Place(
        result=result,
        estate_id=pk,
        division=one.division,
        key=one.id,
        name=one.name[:200],
        street=one.street_name[:60],
        households=one.households,
        need=one.score.hundredths,
        reason=reason,
        assumed=bool(one.assumed),
        seen=register.seen[pk],
        cost=sum(cents or 0 for cents in one.gross),
    )


def _chosen(place: Place, one: Chosen) -> Place:
    place.year = one.year
    place.works = [works.value for works in one.works]
    place.cost = one.cost
    place.milli = one.milli + one.together
    return place


def _left_out(place: Place, out: LeftOut, way: WayIn | None) -> Place:
    place.why = out.why.value
    place.way = cheapest_text(way) if way else ""
    return place

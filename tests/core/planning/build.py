"""Estates, pots and plans for the tests of planning, made with as few words as possible."""

from datetime import date

from jiugai.kernel.money import CENTS_PER_WAN, Cents
from jiugai.planning.money.budget import EVERY_CLASS, Budget, Pot, Source
from jiugai.planning.need.scores import Score
from jiugai.planning.need.weights import default_weights
from jiugai.planning.pairs import Pair
from jiugai.planning.plan import make_plan
from jiugai.planning.pool.candidates import Candidate, Pool
from jiugai.planning.terms import Terms
from jiugai.policy.entries import Works

YEARS = (2026, 2027)
DAY = date(2026, 6, 1)
BASIC = frozenset({Works.BASIC})
IMPROVING = frozenset({Works.IMPROVING})
UPGRADING = frozenset({Works.UPGRADING})


def cents(wan):
    """Return an amount of 万元 in cents, None for None."""
    return None if wan is None else Cents(round(wan * CENTS_PER_WAN))


def estate(id_, *costs, score=50, social=0, **more):
    """Return a candidate with costs in 万元 for basic, improving and upgrading works."""
    given = [cents(cost) for cost in costs] + [None] * (3 - len(costs))
    plain = {
        "street": "110199001",
        "street_name": "示范甲街道",
        "households": 100,
        "area": 5000,
        "years": YEARS,
    }
    return Candidate(
        id=id_,
        name=f"{id_}小区",
        score=Score(round(score * 100), ()),
        gross=tuple(given),
        social=cents(social),
        **(plain | more),
    )


def pot(year, wan, classes=EVERY_CLASS, source=Source.DISTRICT):
    """Return a pot with an amount in 万元."""
    return Pot(year, source, classes, cents(wan))


def yearly(*amounts, years=YEARS):
    """Return a budget of one amount in 万元 each year, for every class."""
    pots = tuple(pot(year, wan) for year, wan in zip(years, amounts, strict=True))
    return Budget(tuple(years), pots, "")


def pots(*given, years=YEARS):
    """Return a budget of pots."""
    return Budget(tuple(years), given, "")


def plan(estates, money, near=(), **terms):
    """Return the plan of some candidates; `near` are the ids of neighbours, two and two."""
    ordered = tuple(sorted(estates, key=lambda one: one.id))
    asked = Terms(**({"weights": default_weights()} | terms))
    pairs = tuple(Pair(*ends, 10) for ends in near)
    pool = Pool(money.years, ordered, (), pairs)
    return make_plan(pool, money, asked, place="110199", day=DAY)


def years_of(found):
    """Return the year of each chosen estate."""
    return {one.estate.id: one.year for one in found.chosen}


def works_of(found, id_):
    """Return what is done in one chosen estate, as plan.csv writes it."""
    return next("+".join(one.works) for one in found.chosen if one.estate.id == id_)


def reason_of(found, id_):
    """Return why an estate is left out."""
    return next(out for out in found.left_out if out.estate.id == id_)

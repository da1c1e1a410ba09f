"""A made-up law that uses every kind of condition, to try the two readers on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

import hypothesis.strategies as st

from jiugai.kernel.source import Clause, Text
from jiugai.policy.bind import bind
from jiugai.policy.case import Judge, compile_rule
from jiugai.policy.conditions import (
    Condition,
    Dated,
    TheDay,
    all_of,
    any_child,
    any_of,
    any_source,
    elapsed,
    in_season,
    is_odd,
    number,
    ratio,
    reading,
    share_of,
    still_within,
)
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary.fact import (
    Fact,
    Kind,
    Subject,
    choice,
    day,
    decimal,
    flag,
    money,
    share,
    whole,
    year,
)

TOY = Text("toy")
DAY = date(2024, 2, 29)


class House(Subject):
    """A child of the toy subject."""

    title = "房"
    grade = choice("等级", "等级", {"a": "甲", "b": "乙"})
    rented = flag("出租", "出租")


class Toy(Subject):
    """A subject with a fact of every kind."""

    title = "玩具"
    built_year = year("年", "年")
    count = whole("数", "数")
    total = whole("总", "总")
    area = decimal("面积", "面积")
    rate = share("率", "率")
    cost = money("价", "价")
    kind = choice("类", "类", {"x": "甲", "y": "乙", "z": "丙"})
    done = flag("完成", "完成")
    listed_on = day("列入", "列入")
    ended_on = day("结束", "结束")


NUMBERS = {
    "toy.year": Dated("toy.year", 1990, Clause("toy", "1")),
    "toy.half": Dated("toy.half", Fraction(1, 2), Clause("toy", "2")),
    "toy.rate": Dated("toy.rate", 0.3, Clause("toy", "3")),
    "toy.cost": Dated("toy.cost", 30_000_000, Clause("toy", "4")),
    "toy.fortnight": Dated("toy.fortnight", 15, Clause("toy", "8")),
    "toy.two": Dated("toy.two", 2, Clause("toy", "5")),
    "toy.winter": Dated("toy.winter", ("11-15", "03-15"), Clause("toy", "6")),
    "toy.flood": Dated("toy.flood", ("06-01", "09-15"), Clause("toy", "7")),
}


def rule(id_: str, when: Condition) -> Rule:
    """Return a rule of the toy law."""
    return Rule(f"toy.{id_}", id_, id_, Topic.ROUTE, Toy, TOY / id_, when)


old = rule(
    "old",
    reading(
        "toy.open",
        before=Toy.built_year < number("toy.year"),
        through=Toy.built_year <= number("toy.year"),
    )
    & ~Toy.done,
)
carried = rule("carried", ratio(Toy.count, Toy.total) > number("toy.half"))
dear = rule("dear", all_of(Toy.cost >= number("toy.cost"), Toy.area >= 300))
barred = rule("barred", still_within(Toy.listed_on, number("toy.two"), unit="years"))
seasons = {"season": number("toy.winter")}
warm = rule("warm", still_within(Toy.listed_on, number("toy.two"), unit="seasons", **seasons))
warmer = rule(
    "warmer", still_within(Toy.listed_on, number("toy.two"), unit="whole_seasons", **seasons)
)
odd = rule("odd", is_odd(Toy.count))
soon = rule("soon", elapsed(Toy.listed_on, Toy.ended_on, unit="days") >= number("toy.fortnight"))
late = rule("late", elapsed(Toy.listed_on, Toy.ended_on, unit="months") > number("toy.two"))
due = rule("due", elapsed(TheDay(), Toy.ended_on, unit="years") <= number("toy.two"))
cold = rule("cold", in_season(Toy.listed_on, number("toy.winter")))
wet = rule("wet", in_season(Toy.listed_on, number("toy.flood")))
sort = rule("sort", Toy.kind.is_one_of("x", "y") | (Toy.rate < number("toy.rate")))
fewer = rule("fewer", all_of(Toy.count < Toy.total, Toy.listed_on <= TheDay()))
some = rule("some", any_child(House, House.grade.is_one_of("b") & ~House.rented))
most = rule("most", share_of(House, House.rented) >= number("toy.half"))
told = rule("told", any_source(Toy.done, Toy.kind.is_one_of("x"), any_child(House, House.rented)))
whole_law = rule("all", any_of(old.met, all_of(dear.met, ~carried.met), barred.met))
RULES = (
    old,
    carried,
    dear,
    barred,
    warm,
    warmer,
    odd,
    soon,
    late,
    due,
    cold,
    wet,
    sort,
    fewer,
    some,
    most,
    told,
    whole_law,
)


@dataclass(frozen=True)
class ToyLaw:
    """The toy law on its day."""

    day: date = DAY
    numbers: Mapping[str, Dated] = field(default_factory=lambda: NUMBERS)
    readings: Mapping[str, str] = field(default_factory=lambda: {"toy.open": "before"})

    @cached_property
    def bound(self) -> dict[str, Condition]:
        """Return every bound condition."""
        return {r.id: bind(r.when, self) for r in RULES}

    @cached_property
    def judges(self) -> dict[str, Judge]:
        """Return the case reader of every rule."""
        judges: dict[str, Judge] = {}
        for each in RULES:
            compile_rule(each, self.bound, judges)
        return judges


MEASURES = [0.0, 0.1 + 0.2, 0.3, 0.25, 0.5, 2 / 3, 0.75, 1.0, 4.0, 8.0, 299.99, 300.0, 301.5]
VALUES = {
    Kind.FLAG: st.booleans(),
    Kind.YEAR: st.integers(1940, 2025),
    Kind.WHOLE: st.integers(0, 12),
    Kind.MONEY: st.sampled_from([0, 29_999_999, 30_000_000, 30_000_001, 10**13]),
    Kind.SHARE: st.sampled_from(MEASURES),
    Kind.DECIMAL: st.sampled_from(MEASURES),
    Kind.DAY: st.dates(date(2018, 1, 1), date(2027, 12, 31)),
    Kind.TEXT: st.just("文"),
}


def values(fact: Fact) -> st.SearchStrategy[object]:
    """Return values of a fact that sit on and around likely thresholds."""
    if fact.kind is Kind.CHOICE:
        return st.sampled_from(sorted(fact.choices))
    return VALUES[fact.kind]


def subjects(subject: type[Subject]) -> st.SearchStrategy[dict[str, object]]:
    """Return facts about a subject of which any may be missing."""
    return st.fixed_dictionaries({fact.name: st.none() | values(fact) for fact in subject.facts()})

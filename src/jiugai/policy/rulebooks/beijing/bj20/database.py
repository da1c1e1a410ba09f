"""Which estates the city's database must hold (BJ20 二(一)1)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import number, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Estate

BJ20 = Text("bj20")
YEAR = number("bj20.database_year")

# A need, not a scope: the text says whom to list, nowhere whom to turn away.
scope = Rule(
    id="bj20.scope",
    title="应纳入老旧小区数据库",
    means="区里应把小区的现状纳入老旧小区综合整治数据库",
    topic=Topic.NEED,
    subject=Estate,
    clause=BJ20 / "二(一)1①",
    when=reading(
        "bj20.year_2000", through=Estate.built_year <= YEAR, before=Estate.built_year < YEAR
    ),
)

database = Rule(
    id="bj20.gate.database",
    title="已录入数据库",
    means="小区现状已录入数据库，可以走后面的前期步骤",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ20 / "二(一)1②",
    when=reading(
        "bj20.scope_effect", database=Estate.in_database, scope=Estate.in_database & scope.met
    ),
)

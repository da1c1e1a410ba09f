"""A plan as an official document 计划表: its basis, its years and money, every estate by year."""

from itertools import groupby

from django.db import transaction

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.plans.models import Place, Plan
from jiugai.apps.registry.queries.places import name_of
from jiugai.kernel.money import in_wan
from jiugai.planning.classes import class_titles
from jiugai.policy.entries import Works
from jiugai.reporting.official.letter import Letter, Paragraph, Table, in_chinese

HEADINGS = ("序号", "小区", "街道", "户数（户）", "改造类别", "投资（万元）")


@transaction.atomic
def take_letter(*, plan: Plan, by: Person) -> Letter:
    """Return a plan as a document, and write down who took it."""
    places = list(plan.result.places.exclude(year=None).order_by("year", "-need", "key"))
    record(
        Action.EXPORTED,
        by=by,
        division=plan.division,
        what="plan",
        digest=plan.result.digest,
        rows=len(places),
    )
    return plan_letter(plan, places)


def plan_letter(plan: Plan, places: list[Place]) -> Letter:
    """Return a plan with its estates, year by year, as a document on broad paper."""
    body: list[Paragraph | Table] = [
        Paragraph(
            f"依据{plan.basis}，{name_of(plan.division)}老旧小区改造计划自"
            f"{in_chinese(plan.on)}起执行，共{len(places):,}个小区，"
            f"总投资{in_wan(sum(one.cost for one in places))}万元。"
        )
    ]
    for number, (year, found) in enumerate(groupby(places, key=lambda one: one.year)):
        rows = list(found)
        body.append(Paragraph(f"{'一二三四五六七八九十'[number % 10]}、{year}年", 1))
        body.append(_table(rows))
    return Letter(
        title=plan.name,
        body=body,
        signed_by=f"{name_of(plan.division)}老旧小区改造联席会办公室",
        on=plan.on,
        seal=True,
        notes=(f"计划摘要（SHA-256）：{plan.result.digest}",),
        landscape=True,
    )


def _table(rows: list[Place]) -> Table:
    cells = [
        (
            str(number),
            one.name,
            one.street,
            f"{one.households:,}",
            class_titles(frozenset(map(Works, one.works))),
            in_wan(one.cost),
        )
        for number, one in enumerate(rows, 1)
    ]
    total = (
        "",
        "合计",
        "",
        f"{sum(one.households for one in rows):,}",
        "",
        in_wan(sum(one.cost for one in rows)),
    )
    return Table(
        HEADINGS, [*cells, total], widths=(1, 4, 3, 1.8, 3, 2.4), numbers=frozenset({0, 3, 5})
    )

"""Bundles and packages as plan.json and packages.csv keep them."""

import csv
import io
from collections.abc import Iterable
from typing import Any, Final

from jiugai.kernel.money import wan
from jiugai.kernel.source import Clause
from jiugai.kernel.tables import as_text
from jiugai.planning.blocks.blocks import Blocks
from jiugai.planning.blocks.bundles import Bundle, Link
from jiugai.planning.blocks.packages import Package
from jiugai.planning.plan import Plan

HEADER: Final = (
    "package_id",
    "package",
    "year",
    "estate_id",
    "estate",
    "street",
    "classes",
    "households",
    "cost_wan",
)


def packages_csv(blocks: Blocks) -> str:
    """Return one line per package and estate."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    for package in blocks.packages.all:
        for lot in package.lots:
            one = lot.estate.estate
            name, classes = as_text(package.name), "+".join(works.value for works in lot.works)
            row = (package.id, name, package.year, one.id, as_text(one.name))
            writer.writerow(
                (*row, as_text(one.street_name), classes, one.households, wan(lot.cost))
            )
    return text.getvalue()


def blocks_content(plan: Plan, blocks: Blocks) -> dict[str, Any]:
    """Return what plan.json says of bundles and packages."""
    asked, bundles = plan.terms.packaging, blocks.bundles
    return {
        "bundles": {
            "within_m": plan.terms.weights.neighbours.within_m,
            "clauses": _clauses(plan.terms.grounds.together),
            "barriers": [{"name": name, "pairs": pairs} for name, pairs in bundles.apart],
            "without_point": list(bundles.without_point),
            "list": [_bundle(one) for one in bundles.together],
            "missing_links": [_link(one) for one in bundles.links],
        },
        "packages": {
            "by": asked.by.value,
            "most_cost_wan": _wan(asked.limits.most_cost),
            "most_households": asked.limits.most_households,
            "most_estates": asked.limits.most_estates,
            "least_cost_wan": _wan(asked.limits.least_cost or None),
            "clauses": _clauses(plan.terms.grounds.tender(asked.by)),
            "bound": blocks.packages.bound,
            "list": [_package(one) for one in blocks.packages.all],
        },
    }


def _wan(cents: int | None) -> str | None:
    return None if cents is None else wan(cents)


def _clauses(clauses: Iterable[Clause]) -> list[dict[str, str]]:
    return [{"document": one.document, "clause": one.number} for one in clauses]


def _bundle(one: Bundle) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "year": one.year,
        "lead": one.lead.id,
        "estates": [member.estate.id for member in one.members],
        "households": one.households,
        "cost_wan": wan(one.cost),
        "span_m": one.span_m,
        "rewarded": [[pair.first, pair.second, pair.metres] for pair in one.rewarded],
        "idle": [{"estate_id": estate, "what": what} for estate, what in one.idle],
    }


def _link(one: Link) -> dict[str, Any]:
    return {
        "estate_id": one.estate.id,
        "name": one.estate.name,
        "year": one.year,
        "joins": list(one.joins),
        "connects": one.connects,
        "metres": one.metres,
    }


def _package(one: Package) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "year": one.year,
        "estates": [lot.estate.estate.id for lot in one.lots],
        "classes": [works.value for works in one.works],
        "households": one.households,
        "cost_wan": wan(one.cost),
        "over_limit": one.is_over,
        "too_small": one.is_small,
    }

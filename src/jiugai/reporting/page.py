"""The assessment report as one HTML page."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from jiugai.kernel.division import division
from jiugai.kernel.i18n import _, language, listed, ngettext, noted
from jiugai.kernel.verdict import Verdict
from jiugai.policy.naming import fact_name
from jiugai.policy.rule import Topic
from jiugai.reporting.assessment import rows_of
from jiugai.reporting.map import draw

if TYPE_CHECKING:
    from jiugai.reporting.assessment import Assessment
    from jiugai.reporting.map import Dot, Sheet

#: A page with more rows than this is slow on a phone; the files beside it have every row.
MOST_ESTATES: Final = 20_000
MOST_ISSUES: Final = 500


def render(assessment: Assessment) -> str:
    """Return the page; everything it needs is inside."""
    estates = assessment.estates
    on_map = {"lon", "lat"} <= set(estates.columns) and estates.height <= MOST_ESTATES
    points = list(estates.select("lon", "lat").iter_rows()) if on_map else []
    return (
        environment()
        .get_template("report.html")
        .render(
            a=assessment,
            place=division(assessment.law.place),
            sheet=(sheet := draw(assessment.outlines, points)),
            dots=_signs(assessment, sheet),
            data=embedded(_data(assessment)) if estates.height <= MOST_ESTATES else "",
            most_estates=MOST_ESTATES,
            issues=_issues(assessment),
            most_issues=MOST_ISSUES,
            households=_total(assessment, "household_count"),
            area=_total(assessment, "floor_area_m2"),
            survey=_named(assessment.missing((Topic.SCOPE,))),
            evidence=_named(assessment.missing((Topic.GATE,))),
            lang="zh-CN" if language() == "zh" else language(),
            Verdict=Verdict,
            Topic=Topic,
        )
    )


def _signs(assessment: Assessment, sheet: Sheet | None) -> list[tuple[str, list[Dot]]]:
    """Return the dots by answer; what can come in is drawn last, on top."""
    groups: dict[str, list[Dot]] = {word: [] for word in ("not_met", "unknown", "met")}
    for dot in sheet.dots if sheet else ():
        groups[assessment.answer[dot.index]].append(dot)
    return list(groups.items())


@cache
def environment() -> Environment:
    """Return the template environment: escaping, strict, with the words of the language."""
    found = Environment(
        loader=PackageLoader("jiugai.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals |= {"_": _, "ngettext": ngettext, "listed": listed, "noted": noted}
    found.filters["count"] = lambda number: f"{number:,}"
    return found


def embedded(value: object) -> Markup:
    """Return JSON that can stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("</", "<\\/").replace("<!--", "<\\!--"))  # noqa: S704


def _data(assessment: Assessment) -> dict[str, Any]:
    rows = dict(rows_of(assessment))
    rows["rules"] = [
        rule | {"title": _(rule["title"]), "means": _(rule["means"])} for rule in rows["rules"]
    ]
    used = {fact for reasons in rows["reasons"] for reason in reasons for fact in reason[2]}
    rows["facts"] = {name: fact_name(name) for name in sorted(used)}
    rows["words"] = {
        "missing": _("缺少"),
        "because": _("依据"),
        "none": _("没有符合条件的小区。"),
        "shown": _("共 {n} 个小区，第 {from}–{to} 个"),
        "why": _("查看理由"),
        "unnamed": _("（未命名）"),
        "comma": _("、"),
        "semicolon": _("；"),
        "colon": _("："),
    }
    return rows


def _named(missing: list[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(fact_name(fact), count) for fact, count in missing]


def _issues(assessment: Assessment) -> list[dict[str, Any]]:
    """Return the issues to print, the worst first."""
    order = {"error": 0, "warning": 1, "note": 2}
    rows = assessment.issues.to_dicts()
    return sorted(rows, key=lambda row: order.get(row["severity"], 1))[:MOST_ISSUES]


def _total(assessment: Assessment, column: str) -> tuple[float, int]:
    """Return the sum of a column and the number of estates that it is known for."""
    if column not in assessment.estates.columns:
        return 0, 0
    values = assessment.estates[column].drop_nulls()
    return float(values.sum()), values.len()

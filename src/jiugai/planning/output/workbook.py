"""plan.xlsx: what an office prints and files."""

import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from jiugai.kernel.i18n import _, listed
from jiugai.kernel.money import CENTS_PER_WAN
from jiugai.kernel.sheet_writer import HEAD, dated_book, fitting, lay_out, put
from jiugai.planning.blocks.blocks import Blocks
from jiugai.planning.classes import CLASSES, class_title, class_titles
from jiugai.planning.model.limits import Unit, unit_title
from jiugai.planning.output.block_sheets import block_sheets
from jiugai.planning.output.building_sheet import building_table
from jiugai.planning.output.fair_files import fairness_sheet
from jiugai.planning.output.figures import extra_columns, figure_facts, is_dropping
from jiugai.planning.output.money_table import money_lines
from jiugai.planning.output.rolling import rolling_sheets
from jiugai.planning.output.score_sheet import score_table
from jiugai.planning.output.ways import ways_cells, ways_headings, ways_of
from jiugai.planning.plan import Chosen, Plan
from jiugai.planning.search.stop import Stop

Cell = str | int | float | None

_MONEY: Final = "#,##0.00"


def workbook(plan: Plan, blocks: Blocks) -> bytes:
    """Return the workbook of a plan; the same plan gives the same bytes."""
    content = io.BytesIO()
    with dated_book(content, _("改造计划"), day=plan.day) as book:
        look = _Look(book)
        _summary(look, plan)
        _chosen(look, plan)
        _left_out(look, plan)
        _money(look, plan)
        _loads(look, plan)
        _firms(look, plan)
        look.table(*fairness_sheet(plan))
        for sheet in (*rolling_sheets(plan), *block_sheets(blocks)):
            look.table(*sheet)
        _buildings(look, plan)
        _scores(look, plan)
    return content.getvalue()


class _Look:
    """The formats of the workbook, and how its tables are laid out."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.head = book.add_format(HEAD)
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.money = book.add_format({"num_format": _MONEY, "valign": "top"})

    def table(self, name: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Write a sheet with one line of headings that stays in view and can be filtered."""
        sheet = self.book.add_worksheet(name)
        lines = list(rows)
        for column, heading in enumerate(headings):
            put(sheet, 0, column, heading, self.head)
            values = [line[column] for line in lines]
            texts = (heading, *(str(one) for one in values if one is not None))
            sheet.set_column(column, column, fitting(texts))
        for row, line in enumerate(lines, start=1):
            self.line(sheet, row, line)
        lay_out(sheet, rows=len(lines), columns=len(headings), frozen=2)

    def line(self, sheet: Any, row: int, line: Sequence[Cell]) -> None:
        """Write one line; what is no whole number is money."""
        for column, value in enumerate(line):
            look = self.money if isinstance(value, float) else self.text
            put(sheet, row, column, value, look)


def _wan(cents: int | None) -> float | None:
    return None if cents is None else cents / CENTS_PER_WAN


def _summary(look: _Look, plan: Plan) -> None:
    sheet = look.book.add_worksheet(_("摘要"))
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, _("老旧小区改造计划"), look.title)
    for row, (name, value) in enumerate(_facts(plan), start=2):
        look.line(sheet, row, (name, value))


def _facts(plan: Plan) -> list[tuple[str, Cell]]:
    cost = sum(one.cost for one in plan.chosen)
    own = sum(one.own for one in plan.chosen)
    facts: list[tuple[str, Cell]] = [
        (_("区划"), plan.place),
        (_("依据日期"), plan.day.isoformat()),
        (_("计划年度"), listed(plan.years)),
        (_("列入小区（个）"), len(plan.chosen)),
        (_("列入户数（户）"), sum(one.estate.households for one in plan.chosen)),
        (_("未列入小区（个）"), len(plan.left_out)),
        (_("预算（万元）"), _wan(plan.budget.total())),
        (_("总投资（万元）"), _wan(cost)),
        (_("其中小区自有社会资本（万元）"), _wan(own)),
        (_("效益（按需要加权的户数）"), plan.objective),
        (_("效益上界"), plan.bound / 1000),
        (_("与上界的差距"), f"{plan.gap:.4%}"),
        (_("求解"), _ending(plan)),
    ]
    facts += figure_facts(plan)
    facts += [(_("约束"), _with_clause(one.text, one.clause)) for one in plan.binding]
    facts += [(_("资金来源"), remark) for remark in plan.budget.remarks]
    return [*facts, *_terms(plan)]


def _terms(plan: Plan) -> list[tuple[str, Cell]]:
    terms = plan.terms
    share = _("不要求基础类比例")
    if terms.share is not None:
        share = _with_clause(
            _("每年基础类占任务量不低于 {share}").format(share=f"{float(terms.share.least):.0%}"),
            terms.share.clause or _("按权重文件，不是条文的要求"),
        )
    first = _with_clause(_("完善类、提升类只与基础类同步实施"), terms.basic_first)
    carry = _("结余可用于以后年度") if terms.carry else _("结余不结转")
    strict = _("证据不足的不列入") if terms.strict else _("证据不足的保留并注明")
    return [(_("规则"), text) for text in (share, first, carry, strict)]


def _with_clause(text: str, clause: object) -> str:
    return text if clause is None else _("{text}（{clause}）").format(text=text, clause=clause)


def _ending(plan: Plan) -> str:
    match plan.stop:
        case Stop.PROVEN:
            return _("已证明没有更好的计划")
        case Stop.WORK:
            return _("按既定步数搜索完毕；更好的计划至多好出上述差距")
        case Stop.TIME:
            return _("时间用完；更好的计划至多好出上述差距，放宽 --seconds 可继续")
        case Stop.ASKED:
            return _("应要求提前停止；更好的计划至多好出上述差距")


def _chosen(look: _Look, plan: Plan) -> None:
    headings = [_("年度"), _("小区"), _("编号"), _("街道"), _("户数"), _("得分"), _("内容")]
    headings += [_("{works}（万元）").format(works=class_title(works)) for works in CLASSES]
    headings += [_("其中小区自有社会资本（万元）"), _("效益"), _("相邻同年加分"), _("理由")]
    headings += [_("还缺证据的前置条件"), _("还缺证据的楼栋")]
    extra = extra_columns(plan)
    rows = (
        [
            one.year,
            one.estate.name,
            one.estate.id,
            one.estate.street_name,
            one.estate.households,
            one.estate.score.points,
            class_titles(frozenset(one.works)),
            *(_wan(one.gross_of(works)) if works in one.works else None for works in CLASSES),
            _wan(one.own),
            one.milli / 1000,
            one.together / 1000,
            one.reason,
            listed(dict.fromkeys(gate.title for gate in one.estate.waiting)),
            listed(name for name, _rule in one.estate.open_buildings),
            *(column.shown(one.estate) for column in extra),
        ]
        for one in sorted(plan.chosen, key=_order)
    )
    look.table(_("列入"), [*headings, *(column.heading for column in extra)], rows)


def _order(one: Chosen) -> tuple[int, int, str]:
    return one.year, -one.estate.score.hundredths, one.estate.id


def _left_out(look: _Look, plan: Plan) -> None:
    headings = [_("编号"), _("小区"), _("街道"), _("户数"), _("得分")]
    headings += [_("{works}（万元）").format(works=class_title(works)) for works in CLASSES]
    extra, ways = extra_columns(plan), ways_of(plan)
    rows = (
        [
            one.estate.id,
            one.estate.name,
            one.estate.street_name,
            one.estate.households,
            one.estate.score.points,
            *map(_wan, one.estate.gross),
            one.reason,
            *ways_cells(plan, ways.get(one.estate.id)),
            *(column.shown(one.estate) for column in extra),
        ]
        for one in sorted(plan.left_out, key=lambda one: -one.estate.score.hundredths)
    )
    headings += [_("理由"), *ways_headings(plan), *(column.heading for column in extra)]
    look.table(_("未列入"), headings, rows)


def _money(look: _Look, plan: Plan) -> None:
    headings = [_("年度"), _("来源"), _("可用于"), _("资金（万元）")]
    headings += [_("用于{works}（万元）").format(works=class_title(works)) for works in CLASSES]
    rows = (
        [
            line.year,
            line.title,
            class_titles(line.classes),
            _wan(line.given),
            *map(_wan, line.paid),
            _wan(line.left),
        ]
        for line in money_lines(plan)
    )
    look.table(_("资金"), [*headings, _("剩余（万元）")], rows)


def _loads(look: _Look, plan: Plan) -> None:
    """Write what each street takes on per year."""
    loads: dict[tuple[str, str, int], list[Chosen]] = {}
    for one in plan.chosen:
        key = (one.estate.street, one.estate.street_name, one.year)
        loads.setdefault(key, []).append(one)
    rows = (
        [
            name,
            year,
            len(here),
            sum(one.estate.households for one in here),
            _wan(sum(one.cost for one in here)),
        ]
        for (_street, name, year), here in sorted(loads.items())
    )
    headings = [_("街道"), _("年度"), _("开工小区（个）"), _("开工户数（户）"), _("投资（万元）")]
    look.table(_("各街道"), headings, rows)


def _firms(look: _Look, plan: Plan) -> None:
    """Write which firm carries which works, where the office named firms."""
    if not plan.assigned:
        return
    headings = [_("年度"), _("企业"), _("小区"), _("编号"), _("内容"), _("承担数量"), _("单位")]
    rows = (
        [
            one.start.year,
            one.firm,
            one.start.estate.name,
            one.start.estate.id,
            class_titles(frozenset(one.works)),
            _wan(one.amount) if one.unit is Unit.INVESTMENT else one.amount,
            unit_title(one.unit),
        ]
        for one in sorted(plan.assigned, key=lambda one: (one.start.year, one.firm))
    )
    look.table(_("企业"), headings, rows)


def _scores(look: _Look, plan: Plan) -> None:
    look.table(_("得分"), *score_table(plan))


def _buildings(look: _Look, plan: Plan) -> None:
    """Write the buildings that the plan is without, if there are any."""
    if is_dropping(plan):
        look.table(_("不列入的楼栋"), *building_table(plan))

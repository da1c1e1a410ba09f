"""A sharing as tables: by party and class, by item, by building, by household."""

from __future__ import annotations

from collections.abc import Sequence

from jiugai.finance.sharing.households import masked
from jiugai.finance.sharing.parties import PARTIES
from jiugai.finance.sharing.remarks import grounds_of
from jiugai.finance.sharing.sharing import Bill, Sharing
from jiugai.finance.sharing.words import CLASS_WORDS, SCOPE_WORDS, SOURCE_WORDS
from jiugai.kernel.headings import title_of
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.tables import Cell, Column, Holds, Table
from jiugai.policy.entries import Works
from jiugai.policy.funding import Source


def classes_in(sharing: Sharing) -> list[Works]:
    """Return the classes that the works have, in their order."""
    used = {one.item.works for one in sharing.items}
    return [works for works in CLASS_WORDS if works in used]


def parties_in(sharing: Sharing) -> list[Source]:
    """Return the parties that pay something, in their order."""
    used = {source for one in sharing.items for source, cents in one.parties.items() if cents}
    return [source for source in PARTIES if source in used]


def paid_by(sharing: Sharing, source: Source, works: Works) -> int:
    """Return what a party pays for a class."""
    return sum(one.parties.get(source, 0) for one in sharing.items if one.item.works is works)


def party_table(sharing: Sharing) -> Table:
    """Return what each party pays for each class, with what the texts say of it."""
    classes = classes_in(sharing)
    columns = (
        Column(_("出资方")),
        *(Column(title_of(CLASS_WORDS[works]), Holds.YUAN) for works in classes),
        Column(_("合计"), Holds.YUAN),
        Column(_("占总额"), Holds.SHARE),
        Column(_("条文")),
    )
    rows = [_party_row(sharing, source, classes) for source in parties_in(sharing)]
    sums = [sum(int(row[at] or 0) for row in rows) for at in range(1, len(classes) + 2)]
    rows.append([_("合计"), *sums, 1 if sharing.cost else 0, ""])
    return Table(_("出资方与类别"), columns, rows)


def _party_row(sharing: Sharing, source: Source, classes: Sequence[Works]) -> list[Cell]:
    paid = [paid_by(sharing, source, works) for works in classes]
    said = {
        _("{says}（{clause}）").format(says=_(one.says), clause=one.clause): None
        for works, cents in zip(classes, paid, strict=True)
        if cents
        for one in grounds_of(works, source, sharing.law)
    }
    share = sum(paid) / sharing.cost if sharing.cost else 0.0
    return [title_of(SOURCE_WORDS[source]), *paid, sum(paid), share, listed(said, "；")]


def item_table(sharing: Sharing) -> Table:
    """Return each item with its parties, how residents share it, and the clause."""
    parties = parties_in(sharing)
    columns = (
        Column(_("内容")),
        Column(_("类别")),
        Column(_("范围")),
        Column(_("金额"), Holds.YUAN),
        *(Column(title_of(SOURCE_WORDS[source]), Holds.YUAN) for source in parties),
        Column(_("居民分摊方式")),
        Column(_("依据")),
        Column(_("分摊户数"), Holds.COUNT),
    )
    rows: list[list[Cell]] = [
        [
            one.item.title,
            title_of(CLASS_WORDS[one.item.works]),
            title_of(SCOPE_WORDS[one.item.scope]),
            one.item.cost,
            *(one.parties.get(source, 0) for source in parties),
            one.by.words if one.residents else _("居民不出资"),
            one.by.ground if one.residents else "",
            len(one.households),
        ]
        for one in sharing.items
    ]
    return Table(_("内容与分摊方式"), columns, rows)


def building_table(sharing: Sharing) -> Table:
    """Return what the households of each building pay."""
    groups: dict[str, list[Bill]] = {}
    for bill in sharing.bills:
        groups.setdefault(bill.household.address.building, []).append(bill)
    columns = (
        Column(_("楼栋")),
        Column(_("户数"), Holds.COUNT),
        Column(_("建筑面积㎡"), Holds.FIGURE),
        *_sum_columns(),
    )
    rows: list[list[Cell]] = [
        [name, len(bills), sum(bill.household.area or 0 for bill in bills), *_sums(bills)]
        for name, bills in groups.items()
    ]
    everyone = sum(bill.household.area or 0 for bill in sharing.bills)
    rows.append([_("合计"), len(sharing.bills), everyone, *_sums(sharing.bills)])
    return Table(_("楼栋"), columns, rows)


def item_names(sharing: Sharing) -> list[str]:
    """Return the names of the items that residents pay for, each once."""
    return list(dict.fromkeys(one.item.name for one in sharing.items if one.residents))


def household_table(sharing: Sharing) -> Table:
    """Return what each household pays, item by item; names of persons are masked."""
    names = item_names(sharing)
    columns = (
        Column(_("楼栋")),
        Column(_("单元")),
        Column(_("户号")),
        Column(_("楼层"), Holds.COUNT),
        Column(_("建筑面积㎡"), Holds.FIGURE),
        Column(_("产权人")),
        *(Column(name, Holds.YUAN) for name in names),
        *_sum_columns(),
    )
    rows = [_household_row(bill, names) for bill in sharing.bills]
    return Table(_("住户"), columns, rows)


def _household_row(bill: Bill, names: Sequence[str]) -> list[Cell]:
    one = bill.household
    return [
        one.address.building,
        one.address.unit,
        one.address.door,
        one.floor,
        one.area,
        masked(one.owner),
        *(bill.parts.get(name, 0) for name in names),
        *_sums([bill]),
    ]


def _sum_columns() -> tuple[Column, ...]:
    return (
        Column(_("应分摊"), Holds.YUAN),
        Column(_("已计出资"), Holds.YUAN),
        Column(_("提取公积金"), Holds.YUAN),
        Column(_("使用维修资金"), Holds.YUAN),
        Column(_("现金应付"), Holds.YUAN),
    )


def _sums(bills: Sequence[Bill]) -> tuple[int, int, int, int, int]:
    return (
        sum(bill.part for bill in bills),
        sum(bill.credited for bill in bills),
        sum(bill.household.provident or 0 for bill in bills),
        sum(bill.household.maintenance or 0 for bill in bills),
        sum(bill.cash for bill in bills),
    )


def credit_table(sharing: Sharing) -> Table:
    """Return what residents put in besides cash, and whether it counts."""
    columns = (
        Column(_("谁")),
        Column(_("形式")),
        Column(_("金额"), Holds.YUAN),
        Column(_("是否计入")),
        Column(_("条文")),
        Column(_("理由")),
    )
    words = {"met": _("计入"), "not_met": _("不计入"), "unknown": _("证据不足")}
    rows: list[list[Cell]] = [
        [
            str(one.credit.of) or _("全体业主"),
            one.credit.title,
            one.credit.worth,
            words[one.verdict],
            one.clause,
            one.why,
        ]
        for one in sharing.judged
    ]
    rows += [
        [_("提取或使用的各户"), one.title, one.drawn, words[one.verdict], one.clause, one.why]
        for one in sharing.funds
    ]
    return Table(_("居民投入"), columns, rows)

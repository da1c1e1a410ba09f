"""Bundles and packages as sheets of plan.xlsx."""

from collections.abc import Sequence
from typing import NamedTuple

from jiugai.kernel.i18n import _, headed, listed
from jiugai.kernel.money import CENTS_PER_WAN
from jiugai.planning.blocks.blocks import Blocks
from jiugai.planning.blocks.bundles import Bundles, Link
from jiugai.planning.blocks.packages import Lot, Package
from jiugai.planning.classes import class_titles

Row = Sequence[str | int | float | None]


class BlockSheet(NamedTuple):
    """A sheet: its name, its headings, its rows."""

    name: str
    headings: list[str]
    rows: list[Row]


def block_sheets(blocks: Blocks) -> list[BlockSheet]:
    """Return the sheets of packages with their estates, of bundles, and of gaps between them."""
    found = [_packages(blocks), _bundles(blocks.bundles), _links(blocks.bundles.links)]
    return [sheet for sheet in found if sheet.rows]


def _packages(blocks: Blocks) -> BlockSheet:
    home = {
        one.estate.id: bundle.name for bundle in blocks.bundles.together for one in bundle.members
    }
    rows = [
        _lot(package, lot, home.get(lot.estate.estate.id, ""))
        for package in blocks.packages.all
        for lot in package.lots
    ]
    headings = [_("年度"), _("标段编号"), _("标段"), _("小区"), _("编号"), _("街道"), _("片区")]
    headings += [_("内容"), _("户数"), _("投资（万元）"), _("标段合计（万元）"), _("说明")]
    return BlockSheet(_("片区与标段"), headings, rows)


def _lot(package: Package, lot: Lot, bundle: str) -> Row:
    one = lot.estate.estate
    return (
        package.year,
        package.id,
        package.name,
        one.name,
        one.id,
        one.street_name,
        bundle,
        class_titles(frozenset(lot.works)),
        one.households,
        lot.cost / CENTS_PER_WAN,
        package.cost / CENTS_PER_WAN,
        package_note(package),
    )


def package_note(package: Package) -> str:
    """Return what must be known about a package."""
    if package.is_over:
        return _("单个小区已超过标段上限")
    return _("低于标段下限") if package.is_small else ""


def _bundles(bundles: Bundles) -> BlockSheet:
    names = {one.estate.id: one.estate.name for b in bundles.all for one in b.members}
    rows: list[Row] = [
        (
            one.year,
            one.id,
            one.name,
            len(one.members),
            listed(member.estate.name for member in one.members),
            one.households,
            one.cost / CENTS_PER_WAN,
            round(one.span_m),
            len(one.rewarded),
            listed((headed(names[estate], what) for estate, what in one.idle), "；"),
        )
        for one in bundles.together
    ]
    headings = [_("年度"), _("片区编号"), _("片区"), _("小区（个）"), _("小区名单"), _("户数")]
    headings += [_("投资（万元）"), _("跨度（米）"), _("计入效益的相邻对"), _("可共享的存量资源")]
    return BlockSheet(_("片区"), headings, rows)


def _links(links: Sequence[Link]) -> BlockSheet:
    rows: list[Row] = [
        (
            one.estate.name,
            one.estate.id,
            one.estate.street_name,
            one.estate.households,
            _("连通") if one.connects else _("扩大"),
            listed(one.joins),
            one.year,
            round(one.metres),
        )
        for one in links
    ]
    headings = [
        _("未列入的小区"),
        _("编号"),
        _("街道"),
        _("户数"),
        _("作用"),
        _("相邻的片区或小区"),
    ]
    return BlockSheet(_("连片缺口"), [*headings, _("其年度"), _("最近距离（米）")], rows)

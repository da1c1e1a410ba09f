"""What `jiugai plan` is told, and tells, of neighbours and tender packages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from jiugai.kernel import counts
from jiugai.kernel.i18n import _, listed, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jiugai.cli.options import F
    from jiugai.kernel.source import Clause
    from jiugai.planning.blocks.blocks import Blocks
    from jiugai.planning.blocks.bundles import Link
    from jiugai.planning.plan import Plan
    from jiugai.planning.terms import Terms
    from jiugai.reporting.blocks import BlockRow, BlocksShown

#: So many gaps are named on the page; the workbook has all.
NAMED_GAPS: Final = 8
#: So many barriers that keep nobody apart are named.
NAMED_BARRIERS: Final = 5

_barriers = click.option(
    "--barriers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("把小区隔开的河流、铁路、道路、公园（GeoJSON 的线或面，带 name）。"),
)
_packages = click.option(
    "--packages",
    default="",
    metavar=_("按=片区,NAME=N,…"),
    help=_(
        "标段规模，如 按=片区,万元=3000,户=2000,小区=5,至少万元=300；按 可为片区、街道、类别。"
    ),
)


def on_blocks(command: F) -> F:
    """Add the options on barriers and packages."""
    add: tuple[Callable[[F], F], ...] = (_packages, _barriers)
    for option in add:
        command = option(command)
    return command


def with_blocks(terms: Terms, *, barriers: Path | None, packages: str) -> Terms:
    """Return terms with the barriers of a file and the packages of a text, where given.

    Raises InputError or UsageError if one cannot be read.
    """
    if barriers is not None:
        from jiugai.planning.ground.barriers import read_barriers

        terms = replace(terms, barriers=read_barriers(barriers))
    if packages:
        from jiugai.planning.demands.packaging import read_packaging

        terms = replace(terms, packaging=read_packaging(packages))
    return terms


def told_blocks(made: Plan, blocks: Blocks) -> list[str]:
    """Return what lies together, what is tendered together and what is not known, in sentences."""
    bundles = blocks.bundles
    together = bundles.together
    found = [
        _("连片：{within} 米内相邻的 {estates}成 {bundles}，{alone} 个单独{basis}。").format(
            within=made.terms.weights.neighbours.within_m,
            estates=counts.estates(sum(len(one.members) for one in together)),
            bundles=counts.bundles(len(together)),
            alone=len(bundles.all) - len(together),
            basis=_basis(made.terms.grounds.together),
        )
    ]
    if bundles.without_point:
        found.append(
            ngettext(
                "{count} 个列入的小区没有坐标，看不出与谁相邻，按单独处理；请补坐标。",
                len(bundles.without_point),
            ).format(count=len(bundles.without_point))
        )
    found += [
        ngettext("“{name}”隔开 {pairs} 对相邻小区。", pairs).format(name=name, pairs=pairs)
        for name, pairs in bundles.apart
    ]
    return [*found, *_told_idle(made, blocks), _told_packages(made, blocks)]


def _told_idle(made: Plan, blocks: Blocks) -> list[str]:
    """Return which barriers keep nobody apart: most likely they lie elsewhere."""
    separating = {name for name, _pairs in blocks.bundles.apart}
    idle = [name for name in dict.fromkeys(made.terms.barriers.names) if name not in separating]
    if not idle:
        return []
    names = listed(f"“{name}”" for name in idle[:NAMED_BARRIERS])
    sentence = _(
        "隔离物{names}没有隔开任何相距 {within} 米以内的小区，对计划没有影响；"
        "如不应如此，请核对它的位置和坐标系。"
    )
    if len(idle) > NAMED_BARRIERS:
        names = _("{names}等 {count} 项").format(names=names, count=len(idle))
    return [sentence.format(names=names, within=made.terms.weights.neighbours.within_m)]


def _told_packages(made: Plan, blocks: Blocks) -> str:
    from jiugai.planning.demands.packaging import by_title

    packages, asked = blocks.packages, made.terms.packaging
    if packages.is_fewest:
        proof = _("已是最少")
    else:
        proof = _("至少要 {bound} 个").format(bound=packages.bound)
    sentence = _("标段：{by}共 {count} 个，{proof}{basis}。").format(
        by=by_title(asked.by),
        count=len(packages.all),
        proof=proof,
        basis=_basis(made.terms.grounds.tender(asked.by)),
    )
    over = sum(one.is_over for one in packages.all)
    small = sum(one.is_small for one in packages.all)
    if over:
        sentence += ngettext("{count} 个小区单独就超过上限，各自成标段。", over).format(count=over)
    if small:
        sentence += ngettext("{count} 个标段低于下限。", small).format(count=small)
    return sentence


def _basis(clauses: Iterable[Clause]) -> str:
    words = listed(clauses)
    return _("（依据 {clauses}）").format(clauses=words) if words else ""


def blocks_shown(made: Plan, blocks: Blocks) -> BlocksShown:
    """Return bundles and packages as the page of the plan shows them."""
    from jiugai.planning.demands.packaging import AS_BLOCKS
    from jiugai.reporting.blocks import BlocksShown

    as_bundles = made.terms.packaging == AS_BLOCKS
    return BlocksShown(
        sentences=tuple(told_blocks(made, blocks)),
        bundles=tuple(_bundle_rows(blocks)),
        packages=() if as_bundles else tuple(_package_rows(blocks)),
        gaps=tuple(map(_gap, blocks.bundles.links[:NAMED_GAPS])),
    )


def _bundle_rows(blocks: Blocks) -> list[BlockRow]:
    from jiugai.kernel.money import grouped
    from jiugai.reporting.blocks import BlockRow

    largest = sorted(blocks.bundles.together, key=lambda one: (-len(one.members), one.id))
    return [
        BlockRow(
            year=one.year,
            name=one.name,
            members=tuple(member.estate.id for member in one.members),
            households=one.households,
            cost=grouped(one.cost),
            note=_("跨度 {metres} 米").format(metres=round(one.span_m)),
            label=one.label,
        )
        for one in largest
    ]


def _package_rows(blocks: Blocks) -> list[BlockRow]:
    from jiugai.kernel.money import grouped
    from jiugai.planning.output.block_sheets import package_note
    from jiugai.reporting.blocks import BlockRow

    return [
        BlockRow(
            year=one.year,
            name=one.name,
            members=tuple(lot.estate.estate.id for lot in one.lots),
            households=one.households,
            cost=grouped(one.cost),
            note=package_note(one),
        )
        for one in blocks.packages.all
    ]


def _gap(one: Link) -> str:
    if one.connects:
        words = _("{name}（{households}）未列入：补上它，{year} 年的{joins}就连成一片。")
    else:
        words = _("{name}（{households}）未列入：它紧邻 {year} 年的{joins}，可作下一年的候选。")
    return words.format(
        name=one.estate.name,
        households=counts.households(one.estate.households),
        year=one.year,
        joins=listed(one.joins),
    )

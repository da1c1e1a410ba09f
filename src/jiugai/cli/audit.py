"""Prove that a decision can be computed again."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from jiugai.kernel.i18n import _, ngettext


@click.group(help=_("重算并核对以往的决定。"))
def audit() -> None:
    """Group the commands that auditors use."""


@audit.command(
    help=_("重算 FOLDER 中的判定；结论与当时不同的、被改动的文件逐条列出，退出码为 1。")
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def replay(folder: Path) -> None:
    """Print what comes out differently today."""
    from jiugai.policy.decision import replay as compute_again

    result = compute_again(folder)
    if not result.same_rulebook:
        click.echo(_("规则库与当时不同；以下为按现在的规则库重算的差异。"), err=True)
    for name in result.altered:
        click.echo(_("文件与写出时不同：{name}").format(name=name))
    for change in result.changed:
        click.echo(f"{change.estate_id}\t{change.rule}\t{change.before}\t{change.now}")
    click.echo(
        ngettext("重算 {verdicts} 个判定，{changed} 个不同。", result.verdicts).format(
            verdicts=result.verdicts, changed=len(result.changed)
        ),
        err=True,
    )
    sys.exit(1 if result.changed or result.altered else 0)


@audit.command(help=_("重算网站的操作记录；被改动、删除、调换或插入的逐条列出，退出码为 1。"))
@click.option("--digest", default="", help=_("另存的块摘要，检查它是否还在记录中。"))
@click.option("--json", "as_json", is_flag=True, help=_("输出 JSON。"))
def verify(digest: str, as_json: bool) -> None:
    """Prove the site's record."""
    from jiugai.cli.site import run_site

    more = [*(["--digest", digest] if digest else []), *(["--json"] if as_json else [])]
    sys.exit(run_site("manage", "verify_record", *more))

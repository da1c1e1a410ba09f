"""The commands and what becomes of errors."""

from __future__ import annotations

import sys
from typing import Any

import click

from jiugai.cli.allocate import allocate
from jiugai.cli.assess import assess
from jiugai.cli.audit import audit
from jiugai.cli.census import census
from jiugai.cli.compare import compare
from jiugai.cli.demo import demo
from jiugai.cli.finance import finance

# PLAN
from jiugai.cli.plan import plan
from jiugai.cli.policy import policy
from jiugai.cli.schedule import schedule
from jiugai.cli.share import share
from jiugai.cli.site import backup, doctor, restore, serve
from jiugai.cli.vote import vote
from jiugai.kernel.errors import InputError, JiugaiError, Refusal
from jiugai.kernel.i18n import _

FOUND_PROBLEMS = 1
WRONG_USAGE = 2


class Root(click.Group):
    """Turns the errors that people cause into one sentence and the right exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; anything that is not a JiugaiError is a bug and rises."""
        try:
            return super().invoke(ctx)
        except JiugaiError as error:
            click.echo(str(error), err=True)
            problem = isinstance(error, InputError | Refusal)
            sys.exit(FOUND_PROBLEMS if problem else WRONG_USAGE)


@click.group(
    cls=Root,
    help=_("老旧小区改造：从台账到判定和计划，每个结论都有条款。"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="jiugai", help=_("显示版本。"))
@click.option("--lang", metavar="zh|en", help=_("界面语言；也可用环境变量 JIUGAI_LANG。"))
def cli(lang: str | None) -> None:
    """Do nothing by itself; the language was chosen before the commands were declared."""


for command in (
    assess,
    plan,
    compare,
    schedule,
    census,
    policy,
    audit,
    share,
    finance,
    allocate,
    demo,
    vote,
    serve,
    doctor,
    backup,
    restore,
):
    cli.add_command(command)

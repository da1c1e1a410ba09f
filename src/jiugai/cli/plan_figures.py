"""Options of a plan about its figures: how need is scored, what stands in for missing costs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _

if TYPE_CHECKING:
    from jiugai.planning.plan import Plan
    from jiugai.planning.terms import Terms

F = TypeVar("F", bound=Callable[..., Any])


def _write_template(context: click.Context, _option: click.Parameter, path: Path | None) -> None:
    """Write the form of a file of assumptions, and be done."""
    if path is None or context.resilient_parsing:
        return
    from jiugai.planning.pool.assumption_file import TEMPLATE

    if path.exists():
        raise UsageError(_("{path} 已经存在；请换一个文件名。").format(path=path))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEMPLATE.read_text(encoding="utf-8"), encoding="utf-8")
    click.echo(
        _("假设文件的模板已写到 {path}；填写后用 --assumptions 给出。").format(path=path), err=True
    )
    context.exit()


_scoring = click.option(
    "--scoring",
    type=click.Choice(["weighted", "topsis"]),
    help=_(
        "按哪种得分编制：weighted 显式权重，topsis 熵权 TOPSIS；两种都会列出。默认按权重文件。"
    ),
)
_assumptions = click.option(
    "--assumptions",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("台账缺户数、面积、投资时所用的假设（YAML）；推算的数逐个注明，金额单独合计。"),
)
_template = click.option(
    "--assumptions-template",
    type=click.Path(dir_okay=False, path_type=Path),
    is_eager=True,
    expose_value=False,
    callback=_write_template,
    help=_("写出假设文件的模板后退出。"),
)


def on_figures(command: F) -> F:
    """Add the options about scores and assumptions."""
    for option in (_template, _assumptions, _scoring):
        command = option(command)
    return command


def with_figures(terms: Terms, *, scoring: str | None, assumptions: Path | None) -> Terms:
    """Return terms with another way of scoring, and with assumptions, where they are asked for.

    Raises InputError if the file of assumptions cannot be used.
    """
    from dataclasses import replace

    from jiugai.planning.need.weights import Scoring
    from jiugai.planning.pool.assumption_file import read_assumptions

    if scoring is not None:
        terms = replace(terms, weights=replace(terms.weights, scoring=Scoring(scoring)))
    if assumptions is not None:
        terms = replace(terms, assumptions=read_assumptions(assumptions))
    return terms


def told_figures(made: Plan) -> list[str]:
    """Return what must be known of the figures of a plan, one sentence each."""
    from jiugai.planning.output.figures import figure_facts

    return [
        _("{name}：{text}。").format(name=name, text=text) for name, text in figure_facts(made)
    ]

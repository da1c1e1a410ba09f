"""Try a change of policy on ledgers before it is in force."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jiugai.cli import options
from jiugai.cli.plan import on_terms
from jiugai.kernel.errors import InputError, UsageError
from jiugai.kernel.i18n import _

if TYPE_CHECKING:
    from jiugai.policy.whatif import Change


@click.command(
    help=_(
        "在台账上试算一项政策改动：改数字、改理解、换日期、增减文件或用另一地的规定，"
        "看谁进、谁出、谁变为待查，各项合计和计划怎么变。\n\n"
        "写出 whatif.json、whatif.csv、whatif.xlsx、whatif.html。给出 --budget 和 --years 时，"
        "改动前后各编一份计划并对照。退出码同 assess。"
    ),
)
@options.ledgers
@options.place
@options.day
@options.out
@click.option(
    "--number",
    "numbers",
    multiple=True,
    metavar="ID=VALUE",
    help=_("把一个数字改为拟议的值，如 p14.last_year=2005，可多次给出；见 jiugai policy law。"),
)
@click.option(
    "--numbers",
    "numbers_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("写有多个拟议数字的文件（YAML，每行 编号: 值）。"),
)
@click.option(
    "--reading",
    "readings",
    multiple=True,
    metavar="ID=OPTION",
    help=_("试用对条文的另一种理解，可多次给出。"),
)
@click.option("--adopt", multiple=True, metavar="DOC", help=_("试行一个现在不适用的文件。"))
@click.option("--without", multiple=True, metavar="DOC", help=_("假设一个现行文件不再适用。"))
@click.option("--as-place", default="", metavar="CODE", help=_("改用另一个区划的规定，如 4102。"))
@click.option("--on-day", type=options.Day(), help=_("改用另一日的规定。"))
@options.outlines
@options.mapping
@click.option(
    "--budget",
    metavar="FILE|AMOUNT",
    help=_("预算文件或金额；给出时对照改动前后的计划，写法同 jiugai plan。"),
)
@click.option(
    "--years",
    type=click.IntRange(1, 10),
    help=_("计划年数，与 --budget 同时给出。"),
)
@on_terms
def whatif(
    ledgers: tuple[Path, ...],
    place: str,
    day: date,
    out: Path,
    numbers: tuple[str, ...],
    numbers_file: Path | None,
    readings: tuple[str, ...],
    adopt: tuple[str, ...],
    without: tuple[str, ...],
    as_place: str,
    on_day: date | None,
    outlines: tuple[Path, ...],
    mapping: Path | None,
    budget: str | None,
    years: int | None,
    **asked: Any,
) -> None:
    """Write what the change would do."""
    from jiugai.cli.assess import children_of
    from jiugai.cli.ledgers import read_for_command, write_issues
    from jiugai.cli.whatif_plan import plan_part
    from jiugai.policy.diff import differences
    from jiugai.policy.effects import effect_of
    from jiugai.policy.law import law_of
    from jiugai.policy.whatif import Change, notes_on, proposed
    from jiugai.reporting.folder import whole_folder
    from jiugai.reporting.whatif import WhatIf, said
    from jiugai.reporting.whatif_files import whatif_files

    change = Change(
        numbers=_numbers(numbers, numbers_file),
        readings=options.parse_readings(readings),
        adopt=adopt,
        without=without,
        as_place=as_place,
        on_day=on_day,
    )
    _refuse_nothing(change, budget=budget, years=years)
    law = law_of(place, day)
    after = proposed(law, change)
    found = read_for_command(ledgers, place=place, outlines=outlines, mapping=mapping, day=day)
    census = found.census
    plan = None
    if budget is not None and years is not None:
        plan = plan_part(census, (law, after), budget=budget, years=years, **asked)
    outcome = WhatIf(
        effect=effect_of(law, after, census.estates, children=children_of(census)),
        changes=tuple(differences(law, after)),
        notes=notes_on(law, after, change),
        asked=_as_data(change),
        plan=plan,
    )
    with whole_folder(out) as folder:
        for name, content in whatif_files(outcome).items():
            (folder / name).write_bytes(content)
        write_issues(folder, census)
    for sentence in (*outcome.notes, said(outcome), *(plan.said if plan else ())):
        click.echo(sentence, err=True)
    click.echo(_("结果在 {out}；先看 whatif.html。").format(out=out), err=True)
    sys.exit(found.exit_code)


def _refuse_nothing(change: Change, *, budget: str | None, years: int | None) -> None:
    if not change:
        raise UsageError(
            _(
                "没有说要改什么；请给出 --number、--numbers、--reading、--adopt、--without、"
                "--as-place、--on-day 中的至少一项。"
            )
        )
    if (budget is None) != (years is None):
        raise UsageError(_("对照计划须同时给出 --budget 和 --years。"))


def _numbers(texts: tuple[str, ...], file: Path | None) -> dict[str, str]:
    """Return the proposed numbers of the options and of a file.

    Raises UsageError or InputError if one cannot be read or is given twice with two values.
    """
    found = _numbers_in(file) if file else {}
    for id_, value in ((id_.strip(), value.strip()) for id_, value in map(_pair, texts)):
        if found.get(id_, value) != value:
            raise UsageError(
                _("数字 {id} 给了两个值：{a} 与 {b}；请只留一个。").format(
                    id=id_, a=found[id_], b=value
                )
            )
        found[id_] = value
    return found


def _pair(text: str) -> tuple[str, str]:
    id_, equals, value = text.partition("=")
    if not equals or not id_.strip() or not value.strip():
        raise UsageError(_("“{text}”应写成 编号=值，如 p14.last_year=2005。").format(text=text))
    return id_, value


def _numbers_in(file: Path) -> dict[str, str]:
    import yaml

    try:
        # Every value stays the text that was written: 2/3, 06-01..09-15, 2021-01-01.
        raw = yaml.load(file.read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader)  # noqa: S506
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise InputError(
            _("数字文件读不出来；请提供 UTF-8 的 YAML 文件，每行 编号: 值。"), file=str(file)
        ) from error
    if not isinstance(raw, dict) or not all(isinstance(value, str) for value in raw.values()):
        raise InputError(
            _("数字文件应是每行一个 编号: 值，如 p14.last_year: 2005。"), file=file.name
        )
    return {str(id_): value for id_, value in raw.items()}


def _as_data(change: Change) -> dict[str, Any]:
    return {
        "numbers": dict(change.numbers),
        "readings": dict(change.readings),
        "adopt": list(change.adopt),
        "without": list(change.without),
        "as_place": change.as_place,
        "on_day": change.on_day.isoformat() if change.on_day else None,
    }

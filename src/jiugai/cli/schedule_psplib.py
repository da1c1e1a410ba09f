"""Schedule a project file of PSPLIB, which knows neither days nor laws."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import click

from jiugai.kernel.i18n import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path


def write_psplib(works: Path, out: Path, *, seconds: float) -> None:
    """Write schedule.json and schedule.csv with the start and end of every job."""
    from jiugai.cli.schedule import follow, interruptible
    from jiugai.planning.schedule.aim import Aim
    from jiugai.planning.schedule.psplib import read_psplib
    from jiugai.planning.schedule.search import Search
    from jiugai.reporting.folder import whole_folder

    problem = read_psplib(works)
    horizon = sum(task.work for task in problem.tasks)
    search = Search(problem, seconds=seconds, tell=follow)
    solution = interruptible(search, lambda: search.run(Aim(), horizon=horizon))
    if solution is None:  # jobs one after the other always end by the horizon
        raise ValueError("A sound file has a schedule.")
    (stage,) = solution.stages
    jobs = [
        {"job": number, "start": start, "end": task.end(start)}
        for number, (task, start) in enumerate(zip(problem.tasks, solution.starts, strict=True), 1)
    ]
    content = {
        "file": works.name,
        "makespan": stage.value,
        "bound": stage.bound,
        "gap": stage.gap,
        "stop": solution.stop.value,
        "seconds": round(solution.seconds, 3),
        "jobs": jobs,
    }
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, ("job", "start", "end"), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(jobs)
    with whole_folder(out) as folder:
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        (folder / "schedule.json").write_text(text, encoding="utf-8")
        (folder / "schedule.csv").write_text(table.getvalue(), encoding="utf-8-sig", newline="")
    proven = _("已证明最优") if stage.is_proven else _("差距 {gap}").format(gap=f"{stage.gap:.2%}")
    click.echo(
        ngettext("{count} 项作业，工期 {value}，{proven}。", len(jobs)).format(
            count=len(jobs), value=stage.value, proven=proven
        ),
        err=True,
    )

"""A workbook of projects with their gates, one column for each gate."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import IO, Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.gates.listing import Row, Sought, find_projects, row_of, with_gates
from jiugai.apps.projects.gates.queries import Gate
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.i18n import listed
from jiugai.reporting.workbook import list_workbook
from jiugai.web.templatetags.signs import VERDICTS

_CHUNK: Final = 500


@transaction.atomic
def export_gates(
    sought: Sought,
    *,
    filters: Sequence[tuple[str, str]],
    by: Person,
    division: str,
    at: datetime,
) -> IO[bytes]:
    """Return a workbook of the projects that fit, and write down who took it."""
    file, count = list_workbook(
        _("门槛"),
        head=[(_("导出人"), str(by)), (_("导出时间"), f"{at:%Y-%m-%d %H:%M}"), *filters],
        headings=_headings(sought),
        rows=(_cells(row) for row in _rows(sought)),
        frozen=2,
    )
    record(
        Action.EXPORTED,
        by=by,
        division=division,
        rows=count,
        columns=[rule.id for rule in sought.group.rules],
        filters=[f"{label}={value}" for label, value in filters],
    )
    return file


def _rows(sought: Sought) -> Iterator[Row]:
    found = with_gates(find_projects(sought), sought.group)
    for project in found.iterator(chunk_size=_CHUNK):
        yield row_of(project, sought.group)


def _headings(sought: Sought) -> list[str]:
    gates = [f"{say(rule.title)} {rule.clause}" for rule in sought.group.rules]
    return [_("项目编号"), _("小区"), _("阶段"), *gates, _("已开"), _("放行")]


def _cells(row: Row) -> list[str | int]:
    overrides = [gate for gate in row.gates if gate.override is not None]
    return [
        row.project.number,
        str(row.project.estate),
        row.project.estate.get_stage_display(),
        *(_word(gate) for gate in row.gates),
        row.open_count,
        listed((_override(one) for one in overrides), "；"),
    ]


def _override(gate: Gate) -> str:
    found = gate.override
    return f"{say(gate.rule.title)}：{found.by} {found.reason}" if found else ""


def _word(gate: Gate) -> str:
    if gate.state is None:
        return ""
    word = str(VERDICTS[gate.verdict][1])
    if gate.override is None:
        return word
    return _("{verdict}（{person}放行）").format(verdict=word, person=gate.override.by)

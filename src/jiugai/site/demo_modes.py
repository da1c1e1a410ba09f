"""Ways of doing it that made-up projects adopted, with the steps that were taken."""

from datetime import date, timedelta

from jiugai.apps.accounts.models import Person
from jiugai.apps.projects.models import Project
from jiugai.apps.projects.modes.catalogue import MODES
from jiugai.apps.projects.modes.services import adopt, take_step
from jiugai.apps.registry.models import Stage


def adopt_modes(projects: list[Project], *, officer: Person, clerk: Person, today: date) -> None:
    """Let one project adopt each way; each has taken more steps than the one before."""
    early = [one for one in projects if one.estate.stage in (Stage.RESERVE, Stage.PLAN)]
    for count, (project, mode) in enumerate(zip(early, MODES, strict=False)):
        on = today - timedelta(days=90 - count)
        adopt(
            project=project,
            mode=mode.id,
            reason="街道、居民代表和企业商定，区整治办同意。",
            by=officer,
            on=on,
        )
        for number, step in enumerate(mode.steps[: count + 1]):
            take_step(
                project=project,
                step=step.key,
                words="已完成，纪要留存。",
                done_on=on + timedelta(days=12 * number),
                by=clerk,
                on=today,
            )

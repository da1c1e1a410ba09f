"""What is asked about the way that a project adopted."""

from collections.abc import Sequence
from dataclasses import dataclass

from jiugai.apps.projects.models import Adoption, GateState, Project, StepTaken
from jiugai.apps.projects.modes.catalogue import BY_ID, INCOMES, Mode, Step
from jiugai.apps.registry.models import Party
from jiugai.policy.rule import Rule
from jiugai.policy.rulebook import rulebook


@dataclass(frozen=True, slots=True)
class Adopted:
    """A way as a project has it: who fills each role, which steps were taken, how checks stand."""

    adoption: Adoption
    mode: Mode
    roles: Sequence[tuple[Party.Kind, Sequence[Party]]]
    steps: Sequence[tuple[Step, StepTaken | None]]
    checks: Sequence[tuple[Rule, GateState | None]]

    @property
    def incomes(self) -> list[object]:
        """Return what it earns, in words."""
        return [INCOMES[one] for one in self.mode.incomes]

    @property
    def empty_roles(self) -> int:
        """Return how many roles nobody fills."""
        return sum(not parties for _kind, parties in self.roles)

    @property
    def taken(self) -> int:
        """Return how many steps were taken."""
        return sum(done is not None for _step, done in self.steps)


def adopted(project: Project) -> Adopted | None:
    """Return the way that a project has adopted, or None."""
    adoption = project.adoptions.select_related("by").filter(ended_on=None).first()
    if adoption is None or adoption.mode not in BY_ID:
        return None
    mode = BY_ID[adoption.mode]
    parties = list(
        project.estate.parties.filter(kind__in=mode.roles, until=None).select_related(
            "organisation"
        )
    )
    done = {one.step: one for one in adoption.steps.select_related("by")}
    states = {one.rule: one for one in project.gates.filter(rule__in=mode.checks)}
    rules = rulebook().rules
    return Adopted(
        adoption,
        mode,
        [(kind, [one for one in parties if one.kind == kind]) for kind in mode.roles],
        [(one, done.get(one.key)) for one in mode.steps],
        [(rules[one], states.get(one)) for one in mode.checks if one in rules],
    )

"""What the rules say of one estate, worked out when it is asked."""

from datetime import date

from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Estate
from jiugai.policy.case import Facts, Finding
from jiugai.policy.law import Law


def facts_of(estate: Estate) -> Facts:
    """Return the facts of an estate with those of its buildings below it."""
    known = estate.known
    buildings = [building.known for building in estate.buildings.all()]
    return {**known, "building": buildings} if buildings else known


def findings_on(estate: Estate, *, day: date) -> tuple[Law, dict[str, Finding]]:
    """Return the law of the day and the finding of every rule in force on an estate."""
    law = law_for(estate.division, day)
    return law, law.judge_all(facts_of(estate))

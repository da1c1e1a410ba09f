"""Replay a stored verdict, on the record."""

from django.db import transaction

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.queries.replay import Replay, replay


@transaction.atomic
def replay_on_record(estate: Estate, *, by: Person) -> Replay | None:
    """Compute the stored verdict on an estate again and write down what came of it."""
    found = replay(estate)
    if found is not None:
        record(
            "audit.replayed",
            estate,
            by=by,
            day=found.assessment.day.isoformat(),
            rulebook=found.digest,
            same_rulebook=found.same_rulebook,
            verdicts=found.verdicts,
            differing=[one.rule for one in found.differing],
        )
    return found

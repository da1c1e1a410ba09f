"""Hand out the workbook of a result, and write down who took it."""

from django.db import transaction

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.plans.models import Result


@transaction.atomic
def take_workbook(*, result: Result, by: Person) -> bytes:
    """Return the workbook that was made with a plan."""
    record(
        Action.EXPORTED,
        by=by,
        division=result.division,
        what="plan",
        digest=result.digest,
        rows=result.estates,
    )
    return bytes(result.workbook)

"""Who stands below the division of an adopted plan sees it, and of its estates their own."""

from typing import ClassVar, Final

from django.db import migrations

from jiugai.apps.accounts.rows import seen_below

#: A row belongs to a plan that was adopted.
_RESULT: Final = "EXISTS (SELECT 1 FROM plans_plan p WHERE p.result_id = plans_result.run_id)"
_RUN: Final = "EXISTS (SELECT 1 FROM plans_plan p WHERE p.result_id = plans_run.id)"


class Migration(migrations.Migration):
    """Rows to read only; the estates of a plan stay with the places in which they lie."""

    dependencies: ClassVar = [("plans", "0004_prices_guarded")]
    operations: ClassVar = [
        seen_below("plans_plan"),
        seen_below("plans_change"),
        seen_below("plans_result", _RESULT),
        seen_below("plans_run", _RUN),
    ]

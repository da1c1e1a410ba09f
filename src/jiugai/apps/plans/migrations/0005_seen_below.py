"""Who stands below the division of an adopted plan sees it, and of its estates their own."""

from typing import ClassVar, Final

from django.db import migrations

#: Those for whom the rows of a division above are meant, too.
_BELOW: Final = "starts_with(current_setting('jiugai.low', true), {table}.division)"
_ADOPTED: Final = "EXISTS (SELECT 1 FROM plans_plan p WHERE p.result_id = {table}.{key})"


def seen_below(table: str, key: str = "") -> migrations.RunSQL:
    """Return a migration that shows rows to divisions below; with a key only adopted results."""
    conditions = [_BELOW, _ADOPTED] if key else [_BELOW]
    using = " AND ".join(one.format(table=table, key=key) for one in conditions)
    return migrations.RunSQL(
        f"CREATE POLICY seen_below ON {table} FOR SELECT USING ({using});",
        f"DROP POLICY seen_below ON {table};",
    )


class Migration(migrations.Migration):
    """Rows to read only; the estates of a plan stay with the places in which they lie."""

    dependencies: ClassVar = [("plans", "0004_prices_guarded")]
    operations: ClassVar = [
        seen_below("plans_plan"),
        seen_below("plans_change"),
        seen_below("plans_result", "run_id"),
        seen_below("plans_run", "id"),
    ]

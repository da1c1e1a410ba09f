"""Every change of what maps and lists show is counted by the database itself."""

from typing import ClassVar, Final

from django.db import migrations

#: Tables with a division whose rows are shown on maps and in lists.
WATCHED: Final = ("estate", "assessment", "building", "pipe", "resource")

COUNT: Final = """
CREATE FUNCTION registry_count_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO registry_generation (district, tx, n)
    SELECT left(division, 6), pg_current_xact_id()::text::bigint, 1
    FROM (SELECT division FROM changed UNION SELECT division FROM former) AS both_ways
    GROUP BY 1
    ON CONFLICT (district, tx) DO UPDATE SET n = registry_generation.n + 1;
  ELSE
    INSERT INTO registry_generation (district, tx, n)
    SELECT left(division, 6), pg_current_xact_id()::text::bigint, 1 FROM changed GROUP BY 1
    ON CONFLICT (district, tx) DO UPDATE SET n = registry_generation.n + 1;
  END IF;
  RETURN NULL;
END $$;
"""


def watch(table: str) -> migrations.RunSQL:
    """Return a migration that counts the changes of a table."""
    each = "FOR EACH STATEMENT EXECUTE FUNCTION registry_count_change()"
    return migrations.RunSQL(
        f"""
        CREATE TRIGGER count_insert AFTER INSERT ON {table}
          REFERENCING NEW TABLE AS changed {each};
        CREATE TRIGGER count_update AFTER UPDATE ON {table}
          REFERENCING OLD TABLE AS former NEW TABLE AS changed {each};
        CREATE TRIGGER count_delete AFTER DELETE ON {table}
          REFERENCING OLD TABLE AS changed {each};
        """,
        f"""
        DROP TRIGGER count_insert ON {table};
        DROP TRIGGER count_update ON {table};
        DROP TRIGGER count_delete ON {table};
        """,
    )


class Migration(migrations.Migration):
    """Triggers that cannot be forgotten by a service, a COPY or a correction by hand."""

    dependencies: ClassVar = [("registry", "0003_interfaces")]
    operations: ClassVar = [
        migrations.RunSQL(COUNT, "DROP FUNCTION registry_count_change"),
        *(watch(f"registry_{table}") for table in WATCHED),
    ]

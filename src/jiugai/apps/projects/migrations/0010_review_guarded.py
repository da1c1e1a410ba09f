"""Reviews belong to their division, and what was handed over in them stays as it was."""

from typing import ClassVar, Final

from django.db import migrations

from jiugai.apps.accounts.rows import guarded
from jiugai.apps.audit.tables import append_only

TABLES: Final = ("review", "design", "designfile", "opinion", "remark", "answer")
#: The column that says that a row was handed over.
HANDED: Final = {"design": "at", "remark": "opinion_id", "answer": "design_id"}


def stays_once(table: str, column: str) -> migrations.RunSQL:
    """Return a migration after which rows stay as they are once a column has a value."""
    return migrations.RunSQL(
        f"""
        CREATE TRIGGER stays_once BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION refuse_once('{column}');
        """,
        f"DROP TRIGGER stays_once ON {table};",
    )


class Migration(migrations.Migration):
    """Row security, and triggers that keep versions, remarks, answers and opinions."""

    dependencies: ClassVar = [("projects", "0009_review")]
    operations: ClassVar = [
        *(guarded(f"projects_{table}") for table in TABLES),
        migrations.RunSQL(
            """
            CREATE FUNCTION refuse_once() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL THEN
                    RAISE EXCEPTION 'a row of % was handed over and stays as it is', TG_TABLE_NAME
                        USING ERRCODE = '42501';
                END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;
            END $$;
            """,
            "DROP FUNCTION refuse_once;",
        ),
        *(stays_once(f"projects_{table}", column) for table, column in HANDED.items()),
        # The files of a version that was handed in stay; and nothing is added to an opinion.
        migrations.RunSQL(
            """
            CREATE FUNCTION refuse_files_of_handed_in() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF EXISTS (SELECT FROM projects_design WHERE at IS NOT NULL
                           AND id = CASE WHEN TG_OP = 'INSERT' THEN NEW.design_id
                                         ELSE OLD.design_id END) THEN
                    RAISE EXCEPTION 'the files of a design that was handed in stay'
                        USING ERRCODE = '42501';
                END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER files_stay BEFORE INSERT OR UPDATE OR DELETE ON projects_designfile
                FOR EACH ROW EXECUTE FUNCTION refuse_files_of_handed_in();
            CREATE FUNCTION refuse_late_remark() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF EXISTS (SELECT FROM projects_opinion WHERE design_id = NEW.design_id) THEN
                    RAISE EXCEPTION 'the remarks on this design were given, all at once'
                        USING ERRCODE = '42501';
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER all_at_once BEFORE INSERT ON projects_remark
                FOR EACH ROW EXECUTE FUNCTION refuse_late_remark();
            """,
            """
            DROP TRIGGER all_at_once ON projects_remark;
            DROP FUNCTION refuse_late_remark;
            DROP TRIGGER files_stay ON projects_designfile;
            DROP FUNCTION refuse_files_of_handed_in;
            """,
        ),
        append_only("projects_opinion"),
    ]

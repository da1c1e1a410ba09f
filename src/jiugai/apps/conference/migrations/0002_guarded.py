"""Each division sees its own conference; what was signed or reported stays as it is."""

from typing import ClassVar, Final

from django.db import migrations

from jiugai.apps.accounts.rows import guarded
from jiugai.apps.audit.tables import append_only

_LOCAL: Final = ("seat", "meeting", "item", "paper", "assignment", "partner", "report")
#: Nothing of a meeting changes once its minutes are signed.
_FROZEN: Final = migrations.RunSQL(
    """
    CREATE FUNCTION refuse_change_of_signed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        signed timestamptz;
        found bigint;
    BEGIN
        IF TG_TABLE_NAME = 'conference_meeting' THEN
            signed := OLD.signed_at;
        ELSE
            IF TG_OP = 'INSERT' THEN
                found := NEW.meeting_id;
            ELSE
                found := OLD.meeting_id;
            END IF;
            SELECT signed_at INTO signed FROM conference_meeting WHERE id = found;
        END IF;
        IF signed IS NOT NULL THEN
            RAISE EXCEPTION 'minutes are signed' USING ERRCODE = '42501';
        END IF;
        IF TG_OP = 'DELETE' THEN
            RETURN OLD;
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER signed_stays BEFORE UPDATE OR DELETE ON conference_meeting
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed();
    CREATE TRIGGER signed_stays BEFORE INSERT OR UPDATE OR DELETE ON conference_item
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed();
    """,
    """
    DROP TRIGGER signed_stays ON conference_item;
    DROP TRIGGER signed_stays ON conference_meeting;
    DROP FUNCTION refuse_change_of_signed();
    """,
)


class Migration(migrations.Migration):
    """Row security, reports that only grow, signed minutes that stay."""

    dependencies: ClassVar = [("conference", "0001_initial"), ("audit", "0002_only_grows")]
    operations: ClassVar = [
        *(guarded(f"conference_{table}") for table in _LOCAL),
        append_only("conference_report"),
        _FROZEN,
    ]

"""Rows of trials are seen within their division; of a choice only its end is ever written."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded

ENDED_ONCE = """
CREATE FUNCTION keep_choice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.until IS NULL AND to_jsonb(NEW)
        - ARRAY['until', 'ended_by_id', 'ended_at', 'ended_reason']
        = to_jsonb(OLD) - ARRAY['until', 'ended_by_id', 'ended_at', 'ended_reason'] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a choice of a reading stays as it was made' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER keep_choice BEFORE UPDATE OR DELETE ON registry_chosenreading
    FOR EACH ROW EXECUTE FUNCTION keep_choice();
"""
AGAIN = "DROP TRIGGER keep_choice ON registry_chosenreading; DROP FUNCTION keep_choice();"


class Migration(migrations.Migration):
    """Row security and what the database refuses."""

    dependencies: ClassVar = [
        ("registry", "0018_readings"),
    ]

    operations: ClassVar = [
        guarded("registry_readingtrial"),
        migrations.RunSQL(ENDED_ONCE, AGAIN),
    ]

"""Each division has its own events, and lines of the record that are told become events."""

from typing import ClassVar, Final

from django.db import migrations

from jiugai.apps.accounts.rows import guarded

#: Of the record, what is told: its action, and what the event is called.
TOLD: Final = (
    ("projects.application_submitted", "application.submitted"),
    ("projects.application_returned", "application.returned"),
    ("projects.application_confirmed", "application.confirmed"),
    ("projects.opened", "project.opened"),
    ("projects.closed", "project.closed"),
    ("gates.overridden", "gate.overridden"),
    ("plans.adopted", "plan.adopted"),
    ("notices.put_up", "notice.put_up"),
    ("notices.ended", "notice.ended"),
    ("votes.published", "vote.published"),
    ("whistle.blown", "whistle.blown"),
    ("whistle.closed", "whistle.closed"),
    ("conference.minutes_signed", "minutes.signed"),
)
_VALUES: Final = ", ".join(f"('{action}', '{kind}')" for action, kind in TOLD)


class Migration(migrations.Migration):
    """Row security, and the trigger that writes events in the transaction of what happened."""

    dependencies: ClassVar = [("hooks", "0001_initial"), ("audit", "0001_initial")]
    operations: ClassVar = [
        guarded("hooks_event"),
        migrations.RunSQL(
            f"""
            CREATE FUNCTION tell_lines() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF EXISTS (SELECT 1 FROM hooks_hook WHERE ended_at IS NULL) THEN
                INSERT INTO hooks_event
                  (division, kind, at, subject, subject_id, subject_name, detail)
                SELECT fresh.division, told.kind, fresh.at, fresh.subject, fresh.subject_id,
                  fresh.subject_name, '{{}}'
                FROM fresh JOIN (VALUES {_VALUES}) AS told (action, kind)
                  ON told.action = fresh.action
                ORDER BY fresh.id;
              END IF;
              RETURN NULL;
            END $$;
            CREATE TRIGGER tell AFTER INSERT ON audit_line REFERENCING NEW TABLE AS fresh
              FOR EACH STATEMENT EXECUTE FUNCTION tell_lines();
            """,
            "DROP TRIGGER tell ON audit_line; DROP FUNCTION tell_lines();",
        ),
    ]

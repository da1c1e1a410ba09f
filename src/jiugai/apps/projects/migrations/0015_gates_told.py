"""A gate that opens or shuts becomes an event for other systems."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """The trigger that writes events in the transaction in which gates are worked out."""

    dependencies: ClassVar = [("projects", "0014_mode_guarded"), ("hooks", "0002_told")]
    operations: ClassVar = [
        migrations.RunSQL(
            """
            CREATE FUNCTION tell_gates() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF EXISTS (SELECT 1 FROM hooks_hook WHERE ended_at IS NULL) THEN
                INSERT INTO hooks_event
                  (division, kind, at, subject, subject_id, subject_name, detail)
                SELECT g.division, CASE WHEN g.after = 'met' THEN 'gate.opened' ELSE 'gate.shut' END,
                  g.at, 'projects.project', g.project_id::text, p.number,
                  jsonb_build_object('rule', g.rule, 'before', g.before, 'after', g.after)
                FROM fresh g JOIN projects_project p ON p.id = g.project_id
                WHERE (g.after = 'met') <> (g.before = 'met')
                ORDER BY g.id;
              END IF;
              RETURN NULL;
            END $$;
            CREATE TRIGGER tell AFTER INSERT ON projects_gateevent REFERENCING NEW TABLE AS fresh
              FOR EACH STATEMENT EXECUTE FUNCTION tell_gates();
            """,
            "DROP TRIGGER tell ON projects_gateevent; DROP FUNCTION tell_gates();",
        ),
    ]

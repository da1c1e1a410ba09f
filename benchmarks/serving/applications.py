"""Made-up applications, the same for every side: on desks with deadlines, each with its steps."""

# ruff: noqa: S608 - constants only
import os
from typing import Any, Final

import psycopg

from benchmarks.serving.data import PART

APPLICATIONS: Final = int(100_000 * PART)
#: Where of ten applications each lies; four are confirmed and have a project.
DESKS: Final = "applicant street street district district city" + 4 * " confirmed"
#: Both sides make the same rows from the same estates, by the same expressions.
ROWS: Final = f"""
SELECT e.id AS estate_id, e.division, e.name AS estate_name, e.id AS id,
  'SQ-2026-' || lpad(e.id::text, 6, '0') AS number, 'community' AS body,
  '第' || e.id || '居民委员会' AS body_name, date '2026-01-05' + mod(e.id, 90)::int AS asked_on,
  200 + mod(e.id, 400)::int AS households, 150 + mod(e.id, 50)::int AS answered,
  120 + mod(e.id, 30)::int AS agreeing,
  (string_to_array('{DESKS}', ' '))[1 + mod(e.id * 7, 10)] AS desk,
  date '2026-04-01' + mod(e.id * 13, 150)::int AS since,
  date '2026-04-15' + mod(e.id * 31, 200)::int AS due_on,
  repeat('屋面漏水，下水不畅，希望一并改造。', 3) AS wishes
FROM {{estates}} e WHERE e.id <= {APPLICATIONS}"""
STEPS: Final = """
(VALUES (1, 'submit', 'applicant', 'street', '申请改造'),
  (2, 'return', 'street', 'applicant', '请补充征求意见的结果'),
  (3, 'submit', 'applicant', 'street', '已补充')) AS s (at, verb, before, after, opinion)"""
PEERS: Final = f"""
CREATE TABLE applications AS SELECT id, number, estate_id AS estate, estate_name, division, body,
  body_name, asked_on, households, answered, agreeing, '["roof", "drains"]'::json AS items, desk,
  since, due_on, CASE WHEN desk = 'confirmed' THEN 'QR-' || id ELSE '' END AS confirmation,
  CASE WHEN desk = 'confirmed' THEN id END AS project, wishes,
  (SELECT json_agg(json_build_object('verb', s.verb, 'before', s.before, 'after', s.after,
    'on', since, 'due_on', due_on, 'by', 'city', 'opinion', s.opinion, 'document', 'beijing/p14',
    'clause', '附件1') ORDER BY s.at) FROM {STEPS}) AS steps
  FROM ({ROWS.format(estates="estates")}) AS r;
ALTER TABLE applications ADD PRIMARY KEY (id), ALTER number SET NOT NULL;
CREATE INDEX ON applications (desk, due_on, id);
CREATE INDEX ON applications (division text_pattern_ops, desk, due_on);
"""
PROJECTS: Final = f"""
INSERT INTO projects_project (id, estate_id, division, number, way, year, opened_on, opened_by_id,
  closed_why)
SELECT id, estate_id, division, 'B' || id, 'application', 2026, since, %s, ''
FROM ({ROWS.format(estates="registry_estate")}) AS r WHERE desk = 'confirmed'"""
OURS: Final = f"""
INSERT INTO projects_application (id, estate_id, division, number, body, body_name, asked_on,
  asked_how, households, answered, agreeing, items, wishes, desk, since, due_on, told_late,
  version, project_id, confirmation, filed_by_id, made_at)
SELECT id, estate_id, division, number, body, body_name, asked_on, '', households, answered,
  agreeing, '{{roof,drains}}', wishes, desk, since, due_on, true, 1,
  CASE WHEN desk = 'confirmed' THEN id END,
  CASE WHEN desk = 'confirmed' THEN 'QR-' || id ELSE '' END, %s, now()
FROM ({ROWS.format(estates="registry_estate")}) AS r"""
OUR_STEPS: Final = f"""
INSERT INTO projects_step (application_id, division, verb, before, after, by_id, role, at, "on",
  due_on, opinion, document, clause, said)
SELECT a.id, a.division, s.verb, s.before, s.after, %s, '', now(), a.since, a.due_on, s.opinion,
  'beijing/p14', '附件1', '{{}}'
FROM projects_application a CROSS JOIN {STEPS} ORDER BY a.id, s.at"""


def write(url: str) -> None:
    """Write the applications beside the estates of a peer's database."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(PEERS.encode())
        connection.execute("VACUUM (ANALYZE, FREEZE) applications")


def fill(division: str) -> None:
    """Write the applications into our database, as its working role within a division."""
    from django.db import connection

    from jiugai.apps.accounts.models import Person
    from jiugai.apps.accounts.rows import scope

    person: Any = Person.objects.order_by("id").first()
    with scope(division), connection.cursor() as cursor:
        for statement in (PROJECTS, OURS, OUR_STEPS):
            cursor.execute(statement, [person.pk])
    with psycopg.connect(os.environ["JIUGAI_OWNER_DATABASE_URL"], autocommit=True) as owner:
        for table in ("application", "step", "project"):
            owner.execute(f"VACUUM (ANALYZE, FREEZE) projects_{table}".encode())

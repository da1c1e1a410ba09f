"""What the benchmarks write past the models names every column that must be filled."""

import re

import pytest
from django.db import connection

from benchmarks.serving import applications, fill

WRITTEN = [fill.ESTATE, fill.ASSESSMENT, fill.BUILDING, applications.PROJECTS, applications.OURS,
           applications.OUR_STEPS]  # fmt: skip
MUST = """
SELECT column_name FROM information_schema.columns
WHERE table_name = %s AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'
  AND is_generated = 'NEVER'"""


@pytest.mark.django_db
@pytest.mark.parametrize("statement", WRITTEN, ids=lambda text: text.split()[2])
def test_every_column_that_must_be_filled_is_named(statement):
    table, columns = re.search(r"INSERT INTO (\w+)\s*\(([^)]*)\)", statement).groups()
    with connection.cursor() as cursor:
        cursor.execute(MUST, [table])
        must = {name for (name,) in cursor.fetchall()}

    assert must
    assert must <= {name.strip(' "\n') for name in columns.split(",")}

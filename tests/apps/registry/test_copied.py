"""Tables that go to PostgreSQL and back at once are the same, whatever stands in them."""

import polars as pl
import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from jiugai.apps.registry.services.copied import copy_out, temporary

#: PostgreSQL keeps no NUL; everything else may come out of a cell.
TEXTS = st.none() | st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))
ROWS = st.lists(st.tuples(TEXTS, st.none() | st.integers(-(2**60), 2**60)), max_size=20)


class CopiedTest(TestCase):
    """Property tests need a test case whose database is put back after each example."""

    @given(ROWS)
    @settings(max_examples=150, deadline=None)
    def test_what_is_copied_in_comes_out_the_same(self, rows):
        schema = {"text": pl.String, "number": pl.Int64}
        frame = pl.DataFrame(rows, schema=schema, orient="row").with_row_index("at")
        with transaction.atomic():
            temporary(frame, "kept", {"at": "int", "text": "text", "number": "bigint"})
            found = copy_out("SELECT text, number FROM kept ORDER BY at", [], schema)
        assert found.rows() == [(text, number) for text, number in rows]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text", ["\\N", "\\.", "a\tb", "a\nb", "a\r\nb", "\\", "\\t", '"', '""', "", "，", "'; DROP"]
)
def test_signs_of_the_format_itself_are_text(text):
    with transaction.atomic():
        temporary(pl.DataFrame({"text": [text, None]}), "kept", {"text": "text"})
        found = copy_out("SELECT text FROM kept WHERE text IS NOT NULL", [], {"text": pl.String})
    assert found["text"].to_list() == [text]

"""One rule, two readers: the verdicts are the same whatever is known."""

import hypothesis.strategies as st
from hypothesis import given, settings

from tests.core.policy.readers import polars_connection, register_verdicts, tables
from tests.core.policy.toy import RULES, House, Toy, ToyLaw, subjects

HOUSES = st.lists(subjects(House), max_size=3)
ROWS = st.lists(
    st.builds(lambda toy, houses: toy | {"house": houses}, subjects(Toy), HOUSES),
    min_size=1,
    max_size=8,
)
READINGS = st.sampled_from(["before", "through"])


@given(rows=ROWS, option=READINGS)
@settings(max_examples=60, deadline=None)
def test_polars_gives_what_the_case_reader_gives(rows, option):
    law = ToyLaw(readings={"toy.open": option})
    connection = polars_connection(tables(Toy, rows, [House]))

    over_register = register_verdicts(law, RULES, connection, ["house"])

    for rule in RULES:
        one_by_one = [law.judges[rule.id](row).verdict for row in rows]
        assert over_register[rule.id] == one_by_one, rule.id

"""The central formula, to the cent."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import hypothesis.strategies as st
import pytest
from hypothesis import given

from jiugai.finance.allocation import Region, allocate
from jiugai.kernel.errors import UsageError
from jiugai.policy.law import law_of

LAW_2019 = law_of("", date(2019, 12, 31))
LAW_2020 = law_of("", date(2020, 1, 1))
EAST = Region("甲", Decimal(1), Decimal(100), 10, 1, 1, Decimal(90))
WEST = Region("乙", Decimal(2), Decimal(100), 10, 1, 1, Decimal(90))


def test_equal_tasks_are_shared_by_fiscal_difficulty_alone_in_2019():
    assert allocate([EAST, WEST], 300, law=LAW_2019) == {"甲": 100, "乙": 200}


def test_from_2020_a_tenth_goes_by_performance_without_difficulty():
    # 90 % in thirds, 10 % in halves.
    assert allocate([EAST, WEST], 600, law=LAW_2020) == {"甲": 210, "乙": 390}


def test_a_factor_that_nobody_has_is_refused_with_its_name():
    nobody = [replace(region, performance=Decimal(0)) for region in (EAST, WEST)]

    with pytest.raises(UsageError, match="绩效"):
        allocate(nobody, 600, law=LAW_2020)


@given(
    total=st.integers(0, 10**13),
    areas=st.lists(st.integers(1, 10**7), min_size=1, max_size=6),
    difficulty=st.decimals("0.5", "3", places=2),
)
def test_the_parts_add_up_to_the_last_cent(total, areas, difficulty):
    regions = [
        replace(EAST, name=str(i), area_m2=Decimal(area), difficulty=difficulty)
        for i, area in enumerate(areas)
    ]

    assert sum(allocate(regions, total, law=LAW_2020).values()) == total

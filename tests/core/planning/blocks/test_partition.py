"""Groups cut into the fewest parts that hang together."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.planning.blocks import columns, growth
from jiugai.planning.blocks.cuts import Group, bits, components
from jiugai.planning.blocks.partition import at_least, cut


def group(costs, most, links=(), least=0):
    """Return a group of members with costs and one household each; `links` touch."""
    touches = [0] * len(costs)
    for one, other in links:
        touches[one] |= 1 << other
        touches[other] |= 1 << one
    sizes = tuple((cost, 1, 1) for cost in costs)
    return Group(sizes, (most, None, None), tuple(touches), least)


def chain(count):
    """Return the links of a row of members."""
    return [(i, i + 1) for i in range(count - 1)]


def is_sound(found, whole):
    """Return whether parts are a division of a group into pieces within the limits."""
    members = sorted(i for part in found.parts for i in part)
    assert members == list(range(len(whole.sizes)))
    for part in found.parts:
        assert len(components(whole.touches, bits(part))) == 1
        assert whole.fits(whole.total(part)) or len(part) == 1
    return True


def fewest(whole):
    """Return how few parts there can be, found by trying every division."""

    def best(left):
        if not left:
            return 0
        first, rest = left[0], left[1:]
        found = 1 + best(rest)
        for count in range(1, len(rest) + 1):
            for more in combinations(rest, count):
                part = (first, *more)
                if not whole.fits(whole.total(part)):
                    continue
                if len(components(whole.touches, bits(part))) == 1:
                    found = min(found, 1 + best([i for i in rest if i not in more]))
        return found

    return best(list(range(len(whole.sizes))))


graphs = st.integers(1, 7).flatmap(
    lambda count: st.tuples(
        st.lists(st.integers(0, 9), min_size=count, max_size=count),
        st.integers(3, 20),
        st.sets(st.sampled_from(list(combinations(range(count), 2)) or [(0, 0)])).map(
            lambda links: [(a, b) for a, b in links if a != b]
        ),
    )
)


def test_a_group_within_the_limits_stays_whole():
    assert cut(group([3, 4, 5], 12, chain(3))).parts == ((0, 1, 2),)


def test_a_row_is_cut_into_pieces_that_hang_together_with_even_costs():
    found = cut(group([4, 4, 4, 4, 4, 4], 15, chain(6)))

    assert found.parts == ((0, 1, 2), (3, 4, 5))
    assert found.bound == 2


def test_members_that_do_not_touch_never_share_a_part():
    assert cut(group([1, 1], 9)).parts == ((0,), (1,))


def test_a_member_over_the_limit_is_alone_and_may_part_the_others():
    assert cut(group([2, 50, 2], 10, chain(3))).parts == ((0,), (1,), (2,))


def test_even_costs_yield_to_parts_that_are_not_too_small():
    costs = [50, 18, 32, 36, 44]

    assert cut(group(costs, 80, chain(5))).parts == ((0, 1), (2, 3), (4,))
    assert cut(group(costs, 80, chain(5), least=50)).parts == ((0,), (1, 2), (3, 4))


@pytest.mark.slow
@given(graphs)
def test_small_groups_are_cut_as_brute_force_cuts_them(given_):
    costs, most, links = given_
    whole = group(costs, most, links)
    found = cut(whole)

    assert is_sound(found, whole)
    assert len(found.parts) == found.bound == fewest(whole)


@pytest.mark.slow
@given(graphs)
def test_growth_is_sound_and_never_below_the_bound(given_):
    costs, most, links = given_
    whole = group([min(cost, most) for cost in costs], most, links)
    parts = growth.grown_parts(whole)
    least = fewest(whole)

    assert sorted(i for part in parts for i in part) == list(range(len(costs)))
    assert all(len(components(whole.touches, bits(part))) == 1 for part in parts)
    assert all(whole.fits(whole.total(part)) for part in parts)
    assert at_least(whole) <= least <= len(parts)
    assert columns.parts_at_least(whole) <= least


@pytest.mark.slow
def test_a_large_group_is_cut_within_limits_with_a_bound_that_is_said():
    # A grid of 12 by 12, each member touching those beside, above and below.
    side = range(12)
    links = [(12 * r + c, 12 * r + c + 1) for r in side for c in side if c < 11]
    links += [(12 * r + c, 12 * r + c + 12) for r in side for c in side if r < 11]
    costs = [1 + (7 * i * i + 3 * i) % 10 for i in range(144)]
    whole = group(costs, 30, links)
    found = cut(whole)

    assert is_sound(found, whole)
    assert -(-sum(costs) // 30) <= found.bound <= len(found.parts) <= 1.3 * found.bound
    assert cut(whole) == found


@pytest.mark.parametrize(
    ("costs", "most", "bound"),
    [([6, 6, 6], 10, 3), ([5, 5, 5], 10, 2), ([9, 8, 2, 1, 1], 10, 3), ([4, 4, 4, 3], 10, 2)],
)
def test_the_bound_counts_what_cannot_go_together(costs, most, bound):
    assert at_least(group(costs, most)) == bound

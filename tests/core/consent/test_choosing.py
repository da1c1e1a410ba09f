"""Items within a sum: small elections, their winners worked out by hand."""

from collections import Counter
from fractions import Fraction

import pytest

from jiugai.consent import equal_shares
from jiugai.consent.choosing import Election, Item, choose_by_approvals
from jiugai.consent.chosen_told import chosen_told, left_told
from jiugai.consent.equal_shares import buy, choose_by_shares
from jiugai.consent.pabulib import parse_pb, written
from jiugai.consent.wanting import more_approvals
from jiugai.kernel.errors import InputError


def election(budget, costs, *ballots):
    """Return an election; a ballot is written "6 ab": six households approve a and b."""
    items = tuple(Item(name, name, cost) for name, cost in costs.items())
    found = Counter()
    for count, _space, names in (one.partition(" ") for one in ballots):
        found[frozenset(names)] += int(count)
    return Election(items, budget, found)


#: Six households want three things, four want another; a share is 60.
BLOCKS = election(600, dict.fromkeys("abcd", 200), "6 abc", "4 d")


def test_equal_shares_give_a_smaller_group_its_part_where_approvals_give_it_nothing():
    assert choose_by_approvals(BLOCKS).names == set("abc")
    found = choose_by_shares(BLOCKS)
    assert [one.item.name for one in found.chosen] == ["a", "b", "d"]
    # b needs 6 × (share − 200/6) ≥ 200, so 66.67; from 60 up in whole cents that is 67.
    assert found.share == 67
    assert [one.item.name for one in found.left] == ["c"]
    assert found.left[0].had == 6 * (67 - Fraction(400, 6))


def test_the_first_shares_alone_buy_what_their_holders_can_cover():
    found = buy(BLOCKS, BLOCKS.first_share)
    assert [(one.item.name, one.payers, one.most) for one in found.bought] == [
        ("a", 6, Fraction(200, 6)),
        ("d", 4, Fraction(50)),
    ]


def test_who_has_little_left_gives_all_and_the_others_share_the_rest():
    found = buy(election(90, {"a": 40, "b": 60}, "1 ab", "1 a", "2 b"), Fraction(30))
    assert [(one.item.name, one.most) for one in found.bought] == [("b", 20), ("a", 30)]
    # b: 60 of three is 20 each (a third of its cost), a: 40 of two is 20 each (a half): b first.
    # Then one holder of a has 10 and gives it, the other gives 30: 40 in all.
    assert found.purses[0].money == 0
    assert found.held(Item("b", "b", 60)) == 20


def test_ties_go_to_more_approvals_then_the_cheaper_then_the_order_of_the_menu():
    same = election(10, {"a": 10, "b": 10}, "2 ab")
    assert choose_by_approvals(same).names == choose_by_shares(same).names == {"a"}
    cheaper = election(10, {"a": 10, "b": 5}, "2 ab")
    assert next(iter(choose_by_shares(cheaper).chosen)).item.name == "b"
    assert choose_by_approvals(cheaper).names == {"b"}


def test_what_nobody_approves_is_out_even_where_money_is_left():
    nobody = election(100, {"a": 10, "b": 10}, "3 a", "1 ")
    for found in (choose_by_shares(nobody), choose_by_approvals(nobody)):
        assert found.names == {"a"}
        assert "没有住户赞成" in left_told(found.left[0], found.way)


def test_shares_rise_until_it_costs_too_much_even_where_nothing_else_would_fit():
    # c alone leaves no room for b; but higher shares buy b, whose holder has then nothing for c.
    swap = election(800, {"a": 900, "b": 800, "c": 100}, "1 bc", "1 ab", "1 a")
    first = buy(swap, swap.first_share)
    assert first.names == {"c"}
    assert swap.budget - first.cost < 800
    assert choose_by_shares(swap).names == {"b"}


def test_what_is_left_over_goes_by_approvals_and_says_so():
    # Shares buy both together or nothing, and both cost more than there is: nothing is bought.
    rest = election(100, {"a": 90, "b": 30}, "3 a", "1 b")
    found = choose_by_shares(rest, step=Fraction(10))
    assert [one.item.name for one in found.chosen] == ["a"]
    assert found.chosen[0].most is None
    assert "补入" in chosen_told(found.chosen[0], found.way)


def test_a_dear_item_of_few_is_reached_in_few_rounds_however_many_take_part(monkeypatch):
    rounds = []
    monkeypatch.setattr(equal_shares, "buy", lambda *given: rounds.append(given) or buy(*given))
    found = choose_by_shares(election(10_000_000, {"a": 9_000_000, "b": 1_000}, "1 a", "5000 b"))
    assert found.names == {"a", "b"}
    assert len(rounds) < 1000


def test_so_many_more_approvals_bring_an_item_in_and_one_fewer_does_not():
    for rule in (choose_by_approvals, choose_by_shares):
        out = next(iter(rule(BLOCKS).left)).item.name
        more = more_approvals(BLOCKS, out, rule)
        assert more is not None
    # d has four approvals and comes last in the menu; with three of the six it has seven.
    assert more_approvals(BLOCKS, "d", choose_by_approvals) == 3
    dear = election(10, {"a": 20, "b": 5}, "2 a", "2 b")
    assert more_approvals(dear, "a", choose_by_approvals) is None


@pytest.mark.parametrize(
    ("costs", "budget", "words"),
    [({"a": 0}, 10, "没有价格"), ({"a": 5}, 0, "预算要大于 0")],
)
def test_an_election_without_prices_or_money_is_refused(costs, budget, words):
    with pytest.raises(InputError, match=words):
        election(budget, costs, "1 a")


PB = """META
key;value
budget;{budget}
vote_type;approval
rule;{rule}
PROJECTS
project_id;cost;votes;name;selected
1;300;10;Lamps;{winners[0]}
2;400;6;Ramps;{winners[1]}
3;200;5;Benches;{winners[2]}
VOTES
voter_id;vote
1;1,2,3
2;1,2
3;1,3
4;1,2,3
5;1
6;2,3
7;1,2
8;1,3
9;1
10;1
11;2
12;1
"""


def test_a_file_of_pabulib_is_read_and_its_winners_found():
    # Budget 600: lamps 300 first, ramps do not fit into 300, benches do.
    found = parse_pb(PB.format(budget=600, rule="greedy", winners="101"))
    assert choose_by_approvals(found.election).names == found.winners == {"1", "3"}
    assert found.election.budget == 60_000
    again = parse_pb(written(found.election, meta={"rule": "greedy"}, chosen=found.winners))
    assert (again.election, again.winners, again.rule) == (found.election, found.winners, "greedy")


def test_a_file_that_asks_for_more_than_approvals_is_refused_with_its_name():
    text = PB.format(budget=1, rule="x", winners="000").replace("approval", "cumulative")
    with pytest.raises(InputError, match=r"a\.pb.*cumulative"):
        parse_pb(text, file="a.pb")

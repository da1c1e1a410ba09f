"""Likely repeats are suggested; a person links them, and everybody gets the answer."""

from datetime import date

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.demands.ledger.figures import rates, rates_of_all
from jiugai.apps.demands.ledger.repeats import by_bands, likely_repeats
from jiugai.apps.demands.likeness import bands_of, likeness, pairs
from jiugai.apps.demands.models import Demand
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.demands.conftest import MONDAY, TEXT

pytestmark = pytest.mark.django_db
SAME = "三号楼二单元的楼道灯坏了，晚上老人下楼看不清路"
LESS = "3号楼2单元楼道灯坏了，没人管，希望来修"
OTHER_MATTER = "小区北门外道路积水，下雨天没法走"


def test_numerals_marks_and_formulas_make_no_difference():
    assert pairs("居民反映：3号楼漏雨，请尽快处理！") == pairs("三号楼漏雨")


def test_likeness_is_the_share_of_pairs_that_both_have():
    assert likeness(pairs("楼道灯"), pairs("楼道灯")) == 1
    assert likeness(pairs("楼道灯坏"), pairs("楼道灯亮")) == pytest.approx(2 / 4)
    assert likeness(pairs(""), pairs("")) == 0


def test_bands_are_the_same_everywhere_and_fit_the_column():
    assert bands_of("楼道灯坏了")[:2] == [2268416778433670963, 148751243138645987]
    assert all(0 <= band < 1 << 63 for band in bands_of(TEXT))
    assert bands_of("。") == []


def test_what_likely_repeats_is_found_and_what_does_not_is_not(ledger):
    first = ledger.take()
    ledger.take(text=OTHER_MATTER)
    with scope(DISTRICT):
        found = likely_repeats(SAME, estate=ledger.estate)
        assert [one.demand for one in found] == [first]
        assert found[0].share == likeness(pairs(SAME), pairs(TEXT))
        assert by_bands(TEXT) == [first.pk]


def test_the_own_estate_comes_first_and_far_ones_must_be_more_alike(ledger):
    with scope(DISTRICT):
        near = Estate.objects.create(code="T2", division=STREET, facts={"name": "海棠里"})
        far = Estate.objects.create(code="T3", division="110199002", facts={"name": "远里"})
    own, home = ledger.take(text=SAME), ledger.estate
    ledger.estate = near
    beside = ledger.take()
    ledger.estate = far
    ledger.take(text=LESS)
    exact = ledger.take()
    with scope(DISTRICT):
        found = [one.demand for one in likely_repeats(TEXT, estate=home)]

    assert 0.3 < likeness(pairs(LESS), pairs(TEXT)) < 0.5
    assert found == [own, beside, exact]


def test_all_who_asked_get_the_answer_and_it_is_one_matter(ledger):
    first, second, third = ledger.assigned(), ledger.take(text=SAME), ledger.take(text=SAME)
    ledger.do("link", third, to=second.pk)
    ledger.do("link", second, to=first.pk)
    assert ledger.now(third).matter_id == first.pk
    ledger.do("answer", third, words="灯已换好，请查看")

    assert {ledger.now(one).answer for one in (first, second, third)} == {"灯已换好，请查看"}
    with scope(DISTRICT):
        counted = rates_of_all(since=MONDAY, until=MONDAY, on=MONDAY)
    assert (counted.asked, counted.matters) == (3, 1)


def test_who_repeats_what_was_answered_is_told_at_once(ledger):
    first, second = ledger.answered(), ledger.take(text=SAME)

    linked = ledger.do("link", second, to=first.pk)

    assert (linked.state, linked.answer) == ("answered", "灯已换好，请查看")
    assert ledger.verbs(second) == ["taken", "linked", "answered"]


def test_nothing_is_linked_to_itself_in_a_ring_or_to_what_is_gone(ledger):
    first, second, gone = ledger.take(), ledger.take(text=SAME), ledger.take(text=SAME)
    ledger.do("withdraw", gone, words="登记错了")
    ledger.do("link", second, to=first.pk)

    for demand, to in ((first, first), (first, second), (second, first)):
        with pytest.raises(Refusal, match="已经是同一件事"):
            ledger.do("link", demand, to=to.pk)
    with pytest.raises(Refusal, match="已撤销"):
        ledger.do("link", first, to=gone.pk)
    with pytest.raises(Refusal, match="没有这件诉求"):
        ledger.do("link", first, to=10**9)
    with pytest.raises(Refusal, match="先解除再撤销"):
        ledger.do("withdraw", first, words="登记错了")


def test_what_was_linked_wrongly_is_a_matter_of_its_own_again(ledger):
    first, second = ledger.assigned(), ledger.take(text=SAME)
    ledger.do("link", second, to=first.pk)
    ledger.do("unlink", second)
    ledger.do("answer", first, words="灯已换好，请查看")

    assert ledger.now(second).state == "new"
    assert ledger.verbs(second) == ["taken", "linked", "unlinked"]


def test_rates_say_what_counts_for_them(ledger):
    on = date(2026, 6, 20)
    ledger.answered(on=date(2026, 6, 3))  # responded in time
    late = ledger.answered(on=date(2026, 6, 15))  # responded too late
    ledger.do("rate", late, contentment="sorry", is_solved=True, words="", on=on)
    glad = ledger.answered(on=date(2026, 6, 4))
    ledger.do("rate", glad, contentment="fair", is_solved=True, words="", on=on)
    overdue = ledger.assigned()
    waiting = ledger.assigned()
    ledger.do("extend", waiting, until=date(2026, 7, 1), words="等灯具到货")
    gone = ledger.take()
    ledger.do("withdraw", gone, words="登记错了")

    with scope(DISTRICT):
        (row,) = rates("unit", since=MONDAY, until=MONDAY, on=on)
        assert not rates("unit", since=on, until=on, on=on)
    assert (row.name, row.asked, row.open, row.overdue) == ("玉兰物业", 5, 2, 1)
    assert (row.in_time, row.answerable) == (2, 4)
    assert (row.solved, row.content, row.rated) == (2, 1, 2)
    assert (row.response, row.resolution, row.satisfaction) == (0.5, 1, 0.5)
    assert ledger.now(overdue).is_overdue(on)
    with scope(DISTRICT):
        assert Demand.objects.count() == 6

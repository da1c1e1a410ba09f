"""A household says something, sees its number, state and answer, and rates it."""

import pytest

from jiugai.apps.accounts.models import Pace
from jiugai.apps.accounts.rows import scope
from jiugai.apps.demands.models import Demand, ReceptionDesk
from jiugai.apps.demands.residents import views
from tests.apps.conftest import DISTRICT
from tests.apps.demands.conftest import MONDAY

pytestmark = pytest.mark.django_db
SAID = {"text": "楼道灯坏了很久", "kind": "power", "where": "building"}


def text_of(answer):
    return answer.content.decode()


def say(client, **more):
    return client.post("/r/demands", SAID | more, follow=True)


def the_demand():
    with scope(DISTRICT):
        return Demand.objects.get()


def test_what_a_household_says_has_a_number_a_day_and_its_door(at_home):
    client = at_home()
    shown = text_of(say(client))

    demand = the_demand()
    assert demand.number in shown
    assert f"{demand.due_on} 前答复" in shown
    assert (demand.household_id, demand.channel, demand.taken_by) == (
        client.household.pk, "online", None,
    )  # fmt: skip
    assert demand.building_id == client.household.building_id


def test_a_household_reads_the_answer_and_rates_it_once(at_home, ledger):
    client = at_home()
    say(client)
    demand = the_demand()
    ledger.do("answer", demand, words="灯已换好，请查看")
    assert "有答复了，请评价" in text_of(client.get("/r/"))
    path = f"/r/demands/{demand.pk}"
    assert "灯已换好，请查看" in text_of(client.get(path))

    assert client.post(path, {"contentment": "glad"}).status_code == 422
    rated = client.post(path, {"contentment": "glad", "is_solved": "1"}, follow=True)
    assert "满意，解决了" in text_of(rated)
    again = client.post(path, {"contentment": "sorry", "is_solved": "0"})
    assert again.status_code == 422
    assert the_demand().contentment == "glad"


def test_a_household_does_not_see_what_another_said(at_home):
    say(at_home())
    pk = the_demand().pk

    other = at_home("201")
    assert other.get(f"/r/demands/{pk}").status_code == 404
    assert "楼道灯坏了很久" not in text_of(other.get("/r/demands"))


def test_too_many_things_in_a_minute_or_a_day_are_refused_in_words(at_home, monkeypatch):
    client = at_home()
    for _n in range(views.A_MINUTE):
        assert say(client).status_code == 200
    slow = say(client)
    assert slow.status_code == 422
    assert "提得太快了" in text_of(slow)

    Pace.objects.all().delete()
    monkeypatch.setattr(views, "A_DAY", views.A_MINUTE)
    assert "今天已经提了 3 件" in text_of(say(client))


def test_hostile_words_are_shown_as_words(at_home):
    shown = text_of(say(at_home(), text="<script>alert(1)</script>\x00 漏水"))

    assert "<script>alert" not in shown


def test_reception_is_shown_on_the_first_page_in_both_versions(at_home, ledger):
    with scope(DISTRICT):
        ReceptionDesk.objects.create(
            estate=ledger.estate, division=ledger.estate.division, place="1号楼南侧接待室",
            people="王工，质量", hours="周一至周六", since=MONDAY, by=ledger.clerk,
        )  # fmt: skip
    client = at_home()
    assert "1号楼南侧接待室" in text_of(client.get("/r/"))
    client.post("/r/large", {"back": "/r/demands"})
    assert 'class="elder"' in text_of(client.get("/r/demands"))

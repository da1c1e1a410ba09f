"""What concerns several households needs their consensus, part by part."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import Vote, VoteResult
from jiugai.apps.projects.gates.parts.cover import Covering, cover
from jiugai.apps.projects.gates.parts.queries import part_gate, parts_of
from jiugai.apps.projects.gates.parts.records import part_records
from jiugai.apps.projects.gates.withdraw import withdraw
from jiugai.apps.projects.menus.services import choose_basic, drop
from jiugai.apps.projects.models import Evidence, GateState, MenuChoice, PartProof
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Building
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.projects.gates.conftest import DAY, file, verdict

pytestmark = pytest.mark.django_db
PARTS = "bj22.consensus.part"
Kind = Evidence.Kind


@pytest.fixture
def works(project, people):
    """Return the choices of a project: everything basic, of the estate and of one building."""
    with scope(DISTRICT):
        Building.objects.create(
            estate=project.estate, division=STREET, code="1", name="1号楼",
            facts={"household_count": 36},
        )  # fmt: skip
        project.estate.facts["household_count"] = 36
        project.estate.save()
        choose_basic(project=project, document="xc18", by=people["clerk"], on=DAY)
        return list(MenuChoice.objects.filter(project=project).order_by("id"))


def state(project):
    """Return how the gate on parts is kept."""
    with scope(DISTRICT):
        return GateState.objects.get(project=project, rule=PARTS)


def items_of(project):
    """Return the items of which the gate says that they are missing."""
    return [one.removeprefix("item:") for one in state(project).missing]


def said(items, *, kind=Kind.STATEMENT, **more):
    """Return a statement that all who are concerned agreed."""
    given = {
        "facts": {"consensus_reached": "yes"}, "said_on": DAY, "words": "逐户签字同意",
        "speaker": "王书记", **more,
    }  # fmt: skip
    return Covering(kind=kind, items=items, **given)


def give(project, covering, by):
    with scope(DISTRICT):
        return cover(project=project, rule=PARTS, said=covering, by=by, on=DAY)


def vote(project, by, *, carried=True, building=None):
    """Return a published vote on the works, of the estate or one building."""
    now = timezone.now()
    with scope(DISTRICT):
        made = Vote.objects.create(
            estate=project.estate, division=STREET, question="是否同意改造", if_yes="改",
            if_no="不改", matter=Vote.Matter.REBUILD, is_on_works=True, building=building,
            opens_at=now,
            closes_at=now + timedelta(days=1), state=Vote.State.PUBLISHED, made_by=by,
            published_by=by, published_on=DAY,
        )  # fmt: skip
        VoteResult.objects.create(
            vote=made, division=STREET, content={}, workbook=b"", is_carried=carried,
            last_line=0, counted_at=now,
        )  # fmt: skip
        return f"vote:{made.pk}"


def test_without_chosen_works_nothing_is_asked(project):
    with scope(DISTRICT):
        assert not GateState.objects.filter(project=project, rule=PARTS).exists()


def test_it_names_the_parts_that_lack_consensus_and_opens_with_the_last(project, works, people):
    parts = items_of(project)
    assert len(parts) == 12 + 12  # public area and building; governance is no part of the works
    assert verdict(project, PARTS) == "unknown"

    give(project, said(parts[1:]), people["clerk"])
    assert items_of(project) == parts[:1]
    evidence = give(project, said(parts[:1]), people["clerk"])

    assert (verdict(project, PARTS), items_of(project)) == ("met", [])
    with scope(DISTRICT):
        withdraw(pk=evidence.pk, why="签字页缺三户", by=people["clerk"], on=DAY)
    assert (verdict(project, PARTS), items_of(project)) == ("unknown", parts[:1])


def test_many_are_judged_as_one_is(project, works, people):
    parts = items_of(project)
    give(project, said(parts[:5]), people["clerk"])
    give(project, said(parts[5:9], facts={"households_concerned": "1"}), people["clerk"])
    give(
        project,
        said(parts[9:11], facts={"consensus_reached": "no", "public_safety": "no"}),
        people["clerk"],
    )
    with scope(DISTRICT):
        law = law_for(STREET, DAY)
        found = parts_of(project, part_gate(project, PARTS, day=DAY), law)

    assert {one.verdict.value for one in found} == {"met", "not_met", "unknown"}
    assert verdict(project, PARTS) == "not_met"
    assert items_of(project) == list(
        dict.fromkeys(one.item.id for one in found if one.verdict.value != "met")
    )


def test_a_vote_of_the_estate_is_evidence_for_all_and_one_of_a_building_for_its_own(
    project, works, people
):
    parts = items_of(project)
    with scope(DISTRICT):
        building = Building.objects.get()
    own = vote(project, people["clerk"], building=building)
    record = said(parts, kind=Kind.RECORD, record=own, facts={}, words="", speaker="")

    with pytest.raises(Refusal, match="没有问到"):
        give(project, record, people["clerk"])
    whole = vote(project, people["clerk"])
    evidence = give(
        project,
        said(parts, kind=Kind.RECORD, record=whole, facts={}, words="", speaker=""),
        people["clerk"],
    )

    assert "业主表决“是否同意改造”：通过" in evidence.words
    assert verdict(project, PARTS) == "met"


def test_a_vote_that_failed_shuts_the_gate_unless_public_safety_asks_for_the_works(
    project, works, people
):
    parts = items_of(project)
    lost = vote(project, people["clerk"], carried=False)
    record = said(parts[:1], kind=Kind.RECORD, record=lost, facts={}, words="", speaker="")

    give(project, said(parts[1:]), people["clerk"])
    give(project, record, people["clerk"])

    assert (verdict(project, PARTS), items_of(project)) == ("unknown", parts[:1])
    give(project, said(parts[:1], facts={"public_safety": "no"}), people["clerk"])
    assert verdict(project, PARTS) == "not_met"
    outreach = {"public_safety": "yes", "outreach_done": "yes"}
    give(project, said(parts[:1], facts=outreach), people["clerk"])
    assert verdict(project, PARTS) == "met"


def test_who_takes_a_part_out_and_in_again_keeps_the_consent(project, works, people):
    parts = items_of(project)
    give(project, said(parts), people["clerk"])
    with scope(DISTRICT):
        for one in works:
            drop(pk=one.pk, why="改期", by=people["clerk"], on=DAY)
        assert not GateState.objects.filter(project=project, rule=PARTS).exists()
        choose_basic(project=project, document="xc18", by=people["clerk"], on=DAY)

    assert verdict(project, PARTS) == "met"


def test_what_is_no_evidence_is_refused_in_words(project, works, people):
    parts, clerk = items_of(project), people["clerk"]
    for covering, words in (
        (said([]), "至少选一项已纳入"),
        (said(["xc18.menu.parking"]), "至少选一项已纳入"),
        (said(parts, facts={}), "至少选一项事实"),
        (said(parts, speaker=" "), "写明谁陈述"),
        (said(parts, said_on=DAY + timedelta(days=1)), "不能晚于今天"),
        (said(parts, kind=Kind.RECORD, record="vote:0"), "没有这条记录"),
    ):
        with pytest.raises(Refusal, match=words):
            give(project, covering, clerk)
    with scope(DISTRICT):
        assert not PartProof.objects.exists()
        assert part_records(project.estate, day=DAY) == []


def test_the_page_shows_each_part_and_takes_a_file_for_several(signed_in, project, works):
    address = f"/projects/{project.pk}/gates/{PARTS}"
    client, parts = signed_in("clerk"), items_of(project)
    assert "没有达成共识" not in client.get(address).content.decode()
    given = {
        "kind": "file", "file-file": file().file, "file-words": "签字表",
        "file-said_on": "2026-06-01", "file-items": parts[:3],
        "file-fact-consensus_reached": "yes",
    }  # fmt: skip

    answer = client.post(f"{address}/evidence", given)

    assert answer.status_code == 302
    text = client.get(address).content.decode()
    assert "签字表" in text
    assert "涉及住户已达成共识 = 是" in text
    assert items_of(project) == parts[3:]
    empty = client.post(f"{address}/evidence", given | {"file-items": []})
    assert empty.status_code == 422
    assert "还缺" in client.get(f"/projects/{project.pk}/gates").content.decode()
    assert client.get(f"{address}/why").status_code == 200
    for path in ("", "/why"):
        assert signed_in("stranger").get(address + path).status_code == 404

"""A vote is recounted from its ledger; whatever somebody changed in the database is named."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.sealing import seal_waiting
from jiugai.apps.participation.models import Ballot
from jiugai.apps.participation.votes.verify import is_sealed, verify_vote
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.slow


def tampered(committed, superuser, sql):
    """Change something behind everybody's back and return what verification says."""
    vote = committed.published()
    superuser.execute("SET session_replication_role = replica")
    superuser.execute(sql)
    with scope(DISTRICT):
        return verify_vote(vote)


def test_an_untouched_vote_holds_and_its_ballots_are_proven_to_be_in(committed):
    vote = committed.published()
    seal_waiting(at=timezone.now())

    with scope(DISTRICT):
        proof = verify_vote(vote)
        assert all(is_sealed(one) for one in Ballot.objects.all())
    assert (proof.ballots, proof.lines, proof.problems) == (10, 10, [])
    assert proof.outcomes[0].carried


FORGED = """
    INSERT INTO participation_ballot (id, division, household_id, sequence, mark, channel,
        at, receipt, nonce, flat_id, revokes_id, vote_id)
    SELECT id + 1000, division, household_id, 2, 1, channel, at, 'X' || left(receipt, 11),
        nonce, flat_id, id, vote_id
    FROM participation_ballot WHERE mark = 2"""
ANOTHER_RESULT = """
    UPDATE participation_voteresult
    SET content = jsonb_set(content, '{outcomes,0,carried}', 'false')"""


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE participation_ballot SET mark = 2 WHERE sequence = 1", "与收下时不一致"),
        ("DELETE FROM participation_ballot WHERE mark = 2", "已被删除"),
        (FORGED, "没有记录"),
        ("UPDATE participation_frozenroll SET sha256 = repeat('0', 64)", "名册"),
        (ANOTHER_RESULT, "重新计票"),
    ],
)
def test_what_was_tampered_with_is_named(committed, apart, sql, words):
    proof = tampered(committed, apart, sql)

    assert any(words in problem for problem in proof.problems), proof.problems


def test_the_command_says_what_is_wrong_and_ends_with_one(committed, apart, capsys):
    vote = committed.published()
    with pytest.raises(SystemExit) as ended:
        call_command("verify_vote", vote.pk)
    assert ended.value.code == 0
    apart.execute("SET session_replication_role = replica")
    apart.execute("UPDATE participation_ballot SET mark = 3 WHERE mark = 2")
    with pytest.raises(SystemExit) as ended:
        call_command("verify_vote", "--json")
    assert ended.value.code == 1
    assert '"found": ' in capsys.readouterr().out

"""Lines are sealed into blocks, and whatever is done to them afterwards is found."""

import threading
from datetime import UTC, datetime

import pytest
from django.db import connection

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Block, Line, Waiting
from jiugai.apps.audit.problems import Flaw
from jiugai.apps.audit.proof import inclusion_of
from jiugai.apps.audit.sealing import seal_waiting
from jiugai.apps.audit.services import record
from jiugai.apps.audit.verify import verify
from tests.apps.conftest import DISTRICT, OTHER

NOW = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)


def write(count, division=DISTRICT):
    with scope(division):
        return [
            record("registry.exported", by=None, division=division, rows=n, share=0.1 * n).pk
            for n in range(count)
        ]


def flaws(proof):
    return [(problem.flaw, problem.block, problem.line) for problem in proof.problems]


@pytest.fixture
def sealed(apart):
    """Return the lines of three blocks of 3, 4 and 5, of two divisions."""
    blocks = []
    for count, division in ((3, DISTRICT), (4, OTHER), (5, DISTRICT)):
        blocks.append(write(count, division))
        assert seal_waiting(at=NOW) is not None
    # Somebody with all rights over the database can do this; that it is found is the point.
    apart.execute("ALTER TABLE audit_line DISABLE TRIGGER append_only")
    apart.execute("ALTER TABLE audit_block DISABLE TRIGGER append_only")
    return blocks


def test_an_untouched_record_verifies_and_counts_what_waits(sealed):
    write(2)

    proof = verify()

    assert (proof.problems, proof.blocks, proof.lines, proof.waiting) == ([], 3, 12, 2)
    assert proof.digest == Block.objects.get(number=3).digest


def test_nothing_is_sealed_where_nothing_waits(sealed):
    assert seal_waiting(at=NOW) is None
    assert Block.objects.count() == 3


@pytest.mark.parametrize(
    "change",
    [
        "by_name = 'X'", "by = 7", "division = '11'", "action = 'x'", "subject = 'x'",
        "subject_id = 'x'", "subject_name = 'x'", "reason = 'x'", "at = at + interval '1 us'",
        "detail = detail || '{\"rows\": 9}'", "detail = detail - 'share'",
    ],
)  # fmt: skip
def test_any_altered_column_of_a_line_is_found(sealed, apart, change):
    line = sealed[1][2]
    apart.execute(f"UPDATE audit_line SET {change} WHERE id = %s", [line])  # noqa: S608

    assert flaws(verify()) == [(Flaw.LINE_ALTERED, 2, line)]


def test_a_removed_line_is_found(sealed, apart):
    apart.execute("DELETE FROM audit_line WHERE id = %s", [sealed[0][1]])

    assert flaws(verify()) == [(Flaw.LINE_REMOVED, 1, sealed[0][1])]


def test_two_lines_that_changed_places_are_found(sealed, apart):
    a, b = sealed[2][:2]
    apart.execute("UPDATE audit_line SET id = -1 WHERE id = %s", [a])
    apart.execute("UPDATE audit_line SET id = %s WHERE id = %s", [a, b])
    apart.execute("UPDATE audit_line SET id = %s WHERE id = -1", [b])

    assert flaws(verify()) == [(Flaw.LINE_ALTERED, 3, a), (Flaw.LINE_ALTERED, 3, b)]


def test_a_line_slipped_in_behind_the_queue_is_found(sealed, apart):
    apart.execute("ALTER TABLE audit_line DISABLE TRIGGER wait_for_block")
    apart.execute(
        "INSERT INTO audit_line (id, at, by_name, division, action, subject, subject_id,"
        " subject_name, reason, detail)"
        " VALUES (990, now(), '', '', 'x', '', '', '', '', '{}')"
    )

    assert flaws(verify()) == [(Flaw.LINE_INSERTED, None, 990)]


def test_a_line_taken_out_of_the_queue_is_found(sealed):
    (line,) = write(1)
    Waiting.objects.filter(line_id=line).delete()

    assert flaws(verify()) == [(Flaw.LINE_INSERTED, None, line)]


def test_a_line_removed_before_it_was_sealed_is_found_and_holds_nobody_up(sealed, apart):
    gone, kept = write(2)
    apart.execute("DELETE FROM audit_line WHERE id = %s", [gone])

    block = seal_waiting(at=NOW)

    assert block.lines == [kept]
    assert flaws(verify()) == [(Flaw.WAITING_REMOVED, None, gone)]


def test_a_line_put_back_into_the_queue_is_found(sealed, apart):
    apart.execute("INSERT INTO audit_waiting VALUES (%s)", [sealed[0][0]])

    assert flaws(verify()) == [(Flaw.LINE_TWICE, None, sealed[0][0])]


def test_a_missing_block_is_found_with_the_lines_it_had(sealed, apart):
    apart.execute("DELETE FROM audit_block WHERE number = 2")

    found = flaws(verify())

    assert found[:2] == [(Flaw.BLOCK_MISSING, 2, None), (Flaw.CHAIN_BROKEN, 3, None)]
    assert found[2:] == [(Flaw.LINE_INSERTED, None, line) for line in sealed[1]]


@pytest.mark.parametrize(
    "change",
    [
        "sealed_at = sealed_at - interval '1 day'", "root = repeat('0', 64)",
        "lines = array_append(lines, 5)", "leaves = overlay(leaves placing '\\x00' from 1)",
    ],
)  # fmt: skip
def test_an_altered_block_is_found(sealed, apart, change):
    apart.execute(f"UPDATE audit_block SET {change} WHERE number = 2")  # noqa: S608

    assert (Flaw.BLOCK_ALTERED, 2, None) in flaws(verify())


def test_a_block_sealed_anew_after_an_alteration_breaks_the_chain(sealed, apart):
    from jiugai.apps.audit import merkle
    from jiugai.apps.audit.canon import read_lines
    from jiugai.apps.audit.sealing import block_digest

    apart.execute("UPDATE audit_line SET reason = 'x' WHERE id = %s", [sealed[0][0]])
    block = Block.objects.get(number=1)
    with scope(""):
        leaves = [merkle.leaf(b, algorithm="sha256") for _id, b in read_lines(block.lines)]
    root = merkle.root(leaves, algorithm="sha256").hex()
    digest = block_digest(1, "sha256", root, block.previous, block.lines, block.sealed_at)
    apart.execute(
        "UPDATE audit_block SET leaves = %s, root = %s, digest = %s WHERE number = 1",
        [b"".join(leaves), root, digest],
    )

    assert flaws(verify()) == [(Flaw.CHAIN_BROKEN, 2, None)]


def test_a_record_whose_end_was_cut_off_is_found_by_a_digest_kept_outside(sealed, apart):
    kept = Block.objects.get(number=3).digest
    assert verify(kept=kept).problems == []
    apart.execute("DELETE FROM audit_block WHERE number = 3")
    apart.execute("DELETE FROM audit_line WHERE id = ANY(%s)", [sealed[2]])

    assert verify().problems == []
    assert [problem.flaw for problem in verify(kept=kept).problems] == [Flaw.KEPT_DIGEST_GONE]


def test_each_line_has_a_proof_that_fails_once_it_is_altered(sealed, apart):
    with scope(""):
        assert all(inclusion_of(line).holds for block in sealed for line in block)
        apart.execute("UPDATE audit_line SET reason = 'x' WHERE id = %s", [sealed[2][4]])
        assert not inclusion_of(sealed[2][4]).holds
        assert inclusion_of(sealed[2][3]).holds


def test_a_line_that_waits_has_no_proof_yet(sealed):
    (line,) = write(1)

    assert inclusion_of(line) is None


def test_sm3_seals_and_verifies_beside_sha256(sealed, settings):
    settings.RECORD_HASH = "sm3"
    write(6)

    block = seal_waiting(at=NOW)

    assert block.algorithm == "sm3"
    assert verify().problems == []


def test_a_late_commit_finds_its_place_and_nobody_waits(sealed):
    began, may_end = threading.Event(), threading.Event()

    def write_slowly():
        with scope(DISTRICT):
            record("registry.exported", by=None, division=DISTRICT)
            began.set()
            assert may_end.wait(10)
        connection.close()

    slow = threading.Thread(target=write_slowly)
    slow.start()
    assert began.wait(10)
    (quick,) = write(1)
    assert seal_waiting(at=NOW).lines == [quick]
    may_end.set()
    slow.join()
    late = seal_waiting(at=NOW)

    assert len(late.lines) == 1
    assert late.lines[0] < quick
    assert verify().problems == []


def test_only_one_seals_at_a_time(sealed, apart):
    write(1)
    apart.execute("SELECT pg_advisory_lock(7100)")

    assert seal_waiting(at=NOW) is None

    apart.execute("SELECT pg_advisory_unlock(7100)")
    assert seal_waiting(at=NOW) is not None


def test_the_working_role_can_neither_change_nor_remove_a_line(sealed):
    from django.db import ProgrammingError

    with scope(DISTRICT), pytest.raises(ProgrammingError):
        Line.objects.all().update(reason="x")

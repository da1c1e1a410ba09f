"""The doctor finds what is wrong and says what to do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.seal import key_id
from jiugai.apps.audit.services import record
from jiugai.site.findings import examine
from tests.apps.apart import apart
from tests.apps.conftest import DISTRICT

__all__ = ["apart"]


def problems(at=None):
    found = examine(at=at or timezone.now())
    return {one.name: one.says for one in found if not one.is_fine and one.name != "styles"}


def test_without_a_worker_only_that_is_found(apart):
    assert list(problems()) == ["worker"]


def test_a_worker_that_beats_is_alive_and_a_silent_one_is_not(apart):
    apart.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now())")
    assert problems() == {}
    apart.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '2 minute'")
    assert "jiugai serve" in problems()["worker"]


def test_lines_that_wait_too_long_are_found(apart):
    with scope(DISTRICT):
        record("registry.exported", by=None, division=DISTRICT)
    assert "sealing" not in problems()
    assert "1 条" in problems(timezone.now() + timedelta(seconds=90))["sealing"]


def test_a_table_without_its_guard_is_named(apart):
    apart.execute("ALTER TABLE registry_estate DISABLE ROW LEVEL SECURITY")
    apart.execute("DROP POLICY within_scope ON jobs_job")

    assert "jobs_job、registry_estate" in problems()["guards"]


def test_a_role_that_can_bypass_is_found(apart):
    apart.execute("ALTER ROLE jiugai_app BYPASSRLS")
    try:
        assert "jiugai_app" in problems()["role"]
    finally:
        apart.execute("ALTER ROLE jiugai_app NOBYPASSRLS")


def test_a_migration_that_was_not_run_is_counted(apart):
    apart.execute("DELETE FROM django_migrations WHERE app = 'jobs' AND name LIKE '0003%'")

    assert "1 个迁移" in problems()["migrations"]


def test_a_clock_that_is_off_is_found(apart):
    assert "clock" in problems(timezone.now() - timedelta(minutes=5))


def test_a_key_that_others_can_read_and_one_that_is_missing_are_found(apart, settings, tmp_path):
    from dataclasses import replace

    settings.CONFIG = replace(settings.CONFIG, data=tmp_path)
    (tmp_path / "secret_key").write_text("x")
    (tmp_path / "secret_key").chmod(0o644)

    said = problems()["keys"]

    assert "chmod 600" in said
    assert "seal_key" in said


def test_values_sealed_with_a_lost_key_are_found(apart):
    apart.execute(
        "INSERT INTO accounts_organisation (name, credit_code, division, address, kind, phone)"
        " VALUES ('x', '', '110199', '', '', %s)",
        [b"\x02" + key_id("lost") + bytes(40)],
    )

    assert "sealed" in problems()


def test_a_full_disk_is_found(apart, monkeypatch):
    monkeypatch.setattr("jiugai.site.findings.FREE", 2**62)

    assert "清理" in problems()["disk"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "status"), [("system_admin", 200), ("clerk", 403), ("audit_admin", 403)]
)
def test_only_the_system_administrator_sees_the_page(signed_in, who, status):
    assert signed_in(who).get("/system").status_code == status

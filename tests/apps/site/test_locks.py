"""Locks of files end with their process, and a server serves several users until the last."""

import subprocess
import sys

import psycopg
import pytest

from jiugai.site.embedded import addresses, running
from jiugai.site.locks import Together, alone
from jiugai.site.server import _socket_folder


def test_only_one_holds_a_lock(tmp_path):
    path = tmp_path / "lock"
    with alone(path) as first, alone(path) as second:
        assert (first, second) == (True, False)
    with alone(path) as again:
        assert again


def test_a_killed_process_leaves_no_lock(tmp_path):
    path = tmp_path / "lock"
    code = (
        "import os, sys; from pathlib import Path; from jiugai.site.locks import alone\n"
        "with alone(Path(sys.argv[1])) as held:\n"
        "    assert held; os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)]).returncode == -9

    with alone(path) as held:
        assert held


def test_the_last_to_leave_learns_it(tmp_path):
    first, second = Together(tmp_path / "users"), Together(tmp_path / "users")

    assert not first.is_last()
    first.leave()
    assert second.is_last()
    second.leave()


def test_a_long_folder_has_its_socket_elsewhere_closed_to_others(tmp_path):
    long = tmp_path / ("x" * 120)

    assert _socket_folder(tmp_path / "pg") == tmp_path / "pg"
    assert len(str(_socket_folder(long))) < 80


@pytest.mark.slow
def test_a_server_is_shared_stops_with_its_last_user_and_is_closed_to_others(tmp_path):
    folder = tmp_path / "a folder" / "pg"
    folder.parent.mkdir()
    with running(folder) as first:
        with running(folder) as second:
            app, owner = addresses(second)
            psycopg.connect(app).close()
        psycopg.connect(owner).close()
        assert first.answers()
        assert folder.stat().st_mode & 0o077 == 0
        assert (folder / ".s.PGSQL.5432").stat().st_mode & 0o077 == 0
    assert not first.answers()

"""The script of all tables is what the migrations give today; `make check` looks at the rest."""

import sys

import pytest

from tools import structure


@pytest.mark.slow
def test_the_script_of_all_tables_is_current(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["structure", "--check"])
    assert structure.main() == 0, capsys.readouterr().out

"""Translations and reference pages are those that the code and the rulebooks give today."""

import sys

import pytest

from tools import docs, messages, structure


@pytest.mark.slow
def test_every_text_is_translated(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["messages", "--check"])
    assert messages.main() == 0, capsys.readouterr().out


@pytest.mark.slow
def test_the_reference_is_current(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["docs", "--check"])
    assert docs.main() == 0, capsys.readouterr().out


@pytest.mark.slow
def test_the_script_of_all_tables_is_current(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["structure", "--check"])
    assert structure.main() == 0, capsys.readouterr().out

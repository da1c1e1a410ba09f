"""The layers, as import-linter reads them from pyproject.toml."""

import sys

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.repo.files import ROOT


@pytest.mark.slow
def test_every_import_goes_down(monkeypatch, capsys):
    monkeypatch.setattr(sys, "path", list(sys.path))  # it adds the working folder
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_the_core_does_without_django():
    assert not [name for name in sys.modules if name.split(".")[0] == "django"]

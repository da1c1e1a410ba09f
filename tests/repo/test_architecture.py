"""The layers, as import-linter reads them from pyproject.toml."""

import subprocess
import sys

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.repo.files import ROOT


@pytest.mark.slow
def test_every_import_goes_down(monkeypatch, capsys):
    monkeypatch.setattr(sys, "path", list(sys.path))  # it adds the working folder
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_the_command_starts_without_django():
    loads = "import sys, jiugai.cli.root; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loads], check=False).returncode == 0

"""`jiugai vote verify` hands over to the site, which has the ledger."""

from click.testing import CliRunner

from jiugai.cli import site
from jiugai.cli.vote import vote


def test_the_site_is_asked_and_its_answer_is_the_exit_code(monkeypatch):
    asked = []
    monkeypatch.setattr(site, "run_site", lambda *said: asked.append(said) or 1)

    done = CliRunner().invoke(vote, ["verify", "3", "4", "--json"])

    assert asked == [("manage", "verify_vote", "3", "4", "--json")]
    assert done.exit_code == 1

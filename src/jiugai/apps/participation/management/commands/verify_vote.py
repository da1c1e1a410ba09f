"""Recount votes from their ledgers on the command line."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import Vote
from jiugai.apps.participation.votes.verify import Verified, verify_vote
from jiugai.consent.said import outcome_told
from jiugai.kernel.i18n import listed


class Command(BaseCommand):
    """Compare ballots with the record and count again; exit with 1 where something is wrong."""

    requires_system_checks = []  # noqa: RUF012 - as Django has it
    help = "Recount votes from their ledgers; lists every ballot that is not as it was cast."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the numbers of votes, none for all that are counted, and the wish for JSON."""
        parser.add_argument("votes", nargs="*", type=int)
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Verify, say what was found, and exit with 1 if that is anything."""
        with scope(""):
            found = [verify_vote(vote) for vote in self._asked(options["votes"])]
            for one in found:
                self.stdout.write(_as_json(one) if options["json"] else _told(one))
        sys.exit(1 if any(one.found for one in found) else 0)

    @staticmethod
    def _asked(numbers: list[int]) -> list[Vote]:
        if not numbers:
            return [vote for vote in Vote.objects.order_by("id") if vote.has_result]
        votes = Vote.objects.in_bulk(numbers)
        if missing := [str(n) for n in numbers if n not in votes]:
            raise CommandError(_("没有这次表决：{n}").format(n=listed(missing)))
        return [votes[n] for n in numbers]


def _as_json(one: Verified) -> str:
    return json.dumps(
        {
            "vote": one.vote.pk,
            "question": one.vote.question,
            "ballots": one.ballots,
            "lines": one.lines,
            "found": one.found,
            "problems": one.problems,
            "carried": [outcome.carried for outcome in one.outcomes],
        },
        ensure_ascii=False,
    )


def _told(one: Verified) -> str:
    head = _("{n} {question}：{ballots} 张票，{lines} 条记录，{found} 处问题").format(
        n=one.vote.pk,
        question=one.vote.question,
        ballots=one.ballots,
        lines=one.lines,
        found=one.found,
    )
    rest = [f"  {text}" for text in (*one.problems, *map(outcome_told, one.outcomes))]
    return "\n".join([head, *rest])

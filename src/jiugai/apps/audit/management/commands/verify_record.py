"""Prove the record on the command line."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from jiugai.apps.audit.verify import told, verify


class Command(BaseCommand):
    """Recompute every block; list what is wrong and exit with 1."""

    requires_system_checks = []  # noqa: RUF012 - as Django has it
    help = "Recompute the record; lists every altered, removed, reordered or inserted line."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a digest kept outside, and the wish for JSON."""
        parser.add_argument("--digest", default="", help="a block's digest that was written down")
        parser.add_argument("--json", action="store_true", help="one JSON object instead of words")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Verify, say what was found, and exit with 1 if that is anything."""
        proof = verify(kept=options["digest"])
        if options["json"]:
            self.stdout.write(
                json.dumps(
                    {
                        "blocks": proof.blocks,
                        "lines": proof.lines,
                        "waiting": proof.waiting,
                        "digest": proof.digest,
                        "found": proof.found,
                        "problems": [
                            {"flaw": one.flaw, "block": one.block, "line": one.line}
                            for one in proof.problems
                        ],
                    }
                )
            )
        else:
            for problem in proof.problems:
                self.stdout.write(str(problem))
            self.stdout.write(proof.digest)
            self.stderr.write(told(proof))
        sys.exit(1 if proof.found else 0)

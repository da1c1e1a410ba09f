"""Seal every sensitive value anew under another key."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.seal import forget_keys
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.resealing import reseal_all
from jiugai.apps.audit.services import record


class Command(BaseCommand):
    """Make a new key and seal everything with it.

    The former key is kept in `seal_keys_before` in the data folder: it opens what running
    processes still seal with it, and backups made before. Delete its line there once no such
    backup is kept any more; what was sealed under it is then unreadable for good.
    """

    requires_system_checks = []  # noqa: RUF012 - as Django has it
    help = "Make a new sealing key, seal every sensitive value with it, keep the former key."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the wish to keep the key."""
        parser.add_argument(
            "--reseal", action="store_true", help="make no key, only seal with the one in use"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Rotate, seal, record."""
        if not options["reseal"]:
            settings.CONFIG.replace_seal_key()
        forget_keys()
        with scope(""):
            count = reseal_all()
            record(Action.KEY_ROTATED, by=None, values=count)
        self.stdout.write(f"{count}")

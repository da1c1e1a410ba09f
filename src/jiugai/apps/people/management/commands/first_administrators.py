"""Add the first three administrators of a division and print their initial passwords, once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.people.services.first import add_first_administrators
from jiugai.kernel.division import division
from jiugai.kernel.errors import JiugaiError


class Command(BaseCommand):
    """python -m jiugai.site manage first_administrators 110102"""

    help = "Add the system, security and audit administrator of a new site."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the division."""
        parser.add_argument("division", help="the code of the office's division, such as 110102")

    def handle(self, **said: Any) -> None:
        """Add them; each must change the password at the first sign-in."""
        try:
            place = division(said["division"])
            with scope(place.code):
                added = add_first_administrators(division=place.code, on=timezone.localdate())
        except JiugaiError as error:
            raise CommandError(str(error)) from error
        for person, password in added:
            self.stdout.write(f"{person.name}\t{person.username}\t{password}")

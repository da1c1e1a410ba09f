"""Load borders of divisions from a GeoJSON file with `adcode` and `name` in each feature."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.services.outlines import load_outlines
from jiugai.kernel.errors import InputError


class Command(BaseCommand):
    """Load borders of divisions."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path)

    def handle(self, *_args: Any, file: Path, **_options: Any) -> None:
        """Load and say how many."""
        try:
            with scope(""):
                count = load_outlines(file, by=None)
        except InputError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count}")

"""Run the site: `python -m jiugai.site serve | prepare | manage …`."""

import os
import sys

from jiugai.site.database import available


def main(arguments: list[str]) -> int:
    """Run one command with a database at hand and return its exit code."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("serve", [])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiugai.site.settings")
    with available():
        match command:
            case "serve":
                from jiugai.site.serve import serve

                return serve(rest)
            case "prepare":
                import django

                django.setup()
                from jiugai.site.prepare import prepare

                prepare()
                return 0
            case "manage":
                from django.core.management import execute_from_command_line

                execute_from_command_line(["jiugai.site manage", *rest])
                return 0
            case _:
                sys.stderr.write(f"{__doc__}\n")
                return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

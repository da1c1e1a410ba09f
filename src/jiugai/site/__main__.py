"""Run the site: `python -m jiugai.site serve | prepare | manage | web | work | doctor …`."""

import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Final

from jiugai.kernel.errors import JiugaiError
from jiugai.kernel.i18n import _, use_language
from jiugai.site.database import available


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("serve", [])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiugai.site.settings")
    if os.environ.get("JIUGAI_LANG") == "en":
        use_language("en")
    if command not in COMMANDS:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    try:
        return COMMANDS[command](rest)
    except JiugaiError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _serve(rest: list[str]) -> int:
    from jiugai.site.serve import serve

    return serve(rest)


def _web(rest: list[str]) -> int:
    from jiugai.site.web import web

    return web(rest)


def _work(_rest: list[str]) -> int:
    from jiugai.site.work import work

    with available():
        return work()


def _prepare(rest: list[str]) -> int:
    import django

    with available():
        django.setup()
        from jiugai.site.prepare import prepare

        if "--demo" in rest:
            import_module("jiugai.site.demo")  # takes seconds: the solvers
        if "--when-told" in rest:
            sys.stdin.read()
        prepare(demo="--demo" in rest)
    return 0


def _manage(rest: list[str]) -> int:
    from django.core.management import execute_from_command_line

    with available():
        execute_from_command_line(["jiugai.site manage", *rest])
    return 0


def _sign_ins(_rest: list[str]) -> int:
    import django

    with available():
        django.setup()
        from jiugai.site.demo import sign_ins
        from jiugai.site.demo_votes import household

        for title, username, password in sign_ins():
            sys.stderr.write(f"  {title}\t{username}\t{password}\n")
        slug, code = household()
        sys.stderr.write(f"  {_('居民')}\t/r/e/{slug}\t{code}\n")
    return 0


def _doctor(rest: list[str]) -> int:
    from jiugai.site.doctor import doctor

    return doctor(rest)


def _backup(rest: list[str]) -> int:
    from jiugai.site.backup import backup

    return backup(Path(rest[0]).resolve())


def _restore(rest: list[str]) -> int:
    from jiugai.site.backup import restore

    return restore(Path(rest[0]).resolve())


COMMANDS: Final[Mapping[str, Callable[[list[str]], int]]] = {
    "serve": _serve,
    "web": _web,
    "work": _work,
    "prepare": _prepare,
    "manage": _manage,
    "sign-ins": _sign_ins,
    "doctor": _doctor,
    "backup": _backup,
    "restore": _restore,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

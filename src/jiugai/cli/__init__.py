"""The `jiugai` command."""

import os
import sys

from jiugai.cli.speech import speak
from jiugai.kernel.i18n import SOURCE_LANGUAGE


def main() -> None:
    """Run the command in the language that `--lang` or JIUGAI_LANG names, else in Chinese."""
    arguments = sys.argv[1:]
    asked = os.environ.get("JIUGAI_LANG") or SOURCE_LANGUAGE
    if "--lang" in arguments[:-1]:
        asked = arguments[arguments.index("--lang") + 1]
    try:
        speak(asked)
    except ValueError:
        sys.stderr.write(f"没有语言 {asked}；可用 zh、en。/ There is no language {asked}.\n")
        sys.exit(2)
    # Help texts are translated as they are declared, so the language comes first.
    from jiugai.cli.root import cli

    cli()

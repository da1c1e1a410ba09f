"""Say what is wrong with a site and what to do about it."""

import json
import sys

from jiugai.site.database import available


def doctor(arguments: list[str]) -> int:
    """Print every finding; return 1 if anything has to be done."""
    import django

    with available():
        django.setup()
        from django.utils import timezone, translation

        from jiugai.kernel.i18n import language
        from jiugai.site.findings import examine

        with translation.override("en" if language() == "en" else "zh-hans"):
            found = examine(at=timezone.now())
            if "--json" in arguments:
                lines = [
                    {"name": one.name, "fine": one.is_fine, "says": one.says} for one in found
                ]
                sys.stdout.write(json.dumps(lines, ensure_ascii=False) + "\n")
            else:
                for one in found:
                    sys.stdout.write(f"{'✓' if one.is_fine else '✕'} {one.title}  {one.says}\n")
    return 0 if all(one.is_fine for one in found) else 1

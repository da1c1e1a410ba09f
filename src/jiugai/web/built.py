"""Where the built styles and scripts lie: Vite's manifest gives each its hashed name."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.core import checks
from django.templatetags.static import static

FOLDER: Final = Path(__file__).parent / "static" / "web"
MANIFEST: Final = FOLDER / "manifest.json"


@cache
def manifest() -> dict[str, Any]:
    """Return what was built by the name of its source; nothing where nothing was built."""
    if not MANIFEST.exists():
        return {}
    found: dict[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    return found


def script(source: str) -> str:
    """Return the address of a script or picture by its source, nothing if it was not built."""
    found = manifest().get(source)
    return static(f"web/{found['file']}") if found else ""


def styles(source: str) -> list[str]:
    """Return the addresses of the styles that a script brings."""
    return [static(f"web/{one}") for one in manifest().get(source, {}).get("css", ())]


@checks.register()
def is_built(**_options: object) -> list[checks.CheckMessage]:
    """Warn where the styles and scripts have not been built; pages work without, but plainly."""
    if MANIFEST.exists():
        return []
    return [checks.Warning("Styles and scripts are not built; run make frontend.", id="web.W001")]

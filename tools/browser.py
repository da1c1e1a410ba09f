"""Find the programs that slow tests and pictures need, or install Debian's where we are root."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES: Final = (
    Path("/usr/bin/chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
CHROMIUM: Final = ("chromium", "fonts-noto-cjk")
#: Reads our features and tiles as other programs do; its test is left out without it.
GDAL: Final = ("gdal-bin",)
ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
#: Maps need WebGL, which a machine without graphics computes.
WITH_MAPS: Final = (
    *(one for one in ARGUMENTS if one != "--disable-gpu"),
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)


def main() -> int:
    """Say where Chromium is; install what lacks first where apt may be used."""
    if shutil.which("ogrinfo") is None and may_install():
        install(GDAL)
    found = find()
    if found is None and may_install():
        install(CHROMIUM)
        found = find()
    if found is None:
        sys.stderr.write(
            "There is no Chromium. Install one (apt install chromium) or name yours: "
            "CHROMIUM=/path/to/chrome make …\n"
        )
        return 1
    sys.stdout.write(f"{found}\n")
    return 0


def find() -> str | None:
    """Return the path of a Chromium: the one that is named, else the machine's."""
    named = os.environ.get("CHROMIUM")
    on_path = (shutil.which(name) for name in NAMES)
    there = (str(place) for place in PLACES if place.exists())
    return next(filter(None, (named, *on_path, *there)), None)


def may_install() -> bool:
    """Return whether this is a Debian on which we are root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: tuple[str, ...]) -> None:
    """Install some of Debian's packages."""
    apt = str(shutil.which("apt-get"))
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-q"], ["install", "-y", "-q", *packages]):
        subprocess.run([apt, *words], env=environment, check=False, stdout=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())

"""Serve the site: web processes and the worker, on a database that is up to date."""

import argparse
import os
import signal
import subprocess
import sys
import time
from types import FrameType
from typing import Final

from jiugai.site.config import DEMO, OWNER_DATABASE

HOST: Final = "127.0.0.1"


def serve(arguments: list[str]) -> int:
    """Run until a signal asks to stop or a part ends by itself; return its exit code."""
    parser = argparse.ArgumentParser(prog="jiugai serve")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default=HOST)
    parser.add_argument("--demo", action="store_true")
    said = parser.parse_args(arguments)
    if said.demo:
        os.environ[DEMO] = "1"
    if os.environ.get(OWNER_DATABASE):
        _prepare(demo=said.demo)
    return _run(_parts(said.host, said.port), f"http://{said.host}:{said.port}/")


def _prepare(*, demo: bool) -> None:
    import django

    django.setup()
    from jiugai.site.prepare import prepare

    prepare()
    if demo:
        from jiugai.site.demo import load_demo

        load_demo()


def _parts(host: str, port: int) -> list[list[str]]:
    web = ["--interface", "wsgi", "--host", host, "--port", str(port), "--workers", "2"]
    threads = ["--blocking-threads", "8", "--no-ws", "--log-level", "warning"]
    return [
        [sys.executable, "-m", "granian", *web, *threads, "jiugai.site.wsgi:application"],
        [sys.executable, "-m", "jiugai.site", "manage", "procrastinate", "worker", "-c", "1"],
    ]


def _run(commands: list[list[str]], address: str) -> int:
    """Start every part, wait for the first to end or for a signal, then end them all."""
    environment = os.environ | {OWNER_DATABASE: ""}  # the parts work without the owner's rights
    parts = [subprocess.Popen(command, env=environment) for command in commands]  # noqa: S603
    asked: list[int] = []

    def ask(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask)
    sys.stderr.write(f"{address}\n")
    while not asked and all(part.poll() is None for part in parts):
        time.sleep(0.1)
    codes = [part.poll() for part in parts]
    for part in parts:
        if part.poll() is None:
            part.terminate()
    for part in parts:
        part.wait(timeout=20)
    return 0 if asked else next((code for code in codes if code), 1)

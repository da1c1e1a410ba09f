"""The processes of a site: started, started again when they die, stopped together."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import FrameType
from typing import Final

from jiugai.kernel.i18n import _

#: Seconds before the first new start, and at most; a part that lived this long starts afresh.
FIRST: Final = 0.5
LONGEST: Final = 30.0
LIVED: Final = 60.0
#: Seconds for all parts to end by themselves.
GRACE: Final = 20.0


def say(text: str) -> None:
    """Tell the person at the terminal."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


@dataclass(slots=True)
class Part:
    """One process with everything below it, in a group of its own."""

    name: str
    command: Sequence[str]
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    pause: float = FIRST
    due: float = 0.0

    def start(self, environment: Mapping[str, str]) -> None:
        """Start it in a group of its own, so that the whole group can be ended."""
        self.process = subprocess.Popen(  # noqa: S603 - ourselves
            self.command, env=environment, start_new_session=True
        )
        self.started = time.monotonic()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the whole group; nothing where it is gone."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def ask_to_stop(self) -> None:
        """Ask the process itself; it stops those below it."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()


class Parts:
    """All processes; `asked` is true once a signal asked to stop."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._parts: list[Part] = []
        self._wake = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask)

    @property
    def asked(self) -> bool:
        """Return whether a signal asked to stop."""
        return self._wake.is_set()

    def add(self, name: str, command: Sequence[str]) -> None:
        """Start another part."""
        part = Part(name, command)
        part.start(self._environment)
        self._parts.append(part)

    def wait(self, seconds: float) -> None:
        """Sleep, but not through a signal."""
        self._wake.wait(seconds)

    def look_after(self) -> None:
        """Start what died again, each time after a longer pause."""
        now = time.monotonic()
        for part in self._parts:
            if part.process is None:
                if now >= part.due:
                    part.start(self._environment)
            elif (code := part.process.poll()) is not None:
                self._bury(part, code, now)

    def stop(self) -> None:
        """Ask every part to end, and end those that do not."""
        for part in self._parts:
            part.ask_to_stop()
        end = time.monotonic() + GRACE
        for part in self._parts:
            if part.process is not None:
                with suppress(subprocess.TimeoutExpired):
                    part.process.wait(max(0.1, end - time.monotonic()))
            part.signal(signal.SIGKILL)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self._wake.set()

    def _bury(self, part: Part, code: int, now: float) -> None:
        part.signal(signal.SIGKILL)  # whatever it left behind
        if now - part.started > LIVED:
            part.pause = FIRST
        say(
            _("{name}意外结束（代码 {code}），{seconds:g} 秒后重新启动。").format(
                name=part.name, code=code, seconds=part.pause
            )
        )
        part.process, part.due = None, now + part.pause
        part.pause = min(LONGEST, part.pause * 2)

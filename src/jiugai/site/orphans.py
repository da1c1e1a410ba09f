"""End with one's parent, however that ended, so that no port and no queue stays taken."""

import os
import signal
import threading
import time
from typing import Final

PAUSE: Final = 0.5


def end_with_parent() -> None:
    """Watch the parent from a thread; ask this process to stop once it is gone."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(PAUSE)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(10)
        os._exit(1)

    threading.Thread(target=watch, name="parent", daemon=True).start()

"""What a start loads; the layers themselves are looked at by `make check`."""

import os
import subprocess
import sys


def test_the_command_starts_without_django():
    loads = "import sys, jiugai.cli.root; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loads], check=False).returncode == 0


def test_pages_come_up_without_what_only_long_work_needs(tmp_path):
    heavy = {"ibis", "ortools", "pandas", "scipy"}
    loads = (
        f"import sys, jiugai.site.wsgi as site; site.load(); print(*{heavy} & {{*sys.modules}})"
    )
    environment = os.environ | {"JIUGAI_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", loads],
        check=True,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert not done.stdout.split()
